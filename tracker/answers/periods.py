"""Periods as people type them: a quarter, a month, a year, a day."""

import calendar
import datetime as dt
import re

from tracker.errors import UsageError

__all__ = ["day", "interval", "month", "quarter", "quarter_name", "quarter_of", "year"]

Days = tuple[dt.date, dt.date]


def quarter(text: str) -> Days:
    """The first and last day of "2025Q2" (also 2025-Q2, q2 2025)."""
    found = re.fullmatch(r"(\d{4})[-\s]?[Qq]([1-4])", text.strip())
    if found:
        return _months(int(found[1]), 3 * int(found[2]) - 2, 3)
    if found := re.fullmatch(r"[Qq]([1-4])[-\s]?(\d{4})", text.strip()):
        return _months(int(found[2]), 3 * int(found[1]) - 2, 3)
    raise UsageError(f'"{text}" is not a quarter: write it like 2025Q2')


def quarter_of(date: dt.date) -> Days:
    """The quarter that holds `date`."""
    return _months(date.year, (date.month - 1) // 3 * 3 + 1, 3)


def month(text: str) -> Days:
    """The first and last day of "2025-06"."""
    found = re.fullmatch(r"(\d{4})-(\d{1,2})", text.strip())
    if not found or not 1 <= int(found[2]) <= 12:
        raise UsageError(f'"{text}" is not a month: write it like 2025-06')
    return _months(int(found[1]), int(found[2]), 1)


def year(text: str) -> Days:
    """The first and last day of "2025"."""
    if not re.fullmatch(r"\d{4}", text.strip()):
        raise UsageError(f'"{text}" is not a year: write it like 2025')
    return _months(int(text), 1, 12)


def day(text: str) -> dt.date:
    """ "2025-06-21" as a date."""
    try:
        return dt.date.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f'"{text}" is not a day: write it like 2025-06-21') from None


def interval(text: str) -> dict[str, str]:
    """ "2025-06-21", "2025-06-21/2025-06-23", "2025-06", "2025Q2" or "2025" as start, end and precision."""
    if "/" in text:
        first, last = map(day, text.split("/", 1))
        precision = "day"
    elif "q" in text.lower():
        (first, last), precision = quarter(text), "quarter"
    elif text.count("-") == 2:
        first = last = day(text)
        precision = "day"
    elif "-" in text:
        (first, last), precision = month(text), "month"
    else:
        (first, last), precision = year(text), "year"
    if last < first:
        raise UsageError(f'"{text}" ends before it begins')
    return {"start": first.isoformat(), "end": last.isoformat(), "precision": precision}


def quarter_name(day: dt.date) -> str:
    """ "2025Q2", as `quarter` reads it."""
    return f"{day.year:04}Q{(day.month + 2) // 3}"


def _months(year: int, first: int, count: int) -> Days:
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise UsageError(f"there is no year {year}")
    last = first + count - 1
    return dt.date(year, first, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
