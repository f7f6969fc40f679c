"""Events as relating them needs them: a few plain columns of those that are live."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlmodel import Session, and_, col, or_

from db.batches import batches
from db.tables import Event

__all__ = ["Stored", "by_ids", "in_windows", "with_base"]

WINDOWS = 60  # in one statement


class Stored(NamedTuple):
    """The columns of an event by which it is related to others."""

    id: str
    type: str
    title: str
    start: dt.date
    end: dt.date
    precision: str
    status: str
    base: str | None
    parties: Mapping[str, Any]


def _live(session: Session, *where: Any) -> list[Stored]:
    columns = (getattr(Event, name) for name in Stored._fields)
    live = (col(Event.dropped).is_(None), col(Event.redirect_to).is_(None))
    return list(map(Stored._make, session.execute(select(*columns).where(*live, *where))))


def by_ids(session: Session, ids: Iterable[str]) -> list[Stored]:
    """Those of the events that are live."""
    return [row for batch in batches(ids) for row in _live(session, col(Event.id).in_(batch))]


def in_windows(
    session: Session,
    windows: Sequence[tuple[dt.date, dt.date]],
    *,
    types: Sequence[str] = (),
    statuses: Sequence[str] = (),
) -> list[Stored]:
    """Live events whose interval shares a day with a window, of these types and statuses if any are named."""
    found: dict[str, Stored] = {}
    named = ((col(Event.type), types), (col(Event.status), statuses))
    stated = [column.in_(values) for column, values in named if values]
    for start in range(0, len(windows), WINDOWS):
        asked = [
            and_(col(Event.start) <= last, col(Event.end) >= first)
            for first, last in windows[start : start + WINDOWS]
        ]
        found.update((row.id, row) for row in _live(session, or_(*asked), *stated))
    return list(found.values())


def with_base(session: Session, types: Sequence[str], bases: Iterable[str]) -> list[Stored]:
    """Live events of these types with one of these original dates."""
    return [
        row
        for batch in batches(bases)
        for row in _live(session, col(Event.type).in_(types), col(Event.base).in_(batch))
    ]
