"""Orders of a list of events, and a list cut into pages."""

import base64
import binascii
import datetime as dt
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.values import Event

__all__ = ["Page", "Sort", "in_order", "page_of"]

Key = tuple[Any, ...]  # of whole numbers and texts: it travels in cursors


class Sort(StrEnum):
    """Orders of a list of events."""

    DATE = "date"
    NEWEST = "newest"
    UPDATED = "updated"
    SOURCES = "sources"
    TYPE = "type"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list, how long the whole is, and the cursor of the next part ("" at the end)."""

    events: tuple["Event", ...]
    total: int
    next: str = ""


def in_order(events: "Iterable[Event]", sort: Sort) -> "list[Event]":
    """The events in that order; those alike in it by date, type and id."""
    return sorted(events, key=KEYS[sort])


def page_of(events: "Sequence[Event]", sort: Sort, cursor: str, limit: int) -> Page:
    """The `limit` events of that order that come after `cursor`, which an earlier page gave.

    Events that come or go in between neither double nor hide others. UsageError for a cursor that is none.
    """
    ordered = in_order(events, sort)
    if cursor:
        after = _read(cursor, sort)
        ordered = [event for event in ordered if KEYS[sort](event) > after]
    shown = tuple(ordered[:limit])
    more = len(ordered) > limit
    return Page(shown, len(events), _written(sort, KEYS[sort](shown[-1])) if more else "")


def _by_date(event: "Event") -> Key:
    interval = event.interval
    return (interval.first.toordinal(), interval.last.toordinal(), event.type, event.id)


def _newest(event: "Event") -> Key:
    first, last, *rest = _by_date(event)
    return (-first, -last, *rest)


def _updated(event: "Event") -> Key:
    instant = event.updated or dt.datetime.min.replace(tzinfo=dt.UTC)
    return (-int((instant - EPOCH).total_seconds() * 1e6), *_by_date(event))


def _sources(event: "Event") -> Key:
    return (-len({source.url for source in event.sources}), *_by_date(event))


EPOCH = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
KEYS: "dict[Sort, Callable[[Event], Key]]" = {
    Sort.DATE: _by_date,
    Sort.NEWEST: _newest,
    Sort.UPDATED: _updated,
    Sort.SOURCES: _sources,
    Sort.TYPE: lambda event: (event.type.casefold(), *_by_date(event)),
    Sort.TITLE: lambda event: (event.title.casefold(), *_by_date(event)),
}
SHAPES = {Sort.DATE: "iiss", Sort.NEWEST: "iiss", Sort.UPDATED: "iiiss", Sort.SOURCES: "iiiss",
          Sort.TYPE: "siiss", Sort.TITLE: "siiss"}  # fmt: skip


def _written(sort: Sort, key: Key) -> str:
    text = json.dumps([sort.value, *key], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _read(cursor: str, sort: Sort) -> Key:
    try:
        padded = cursor + "=" * (-len(cursor) % 4)
        name, *key = json.loads(base64.urlsafe_b64decode(padded.encode("ascii", "strict")))
    except (ValueError, binascii.Error, RecursionError, TypeError) as error:
        raise UsageError("not a cursor that a page gave") from error
    shape = "".join("i" if type(part) is int else "s" for part in key)
    if name != sort.value or shape != SHAPES[sort]:
        raise UsageError("not a cursor that a page in this order gave")
    return tuple(key)
