"""Reading again by other rules: rehearsed it changes nothing, done it changes what was said."""

from dataclasses import replace

import pytest

import tracker.mentions
from db import tables
from db.engine import begin
from tests.telling import interval
from tests.timeline.test_judgements import judge
from tests.timeline.test_ledger import rows
from tracker.pipeline import Arrival, publish, read_unread, take_in
from tracker.pipeline.rereading import rehearse, reread
from tracker.rulebook import load_rulebook
from tracker.timeline.query import find_events

RULES = load_rulebook()
TEXT = "LUND -- Norwegian and Swedish ministers held talks in Lund on 8 May 2024."


@pytest.fixture
def told(sqlite_engine, now):
    with begin(sqlite_engine) as session:
        arrival = Arrival(url="https://a.example/talks", title="Talks", text=TEXT, origin="import")
        take_in(session, arrival, now)
    read_unread(sqlite_engine, RULES, now)
    publish(sqlite_engine, RULES, now)
    return sqlite_engine


@pytest.fixture
def other_rules(monkeypatch):
    """As if better rules dated everything a day later."""
    find = tracker.mentions.find_mentions

    def better(document, rulebook):
        moved = (replace(m, interval=interval("2024-05-09")) for m in find(document, rulebook))
        return tuple(moved)

    monkeypatch.setattr(tracker.mentions, "find_mentions", better)


def test_the_same_rules_make_no_difference(told, now):
    before = rows(told)
    assert rehearse(told, RULES, now) == (0, rehearse(told, RULES, now)[1])
    read, difference = rehearse(told, RULES, now, everything=True)
    assert (read, bool(difference)) == (1, False)
    reread(told, RULES, now, everything=True)
    assert not publish(told, RULES, now)
    assert rows(told) == before


def test_a_rehearsal_tells_what_would_move_and_moves_nothing(told, now, other_rules):
    before = rows(told)
    _, difference = rehearse(told, RULES, now, everything=True)
    (moved,) = difference.moved
    assert (moved.before, moved.after) == ("2024-05-08", "2024-05-09")
    assert difference.added == difference.dropped == ()
    assert difference.judgements_touched == ()
    assert rows(told) == before


def test_judgements_are_not_touched(told, now, other_rules):
    with begin(told, read_only=True) as session:
        (event,) = find_events(session)
    judge(told, now, "edit", event.id, value={"title": "Talks of Lund"})
    _, difference = rehearse(told, RULES, now, everything=True)
    assert difference.judgements_touched == ()
    assert difference.retitled == ()


def test_what_was_read_already_is_not_read_again(told, now):
    with begin(told) as session:
        version = session.get_one(tables.ArticleVersion, 1)
        version.rules = "older rules"
    assert reread(told, RULES, now).read == 1
    assert reread(told, RULES, now).read == 0


def test_a_text_that_trips_a_rule_is_reported_and_loses_nothing(told, now, monkeypatch):
    def broken(document, rulebook):
        raise ValueError("no such month")

    monkeypatch.setattr(tracker.mentions, "find_mentions", broken)
    counts = reread(told, RULES, now, everything=True)
    assert counts.failures == ("https://a.example/talks: ValueError: no such month",)
    with begin(told, read_only=True) as session:
        assert len(find_events(session)) == 1
