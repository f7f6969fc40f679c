"""The calendar: what goes in comes out again, and nothing is put on a day that is not known."""

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from tests.views.samples import MOMENT, anniversary, event, evidence
from tracker.values import Event, Status
from tracker.views.clean import printable
from tracker.views.ical import calendar


def read(content: bytes) -> list[Any]:
    """The entries of a calendar file."""
    return list(Calendar.from_ical(content).walk("VEVENT"))


def only(*events: Event, **more: Any) -> Any:
    [entry] = read(calendar(events, **more))
    return entry


def test_an_event_of_several_days_ends_on_the_day_after_its_last() -> None:
    entry = only(event(first="2025-06-21", last="2025-06-23"))
    assert entry["DTSTART"].dt == dt.date(2025, 6, 21)
    assert entry["DTEND"].dt == dt.date(2025, 6, 24)
    assert type(entry["DTSTART"].dt) is dt.date


@pytest.mark.parametrize(
    ("precision", "last"),
    [("month", "2025-06-30"), ("quarter", "2025-06-30"), ("year", "2025-12-31")],
)
def test_what_is_known_only_to_the_month_is_on_no_day(precision: str, last: str) -> None:
    first = {"month": "2025-06-01", "quarter": "2025-04-01", "year": "2025-01-01"}[precision]
    assert read(calendar([event(first=first, last=last, precision=precision)])) == []


@pytest.mark.parametrize(
    ("status", "word"),
    [
        (Status.OCCURRED, "CONFIRMED"), (Status.RECURRING, "CONFIRMED"), (Status.PLANNED, "TENTATIVE"),
        (Status.POSTPONED, "TENTATIVE"), (Status.UNCONFIRMED, "TENTATIVE"), (Status.CANCELLED, "CANCELLED"),
    ],
)  # fmt: skip
def test_the_status_is_told(status: Status, word: str) -> None:
    assert only(event(status=status))["STATUS"] == word


def test_a_dropped_event_goes_out_as_cancelled() -> None:
    assert only(event(dropped=MOMENT))["STATUS"] == "CANCELLED"


def test_identity_and_revision_are_those_of_the_event() -> None:
    entry = only(event(id="xyz", sequence=3))
    assert entry["UID"] == "xyz@event-timeline-tracker"
    assert entry["SEQUENCE"] == 3
    assert entry["LAST-MODIFIED"].dt == entry["DTSTAMP"].dt == MOMENT


def test_the_sources_are_quoted_and_linked() -> None:
    entry = only(event(place="Geneva"))
    assert "“They met.”" in entry["DESCRIPTION"]
    assert "https://wire.example/a" in entry["DESCRIPTION"]
    assert entry["URL"] == "https://wire.example/a"
    assert entry["LOCATION"] == "Geneva"
    assert entry["CATEGORIES"].cats == ["talks"]


def test_a_link_that_is_no_web_address_is_left_out() -> None:
    entry = only(event(sources=(evidence(url="javascript:alert(1)"),)))
    assert "URL" not in entry


def test_an_anniversary_carries_its_ordinal_and_year() -> None:
    [entry] = read(calendar([], [anniversary()]))
    assert entry["SUMMARY"] == "Treaty of friendship (2nd)"
    assert entry["UID"].startswith("treaty-2026@")
    assert "Original date: 2024-06-19" in entry["DESCRIPTION"]
    assert "RRULE" not in entry


def test_an_anniversary_that_is_reported_too_is_there_once() -> None:
    told = event(id="base", first="2026-06-19", type="anniversary")
    assert len(read(calendar([told], [anniversary()]))) == 1


def test_the_same_events_give_the_same_bytes() -> None:
    assert calendar([event()], [anniversary()]) == calendar([event()], [anniversary()])


def test_lines_are_folded_and_end_as_the_standard_wants() -> None:
    content = calendar([event(title="é" * 200)])
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert content.replace(b"\r\n", b"").count(b"\n") == 0


TEXTS = st.text(max_size=300) | st.sampled_from(
    ["a;b,c\\d\nn", "\r\nEND:VEVENT", "x" * 10_000, "😀" * 50]
)


@given(TEXTS, TEXTS, TEXTS)
def test_any_title_place_and_sentence_survive(title: str, place: str, sentence: str) -> None:
    entry = only(event(title=title, place=place, sources=(evidence(evidence=sentence),)))
    assert normal(entry["SUMMARY"]) == normal(title)
    assert normal(entry.get("LOCATION", "")) == normal(place)
    assert normal(sentence) in normal(entry["DESCRIPTION"])


def normal(text: str) -> str:
    """What a calendar can carry of a text."""
    return printable(text).replace("\t", " ")


def test_what_is_ahead_rings_in_the_morning_and_only_where_that_is_asked_for() -> None:
    told = [
        event("past", "2025-06-19"),
        event("plan", "2026-06-19", status=Status.PLANNED, title="Fair\x07 opens; doors, too"),
        event("off", "2026-06-20", status=Status.CANCELLED),
        event("gone", "2026-06-21", status=Status.PLANNED, dropped=MOMENT),
    ]
    assert b"VALARM" not in calendar(told, [anniversary()])
    rung = Calendar.from_ical(calendar(told, [anniversary()], alarm=1))
    bells = {str(entry["SUMMARY"]): entry.walk("VALARM") for entry in rung.walk("VEVENT")}
    assert [name for name, found in bells.items() if found] == [
        "Fair opens; doors, too (planned)",
        "Treaty of friendship (2nd)",
    ]
    [bell] = bells["Fair opens; doors, too (planned)"]
    assert (bell["ACTION"], bell["DESCRIPTION"]) == ("DISPLAY", "Fair opens; doors, too (planned)")
    assert bell.to_ical().count(b"TRIGGER:-PT15H\r\n") == 1
