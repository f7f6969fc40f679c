"""The ledger: events follow the mentions, ids stay, and nothing is written twice."""

import datetime as dt

import pytest
from sqlmodel import select

from db import tables
from db.engine import Engine, begin
from tests.telling import article, mention
from tracker.errors import UsageError
from tracker.timeline.ledger import Changes, relink
from tracker.timeline.query import Filters, find_event, find_events, history

LEADERS = "Ann Lee:person:Norland, Bo Ek:person:Sudland"


def summit(when: str = "2024-05-08", title: str = "Leaders Lee and Ek meet in Lund", **more):
    return mention("summit", when, LEADERS, title, "Lund", **more)


def tell(engine: Engine, now: dt.datetime, url: str, *told, **more) -> Changes:
    with begin(engine) as session:
        article(session, url, *told, now=now, **more)
        return relink(session, now)


def rows(engine: Engine) -> list[object]:
    with begin(engine, read_only=True) as session:
        tables_ = (tables.Event, tables.Mention, tables.EventRevision)
        return [row.model_dump() for table in tables_ for row in session.exec(select(table))]


def test_two_articles_about_one_meeting_make_one_event(engine, now):
    first = tell(engine, now, "https://a.example/1", summit())
    second = tell(engine, now, "https://b.example/1", summit(title="Lee, Ek hold summit in Lund"))
    with begin(engine, read_only=True) as session:
        (event,) = find_events(session)
    assert len(first.created) == 1
    assert not second.created
    assert event.id == first.created[0]
    assert {source.url for source in event.sources} == {
        "https://a.example/1",
        "https://b.example/1",
    }


def test_linking_again_writes_nothing(engine, now):
    tell(engine, now, "https://a.example/1", summit())
    before = rows(engine)
    with begin(engine) as session:
        changes = relink(session, now + dt.timedelta(hours=1))
    assert not changes
    assert rows(engine) == before


def test_saving_the_same_mentions_again_writes_nothing(engine, now):
    tell(engine, now, "https://a.example/1", summit())
    before = rows(engine)
    assert not tell(engine, now + dt.timedelta(hours=1), "https://a.example/1", summit())
    assert rows(engine) == before


def test_a_corrected_article_moves_the_event_and_keeps_its_id(engine, now):
    created = tell(engine, now, "https://a.example/1", summit(), text="Leaders meet. First print.")
    later = now + dt.timedelta(days=1)
    changes = tell(
        engine, later, "https://a.example/1", summit("2024-05-09"), text="Leaders meet. Corrected."
    )
    with begin(engine, read_only=True) as session:
        (event,) = find_events(session)
        told = history(session, event.id)
    assert changes.changed == created.created == (event.id,)
    assert event.interval.first == dt.date(2024, 5, 9)
    assert (event.sequence, event.created, event.updated) == (1, now, later)
    assert [entry.change for entry in told] == ["created", "changed"]
    assert told[1].before["start"] == "2024-05-08"
    assert len(event.sources) == 1


def test_an_event_that_nobody_tells_any_more_is_dropped_not_deleted(engine, now):
    (id,) = tell(engine, now, "https://a.example/1", summit(), text="one").created
    changes = tell(engine, now, "https://a.example/1", text="two")
    assert changes.dropped == (id,)
    with begin(engine, read_only=True) as session:
        assert find_events(session) == ()
        assert find_event(session, id).dropped == now


def test_a_dropped_event_told_again_word_for_word_comes_back_under_its_id(engine, now):
    (id,) = tell(engine, now, "https://a.example/1", summit(), text="one").created
    with begin(engine) as session:
        article(session, "https://a.example/1", now=now, text="one", digest="other rules")
        assert relink(session, now).dropped == (id,)
    with begin(engine) as session:
        article(session, "https://a.example/1", summit(), now=now, text="one", digest="rules")
        assert relink(session, now).changed == (id,)
    with begin(engine, read_only=True) as session:
        assert [event.id for event in find_events(session)] == [id]
        assert [each.change for each in history(session, id)] == ["created", "dropped", "revived"]


def test_events_that_turn_out_to_be_one_redirect(engine, now):
    vague = mention("summit", "2024-05-08", "Ann Lee:person:Norland", "Lee at a summit")
    other = mention("summit", "2024-05-08", "Bo Ek:person:Sudland", "Ek attends a gathering")
    (one,) = tell(engine, now, "https://a.example/1", vague).created
    (two,) = tell(engine, now, "https://b.example/1", other).created
    with begin(engine) as session:
        article(session, "https://a.example/1", summit(), now=now, digest="better")
        article(session, "https://b.example/1", summit(), now=now, digest="better")
        changes = relink(session, now)
    kept, gone = (one, two) if changes.merged[0][0] == two else (two, one)
    assert changes.merged == ((gone, kept),)
    with begin(engine, read_only=True) as session:
        assert find_event(session, gone).id == kept
        assert [event.id for event in find_events(session)] == [kept]


def test_a_syndicated_copy_is_no_independent_source(engine, now):
    tell(engine, now, "https://a.example/1", summit())
    tell(engine, now, "https://b.example/1", summit(), copy_of="https://a.example/1")
    with begin(engine, read_only=True) as session:
        (event,) = find_events(session)
        assert find_events(session, Filters(min_sources=2)) == ()
    assert [(each.url, each.independent) for each in event.sources] == [
        ("https://a.example/1", True),
        ("https://b.example/1", False),
    ]


def test_a_plan_whose_day_is_gone_without_a_report_is_unconfirmed(engine, now):
    planned = summit("2026-03-12", status="planned")
    (id,) = tell(engine, now, "https://a.example/1", planned).created
    with begin(engine) as session:
        assert not relink(session, now + dt.timedelta(days=1))
        assert relink(session, now + dt.timedelta(days=4)).changed == (id,)
        assert not relink(session, now + dt.timedelta(days=5))
    with begin(engine, read_only=True) as session:
        assert find_event(session, id).status == "unconfirmed"


def test_an_unknown_id_names_the_ones_like_it(engine, now):
    (id,) = tell(engine, now, "https://a.example/1", summit()).created
    wrong = id[:-1] + ("a" if id[-1] != "a" else "b")
    with begin(engine, read_only=True) as session, pytest.raises(UsageError, match=id):
        find_event(session, wrong)
