"""Days and moments of sources as numbers, and whether a day is known or only a window of time. Pure."""

import datetime as dt

from tracker.mentions.windows import is_window
from tracker.values import Mention, Precision, Source

__all__ = ["WEEK", "day_of", "is_firm", "last_day_of", "moment_of"]

FIRM_DAYS = 16  # a longer stretch says "some time in it" more often than "all through it"
WEEK, DAY_SECONDS = 7, 86_400


def is_firm(mention: Mention) -> bool:
    """Whether the interval is the happening's own, not a window of time that it lies in: a month, or the
    calendar week of "last week"."""
    interval = mention.interval
    days = interval.precision is Precision.DAY and interval.days <= FIRM_DAYS
    return days and not is_window(interval, mention.rules)


def last_day_of(source: Source) -> int:
    """The last day it may lie in. "Last week", said on a Sunday, may be the week that ends that day."""
    last = source.mention.interval.last.toordinal()
    if source.mention.interval.days == WEEK and not is_firm(source.mention):
        today = day_of(source.published) or last
        return today if today - last == WEEK else last
    return last


def day_of(instant: dt.datetime | None) -> int | None:
    """The day of a moment as a number."""
    return instant.date().toordinal() if instant else None


def moment_of(instant: dt.datetime | None) -> float:
    """A moment in days; 0 where it is not known."""
    return instant.timestamp() / DAY_SECONDS if instant else 0.0
