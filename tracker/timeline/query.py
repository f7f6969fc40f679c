"""Questions to the timeline."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from db import events as queries
from db import tables
from db.engine import Session
from tracker.events.profile import fold
from tracker.rulebook import Rulebook
from tracker.timeline import anniversaries
from tracker.timeline.anniversaries import Upcoming
from tracker.timeline.asof import rows_as_of
from tracker.timeline.ids import event_row
from tracker.timeline.news import net_change, say_change
from tracker.timeline.relating import with_relations
from tracker.timeline.rows import MATERIAL, event_value
from tracker.timeline.searching import found_by_words
from tracker.values import Event, Interval, Precision, Status

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
    `search` asks for every one of its words, "quoted phrases" and begin* in title, place, actors, evidence
    or article text (see `db.words.terms`).
    `as_of` asks for the timeline as the articles published by that day told it (with `seen`, those
    fetched by then); `changed_since` only for what became new or different from that day on; `related`
    only for events that stand in a relation to that one.
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
    as_of: dt.date | None = None
    seen: bool = False
    changed_since: dt.date | None = None
    related: str = ""


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
    found = _then(session, asked) if asked.as_of else _now(session, asked)
    other = event_row(session, asked.related).id if asked.related else ""
    events = (
        event
        for event in found
        if not other or any(relation.id == other for relation in event.relations)
    )
    return tuple(events)[: asked.limit]


def _now(session: Session, asked: Filters) -> list[Event]:
    news = _news(session, asked.changed_since) if asked.changed_since else None
    rows = queries.events_between(
        session,
        asked.since,
        asked.until,
        types=asked.types,
        statuses=asked.statuses,
        ids=asked.ids,
        min_sources=asked.min_sources,
        words=asked.search,
        dropped=asked.include_dropped or news is not None,
        hidden=asked.include_hidden,
    )
    fitting = [row for row in rows if _names_fit(row, asked) and (news is None or news.get(row.id))]
    events = _filled(session, fitting)
    if news is None:
        return events
    return [replace(event, changes=news[event.id]) for event in events]


def _news(session: Session, day: dt.date) -> dict[str, tuple[str, ...]]:
    """What became of each event from that day on, in words."""
    start = dt.datetime.combine(day, dt.time(), dt.UTC)
    entries: dict[str, list[tables.EventRevision]] = {}
    for row in queries.changed_since(session, start):
        entries.setdefault(row.event_id, []).append(row)
    return {
        id: net_change((row.change, row.before, row.after) for row in rows)
        for id, rows in entries.items()
    }


def _then(session: Session, asked: Filters) -> list[Event]:
    assert asked.as_of is not None
    rows = rows_as_of(session, asked.as_of, seen=asked.seen)
    news = None
    if asked.changed_since:
        day = asked.changed_since - dt.timedelta(days=1)
        old = {row.id: row for row, _ in rows_as_of(session, day, seen=asked.seen)}
        news = {row.id: _since(old.get(row.id), row) for row, _ in rows}
    return [
        replace(event_value(row, told), changes=news[row.id] if news else ())
        for row, told in found_by_words(session, rows, asked.search)
        if _row_fits(row, asked) and (news is None or news[row.id])
    ]


def _since(old: tables.Event | None, new: tables.Event) -> tuple[str, ...]:
    if old is None:
        return ("new",)
    return say_change(*({name: getattr(row, name) for name in MATERIAL} for row in (old, new)))


def _row_fits(row: tables.Event, asked: Filters) -> bool:
    """What the database checks of stored events, for rows that are not stored."""
    interval = Interval(row.start, row.end, Precision(row.precision))
    return (
        certainty(interval, asked.since, asked.until) != "no"
        and all(
            not wanted or value in wanted
            for value, wanted in (
                (row.type, asked.types),
                (row.status, asked.statuses),
                (row.id, asked.ids),
            )
        )
        and row.independent_sources >= asked.min_sources
        and (asked.include_hidden or not row.hidden)
        and _names_fit(row, asked)
    )


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


def _filled(session: Session, rows: Sequence[tables.Event]) -> list[Event]:
    told: dict[str, list[queries.Told]] = {row.id: [] for row in rows}
    for each in queries.told_by_events(session, told):
        told[each[0].event_id or ""].append(each)
    events = [event_value(row, told[row.id]) for row in rows]
    relations = with_relations(session, events)
    return [replace(event, relations=relations.get(event.id, ())) for event in events]


def find_event(session: Session, id: str) -> Event:
    """The event of that id, or the one it was merged into. UsageError names ids that look like it."""
    return _filled(session, [event_row(session, id)])[0]


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
