"""Feed, page and text each name a date of publication; one is believed, for a reason."""

import datetime as dt

import pytest

from tracker.articles.published import choose_published, claim, claim_of_address

FETCHED = dt.datetime(2026, 3, 10, 12, 0, tzinfo=dt.UTC)


@pytest.mark.parametrize(
    ("claims", "day", "source"),
    [
        ([("feed", "Mon, 09 Mar 2026 08:00:00 GMT")], "2026-03-09", "feed"),
        ([("metadata", "2026-03-09")], "2026-03-09", "metadata"),
        # an old story that the feed lists as if it were new
        (
            [("feed", "Mon, 09 Mar 2026 08:00:00 GMT"), ("metadata", "2025-12-01T08:00:00Z")],
            "2025-12-01",
            "metadata",
        ),
        # one stray date among those of the page, against feed and page together
        (
            [
                ("feed", "Mon, 09 Mar 2026 08:00:00 GMT"),
                ("metadata", "2020-01-01"),
                ("metadata", "2026-03-09T08:00:00Z"),
            ],
            "2026-03-09",
            "feed",
        ),
        # the page was updated later
        (
            [("feed", "Mon, 02 Mar 2026 08:00:00 GMT"), ("metadata", "2026-03-09T08:00:00Z")],
            "2026-03-02",
            "feed",
        ),
        # midnight in UTC and the publisher's own day: the zone that is not UTC knows its day
        (
            [("feed", "Sun, 08 Mar 2026 23:30:00 GMT"), ("metadata", "2026-03-09T08:30:00+09:00")],
            "2026-03-09",
            "metadata",
        ),
        # a day alone knows less than an instant
        (
            [("feed", "Mon, 09 Mar 2026 08:00:00 GMT"), ("metadata", "2026-03-09")],
            "2026-03-09",
            "feed",
        ),
        # guesses count only when nothing better is there
        ([("feed", "Mon, 09 Mar 2026 08:00:00 GMT"), ("text", "2014-01-01")], "2026-03-09", "feed"),
        ([("markup", "2026-03-01"), ("text", "2014-01-01")], "2026-03-01", "markup"),
        ([("feed", "1970-01-01T00:00:00Z"), ("metadata", "2026-03-09")], "2026-03-09", "metadata"),
        ([("feed", "Tue, 10 Mar 2026 23:00:00 GMT")], "2026-03-10", "feed"),
    ],
)
def test_the_date_that_is_believed(claims, day: str, source: str):
    chosen = choose_published([claim(*one) for one in claims], FETCHED)
    assert chosen.at is not None
    assert (chosen.at.date().isoformat(), chosen.source) == (day, source)


@pytest.mark.parametrize(
    ("address", "day", "source"),
    [
        ("https://gazette.example/2026/03/09/talks", "2026-03-09", "metadata"),
        ("https://gazette.example/news/20160309/talks", "2016-03-09", "feed"),
        ("https://gazette.example/2025/07/01/talks", "2016-03-09", "feed"),  # agrees with neither
        ("https://gazette.example/talks", "2016-03-09", "feed"),
    ],
)
def test_where_feed_and_page_differ_the_address_decides(address: str, day: str, source: str):
    stated = [("feed", "Wed, 09 Mar 2016 08:00:00 GMT"), ("metadata", "2026-03-09T08:00:00Z")]
    claims = [claim(*one) for one in stated]
    chosen = choose_published(claims, FETCHED, address=claim_of_address(address))
    assert chosen.at is not None
    assert (chosen.at.date().isoformat(), chosen.source) == (day, source)


@pytest.mark.parametrize(
    "path", ["2026/13/01/a", "2026/3/1", "12026/03/09x", "v/20260399/a", "2031/01/01/a"]
)
def test_numbers_in_an_address_that_are_no_day_state_none(path: str):
    stated = claim_of_address(f"https://gazette.example/{path}")
    assert choose_published([], FETCHED, address=stated).at is None


@pytest.mark.parametrize(
    "raw",
    [
        "0001-01-01",
        "Thu, 01 Jan 1970 00:00:00 GMT",
        "1763-11-22",
        "9999-12-31",
        "2026-04-19",
        "2026-13-45",
        "gestern",
    ],
)
def test_an_impossible_date_is_refused_and_kept_as_written(raw: str):
    chosen = choose_published([claim("feed", raw)], FETCHED)
    assert (chosen.at, chosen.source, chosen.refused) == (None, "refused", raw)


def test_nothing_stated_is_nothing_known():
    chosen = choose_published([None, claim("feed", "")], FETCHED)
    assert (chosen.at, chosen.source, chosen.refused) == (None, "", "")


@pytest.mark.parametrize(
    ("stated", "page", "local"),
    [
        ("Mon, 09 Mar 2026 23:30:00 GMT", "2026-03-10", "2026-03-10T08:30:00+09:00"),  # Seoul
        ("Mon, 09 Mar 2026 11:00:00 GMT", "2026-03-10", "2026-03-10T00:00:00+13:00"),  # Auckland
        ("Tue, 10 Mar 2026 03:00:00 GMT", "2026-03-09", "2026-03-09T22:00:00-05:00"),  # New York
        ("Tue, 10 Mar 2026 03:00:00 GMT", "2026-03-10", "2026-03-10T03:00:00+00:00"),
        ("Mon, 09 Mar 2026 05:00:00 GMT", "2026-03-10", "2026-03-09T05:00:00+00:00"),  # nowhere so
        (
            "Mon, 09 Mar 2026 23:30:00 +0000",
            "2026-03-12",
            "2026-03-09T23:30:00+00:00",
        ),  # edited later
        (
            "Mon, 09 Mar 2026 20:30:00 -0300",
            "2026-03-10",
            "2026-03-09T20:30:00-03:00",
        ),  # it says where
    ],
)
def test_the_day_is_the_publishers_own(stated: str, page: str, local: str):
    for source in ("metadata", "markup"):
        chosen = choose_published([claim("feed", stated), claim(source, page)], FETCHED)
        assert chosen.at is not None
        assert chosen.at.isoformat() == local
