"""The calendar of a question: its events, and the anniversaries that fit it."""

import datetime as dt
from dataclasses import replace

from db.engine import begin
from tracker.answers.ahead import due
from tracker.answers.means import Means
from tracker.clock import now
from tracker.timeline.query import Filters, Upcoming, find_events
from tracker.views.ical import calendar, has_a_day

__all__ = ["calendar_of"]

DAYS_GONE = dt.timedelta(days=90)  # so long an event that was dropped goes out as cancelled
DAYS_AHEAD = 731  # anniversaries are written out for two years


def calendar_of(
    means: Means, filters: Filters, name: str, alarm: int | None = None
) -> tuple[bytes, int]:
    """The calendar file, with alarms so many days before what is ahead, and how many events have no day
    to stand on."""
    today = now().date()
    start = max(filters.since or today, today)
    days = min(((filters.until or dt.date.max) - start).days, DAYS_AHEAD)
    with begin(means.engine, read_only=True) as session:
        events = find_events(session, replace(filters, gone_since=today - DAYS_GONE))
        ahead = due(means, session, start, days) if days >= 0 else ()
        anniversaries = [one for one in ahead if one.kind == "anniversary" and _fits(one, filters)]
        ids = tuple(sorted({one.event for one in anniversaries if one.event}))
        bases = {event.id: event for event in find_events(session, Filters(ids=ids))} if ids else {}
    left_out = sum(not has_a_day(event.interval) for event in events)
    return calendar(events, anniversaries, name=name, bases=bases, alarm=alarm), left_out


def _fits(due: Upcoming, filters: Filters) -> bool:
    """Whether a computed anniversary answers the same question as the events beside it."""
    told = " ".join((due.title, *due.actors)).lower()
    place = (due.place or "").lower()
    return (
        (not filters.types or due.type in filters.types)
        and (not filters.actors or any(name.lower() in told for name in filters.actors))
        and (not filters.places or any(name.lower() in place for name in filters.places))
        and (not filters.statuses or due.status in filters.statuses)
        and (not filters.search or filters.search.lower() in told)
        and not (filters.min_sources and len(due.sources) < filters.min_sources)
    )
