"""Questions to the timeline."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from db.engine import Session
from tracker.errors import UsageError
from tracker.timeline.anniversaries import Upcoming
from tracker.values import Event, Interval

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


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events are asked for; an empty field asks nothing.

    `since` and `until` are inclusive days; an event that may lie in between is found, and `certainty`
    tells whether it must. Words of one field are alternatives, fields must all hold.
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


@dataclass(frozen=True, slots=True)
class Revision:
    """One entry of an event's history."""

    at: dt.datetime
    change: str  # created, changed, merged, split, dropped, revived
    before: dict[str, object]
    after: dict[str, object]


def find_events(session: Session, filters: Filters) -> tuple[Event, ...]:
    """The events that fit, by date, then type and id. Sources are filled in."""
    return ()


def find_event(session: Session, id: str) -> Event:
    """The event of that id, or the one it was merged into. UsageError names ids that look like it."""
    raise UsageError(f'no event "{id}"')


def history(session: Session, id: str) -> tuple[Revision, ...]:
    """What changed in an event, oldest first."""
    return ()


def certainty(interval: Interval, since: dt.date | None, until: dt.date | None) -> str:
    """ "certain" where the whole interval lies within the days asked for, "possible" where a part does,
    "no" where none does."""
    first, last = since or dt.date.min, until or dt.date.max
    if interval.last < first or interval.first > last:
        return "no"
    return "certain" if first <= interval.first and interval.last <= last else "possible"


def upcoming(
    session: Session,
    rulebook: object,
    today: dt.date,
    days: int = 365,
    leap_day: str = "02-28",
) -> Sequence[Upcoming]:
    """Anniversaries and planned events from `today` on, `days` ahead, by date."""
    return ()
