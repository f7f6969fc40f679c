"""Keeps the relations between events up to date: for those that changed, and those they may relate to."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from db import events as queries
from db import listing, parties, tables
from db.bulk import add_rows
from db.engine import Session
from db.parties import Stored
from tracker.events.knowledge import RelationRules, relation_rules
from tracker.events.relations import Party, Relation, relate
from tracker.values import Related

__all__ = ["relate_events", "with_relations"]

OTHER_WAY = {
    "part_of": "has_part",
    "commemorates": "commemorated_by",
    "supersedes": "superseded_by",
}


def relate_events(session: Session, ids: Iterable[str]) -> None:
    """Brings the relations of these events up to date; writes only what differs."""
    touched = set(ids)
    if not touched:
        return
    live = parties.by_ids(session, touched)
    rules = relation_rules()
    rows = {row.id: row for row in (*_candidates(session, live, rules), *live)}
    others = {id: _party(row) for id, row in rows.items()}
    found = _found([others[row.id] for row in live], list(others.values()), rules)
    stored = {
        (row.event_id, row.kind, row.other_id): row
        for row in queries.relations_of(session, touched)
    }
    for key, row in stored.items():
        if key not in found:
            session.delete(row)
    session.flush()
    fresh = [relation for key, relation in found.items() if key not in stored]
    add_rows(session, tables.EventRelation, [_row(relation) for relation in fresh])


def _row(relation: Relation) -> dict[str, str]:
    return {
        "event_id": relation.event, "kind": relation.kind, "other_id": relation.other, "why": relation.why,
    }  # fmt: skip


def _found(
    ours: list[Party], others: list[Party], rules: RelationRules
) -> dict[tuple[str, str, str], Relation]:
    return {
        (relation.event, relation.kind, relation.other): relation
        for one, other in _pairs(ours, others, rules)
        for relation in relate(one, other, rules)
    }


def _pairs(
    ours: list[Party], others: list[Party], rules: RelationRules
) -> Iterator[tuple[Party, Party]]:
    """The pairs that may be related: days that meet, an original date, a plan that was given up."""
    for one, other in _meeting(ours, others):
        yield one, other
    by_base: dict[str, list[Party]] = {}
    by_day: dict[str, list[Party]] = {}
    given_up: dict[str, list[Party]] = {}
    by_type: dict[str, list[Party]] = {}
    for other in others:
        by_base.setdefault(other.base or "", []).append(other)
        by_day.setdefault(other.first.isoformat(), []).append(other)
        by_type.setdefault(other.type, []).append(other)
        if other.status in rules.superseded:
            given_up.setdefault(other.type, []).append(other)
    for one in ours:
        near = by_base.get(one.first.isoformat(), []) + by_day.get(one.base or "", [])
        off = one.status in rules.superseded
        near += (by_type if off else given_up).get(one.type, [])
        yield from ((one, other) for other in near if other.id != one.id)


def _meeting(ours: list[Party], others: list[Party]) -> Iterator[tuple[Party, Party]]:
    """Pairs of one of ours and another, both known to the day, that share a day."""
    mine = {party.id for party in ours}
    open_: list[Party] = []
    for party in sorted((p for p in others if p.day), key=lambda p: (p.first, p.id)):
        open_ = [other for other in open_ if other.last >= party.first]
        for other in open_:
            if other.id in mine:
                yield other, party
            elif party.id in mine:
                yield party, other
        open_.append(party)


def _candidates(session: Session, rows: list[Stored], rules: RelationRules) -> list[Stored]:
    """Every event that one of the rows may stand to: of the same days, its original, its anniversaries,
    and what it may take the place of or be replaced by."""
    reach = dt.timedelta(days=rules.superseding_days)
    given_up = [row for row in rows if row.status in rules.superseded]
    bases = [dt.date.fromisoformat(row.base) for row in rows if row.base and len(row.base) == 10]
    found = _parts_and_wholes(session, rows, rules)
    windows = [(row.start, row.start + reach) for row in given_up]
    windows += [(day, day) for day in bases]
    found += parties.in_windows(session, _stretches(windows))
    before = [(row.start - reach, row.start) for row in rows]
    found += parties.in_windows(session, _stretches(before), statuses=sorted(rules.superseded))
    days = {row.start.isoformat() for row in rows}
    found += parties.with_base(session, sorted(rules.commemorating), days)
    return found


def _parts_and_wholes(session: Session, rows: list[Stored], rules: RelationRules) -> list[Stored]:
    """Every event of the same days as one of the rows whose type may be part of its type, or it of that."""
    found: list[Stored] = []
    for type in sorted({row.type for row in rows}):
        others = {part for part, whole in rules.parts if whole == type}
        others |= {whole for part, whole in rules.parts if part == type}
        windows = [(r.start, r.end) for r in rows if r.type == type and r.precision == "day"]
        if others:
            found += parties.in_windows(session, _stretches(windows), types=sorted(others))
    return found


def _stretches(spans: Iterable[tuple[dt.date, dt.date]]) -> list[tuple[dt.date, dt.date]]:
    """The spans, those that meet made one."""
    found: list[tuple[dt.date, dt.date]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found


def _party(row: Stored) -> Party:
    told = row.parties
    return Party(
        id=row.id,
        type=row.type,
        first=row.start,
        last=row.end,
        day=row.precision == "day",
        status=row.status,
        base=row.base,
        people=frozenset(told.get("people", ())),
        sides=frozenset(told.get("sides", ())),
        place=told.get("place", ""),
        country=told.get("country", ""),
        title=row.title,
    )


def with_relations(session: Session, ids: Iterable[str]) -> Mapping[str, tuple[Related, ...]]:
    """The relations of each of these events, seen from its side."""
    found: dict[str, list[Related]] = {}
    for end in listing.other_ends(session, ids):
        kind = end.kind if end.forth else OTHER_WAY[end.kind]
        found.setdefault(end.event_id, []).append(Related(kind, end.other_id, end.title))
    return {id: tuple(sorted(each, key=lambda r: (r.kind, r.id))) for id, each in found.items()}
