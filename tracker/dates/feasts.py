"""Days with a name: their place in the calendar, and the weekend or week they are part of."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from tracker.dates import calendar
from tracker.dates.calendar import Grain
from tracker.dates.context import Context, Meaning
from tracker.dates.scan import Match
from tracker.dates.told import NEAR
from tracker.dates.years import in_year
from tracker.values import Interval, Precision

__all__ = ["easter", "fixed", "nth_weekday"]

_LAST: Final = -1  # the last of its kind in the month
_WEEK: Final = dt.timedelta(weeks=1)


def fixed(match: Match, context: Context) -> Meaning:
    """A feast with a fixed place in the calendar: `date = [month, day]`."""
    month, day = match.fields["date"]
    return _feast(match, context, lambda year: dt.date(year, month, day))


def nth_weekday(match: Match, context: Context) -> Meaning:
    """A feast on the nth weekday of a month, the last one for -1: `date = [month, weekday, n, days after]`."""
    month, weekday, nth, after = match.fields["date"]

    def day_of(year: int) -> dt.date:
        whole = calendar.month(year, month).interval
        if nth == _LAST:
            behind = (whole.last.weekday() - weekday) % 7
            return whole.last + dt.timedelta(days=after - behind)
        ahead = (weekday - whole.first.weekday()) % 7 + 7 * (nth - 1)
        return whole.first + dt.timedelta(days=ahead + after)

    return _feast(match, context, day_of)


def easter(match: Match, context: Context) -> Meaning:
    """Easter and the days counted from it."""
    after = dt.timedelta(days=int(match.fields.get("easterday", 0)))
    return _feast(match, context, lambda year: calendar.easter(year) + after)


def _feast(match: Match, context: Context, day_of: Callable[[int], dt.date]) -> Meaning:
    """The feast of the year that is meant, or what is called after it: "Labor Day weekend"."""
    around = _AROUND.get(str(match.fields.get("weekof", "")), calendar.day)
    return in_year(match, context, lambda year: around(day_of(year)), NEAR)


def _weekend(day: dt.date) -> Grain:
    """The weekend nearest to a day; with the day, where that makes it longer."""
    found = min(
        (calendar.weekend(day - _WEEK), calendar.weekend(day)),
        key=lambda grain: min(abs(day - grain.interval.first), abs(day - grain.interval.last)),
    )
    first, last = found.interval.first, found.interval.last
    if day < first - dt.timedelta(days=1) or day > last + dt.timedelta(days=1):
        return found
    return Grain(found.value, Interval(min(first, day), max(last, day), Precision.DAY))


_AROUND: Final[Mapping[str, Callable[[dt.date], Grain]]] = {
    "week": calendar.week,
    "weekend": _weekend,
}
