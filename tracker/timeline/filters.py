"""What can be asked of the timeline."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from db.listing import Criteria, holds_name
from tracker.events.words import fold
from tracker.values import Interval

__all__ = ["Filters", "certainty", "criteria", "names_fit"]


@dataclass(frozen=True, slots=True)
class Filters:
    """Which events are asked for; an empty field asks nothing.

    `since` and `until` are inclusive days; an event that may lie in between is found, and `certainty`
    tells whether it must. Words of one field are alternatives, fields must all hold. Actors, places and
    `search` match without regard to case and accents; actors and places by the beginnings of their words,
    also by the gazetteer's id. `search` asks for every one of its words, "quoted phrases" and begin* in
    title, place, actors, evidence or article text (see `db.words.terms`).
    `as_of` asks for the timeline as the articles published by that day told it (with `seen`, those
    fetched by then); `changed_since` only for what became new or different from that day on; `related`
    only for events that stand in a relation to that one. `gone_since` asks also for events that were
    dropped or merged into others from that day on; they say so by `dropped`.
    `sort` is one of `db.listing.ORDERS`; `after` the cursor of an earlier page in the same order.
    """

    since: dt.date | None = None
    until: dt.date | None = None
    types: tuple[str, ...] = ()
    actors: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    statuses: tuple[str, ...] = ()
    search: str = ""
    min_sources: int = 0
    min_confidence: float = 0.0
    ids: tuple[str, ...] = ()
    limit: int | None = None
    include_dropped: bool = False
    gone_since: dt.date | None = None
    include_hidden: bool = False
    as_of: dt.date | None = None
    seen: bool = False
    changed_since: dt.date | None = None
    related: str = ""
    sort: str = "date"
    after: str = ""


def criteria(asked: Filters, related: str = "") -> Criteria:
    """The same question to the database; `related` is the full id of that event."""
    since, gone = asked.changed_since, asked.gone_since
    return Criteria(
        first=asked.since,
        last=asked.until,
        types=asked.types,
        statuses=asked.statuses,
        ids=asked.ids,
        actors=_names(asked.actors),
        places=_names(asked.places),
        words=asked.search,
        min_sources=asked.min_sources,
        min_confidence=asked.min_confidence,
        related=related,
        revised_since=dt.datetime.combine(since, dt.time(), dt.UTC) if since else None,
        dropped=asked.include_dropped or since is not None,
        gone_since=dt.datetime.combine(gone, dt.time(), dt.UTC) if gone else None,
        hidden=asked.include_hidden,
    )


def _names(names: Iterable[str]) -> list[tuple[str, str]]:
    plain = (name.encode(errors="ignore").decode().replace("\0", "") for name in names)
    return [(fold(name), name.strip().lower()) for name in plain]


def names_fit(asked: tuple[str, ...], names: str) -> bool:
    """Whether one of the names asked for is among those stored in a column."""
    return not asked or any(holds_name(names, name, id) for name, id in _names(asked))


def certainty(interval: Interval, since: dt.date | None, until: dt.date | None) -> str:
    """ "certain" where the whole interval lies within the days asked for, "possible" where a part does,
    "no" where none does."""
    first, last = since or dt.date.min, until or dt.date.max
    if interval.last < first or interval.first > last:
        return "no"
    return "certain" if first <= interval.first and interval.last <= last else "possible"
