"""Dates as people write them, never finer than they are known: "21-23 June 2025", "May 2025", "2025"."""

import datetime as dt

from tracker.timeline.anniversaries import ordinal_word as ordinal
from tracker.values import Interval, Precision

__all__ = ["MONTHS", "claimed", "day_name", "ordinal", "quarter_name", "when"]

ROUGH = dt.timedelta(days=27)  # so many days are a month, a quarter or a year

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


def when(interval: Interval, *, short: bool = False, year: bool = True) -> str:
    """The interval in words; `short` cuts month names to three letters, `year=False` leaves out the
    year where the context gives it (and says "in May" for a whole month)."""
    first, last = interval.first, interval.last
    if interval.precision is Precision.DAY or not _whole_months(first, last):
        return _days(first, last, short, year)
    if first.month == 1 and last.month == 12:
        return _range(str(first.year), str(last.year))
    if interval.precision is Precision.QUARTER and _is_quarter(first, last):
        return f"Q{(first.month + 2) // 3} {first.year}"
    return _months(first, last, short, year)


def claimed(text: str) -> Interval | None:
    """The date that a claim gives as ISO text ("2025-06-20", "2024-01-01/2024-12-31"), None for other text."""
    first, _, last = text.partition("/")
    try:
        start, end = dt.date.fromisoformat(first), dt.date.fromisoformat(last or first)
        return Interval(start, end, Precision.MONTH if end - start >= ROUGH else Precision.DAY)
    except ValueError:
        return None


def quarter_name(first: dt.date, last: dt.date) -> str:
    """ "April to June 2025"."""
    if (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        return f"{MONTHS[first.month - 1]} to {MONTHS[last.month - 1]} {last.year}"
    return f"{MONTHS[first.month - 1]} {first.year} to {MONTHS[last.month - 1]} {last.year}"


def day_name(day: dt.date) -> str:
    """ "21 June 2025"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _days(first: dt.date, last: dt.date, short: bool, year: bool) -> str:
    end = f" {last.year}" if year else ""
    if first == last:
        return f"{last.day} {_month(last, short)}{end}"
    if first.year != last.year:
        return f"{_days(first, first, short, True)} - {_days(last, last, short, True)}"
    if first.month != last.month:
        return f"{first.day} {_month(first, short)} - {last.day} {_month(last, short)}{end}"
    return f"{first.day}-{last.day} {_month(last, short)}{end}"


def _months(first: dt.date, last: dt.date, short: bool, year: bool) -> str:
    if first.year != last.year:
        return f"{_month(first, short)} {first.year} - {_month(last, short)} {last.year}"
    names = _range(_month(first, short), _month(last, short))
    return f"{names} {last.year}" if year else f"in {names}"


def _month(day: dt.date, short: bool) -> str:
    return MONTHS[day.month - 1][:3] if short else MONTHS[day.month - 1]


def _range(first: str, last: str) -> str:
    return first if first == last else f"{first}-{last}"


def _whole_months(first: dt.date, last: dt.date) -> bool:
    return first.day == 1 and (last + dt.timedelta(days=1)).day == 1


def _is_quarter(first: dt.date, last: dt.date) -> bool:
    return first.year == last.year and first.month % 3 == 1 and last.month == first.month + 2
