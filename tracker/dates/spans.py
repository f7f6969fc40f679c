"""Ranges within one phrase ("May 6 to 9"), and ranges joined from two dates side by side."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from tracker.dates import calendar
from tracker.dates.context import UNRESOLVED, Context, Meaning
from tracker.dates.partial import day
from tracker.dates.scan import Match
from tracker.dates.years import full_year
from tracker.values import Basis, Interval, Precision

__all__ = ["days_before", "span", "years"]

MOST = 31  # days


def span(match: Match, context: Context) -> Meaning:
    """Two days that share what they leave out: "6-9 May 2014", "March 28 - April 2"."""
    fields = match.fields
    month, other_month = fields.get("month"), fields.get("month2")
    head = {"day": fields["day"], "month": month if month is not None else other_month}
    tail = {"day": fields["day2"], "month": other_month if other_month is not None else month}
    if "year2" in fields:
        tail["year"] = fields["year2"]
    if "year" in fields or "year2" in fields:
        head["year"] = fields.get("year", fields.get("year2"))
        tail.setdefault("year", head["year"])
    shared = {key: fields[key] for key in ("years", "same", "which") if key in fields}
    start = day(replace(match, fields=shared | head), context)
    if start.interval is None:
        return start
    first = start.interval.first
    last = _last_day(first, tail)
    if "year" not in match.pieces and first > last and first.month > last.month:
        first = first.replace(year=last.year - 1)
    if first > last:
        raise ValueError
    whole = Interval(first, last, start.interval.precision)
    if whole.days > 370 or ("each" in fields and whole.days != _named(fields)):
        raise ValueError
    pieces = match.pieces
    parts = (
        (match.start, _end(pieces, "day", "th", "month", "year"), first.isoformat()),
        (_start(pieces), match.end, last.isoformat()),
    )
    return replace(start, value=f"{first}/{last}", interval=whole, parts=parts)


def _named(fields: Mapping[str, Any]) -> int:
    """How many days are named one by one: 4 in "May 6, 7, 8 and 9"."""
    return 2 + len(re.findall(r"\d+", fields.get("listed", "")))


def _last_day(first: dt.date, tail: Mapping[str, Any]) -> dt.date:
    """The end of a range; without a year of its own it follows its beginning."""
    month, number = int(tail["month"]), int(tail["day"])
    if "year" in tail:
        return dt.date(full_year(int(tail["year"])), month, number)
    return dt.date(first.year + (month < first.month), month, number)


def _end(pieces: dict[str, tuple[int, int]], *names: str) -> int:
    """Where the first day ends, with what of these is said before the second."""
    ends = (pieces[name][1] for name in names if name in pieces)
    return max(end for end in ends if end <= _start(pieces))


def _start(pieces: dict[str, tuple[int, int]]) -> int:
    return min(pieces[name][0] for name in ("day2", "month2") if name in pieces)


def days_before(match: Match, context: Context) -> Meaning:
    """ "over the previous two days": so many days up to the one last spoken of, else to that of publication."""
    told, count = context.day_told(match), int(match.fields["number"])
    until = told.interval.first if told and told.interval else context.today
    if until is None or not 1 < count <= MOST:
        return UNRESOLVED
    first, last = until - dt.timedelta(days=count), until - dt.timedelta(days=1)
    whole = Interval(first, last, Precision.DAY)
    return Meaning(
        f"{first}/{last}", whole, Basis.CONTEXT, anchor=until, reason="up to the day told"
    )


def years(match: Match, context: Context) -> Meaning:
    """ "2009-2010", "2009-10": from one year to a later one."""
    first = full_year(int(match.fields["year"]))
    last = int(match.fields["year2"])
    if last < 100:
        last += first // 100 * 100
    if not first < last <= first + 60:
        raise ValueError
    whole = calendar.year(first)
    interval = Interval(
        whole.interval.first, calendar.year(last).interval.last, whole.interval.precision
    )
    pieces = match.pieces
    parts = (
        (match.start, pieces["year"][1], f"{first}"),
        (pieces["year2"][0], match.end, f"{last}"),
    )
    return Meaning(f"{first}/{last}", interval, Basis.STATED, parts=parts)
