"""The timeline as it was known on a day, and what changed since."""

import datetime as dt

import pytest

from db.engine import Engine, begin
from tests.telling import article, mention
from tracker.timeline.ledger import relink
from tracker.timeline.query import Filters, find_event, find_events, history

LEADERS = "Ann Lee:person:Norland, Bo Ek:person:Sudland"


def summit(when: str, status: str = "occurred"):
    return mention("summit", when, LEADERS, "Lee and Ek meet", "Lund", status=status)


@pytest.fixture
def told(engine, now):
    """A summit announced for 8 May, put off to 20 May, and held; read day by day."""
    days = [
        ("2024-04-02", "a", summit("2024-05-08", "planned")),
        ("2024-05-01", "b", summit("2024-05-10", "postponed")),
        ("2024-05-11", "c", summit("2024-05-10")),
    ]
    for day, name, each in days:
        at = dt.datetime.fromisoformat(f"{day}T18:00+00:00")
        with begin(engine) as session:
            article(session, f"https://{name}.example/1", each, now=at, published=day)
            relink(session, at)
    return engine


def known(engine: Engine, day: str, **more) -> list[tuple[str, str]]:
    asked = Filters(as_of=dt.date.fromisoformat(day), **more)
    with begin(engine, read_only=True) as session:
        return [(e.interval.first.isoformat(), e.status.value) for e in find_events(session, asked)]


@pytest.mark.parametrize("seen", [False, True])
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2024-04-01", []),
        ("2024-04-02", [("2024-05-08", "planned")]),
        ("2024-05-02", [("2024-05-10", "postponed")]),
        ("2024-05-12", [("2024-05-10", "occurred")]),
    ],
)
def test_what_was_known_on_a_day(told, day, expected, seen):
    assert known(told, day, seen=seen) == expected


def test_ids_are_those_of_today(told):
    with begin(told, read_only=True) as session:
        (today,) = find_events(session)
        (then,) = find_events(session, Filters(as_of=dt.date(2024, 4, 3)))
    assert then.id == today.id


def test_a_later_correction_was_not_seen_then(engine, now):
    first, later = (dt.datetime(2024, 5, day, 18, tzinfo=dt.UTC) for day in (9, 12))
    for at, told, text in (
        (first, "2024-05-08", "first print"),
        (later, "2024-05-09", "corrected"),
    ):
        with begin(engine) as session:
            article(session, "https://a.example/1", summit(told), now=at, text=text,
                    published="2024-05-09")  # fmt: skip
            relink(session, at)
    assert known(engine, "2024-05-10", seen=True) == [("2024-05-08", "occurred")]
    assert known(engine, "2024-05-10") == [("2024-05-09", "occurred")]


def changes(engine: Engine, since: str, **more) -> list[tuple[str, ...]]:
    asked = Filters(changed_since=dt.date.fromisoformat(since), **more)
    with begin(engine, read_only=True) as session:
        return [event.changes for event in find_events(session, asked)]


@pytest.mark.parametrize(
    ("since", "expected"),
    [
        ("2024-04-01", [("new",)]),
        ("2024-05-01", [("confirmed", "date 2024-05-08 → 2024-05-10")]),
        ("2024-05-02", [("confirmed",)]),
        ("2024-05-12", []),
    ],
)
def test_what_changed_since_a_day(told, since, expected):
    assert changes(told, since) == expected


def test_what_changed_between_two_days(told):
    between = changes(told, "2024-05-01", as_of=dt.date(2024, 5, 2))
    assert between == [("postponed", "date 2024-05-08 → 2024-05-10")]


def test_history_shows_the_plan_and_the_happening(told):
    with begin(told, read_only=True) as session:
        (event,) = find_events(session)
        entries = history(session, event.id)
        assert find_event(session, event.id).status == "occurred"
    assert [dict(entry.after).get("status") for entry in entries] == [
        "planned",
        "postponed",
        "occurred",
    ]
