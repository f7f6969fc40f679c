"""Questions to the timeline."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from rapidfuzz.process import extract

from db import events as queries
from db import tables
from db.engine import Session
from tracker.errors import UsageError
from tracker.events.profile import fold
from tracker.rulebook import Rulebook
from tracker.timeline import anniversaries
from tracker.timeline.anniversaries import Upcoming
from tracker.timeline.rows import event_value
from tracker.values import Event, Interval, Status

__all__ = [
    "Filters",
    "Revision",
    "Upcoming",
    "certainty",
    "find_event",
    "find_events",
    "history",
    "upcoming",
]

AHEAD = (Status.PLANNED.value, Status.POSTPONED.value)


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events are asked for; an empty field asks nothing.

    `since` and `until` are inclusive days; an event that may lie in between is found, and `certainty`
    tells whether it must. Words of one field are alternatives, fields must all hold. Actors, places and
    `search` match without regard to case and accents; actors and places also by the gazetteer's id.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    search: str = ""
    min_sources: int = 0
    ids: tuple[str, ...] = ()
    limit: int | None = None
    include_dropped: bool = False
    include_hidden: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of an event's history."""

    at: dt.datetime
    change: str  # created, changed, merged, split, dropped, revived
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    event: str = ""


def find_events(session: Session, filters: Filters | None = None) -> tuple[Event, ...]:
    """The events that fit, by date, then type and id. Sources are filled in."""
    asked = filters or Filters()
    rows = queries.events_between(
        session,
        asked.since,
        asked.until,
        types=asked.types,
        statuses=asked.statuses,
        ids=asked.ids,
        min_sources=asked.min_sources,
        dropped=asked.include_dropped,
        hidden=asked.include_hidden,
    )
    fitting = [row for row in rows if _names_fit(row, asked)]
    events = (event for event in _filled(session, fitting) if _words_fit(event, asked.search))
    return tuple(events)[: asked.limit]


def _names_fit(row: tables.Event, asked: Filters) -> bool:
    entities = set(row.entities)
    return _fits(asked.actors, row.actors, entities) and _fits(
        asked.places, [row.place or ""], entities
    )


def _fits(asked: Sequence[str], names: Iterable[str], entities: set[str]) -> bool:
    if not asked:
        return True
    told = [fold(name) for name in names if name]
    return any(
        name in entities or any(fold(name) in each for each in told) for name in asked if fold(name)
    )


def _words_fit(event: Event, search: str) -> bool:
    if not search.strip():
        return True
    quotes = (source.evidence for source in event.sources)
    told = fold(" ".join((event.title, event.place or "", *event.actors, *quotes)))
    return all(word in told for word in fold(search).split())


def _filled(session: Session, rows: Sequence[tables.Event]) -> list[Event]:
    told: dict[str, list[queries.Told]] = {row.id: [] for row in rows}
    for each in queries.told_by_events(session, told):
        told[each[0].event_id or ""].append(each)
    return [event_value(row, told[row.id]) for row in rows]


def find_event(session: Session, id: str) -> Event:
    """The event of that id, or the one it was merged into. UsageError names ids that look like it."""
    row = session.get(tables.Event, id.strip().lower())
    seen = set()
    while row is not None and row.redirect_to and row.id not in seen:
        seen.add(row.id)
        row = session.get(tables.Event, row.redirect_to)
    if row is None:
        row = _only_start(session, id.strip().lower())
    if row is None:
        raise UsageError(f'no event "{id}"{_hint(session, id)}')
    return _filled(session, [row])[0]


def _only_start(session: Session, id: str) -> tables.Event | None:
    """The event whose id starts so, if it is the only one: the first letters are enough to type."""
    found = queries.ids_like(session, id, limit=2) if len(id) >= 4 else []
    return session.get(tables.Event, found[0]) if len(found) == 1 else None


def _hint(session: Session, id: str) -> str:
    known = queries.ids_like(session, id[:1]) or queries.ids_like(session, "")
    near = [found for found, _, _ in extract(id, known, limit=3, score_cutoff=50)]
    if near:
        return f"; did you mean {', '.join(near)}?"
    return "; `tracker events` lists the ids" if known else "; the timeline is empty"


def history(session: Session, id: str) -> tuple[Revision, ...]:
    """What changed in an event and in those merged into it, oldest first."""
    event = find_event(session, id)
    ids = [event.id, *queries.ids_redirected(session, event.id)]
    return tuple(
        Revision(row.at, row.change, row.before, row.after, row.event_id)
        for row in queries.revisions_of(session, ids)
        if row.at
    )


def certainty(interval: Interval, since: dt.date | None, until: dt.date | None) -> str:
    """ "certain" where the whole interval lies within the days asked for, "possible" where a part does,
    "no" where none does."""
    first, last = since or dt.date.min, until or dt.date.max
    if interval.last < first or interval.first > last:
        return "no"
    return "certain" if first <= interval.first and interval.last <= last else "possible"


def upcoming(
    session: Session,
    rulebook: Rulebook,
    today: dt.date,
    days: int = 365,
    leap_day: str = "02-28",
) -> tuple[Upcoming, ...]:
    """Anniversaries and planned events from `today` on, `days` ahead, by date."""
    until = today + dt.timedelta(days=days)
    planned = find_events(session, Filters(since=today, until=until, statuses=AHEAD))
    events = find_events(session)
    return anniversaries.coming(
        events, planned, anniversaries.recurring_days(rulebook), today, until, leap_day
    )
