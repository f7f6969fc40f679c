"""What the head of an article says of itself."""

import datetime as dt

import pytest

from tracker.text import read_dateline

PUBLISHED = dt.date(2024, 1, 5)


@pytest.mark.parametrize(
    ("text", "place", "date", "agency"),
    [
        ("Pyongyang, January 4 (KCNA) -- A rally", "Pyongyang", dt.date(2024, 1, 4), "KCNA"),
        ("Pyongyang, December 30 (KCNA) --A rally", "Pyongyang", dt.date(2023, 12, 30), "KCNA"),
        ("WASHINGTON (Reuters) - The envoy", "WASHINGTON", None, "Reuters"),
        ("TEHRAN — The envoy", "TEHRAN", None, None),
        ("MANILA, Jan. 5 (Xinhua) -- An envoy", "MANILA", dt.date(2024, 1, 5), "Xinhua"),
        ("SEOUL Jan 3 An envoy", "SEOUL", dt.date(2024, 1, 3), None),
        ("NEW DELHI: An envoy", "NEW DELHI", None, None),
        ("UNITED NATIONS Norway and Chile", "UNITED NATIONS", None, None),
        ("MANILA U.S. envoys came", "MANILA", None, None),
        ("Taipei, Taiwan — An envoy", "Taipei", None, None),
        ("NAIROBI, Kenya (AP) _\n\nAn envoy", "NAIROBI", None, "AP"),
        ("A headline\n\nOSLO, Jan 2 (AFP) - An envoy", "OSLO", dt.date(2024, 1, 2), "AFP"),
        ("BEIJING, Dec. 31, 2022 (AFP) -- An", "BEIJING", dt.date(2022, 12, 31), "AFP"),
        ("Bishkek, Jan. 3 /Kabar/. An envoy", "Bishkek", dt.date(2024, 1, 3), "Kabar"),
        ("MOSCOW, January 3. /TASS/. An envoy", "MOSCOW", dt.date(2024, 1, 3), "TASS"),
        ("Lima, Jan 3 (PL) An envoy", "Lima", dt.date(2024, 1, 3), "PL"),
        ("Moscow. January 3. INTERFAX.RU - An envoy", "Moscow", dt.date(2024, 1, 3), "INTERFAX.RU"),
        ("Baku, January 3, AZERTAC An envoy", "Baku", dt.date(2024, 1, 3), "AZERTAC"),
        ("AKTAU. KAZINFORM - An envoy", "AKTAU", None, "KAZINFORM"),
        ("Nairobi, 3 January 2024: An envoy", "Nairobi", dt.date(2024, 1, 3), None),
        ("Port Louis, Jan 3 - An envoy", "Port Louis", dt.date(2024, 1, 3), None),
        ("Port Louis, 3 January - An envoy", "Port Louis", dt.date(2024, 1, 3), None),
        ("GENEVA (3 January 2024) – An envoy", "GENEVA", dt.date(2024, 1, 3), None),
        ("NEW YORK (Jan. 3) - An envoy", "NEW YORK", dt.date(2024, 1, 3), None),
    ],
)
def test_a_dateline_gives_place_day_and_agency(text, place, date, agency):
    found = read_dateline(text, PUBLISHED)
    assert found is not None
    assert (found.place, found.date, found.agency) == (place, date, agency)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "NASA has held a meeting",
        "The envoy said - well -- no",
        "NATO Secretary General Lee said",
        "On Friday, May 5, NATO said that it",
        "President Lee, 3 May 2023 and later",
        "Port Louis, 3 May-4 May, hosts",
    ],
)
def test_prose_is_no_dateline(text):
    assert read_dateline(text, PUBLISHED) is None


def test_a_day_without_year_needs_the_publication_date():
    found = read_dateline("OSLO, Jan. 2 (AFP) -- An envoy")
    assert found is not None
    assert found.date is None
    assert found.span.of("OSLO, Jan. 2 (AFP) -- An envoy") == "OSLO, Jan. 2 (AFP) -- "
