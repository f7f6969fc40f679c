"""Anniversaries are computed, and one entry stands where several sources meet."""

import datetime as dt
from pathlib import Path

import pytest

from tests.telling import mention, source
from tracker.errors import RuleError
from tracker.events import resolve
from tracker.rulebook import load_rulebook
from tracker.timeline.anniversaries import coming
from tracker.timeline.recurring import next_date, recurring_days
from tracker.values import Event

TODAY = dt.date(2026, 3, 10)
UNTIL = TODAY + dt.timedelta(days=365)
DATA = recurring_days(load_rulebook())


def event(*args, **more) -> Event:
    return resolve([source("k", mention(*args, **more))])


def due(*events: Event, planned: tuple[Event, ...] = (), leap_day: str = "02-28"):
    return coming(events, planned, DATA, TODAY, UNTIL, leap_day)


def ours(*events: Event, **more):
    known = {entry.key for entry in due()}
    return [entry for entry in due(*events, **more) if entry.key not in known]


def test_the_next_occurrence_carries_its_ordinal():
    entry = next(entry for entry in due() if entry.key == "kp-state")
    assert (entry.interval.first, entry.ordinal, entry.round) == (dt.date(2026, 9, 9), 78, False)
    assert entry.title == "78th anniversary of the founding of the DPRK"


@pytest.mark.parametrize(
    ("year", "is_round"),
    [
        (2021, True),
        (2016, True),
        (2001, True),
        (1966, True),
        (1901, True),
        (2011, False),
        (1961, False),
    ],
)
def test_numbers_that_are_celebrated_in_a_bigger_way_are_round(year, is_round):
    signed = event("agreement", f"{year}-05-02", "Norland, Sudland", "Treaty of friendship signed")
    (entry,) = ours(signed)
    assert (entry.ordinal, entry.round) == (2026 - year, is_round)


def test_a_day_already_gone_this_year_comes_next_year():
    entry = next(entry for entry in due() if entry.key == "kp-shining-star")
    assert entry.interval.first == dt.date(2027, 2, 16)


def test_a_treaty_of_the_timeline_has_anniversaries_of_its_own():
    treaty = event("agreement", "2019-05-04", "Norland, Sudland", "Treaty of friendship signed")
    (entry,) = ours(treaty)
    assert (entry.base, entry.ordinal, entry.interval.first) == (
        "2019-05-04",
        7,
        dt.date(2026, 5, 4),
    )


def test_a_treaty_known_to_both_is_one_entry_with_its_sources():
    treaty = event("agreement", "2024-06-19", "DPRK, Russia", "Strategic partnership treaty signed")
    assert ours(treaty) == []
    entry = next(entry for entry in due(treaty) if entry.key == "kp-ru-treaty-2024")
    assert (entry.ordinal, entry.interval.first) == (2, dt.date(2026, 6, 19))
    assert [each.url for each in entry.sources] == ["https://news.example/k"]


def test_another_agreement_of_that_day_stays_apart():
    other = event("agreement", "2024-06-19", "Norland, Sudland", "Fisheries alliance founded")
    assert len(ours(other)) == 1


def test_a_passing_deal_is_not_commemorated():
    assert ours(event("agreement", "2024-06-01", "Norland", "Contract for buses signed")) == []


def test_a_reported_anniversary_comes_round_again():
    told = event("anniversary", "2025-05-20", "Norland", "20th anniversary of the port", ordinal=20)
    (entry,) = ours(told)
    assert (entry.base, entry.ordinal, entry.title) == (
        "2005-05-20",
        21,
        "21st anniversary: Port",
    )


def test_a_month_is_never_put_on_a_day():
    told = event("anniversary", "2025-08", "", "Founding of the port", base="1999-08", ordinal=26)
    (entry,) = ours(told)
    assert (entry.interval.first, entry.interval.last) == (
        dt.date(2026, 8, 1),
        dt.date(2026, 8, 31),
    )
    assert entry.interval.precision == "month"


def test_a_year_alone_is_never_put_anywhere():
    assert ours(event("anniversary", "2025", "", "Founding of the port", base="1999")) == []


@pytest.mark.parametrize(("leap_day", "day"), [("02-28", (2, 28)), ("03-01", (3, 1))])
def test_29_february_falls_where_the_setting_says(leap_day, day):
    found = next_date("2016-02-29", 2027, leap_day)
    assert found is not None
    assert (found.first.month, found.first.day) == day
    leap = next_date("2016-02-29", 2028, leap_day)
    assert leap is not None
    assert leap.first == dt.date(2028, 2, 29)


def test_an_announced_celebration_takes_the_place_of_the_computed_entry():
    planned = event(
        "anniversary", "2026-09-09", "DPRK", "78th anniversary of the founding of the DPRK",
        ordinal=78, status="planned",
    )  # fmt: skip
    assert ours(planned=(planned,)) == []
    entry = next(entry for entry in due(planned=(planned,)) if entry.key == "kp-state")
    assert entry.status == "planned"


def test_a_planned_event_is_due():
    planned = event("summit", "2026-05-01", "Norland, Sudland", "Leaders to meet", status="planned")
    (entry,) = ours(planned=(planned,))
    assert (entry.kind, entry.title) == ("planned", "Leaders to meet")


def test_a_date_that_is_none_is_named_by_file_and_line(tmp_path: Path):
    (tmp_path / "recurring_days.toml").write_text(
        '[[day]]\nid = "x"\nbase = "1948-13-09"\ntitle = "Never"\n', encoding="utf-8"
    )
    with pytest.raises(RuleError, match=r"recurring_days\.toml:3.*1948-13-09"):
        recurring_days(load_rulebook([tmp_path]))


def test_every_known_day_says_where_it_can_be_checked():
    assert len({day.key for day in DATA.days}) == len(DATA.days)
    assert all(day.note and day.words for day in DATA.days)


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("75th anniversary of diplomatic ties", " of diplomatic ties"),
        ("75th anniversary of the founding of Norland", " of the founding of Norland"),
        ("Tenth anniversary of the harbour's opening", ": Harbour's opening"),
        ("100 years of unbroken relations with Norland", ": Relations with Norland"),
        ("the great flood", ": The great flood"),
        ("Founding anniversary of the Port Club", ": Founding anniversary of the Port Club"),
        ("Norland and Sudland sign a treaty", ": Norland and Sudland sign a treaty"),
    ],
)
def test_another_year_is_not_counted_twice(title, expected):
    told = event("anniversary", "2024-05-04", "Norland", title, base="1950-05-04")
    (entry,) = ours(told)
    assert entry.title == f"76th anniversary{expected}"
