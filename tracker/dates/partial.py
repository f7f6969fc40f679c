"""Dates of the calendar, with their year or without: days, months, quarters, seasons, years."""

import datetime as dt
from collections.abc import Callable
from typing import Final

from tracker.dates import calendar
from tracker.dates.calendar import Grain
from tracker.dates.context import UNRESOLVED, Context, Meaning, counted, stated, unit_of
from tracker.dates.normalise import normalise
from tracker.dates.scan import Match
from tracker.dates.told import NEAR
from tracker.dates.years import full_year, in_year, read_year, year
from tracker.values import Basis, Interval

__all__ = [
    "century",
    "day",
    "decade",
    "era",
    "half",
    "known",
    "month",
    "number_of_month",
    "numeric",
    "parse",
    "quarter",
    "season",
    "week_of",
]

JUST: Final = 20  # days: a month gone by so lately, or so near, is the one meant
JUST_OVER: Final = dt.timedelta(60)  # since a winter that is still this one
HALF_YEAR: Final = 183  # days
LISTED: Final = 6  # characters between two months of a list
LONGEST_YEAR: Final = 366  # days
FAR: Final = 14  # days from publication that a day in figures may well be


def _figure(match: Match, name: str) -> int:
    """A number given in figures, or as an ordinal in words."""
    fields = match.fields
    return int(fields.get(name, fields.get("ordinal", fields.get("spelledday", 0))))


def number_of_month(match: Match) -> int:
    fields = match.fields
    return int(fields.get("month", fields.get("monthname", fields.get("spelledmonth", 0))))


def day(match: Match, context: Context) -> Meaning:
    """A day with its month."""
    read_year(match)
    month_number, number = number_of_month(match), _figure(match, "day")
    after = dt.timedelta(days=int(match.fields.get("after", 0)))  # -1 for the eve
    return in_year(
        match, context, lambda year: calendar.day(dt.date(year, month_number, number) + after), NEAR
    )


def numeric(match: Match, context: Context) -> Meaning:
    """Figures parted by slashes or dots; `order` is how the language writes them.

    Where only one order gives a date, or the other gives one much nearer to publication, that is meant.
    """
    fields, today = match.fields, context.today
    first, second = int(fields["first"]), int(fields["second"])
    pairs = [(first, second), (second, first)]
    if fields.get("order") == "dmy":
        pairs.reverse()
    number = full_year(int(fields["year"])) if "year" in fields else today and today.year
    days = [_date(number, *pair) for pair in pairs] if number else []
    real = [found for found in days if found]
    if not real:
        raise ValueError
    chosen = real[0]
    if today and len(real) == 2 and _is_much_nearer(real[1], real[0], today):
        chosen = real[1]
    return stated(calendar.day(chosen))


def _is_much_nearer(one: dt.date, other: dt.date, today: dt.date) -> bool:
    """Whether one day is near publication as the other is not."""
    away = abs((other - today).days)
    return away > FAR and abs((one - today).days) * 4 < away


def _date(number: int, month_number: int, day_number: int) -> dt.date | None:
    try:
        return dt.date(number, month_number, day_number)
    except ValueError:
        return None


def month(match: Match, context: Context) -> Meaning | None:
    """A month; none where it is somebody's name."""
    if context.is_somebody(match):
        return None
    read_year(match)
    number, told = number_of_month(match), context.spoken_interval
    if "told" in match.fields and told is not None and told.days <= LONGEST_YEAR:
        first, step = told.first, int(match.fields["told"])
        if not step:
            return _around(told, lambda year: calendar.month(year, number))
        in_it = first.year if step < 0 or number > first.month else first.year + 1
        grain = calendar.month(in_it - (step < 0 and number >= first.month), number)
        return counted(grain, first, "from the date last spoken of", Basis.CONTEXT)
    if before := _month_before(match, context):
        around = (calendar.month(before.year + more, number) for more in (-1, 0, 1))
        grain = min(around, key=lambda grain: abs(grain.interval.first - before))
        return counted(grain, before, "beside the month before it", Basis.CONTEXT)
    if "sign" in match.fields:  # "ten years ago this July"
        match.fields["years"] = int(match.fields["sign"]) * int(match.fields["number"])
    near = 0 if _is_ahead(match, context) else JUST
    if (
        match.fields.get("which") == 0
    ):  # "this July" is the nearer one, unless it is said to lie ahead
        near = 0 if context.sign(match).sign > 0 else HALF_YEAR
    return in_year(match, context, lambda year: calendar.month(year, number), near, lean=-1)


def _around(told: Interval, make: Callable[[int], Grain]) -> Meaning:
    """ "That August", "that winter": the one that holds the date last spoken of, else that of its year."""
    before, found = make(told.first.year - 1), make(told.first.year)
    if before.interval.holds(told):  # January is in the winter that began the year before
        found = before
    return counted(found, told.first, "by the date last spoken of", Basis.CONTEXT)


def _month_before(match: Match, context: Context) -> dt.date | None:
    """The month that a bare one is listed with: "in December or January"."""
    told = context.spoken
    if told is None or told.interval is None or unit_of(told.value) != "month":
        return None
    if {"year", "years", "same", "which"} & match.fields.keys():
        return None
    between = context.view.lower[context.spoken_at : match.start].strip(" ,")
    listed = match.start - context.spoken_at <= LISTED
    return (
        told.interval.first
        if listed and between in context.grammar.words.get("listing", {})
        else None
    )


def _is_ahead(match: Match, context: Context) -> bool:
    """Whether something will be "in" the month, though it has just gone by."""
    before = context.view.lower[max(0, match.start - 12) : match.start].split()[-1:]
    said = before and before[0] in context.grammar.words.get("inside", {})
    return bool(said) and context.sign(match).sign > 0


def quarter(match: Match, context: Context) -> Meaning:
    """A quarter by its number."""
    number = int(match.fields.get("nth", match.fields.get("quarternumber", 0)))
    return in_year(match, context, lambda year: calendar.quarter(year, number), near=45, lean=-1)


def half(match: Match, context: Context) -> Meaning:
    """The first or second half of a year."""
    number = int(match.fields.get("halves", match.fields.get("halfnumber", 0)))
    return in_year(match, context, lambda year: calendar.half(year, number), lean=-1)


def season(match: Match, context: Context) -> Meaning:
    """A season."""
    code, told = str(match.fields["season"]), context.spoken_interval
    read_year(match)
    if "told" in match.fields:
        if told is None or told.days > LONGEST_YEAR:
            return UNRESOLVED
        return _around(told, lambda year: calendar.season(year, code))
    if match.fields.get("which") == 0:
        match.fields["years"] = -1 if _goes_on_from_last_year(code, match, context) else 0
    return in_year(match, context, lambda year: calendar.season(year, code), near=30, lean=-1)


def _goes_on_from_last_year(code: str, match: Match, context: Context) -> bool:
    """Whether "this winter" is the one that began last year: it is not over, or was not long ago and nothing is
    said to lie ahead."""
    today = context.today
    if today is None:
        return False
    over = calendar.season(today.year - 1, code).interval.last
    if over.year < today.year:
        return False
    return today <= over or (today - over <= JUST_OVER and context.sign(match).sign <= 0)


def week_of(match: Match, context: Context) -> Meaning:
    """ "the week of March 6", "the weekend of March 9": the one that holds the day."""
    found = day(match, context)
    if found.interval is None:
        return found
    whole = calendar.step(str(match.fields.get("weekof", "week")), found.interval.first, 0)
    return Meaning(whole.value, whole.interval, found.basis, anchor=found.anchor)


def era(match: Match, context: Context) -> Meaning | None:
    """A year of another calendar: the year in brackets if there is one, else `offset` more."""
    fields = match.fields
    if "year" not in fields:
        fields["year"] = int(fields["number"]) + int(fields["offset"])
    return day(match, context) if "day" in fields else _era_part(match, context)


def _era_part(match: Match, context: Context) -> Meaning | None:
    return month(match, context) if "monthname" in match.fields else year(match, context)


def decade(match: Match, context: Context) -> Meaning:
    """The 1990s, the nineties."""
    first = int(match.fields["decade"])
    if first < 100:
        first += 1900 if first >= 30 else 2000
    return stated(calendar.decades(first))


def century(match: Match, context: Context) -> Meaning:
    """The 19th century."""
    return stated(calendar.centuries(_figure(match, "number")))


def known(match: Match, context: Context) -> Meaning:
    """A day every reader knows by name: `date = "2001-09-11"`."""
    return stated(calendar.day(dt.date.fromisoformat(str(match.fields["date"]))))


def parse(match: Match, context: Context) -> Meaning | None:
    """An absolute phrase in a form best left to dateparser: spelled or foreign months and orders."""
    phrase = context.view.plain[match.start : match.end]
    order = str(match.fields.get("order", "YMD"))
    found = normalise(phrase, context.grammar.language, order, context.today)
    if found is None:
        return None
    if found.period == "day" and found.has_year:
        return stated(calendar.day(found.date))
    month_number, number = found.date.month, found.date.day
    if found.period == "month" and found.has_year:
        return stated(calendar.month(found.date.year, month_number))
    if found.period == "month":
        return in_year(match, context, lambda y: calendar.month(y, month_number), 20, -1)
    return in_year(match, context, lambda y: calendar.day(dt.date(y, month_number, number)), NEAR)
