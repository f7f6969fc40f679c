"""What has its place in a month or year: "the first Monday of May", "the last week of June"."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from tracker.dates import calendar
from tracker.dates.calendar import Grain
from tracker.dates.context import UNRESOLVED, Context, Meaning, counted, stated
from tracker.dates.partial import number_of_month
from tracker.dates.scan import Match
from tracker.dates.told import NEAR, each_year
from tracker.dates.years import full_year, in_year
from tracker.values import Basis, Interval, Precision

__all__ = ["day_told", "month_of_year", "part_of_month", "part_of_year", "weekday_of_month"]

TOLD: Final = "told"  # the value of "the month" in [months]


def weekday_of_month(match: Match, context: Context) -> Meaning:
    """ "the first Monday of May": the nth of its kind in a month, the last one for -1."""
    number, nth = number_of_month(match), int(match.fields["nthday"])
    wanted = int(match.fields["weekday"])

    def make(year: int) -> Grain:
        days = calendar.month(year, number).interval
        ahead = dt.timedelta(days=(wanted - days.first.weekday()) % 7 + 7 * (nth - 1))
        behind = dt.timedelta(days=(days.last.weekday() - wanted) % 7)
        found = days.last - behind if nth < 0 else days.first + ahead
        if found > days.last:
            raise ValueError
        return _days(found, found + dt.timedelta(days=int(match.fields.get("length", 1)) - 1))

    return in_year(match, context, make, NEAR)


def month_of_year(match: Match, context: Context) -> Meaning | None:
    """ "in May of 2018 | and 2021": the month last named, of another year."""
    if context.month is None:
        return None
    return stated(calendar.month(full_year(int(match.fields["year"])), context.month.month))


def day_told(match: Match, context: Context) -> Meaning | None:
    """ "the following February 5", "the previous May 3": the next or the last one from the date last spoken of."""
    told, step = context.spoken_interval, int(match.fields["told"])
    if told is None:
        return None
    start = told.last if step > 0 else told.first

    def make(year: int) -> Grain:
        return calendar.day(dt.date(year, number_of_month(match), int(match.fields["day"])))

    near = [g for g in each_year(start, make) if (g.interval.first - start).days * step > 0]
    if not near:
        return None  # no 29 February
    found = near[0 if step > 0 else -1]
    return counted(found, told.first, "from the date last spoken of", Basis.CONTEXT)


def part_of_month(match: Match, context: Context) -> Meaning:
    """ "the last week of May": the nth `number` days of a month, the last so many for -1."""
    fields, count = match.fields, int(match.fields["number"])
    nth, rest = int(fields.get("nthday", fields.get("halves", 1))), "halves" in fields

    def part_of(whole: Interval) -> Grain:
        ahead = whole.days - count if nth < 0 else (nth - 1) * count
        length = whole.days - ahead if rest and nth > 1 else count
        if ahead + length > whole.days:
            raise ValueError
        first = whole.first + dt.timedelta(days=ahead)
        return _days(first, first + dt.timedelta(days=length - 1))

    if "months" in fields:
        return _of_month_told(match, context, part_of)
    month = number_of_month(match)
    return in_year(
        match, context, lambda year: part_of(calendar.month(year, month).interval), near=20, lean=-1
    )


def part_of_year(match: Match, context: Context) -> Meaning:
    """ "the first two months of 2025": the nth `number` months of a year, the last so many for -1."""
    nth, count = int(match.fields["nthday"]), int(match.fields["number"])
    first = 13 - count if nth < 0 else (nth - 1) * count + 1

    if not {"year", "years", "same"} & match.fields.keys():
        match.fields["years"] = 0  # "of the year"

    def make(year: int) -> Grain:
        start, end = calendar.month(year, first), calendar.month(year, first + count - 1)
        if count == 1:
            return start
        whole = Interval(start.interval.first, end.interval.last, Precision.MONTH)
        return Grain(f"{start.value}/{end.value}", whole)

    return in_year(match, context, make, lean=-1)


def _of_month_told(match: Match, context: Context, part_of: Callable[[Interval], Grain]) -> Meaning:
    """A part of "next month", or of "the month" that the text has named, else of that of publication."""
    counted_by, today = match.fields["months"], context.today
    if (
        counted_by == TOLD
        and context.month is not None
        and context.goes_on(match, context.month_at)
    ):
        whole = calendar.step("month", context.month, 0).interval
        return counted(part_of(whole), whole.first, "of the month told of", Basis.CONTEXT)
    if today is None:
        return UNRESOLVED
    whole = calendar.step("month", today, 0 if counted_by == TOLD else int(counted_by)).interval
    return counted(part_of(whole), today, "of that month")


def _days(first: dt.date, last: dt.date) -> Grain:
    if first == last:
        return calendar.day(first)
    return Grain(f"{first}/{last}", Interval(first, last, Precision.DAY))
