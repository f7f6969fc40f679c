"""How events stand to each other follows the events, whichever comes first."""

import random

import pytest

from db.engine import Engine, begin
from tests.telling import article, mention
from tracker.timeline.ledger import relink
from tracker.timeline.query import Filters, find_events

LEE, EK = "Ann Lee:person:Norland", "Bo Ek:person:Sudland"
TOLD = {
    "visit": mention("delegation", "2024-05-06/2024-05-09", LEE, "Lee visits Sudland", "Lund"),
    "summit": mention("summit", "2024-05-08", f"{LEE}, {EK}", "Lee and Ek meet", "Lund"),
    "treaty": mention("agreement", "2024-05-08", f"{LEE}, {EK}", "Harbour treaty signed", "Lund"),
    "later": mention("agreement", "2024-06-08", f"{LEE}, {EK}", "Rail treaty signed", "Lund"),
    "anniversary": mention(
        "anniversary", "2025-05-08", "Norland:country", "First anniversary of the harbour treaty",
        ordinal=1, base="2024-05-08",
    ),
    "off": mention("talks", "2024-09-03", f"{LEE}, {EK}", "Fisheries talks", "Oslo", status="cancelled"),
    "on": mention("talks", "2024-11-20", f"{LEE}, {EK}", "Fisheries talks", "Oslo"),
}  # fmt: skip
EXPECTED = {
    ("summit", "part_of", "visit"),
    ("treaty", "part_of", "visit"),
    ("treaty", "part_of", "summit"),
    ("anniversary", "commemorates", "treaty"),
    ("on", "supersedes", "off"),
}
BACK = {"part_of": "has_part", "commemorates": "commemorated_by", "supersedes": "superseded_by"}


def relations(engine: Engine) -> set[tuple[str, str, str]]:
    with begin(engine, read_only=True) as session:
        events = find_events(session)
    name = {event.id: event.sources[0].url.split("/")[2].split(".")[0] for event in events}
    return {(name[e.id], r.kind, name[r.id]) for e in events for r in e.relations}


@pytest.mark.parametrize("seed", [0, 1, 2])
def test_relations_follow_the_events_in_any_order(engine, now, seed):
    names = sorted(TOLD)
    random.Random(seed).shuffle(names)
    for name in names:
        with begin(engine) as session:
            article(session, f"https://{name}.example/1", TOLD[name], now=now)
            relink(session, now)
    found = relations(engine)
    assert found == EXPECTED | {(other, BACK[kind], one) for one, kind, other in EXPECTED}


def test_a_relation_ends_with_its_event(sqlite_engine, now):
    with begin(sqlite_engine) as session:
        for name in ("visit", "summit"):
            article(session, f"https://{name}.example/1", TOLD[name], now=now)
        relink(session, now)
    assert relations(sqlite_engine)
    with begin(sqlite_engine) as session:
        article(session, "https://visit.example/1", now=now, text="nothing of it")
        relink(session, now)
    assert not relations(sqlite_engine)


def test_related_events_can_be_asked_for(sqlite_engine, now):
    with begin(sqlite_engine) as session:
        for name, told in TOLD.items():
            article(session, f"https://{name}.example/1", told, now=now)
        relink(session, now)
    with begin(sqlite_engine, read_only=True) as session:
        (visit,) = find_events(session, Filters(types=("delegation",)))
        related = find_events(session, Filters(related=visit.id))
    assert {event.type for event in related} == {"summit", "agreement"}
