"""The events a question asks for, in its order, a page at a time: plain rows, no objects that are watched.

Showing a thousand events must cost little more than reading their columns.
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Row, exists, false, func, select
from sqlmodel import Session, and_, col, or_

from db.batches import batches
from db.search import finds
from db.tables import Event, EventRelation, EventRevision

__all__ = [
    "ORDERS",
    "Criteria",
    "Outline",
    "Row",
    "counted",
    "density",
    "holds_name",
    "key_of",
    "listed",
    "order_of",
    "other_ends",
    "outlines",
]

# What each order compares first; "-" is from the greatest down. All go on by date, type and id.
ORDERS = {
    "date": (),
    "newest": ("-start", "-end"),
    "updated": ("-updated",),
    "sources": ("-independent_sources",),
    "type": ("type",),
    "title": ("folded_title",),
}
DATED = ("start", "end", "type", "id")
SHOWN = (
    "id", "type", "title", "start", "end", "precision", "basis", "status", "actors", "place", "ordinal",
    "base", "confidence", "created", "updated", "sequence", "dropped", "redirect_to", "chosen", "rivals",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Criteria:
    """Which events are listed; an empty field asks nothing, values of one field are alternatives.

    `actors` and `places` are pairs of a folded name and a gazetteer's id, either of which may fit.
    """

    first: dt.date | None = None
    last: dt.date | None = None
    types: Sequence[str] = ()
    statuses: Sequence[str] = ()
    ids: Sequence[str] = ()
    actors: Sequence[tuple[str, str]] = ()
    places: Sequence[tuple[str, str]] = ()
    words: str = ""
    min_sources: int = 0
    min_confidence: float = 0.0
    related: str = ""
    revised_since: dt.datetime | None = None
    dropped: bool = False
    gone_since: dt.datetime | None = None  # also those dropped or merged away from then on
    hidden: bool = False


def listed(
    session: Session,
    asked: Criteria,
    order: str = "date",
    after: Sequence[Any] = (),
    limit: int | None = None,
) -> Sequence[Row[Any]]:
    """The columns of the events asked for in that order, from the one behind the key `after` on."""
    keys = _keys(order)
    columns = [column.label(f"key{number}") for number, (column, _) in enumerate(keys)]
    query = select(*(getattr(Event, name) for name in SHOWN), *columns)
    query = query.where(*_conditions(session, asked))
    if after:
        query = query.where(_behind(keys, after))
    query = query.order_by(*(column.desc() if down else column for column, down in keys))
    return session.execute(query.limit(limit)).all()


def key_of(row: Row[Any]) -> tuple[Any, ...]:
    """Where a listed row stands in its order."""
    return tuple(row)[len(SHOWN) :]


def counted(session: Session, asked: Criteria) -> int:
    """How many events are asked for."""
    query = select(func.count()).select_from(Event).where(*_conditions(session, asked))
    return int(session.execute(query).scalar_one())


def order_of(order: str) -> list[tuple[str, bool]]:
    """The columns an order compares, and whether each runs from the greatest down."""
    names = list(ORDERS[order])
    named = {name.lstrip("-") for name in names}
    names += [name for name in DATED if name not in named]
    return [(name.lstrip("-"), name.startswith("-")) for name in names]


def _keys(order: str) -> list[tuple[ColumnElement[Any], bool]]:
    """What the order compares, and whether from the greatest down."""
    return [(_column(name), down) for name, down in order_of(order)]


def _column(name: str) -> ColumnElement[Any]:
    if name == "folded_title":
        return func.lower(col(Event.title))
    found: ColumnElement[Any] = getattr(Event, name)
    return found


def _behind(
    keys: list[tuple[ColumnElement[Any], bool]], after: Sequence[Any]
) -> ColumnElement[bool]:
    """Comes later than `after`: the first key that differs decides."""
    found: ColumnElement[bool] = false()
    for (column, down), value in reversed(list(zip(keys, after, strict=True))):
        beyond = column < value if down else column > value
        found = or_(beyond, and_(column == value, found))
    return found


def _conditions(session: Session, asked: Criteria) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = [
        col(Event.redirect_to).is_(None), col(Event.dropped).is_(None),
    ]  # fmt: skip
    if asked.dropped:
        conditions = conditions[:1]
    if asked.gone_since:
        conditions = [or_(and_(*conditions), *_gone_since(asked.gone_since))]
    if not asked.hidden:
        conditions.append(~col(Event.hidden))
    return conditions + _by_values(asked) + _by_others(session, asked)


def _gone_since(instant: dt.datetime) -> list[ColumnElement[bool]]:
    """Dropped or merged into another since then."""
    merged = and_(col(Event.redirect_to).is_not(None), col(Event.updated) >= instant)
    return [col(Event.dropped) >= instant, merged]


def _by_values(asked: Criteria) -> list[ColumnElement[bool]]:
    """What the columns of the events say themselves."""
    conditions: list[ColumnElement[bool]] = []
    if asked.last is not None:
        conditions.append(col(Event.start) <= asked.last)
    if asked.first is not None:
        conditions.append(col(Event.end) >= asked.first)
    for column, values in (
        (Event.type, asked.types),
        (Event.status, asked.statuses),
        (Event.id, asked.ids),
    ):
        if values:
            conditions.append(col(column).in_(values))
    if asked.min_sources:
        conditions.append(col(Event.independent_sources) >= asked.min_sources)
    if asked.min_confidence:
        conditions.append(col(Event.confidence) >= asked.min_confidence)
    for column, names in ((Event.actor_names, asked.actors), (Event.place_names, asked.places)):
        if names:
            conditions.append(or_(*(_named(col(column), name, id) for name, id in names)))
    return conditions


def _by_others(session: Session, asked: Criteria) -> list[ColumnElement[bool]]:
    """What other tables say of the events."""
    conditions: list[ColumnElement[bool]] = []
    found = finds(session, asked.words)
    if found is not None:
        conditions.append(found)
    if asked.related:
        one, other = col(EventRelation.event_id), col(EventRelation.other_id)
        forth = exists().where(one == col(Event.id), other == asked.related)
        back = exists().where(other == col(Event.id), one == asked.related)
        conditions.append(or_(forth, back))
    if asked.revised_since:
        revised = select(col(EventRevision.event_id)).where(
            col(EventRevision.at) >= asked.revised_since
        )
        conditions.append(col(Event.id).in_(revised))
    return conditions


def _named(column: Any, name: str, id: str) -> ColumnElement[bool]:
    if not name:
        return false()
    begun: ColumnElement[bool] = column.contains(f" {name}", autoescape=True)
    return or_(begun, column.contains(f"\n={id}\n", autoescape=True))


def holds_name(names: str, name: str, id: str) -> bool:
    """The same of names as they are stored: whether one begins so, or is that of the gazetteer's id."""
    return bool(name) and (f" {name}" in names or f"\n={id}\n" in names)


class Outline(NamedTuple):
    """The little of an event that a picture of it needs."""

    id: str
    type: str
    title: str
    start: dt.date
    end: dt.date
    precision: str
    status: str


def outlines(session: Session, asked: Criteria) -> list[Outline]:
    """The outlines of the events asked for, by date."""
    columns = [getattr(Event, name) for name in Outline._fields]
    query = select(*columns).where(*_conditions(session, asked)).order_by(col(Event.start))
    return [Outline._make(row) for row in session.execute(query)]


def density(session: Session, asked: Criteria) -> list[tuple[str, dt.date, int]]:
    """How many of the events asked for begin on each day, by type."""
    type, start = col(Event.type), col(Event.start)
    query = select(type, start, func.count()).where(*_conditions(session, asked))
    return [tuple(row) for row in session.execute(query.group_by(type, start))]


class OtherEnd(NamedTuple):
    """A relation seen from one event: `forth` where it is that event that stands in it to the other."""

    event_id: str
    kind: str
    other_id: str
    title: str
    forth: bool


def other_ends(session: Session, ids: Iterable[str]) -> list[OtherEnd]:
    """The relations of these events to events that are not hidden."""
    one, other = col(EventRelation.event_id), col(EventRelation.other_id)
    found = []
    for ours, theirs in ((one, other), (other, one)):
        query = (
            select(ours, col(EventRelation.kind), theirs, col(Event.title))
            .join(Event, col(Event.id) == theirs)
            .where(~col(Event.hidden))
        )
        found += [
            OtherEnd._make((*row, ours is one))
            for batch in batches(ids)
            for row in session.execute(query.where(ours.in_(batch)))
        ]
    return found
