"""Asking the timeline: what fits, what certainly lies in the days asked for, and the sources in order."""

import datetime as dt

import pytest

from db.engine import begin
from tests.telling import article, interval, mention
from tracker.timeline.ledger import relink
from tracker.timeline.query import Filters, certainty, find_event, find_events


@pytest.fixture
def filled(engine, now):
    with begin(engine) as session:
        article(
            session,
            "https://a.example/summit",
            mention("summit", "2024-05-08", "Ann Lee:person:Norland, Bo Ek:person:Sudland",
                    "Lee and Ek meet in Lund", "Lund"),
            now=now, published="2024-05-09", publisher="Paper A",
        )  # fmt: skip
        article(
            session,
            "https://b.example/summit",
            mention("summit", "2024-05-08", "Ann Lee:person:Norland, Bo Ek:person:Sudland",
                    "Ek and Lee meet in Lund", "Lund"),
            now=now, published="2024-05-08", publisher="Paper B",
        )  # fmt: skip
        article(
            session,
            "https://c.example/drill",
            mention("exercise", "2024-06", "Norland:country", "Naval drill off Oslo", "Oslo"),
            now=now,
            published="2024-07-01",
        )
        article(
            session,
            "https://d.example/plan",
            mention("talks", "2026-05-01", "Sudland:country", "Border talks", status="planned"),
            now=now,
            published="2026-03-01",
        )
        relink(session, now)
    return engine


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ({"since": dt.date(2024, 5, 1), "until": dt.date(2024, 5, 31)}, ["summit"]),
        ({"since": dt.date(2024, 6, 10), "until": dt.date(2024, 6, 20)}, ["exercise"]),
        ({"since": dt.date(2025, 1, 1)}, ["talks"]),
        ({"types": ("exercise", "talks")}, ["exercise", "talks"]),
        ({"actors": ("ann lee",)}, ["summit"]),
        ({"actors": ("lee", "sudland")}, ["summit", "talks"]),
        ({"places": ("OSLO",)}, ["exercise"]),
        ({"statuses": ("planned",)}, ["talks"]),
        ({"search": "naval oslo"}, ["exercise"]),
        ({"search": "nothing of the kind"}, []),
        ({"min_sources": 2}, ["summit"]),
        ({"limit": 1}, ["summit"]),
    ],
)
def test_filters(filled, asked, expected):
    with begin(filled, read_only=True) as session:
        assert [event.type for event in find_events(session, Filters(**asked))] == expected


def test_sources_come_earliest_first_with_their_sentence(filled):
    with begin(filled, read_only=True) as session:
        (event,) = find_events(session, Filters(types=("summit",)))
    assert [source.publisher for source in event.sources] == ["Paper B", "Paper A"]
    assert event.sources[0].evidence == "Ek and Lee meet in Lund"
    assert all(source.independent for source in event.sources)


def test_an_id_may_be_shortened(filled):
    with begin(filled, read_only=True) as session:
        (event,) = find_events(session, Filters(types=("summit",)))
        assert find_event(session, event.id[:6].upper()) == event


@pytest.mark.parametrize(
    ("when", "expected"),
    [("2024-05-08", "certain"), ("2024-05", "certain"), ("2024", "possible"), ("2023", "no")],
)
def test_a_quarter_tells_certain_from_possible(when, expected):
    assert certainty(interval(when), dt.date(2024, 4, 1), dt.date(2024, 6, 30)) == expected


def test_what_was_dropped_or_merged_away_lately_can_be_asked_for(filled, now):
    from dataclasses import replace

    from tracker.timeline import judgements

    with begin(filled, read_only=True) as session:
        summit, drill, talks = find_events(session)
    with begin(filled) as session:
        events = [summit.id, talks.id]
        judgements.decide(
            session, "same", judgements.sides_of(session, events), events=events, now=now
        )
        article(session, "https://c.example/drill", now=now, text="The drill was an invention.")
        relink(session, now)
    asked = Filters(gone_since=now.date())
    with begin(filled, read_only=True) as session:
        shown = {event.id: event.dropped is not None for event in find_events(session, asked)}
        later = find_events(session, replace(asked, gone_since=now.date() + dt.timedelta(days=1)))
        alone = find_events(session)
    assert shown == {summit.id: False, drill.id: True, talks.id: True}
    assert [event.id for event in later] == [event.id for event in alone] == [summit.id]
