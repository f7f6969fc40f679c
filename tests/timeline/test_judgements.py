"""What people decided outlives every re-reading, can be undone, and is never overwritten."""

import datetime as dt

import pytest

from db.engine import Engine, begin
from tests.telling import article, mention
from tracker.errors import UsageError
from tracker.timeline import judgements
from tracker.timeline.ledger import relink
from tracker.timeline.query import Filters, find_event, find_events

LEE = mention("talks", "2024-05-08", "Ann Lee:person:Norland", "Lee opens border talks", "Lund")
EK = mention("talks", "2024-05-20", "Bo Ek:person:Sudland", "Ek hosts fisheries talks", "Oslo")
TWIN = mention("talks", "2024-05-08", "Ann Lee:person:Norland", "Border talks opened", "Lund")


def tell(engine: Engine, now: dt.datetime, **told) -> None:
    with begin(engine) as session:
        for name, each in told.items():
            article(session, f"https://{name}.example/1", each, now=now)
        relink(session, now)


def ids(engine: Engine, **asked) -> list[str]:
    with begin(engine, read_only=True) as session:
        return [event.id for event in find_events(session, Filters(**asked))]


def judge(engine: Engine, now: dt.datetime, verb: str, *events: str, **more) -> int:
    with begin(engine) as session:
        sides = judgements.sides_of(session, events)
        number = judgements.decide(session, verb, sides, events=events, now=now, **more)
        relink(session, now)
        return number


def take_back(engine: Engine, now: dt.datetime, number: int | None = None) -> None:
    with begin(engine) as session:
        judgements.undo(session, number, now)
        relink(session, now)


def reread(engine: Engine, now: dt.datetime, **told) -> None:
    """As if better rules had read the same texts: other words, other keys."""
    with begin(engine) as session:
        for name, each in told.items():
            text = f"{each.title}. Corrected."
            article(session, f"https://{name}.example/1", each, now=now, text=text, digest="new")
        relink(session, now)


def test_what_is_judged_the_same_is_one_event_and_stays_one(engine, now):
    tell(engine, now, a=LEE, b=EK)
    first, second = ids(engine)
    judge(engine, now, "same", first, second)
    assert ids(engine) == [first]
    reread(engine, now, a=LEE, b=EK)
    assert ids(engine) == [first]
    with begin(engine, read_only=True) as session:
        assert find_event(session, second).id == first
        assert len(find_event(session, first).sources) == 2


def test_the_first_named_keeps_its_id(engine, now):
    tell(engine, now, a=LEE, b=EK)
    first, second = ids(engine)
    judge(engine, now, "same", second, first)
    assert ids(engine) == [second]


def test_undoing_a_merge_parts_them_again(engine, now):
    tell(engine, now, a=LEE, b=EK)
    first, second = ids(engine)
    judge(engine, now, "same", first, second)
    take_back(engine, now)
    assert ids(engine) == [first, second]
    with begin(engine, read_only=True) as session:
        assert find_event(session, second).id == second


def test_what_is_judged_different_is_parted_and_stays_parted(engine, now):
    tell(engine, now, a=LEE, b=TWIN)
    (id,) = ids(engine)
    with begin(engine) as session:
        (side,) = judgements.sides_of(session, [id])
        judgements.decide(session, "different", [side[:1], side[1:]], events=[id], now=now)
        relink(session, now)
    assert len(ids(engine)) == 2
    assert id in ids(engine)
    reread(engine, now, a=LEE, b=TWIN)
    assert len(ids(engine)) == 2
    take_back(engine, now)
    assert len(ids(engine)) == 1


def test_an_edit_wins_over_every_reading_and_shows_what_the_machine_says(engine, now):
    tell(engine, now, a=LEE)
    (id,) = ids(engine)
    judge(engine, now, "edit", id, value={"title": "Border talks of Lund"}, why="clearer")
    reread(
        engine, now, a=mention("talks", "2024-05-09", "Ann Lee:person:Norland", "Lee opens talks")
    )
    with begin(engine, read_only=True) as session:
        event = find_event(session, id)
    assert event.title == "Border talks of Lund"
    assert event.interval.first == dt.date(2024, 5, 9)
    assert dict(event.chosen)["title"] == "set by hand (judgement 1: clearer)"
    assert ("title", "Lee opens talks", ()) in event.rivals
    take_back(engine, now)
    with begin(engine, read_only=True) as session:
        assert find_event(session, id).title == "Lee opens talks"


def test_an_edited_date_is_kept(engine, now):
    tell(engine, now, a=LEE)
    (id,) = ids(engine)
    value = {"start": "2024-05-07", "end": "2024-05-07", "precision": "day"}
    judge(engine, now, "edit", id, value=value)
    assert ids(engine, until=dt.date(2024, 5, 7)) == [id]


def test_what_is_hidden_is_not_found_but_still_shown_by_its_id(engine, now):
    tell(engine, now, a=LEE)
    (id,) = ids(engine)
    judge(engine, now, "hide", id)
    assert ids(engine) == []
    assert ids(engine, include_hidden=True) == [id]
    reread(engine, now, a=LEE)
    assert ids(engine) == []
    take_back(engine, now)
    assert ids(engine) == [id]


def test_what_is_pinned_stays_when_nobody_tells_it_any_more(engine, now):
    tell(engine, now, a=LEE)
    (id,) = ids(engine)
    judge(engine, now, "pin", id)
    with begin(engine) as session:
        article(session, "https://a.example/1", now=now, text="nothing of it any more")
        assert not relink(session, now).dropped
    assert ids(engine) == [id]


def test_a_contradiction_is_refused_and_named(engine, now):
    tell(engine, now, a=LEE, b=EK)
    first, second = ids(engine)
    judge(engine, now, "different", first, second)
    with pytest.raises(UsageError, match="contradicts judgement 1"):
        judge(engine, now, "same", first, second)
    assert len(ids(engine)) == 2


def test_contradicting_judgements_from_elsewhere_are_reported_and_not_applied(engine, now):
    tell(engine, now, a=LEE, b=EK)
    first, second = ids(engine)
    judge(engine, now, "different", first, second)
    with begin(engine) as session:
        (record,) = judgements.export(session)
        assert judgements.import_judgements(session, [{**record, "verb": "same"}]) == (1, 0)
        relink(session, now)
        assert judgements.contradictions(session) == ((1, 2),)
    assert len(ids(engine)) == 2


def test_judgements_hold_in_another_database(engine, migrated_file, tmp_path, now):
    from db.engine import open_engine

    tell(engine, now, a=LEE, b=EK)
    judge(engine, now, "same", *ids(engine), why="one round", who="ana")
    with begin(engine, read_only=True) as session:
        records = judgements.export(session)
    path = tmp_path / "elsewhere.db"
    path.write_bytes(migrated_file.read_bytes())
    other = open_engine(f"sqlite:///{path}")
    tell(other, now, b=EK, a=LEE)
    with begin(other) as session:
        assert judgements.import_judgements(session, records) == (1, 0)
        assert judgements.import_judgements(session, records) == (0, 1)
        relink(session, now)
    assert len(ids(other)) == 1
    other.dispose()


def test_there_may_be_nothing_to_undo(sqlite_engine, now):
    with begin(sqlite_engine) as session, pytest.raises(UsageError, match="nothing to undo"):
        judgements.undo(session, None, now)
    with begin(sqlite_engine) as session, pytest.raises(UsageError, match="no judgement 7"):
        judgements.undo(session, 7, now)
