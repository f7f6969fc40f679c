"""Calendar arithmetic: units as intervals, their TIMEX3 values, steps between them."""

import datetime as dt
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracker.values import Interval, Precision

__all__ = [
    "Grain",
    "centuries",
    "day",
    "decades",
    "easter",
    "half",
    "month",
    "quarter",
    "same_day",
    "season",
    "step",
    "week",
    "weekend",
    "year",
]

SEASONS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}  # TIMEX3 code and first month


@dataclass(frozen=True, slots=True)
class Grain:
    """One unit of the calendar: its TIMEX3 value and its days."""

    value: str
    interval: Interval


@lru_cache(maxsize=4096)
def day(date: dt.date) -> Grain:
    """One day."""
    return Grain(date.isoformat(), Interval(date, date, Precision.DAY))


@lru_cache(maxsize=4096)
def week(date: dt.date) -> Grain:
    """The week, from Monday to Sunday, that holds `date`."""
    first = date - dt.timedelta(days=date.weekday())
    number = date.isocalendar()
    last = first + dt.timedelta(days=6)
    return Grain(f"{number.year}-W{number.week:02d}", Interval(first, last, Precision.DAY))


@lru_cache(maxsize=4096)
def weekend(date: dt.date) -> Grain:
    """Saturday and Sunday of the week that holds `date`."""
    whole = week(date)
    first = whole.interval.first + dt.timedelta(days=5)
    return Grain(f"{whole.value}-WE", Interval(first, whole.interval.last, Precision.DAY))


@lru_cache(maxsize=4096)
def month(year: int, number: int) -> Grain:
    """One month."""
    last = dt.date(year, number, monthrange(year, number)[1])
    return Grain(
        f"{year:04d}-{number:02d}", Interval(dt.date(year, number, 1), last, Precision.MONTH)
    )


@lru_cache(maxsize=4096)
def quarter(year: int, number: int) -> Grain:
    """The first to fourth three months of a year."""
    return Grain(f"{year:04d}-Q{number}", _months(year, 3 * number - 2, 3, Precision.QUARTER))


@lru_cache(maxsize=4096)
def half(year: int, number: int) -> Grain:
    """The first or second six months of a year."""
    return Grain(f"{year:04d}-H{number}", _months(year, 6 * number - 5, 6, Precision.YEAR))


@lru_cache(maxsize=4096)
def season(year: int, code: str) -> Grain:
    """A season by the calendar of the northern half; the winter of a year ends in the next."""
    return Grain(f"{year:04d}-{code}", _months(year, SEASONS[code], 3, Precision.QUARTER))


@lru_cache(maxsize=4096)
def year(number: int) -> Grain:
    """One year."""
    return Grain(f"{number:04d}", _years(number, 1))


@lru_cache(maxsize=4096)
def decades(first_year: int, count: int = 1) -> Grain:
    """Ten years, as 199 for the 1990s."""
    return Grain(f"{first_year // 10:03d}", _years(first_year // 10 * 10, 10 * count))


@lru_cache(maxsize=4096)
def centuries(number: int) -> Grain:
    """A century: the 19th is 18, from 1801 to 1900."""
    return Grain(f"{number - 1:02d}", _years(100 * number - 99, 100))


@lru_cache(maxsize=256)
def easter(in_year: int) -> dt.date:
    """Easter Sunday of the western churches, by the rule that is known as the anonymous Gregorian one."""
    golden, (century, rest) = in_year % 19, divmod(in_year, 100)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - century // 4 - shift + 15) % 30
    sunday = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (golden + 11 * moon + 22 * sunday) // 451
    month_number, number = divmod(moon + sunday - 7 * late + 114, 31)
    return dt.date(in_year, month_number, number + 1)


def _months(start_year: int, first: int, count: int, precision: Precision) -> Interval:
    end = start_year * 12 + first - 1 + count - 1
    last_year, last_month = divmod(end, 12)
    last = month(last_year, last_month + 1).interval.last
    return Interval(dt.date(start_year, first, 1), last, precision)


def _years(first: int, count: int) -> Interval:
    return Interval(dt.date(first, 1, 1), dt.date(first + count - 1, 12, 31), Precision.YEAR)


def step(unit: str, anchor: dt.date, steps: int) -> Grain:
    """The `unit` that lies `steps` units after the one that holds `anchor`."""
    return _STEPS[unit](anchor, steps)


def same_day(unit: str, anchor: dt.date, steps: int) -> dt.date:
    """The very day so many units after `anchor`; the last of its month where that has no such day."""
    if unit in ("day", "week", "fortnight"):
        return anchor + dt.timedelta(days=steps * {"day": 1, "week": 7, "fortnight": 14}[unit])
    first = step(unit, anchor, steps).interval.first
    in_month = anchor.month if unit == "year" else first.month
    last = monthrange(first.year, in_month)[1]
    return dt.date(first.year, in_month, min(anchor.day, last))


def _step_months(anchor: dt.date, count: int) -> tuple[int, int]:
    index = anchor.year * 12 + anchor.month - 1 + count
    return index // 12, index % 12 + 1


def _step_month(anchor: dt.date, count: int) -> Grain:
    return month(*_step_months(anchor, count))


def _step_quarter(anchor: dt.date, count: int) -> Grain:
    in_year, number = _step_months(anchor, 3 * count)
    return quarter(in_year, (number + 2) // 3)


def _step_half(anchor: dt.date, count: int) -> Grain:
    in_year, number = _step_months(anchor, 6 * count)
    return half(in_year, (number + 5) // 6)


def _step_century(anchor: dt.date, count: int) -> Grain:
    return centuries((anchor.year + 99) // 100 + count)


_STEPS: Final[Mapping[str, Callable[[dt.date, int], Grain]]] = {
    "day": lambda anchor, count: day(anchor + dt.timedelta(days=count)),
    "week": lambda anchor, count: week(anchor + dt.timedelta(weeks=count)),
    "fortnight": lambda anchor, count: week(anchor + dt.timedelta(weeks=2 * count)),
    "weekend": lambda anchor, count: weekend(anchor + dt.timedelta(weeks=count)),
    "month": _step_month,
    "quarter": _step_quarter,
    "half": _step_half,
    "year": lambda anchor, count: year(anchor.year + count),
    "decade": lambda anchor, count: decades(anchor.year + 10 * count),
    "century": _step_century,
}
