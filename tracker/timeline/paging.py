"""A list cut into pages: the cursor that says where one ended."""

import base64
import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tracker.errors import UsageError
from tracker.values import Event

__all__ = ["Page", "behind", "cursor_of", "place_of"]

LONGEST = 2_000  # characters of a cursor: a title is in it at most


@dataclass(frozen=True, slots=True)
class Page:
    """A part of a list, how long the whole is, and the cursor of the next part ("" at the end).

    Events that come or go between two pages neither double nor hide others.
    """

    events: tuple[Event, ...] = ()
    total: int = 0
    next: str = ""


def cursor_of(sort: str, key: Sequence[Any]) -> str:
    """The cursor of the page that starts behind `key` in this order."""
    plain = [_written(part) for part in key]
    text = json.dumps([sort, *plain], ensure_ascii=False, separators=(",", ":"))
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def place_of(cursor: str, sort: str, kinds: Sequence[type]) -> tuple[Any, ...]:
    """The key that a cursor was made of, empty for none. UsageError for one that is none of this order."""
    if not cursor:
        return ()
    try:
        if len(cursor) > LONGEST or not cursor.isascii():
            raise ValueError("no cursor")
        name, *parts = json.loads(base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if name != sort:
            raise ValueError("a cursor of another order")
        return tuple(_read(part, kind) for part, kind in zip(parts, kinds, strict=True))
    except (ValueError, TypeError, OverflowError, RecursionError) as error:
        raise UsageError(f"not a cursor that a page sorted by {sort} gave") from error


def _written(part: Any) -> Any:
    return part.isoformat() if isinstance(part, dt.date) else part


def _read(part: Any, kind: type) -> Any:
    if kind is int and type(part) is int and abs(part) < 2**31:
        return part
    if kind is int or not isinstance(part, str) or "\0" in part:
        raise ValueError("not what such a list is sorted by")
    part.encode()
    if kind is dt.date:
        return dt.date.fromisoformat(part)
    return _instant(part) if kind is dt.datetime else part


def _instant(text: str) -> dt.datetime:
    instant = dt.datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant without its zone")
    return instant.astimezone(dt.UTC)


def behind(key: Sequence[Any], after: Sequence[Any], downs: Sequence[bool]) -> bool:
    """Whether `key` comes later than `after`; `downs` says which parts run from the greatest down."""
    for part, other, down in zip(key, after, downs, strict=True):
        if part != other:
            return bool(part < other if down else part > other)
    return False
