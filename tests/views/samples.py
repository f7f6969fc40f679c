"""Events made by hand, for the views."""

import datetime as dt
from typing import Any

from tracker.timeline.query import Upcoming
from tracker.values import Basis, Event, Evidence, Interval, Precision, Span, Status

MOMENT = dt.datetime(2025, 7, 1, 12, 0, tzinfo=dt.UTC)


def interval(first: str, last: str = "", precision: str = "day") -> Interval:
    """ "2025-06-21" to "2025-06-23"."""
    return Interval(
        dt.date.fromisoformat(first), dt.date.fromisoformat(last or first), Precision(precision)
    )


def evidence(
    url: str = "https://wire.example/a", publisher: str = "Example Wire", **more: Any
) -> Evidence:
    """A source whose sentence is ten characters long."""
    values: dict[str, Any] = {
        "published": MOMENT, "evidence": "They met.", "span": Span(0, 9), "independent": True, "title": "They meet",
    }  # fmt: skip
    return Evidence(url=url, publisher=publisher, **{**values, **more})


def event(
    id: str = "abc", first: str = "2025-06-21", last: str = "", precision: str = "day", **more: Any
) -> Event:
    """An event of one source."""
    values: dict[str, Any] = {
        "type": "talks", "title": "Ministers hold talks", "basis": Basis.STATED, "status": Status.OCCURRED,
        "sources": (evidence(),), "created": MOMENT, "updated": MOMENT,
    }  # fmt: skip
    return Event(id=id, interval=interval(first, last, precision), **{**values, **more})


def anniversary(first: str = "2026-06-19", **more: Any) -> Upcoming:
    """A computed anniversary."""
    values: dict[str, Any] = {
        "title": "Treaty of friendship", "ordinal": 2, "base": "2024-06-19", "event": "base", "key": "treaty",
    }  # fmt: skip
    return Upcoming(kind="anniversary", interval=interval(first), **{**values, **more})
