"""Answers from the timeline as it was known on a day: the same filters over rows that are not stored."""

import datetime as dt
from collections.abc import Mapping, Sequence

from db import tables
from db.claims import Claim
from db.engine import Session
from tracker.timeline.asof import rows_as_of
from tracker.timeline.event_rows import MATERIAL
from tracker.timeline.filters import Filters, certainty, names_fit
from tracker.timeline.news import say_change
from tracker.timeline.searching import found_by_words
from tracker.values import Interval, Precision

__all__ = ["changes_until", "rows_then"]

Row = tuple[tables.Event, list[Claim]]


def rows_then(session: Session, asked: Filters) -> list[Row]:
    """The events of that day that fit, each with its mentions; not yet sorted or cut."""
    assert asked.as_of is not None
    rows = rows_as_of(session, asked.as_of, seen=asked.seen)
    return [
        (row, told)
        for row, told in found_by_words(session, rows, asked.search)
        if _row_fits(row, asked)
    ]


def changes_until(
    session: Session, asked: Filters, rows: Sequence[Row]
) -> Mapping[str, tuple[str, ...]]:
    """What became of each event from `changed_since` until that day, in words."""
    assert asked.changed_since is not None
    day = asked.changed_since - dt.timedelta(days=1)
    old = {row.id: row for row, _ in rows_as_of(session, day, seen=asked.seen)}
    return {row.id: _since(old.get(row.id), row) for row, _ in rows}


def _since(old: tables.Event | None, new: tables.Event) -> tuple[str, ...]:
    if old is None:
        return ("new",)
    return say_change(*({name: getattr(row, name) for name in MATERIAL} for row in (old, new)))


def _row_fits(row: tables.Event, asked: Filters) -> bool:
    """What the database checks of stored events."""
    interval = Interval(row.start, row.end, Precision(row.precision))
    wanted = ((row.type, asked.types), (row.status, asked.statuses), (row.id, asked.ids))
    return (
        certainty(interval, asked.since, asked.until) != "no"
        and all(not values or value in values for value, values in wanted)
        and row.independent_sources >= asked.min_sources
        and row.confidence >= asked.min_confidence
        and (asked.include_hidden or not row.hidden)
        and names_fit(asked.actors, row.actor_names)
        and names_fit(asked.places, row.place_names)
    )
