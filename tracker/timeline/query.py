"""Questions to the timeline."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from db import events as queries
from db import listing, tables
from db.engine import Session
from db.listing import Row
from db.tellings import Telling, tellings
from tracker.rulebook import Rulebook
from tracker.timeline import anniversaries
from tracker.timeline.anniversaries import Upcoming
from tracker.timeline.event_rows import event_value, telling
from tracker.timeline.filters import Filters, certainty, criteria
from tracker.timeline.ids import event_row
from tracker.timeline.news import net_change
from tracker.timeline.paging import Page, behind, cursor_of, place_of
from tracker.timeline.past import changes_until, rows_then
from tracker.timeline.recurring import recurring_days
from tracker.timeline.relating import with_relations
from tracker.values import Event, Interval, Precision, Status

__all__ = [
    "Filters",
    "Mark",
    "Page",
    "Revision",
    "Upcoming",
    "certainty",
    "count_events",
    "density",
    "find_event",
    "find_events",
    "find_page",
    "history",
    "mark_of",
    "outline",
    "upcoming",
]

AHEAD = (Status.PLANNED.value, Status.POSTPONED.value)
KINDS = {"start": dt.date, "end": dt.date, "updated": dt.datetime, "independent_sources": int}
Key = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of an event's history."""

    at: dt.datetime
    change: str  # created, changed, merged, split, dropped, revived
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    event: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """The little of an event that a picture of it needs."""

    id: str
    type: str
    title: str
    interval: Interval
    status: Status


def find_events(session: Session, filters: Filters | None = None) -> tuple[Event, ...]:
    """The events that fit, in order (by date, then type and id, unless `sort` says otherwise). Sources
    and relations are filled in."""
    return _page(session, filters or Filters()).events


def find_page(session: Session, filters: Filters) -> Page:
    """The same with the number of all that fit, and the cursor to ask for the page `after` this one."""
    page = _page(session, filters)
    whole = not filters.after and not page.next
    return replace(page, total=len(page.events) if whole else count_events(session, filters))


def count_events(session: Session, filters: Filters) -> int:
    """How many events fit, on whatever page."""
    asked = replace(filters, limit=None, after="")
    if asked.as_of or asked.changed_since:
        return len(find_events(session, asked))
    return listing.counted(session, criteria(asked, _related(session, asked)))


def outline(session: Session, filters: Filters) -> tuple[Mark, ...]:
    """What a picture of all events that fit needs, on whatever page they are."""
    asked = replace(filters, limit=None, after="", sort="date")
    if asked.as_of or asked.changed_since:
        return tuple(mark_of(event) for event in find_events(session, asked))
    rows = listing.outlines(session, criteria(asked, _related(session, asked)))
    return tuple(
        Mark(row.id, row.type, row.title, Interval(row.start, row.end, Precision(row.precision)), Status(row.status))
        for row in rows
    )  # fmt: skip


def density(session: Session, filters: Filters) -> tuple[tuple[str, dt.date, int], ...]:
    """How many of the events that fit begin on each day, by type."""
    asked = replace(filters, limit=None, after="", sort="date")
    if asked.as_of or asked.changed_since:
        found = Counter((each.type, each.interval.first) for each in outline(session, asked))
        return tuple((type, day, count) for (type, day), count in found.items())
    return tuple(listing.density(session, criteria(asked, _related(session, asked))))


def mark_of(event: Event) -> Mark:
    """What a picture of that event needs."""
    return Mark(event.id, event.type, event.title, event.interval, event.status)


def _page(session: Session, asked: Filters) -> Page:
    order = listing.order_of(asked.sort)
    after = place_of(asked.after, asked.sort, [KINDS.get(name, str) for name, _ in order])
    if asked.as_of:
        return _page_then(session, asked, after)
    news = _news(session, asked.changed_since) if asked.changed_since else None
    question = criteria(asked, _related(session, asked))
    more = None if asked.limit is None else asked.limit + 1
    if news is None:
        rows = listing.listed(session, question, asked.sort, after, more)
    else:  # what changed is known only to the words of its history
        listed = listing.listed(session, question, asked.sort, after)
        rows = [row for row in listed if news.get(row.id)][:more]
    shown = rows[: asked.limit]
    events = _filled(session, shown, news)
    ended = len(rows) == len(shown)
    return Page(events, next="" if ended else cursor_of(asked.sort, listing.key_of(shown[-1])))


def _page_then(session: Session, asked: Filters, after: Key) -> Page:
    """A page of the timeline of an earlier day, which is in no table: sorted and cut here."""
    found = rows_then(session, asked)
    if asked.changed_since:
        news = changes_until(session, asked, found)
        found = [each for each in found if news[each[0].id]]
    else:
        news = {}
    events = {
        row.id: event_value(row, map(telling, told), news.get(row.id, ())) for row, told in found
    }
    order = listing.order_of(asked.sort)
    keys = {row.id: _key(row, order) for row, _ in found}
    ids = [row.id for row, _ in found]
    if asked.related:
        other = event_row(session, asked.related).id
        told_of = with_relations(session, ids)
        ids = [id for id in ids if any(end.id == other for end in told_of.get(id, ()))]
    for number, (_, down) in reversed(list(enumerate(order))):
        ids.sort(key=lambda id: keys[id][number], reverse=down)
    downs = [down for _, down in order]
    ids = [id for id in ids if not after or behind(keys[id], after, downs)]
    shown = ids[: asked.limit]
    next = cursor_of(asked.sort, keys[shown[-1]]) if len(ids) > len(shown) else ""
    return Page(tuple(events[id] for id in shown), next=next)


def _key(row: tables.Event, order: Sequence[tuple[str, bool]]) -> Key:
    named = {"folded_title": row.title.lower()}
    return tuple(named.get(name) or getattr(row, name) for name, _ in order)


def _related(session: Session, asked: Filters) -> str:
    return event_row(session, asked.related).id if asked.related else ""


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


def _filled(
    session: Session,
    rows: Iterable[tables.Event | Row[Any]],
    news: Mapping[str, tuple[str, ...]] | None = None,
) -> tuple[Event, ...]:
    told: dict[str, list[Telling]] = {row.id: [] for row in rows}
    for each in tellings(session, told):
        told[each.event_id].append(each)
    relations = with_relations(session, told)
    return tuple(
        event_value(row, told[row.id], (news or {}).get(row.id, ()), relations.get(row.id, ()))
        for row in rows
    )


def find_event(session: Session, id: str) -> Event:
    """The event of that id, or the one it was merged into. UsageError names ids that look like it."""
    return _filled(session, [event_row(session, id)])[0]


def history(session: Session, id: str) -> tuple[Revision, ...]:
    """What changed in an event and in those merged into it, oldest first."""
    event = event_row(session, id)
    ids = [event.id, *queries.ids_redirected(session, event.id)]
    return tuple(
        Revision(row.at, row.change, row.before, row.after, row.event_id)
        for row in queries.revisions_of(session, ids)
        if row.at
    )


def upcoming(
    session: Session,
    rulebook: Rulebook,
    today: dt.date,
    days: int = 365,
    leap_day: str = "02-28",
    least: float = 0.0,
) -> tuple[Upcoming, ...]:
    """Anniversaries and planned events from `today` on, `days` ahead, by date, drawn from events of which
    the confidence is at `least` so high."""
    until = today + dt.timedelta(days=days)
    recurring = recurring_days(rulebook)
    sure = Filters(min_confidence=least)
    planned = find_events(session, replace(sure, since=today, until=until, statuses=AHEAD))
    events = find_events(session, replace(sure, types=(*sorted(recurring.types), recurring.type)))
    return anniversaries.coming(events, planned, recurring, today, until, leap_day)
