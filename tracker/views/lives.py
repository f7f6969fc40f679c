"""The life of a happening as the articles told it: planned, called off, moved, held. Pure."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.values import Event, Interval, Precision
from tracker.views.when import when

__all__ = ["Stage", "life_of"]

EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True)
class Stage:
    """What was said from a day on (`said`; None where the article has no date): the status, the days, by whom."""

    said: dt.date | None
    status: str
    days: str
    publisher: str


def life_of(event: Event) -> tuple[Stage, ...]:
    """Every turn of the event's life, each by the first article that told it; empty unless it had several.

    Only what all articles told in one way has no turns: a status or a date told anew is one.
    """
    rivals = {(field, key): value for field, value, keys in event.rivals if keys for key in keys}
    by_hand = {field for field, _, keys in event.rivals if not keys}
    if by_hand & {"status", "date"}:
        return ()  # what was set by hand hides which article told what
    found: list[Stage] = []
    for source in sorted(event.sources, key=lambda s: (s.published or EARLIEST, s.mention)):
        status = rivals.get(("status", source.mention), event.status.value)
        told = rivals.get(("date", source.mention))
        days = when(_interval(told) if told else event.interval)
        said = source.published.date() if source.published else None
        if not found or found[-1].status != status:
            found.append(Stage(said, status, days, source.publisher))
    return tuple(found) if len(found) > 1 else ()


def _interval(told: str) -> Interval:
    """A rival date as it is stored: a day, or the first and last."""
    days: Sequence[str] = told.split("/")
    first, last = dt.date.fromisoformat(days[0]), dt.date.fromisoformat(days[-1])
    return Interval(first, last, _precision(first, last))


def _precision(first: dt.date, last: dt.date) -> Precision:
    whole = first.day == 1 and (last + dt.timedelta(1)).day == 1
    return Precision.MONTH if whole else Precision.DAY
