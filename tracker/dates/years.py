"""In which year something is that is told by less: the year stated, counted, spoken of, or left out."""

import datetime as dt
from collections.abc import Callable

from tracker.dates import calendar
from tracker.dates.calendar import Grain
from tracker.dates.context import UNRESOLVED, Context, Meaning, choose, counted, stated
from tracker.dates.scan import Match
from tracker.dates.told import each_year, named_year, paragraph_year, told_year
from tracker.values import Basis

__all__ = ["full_year", "in_year", "read_year", "year"]


def in_year(
    match: Match, context: Context, make: Callable[[int], Grain], near: int = 0, lean: int = 0
) -> Meaning:
    """A part of a year whose year is stated, counted ("of last year"), spoken of, or left out."""
    fields, today = match.fields, context.today
    if "year" in fields:
        return stated(make(full_year(int(fields["year"]))))
    if "years" in fields and today:
        return counted(make(today.year + int(fields["years"])), today, "the year is counted")
    if "same" in fields and context.spoken and context.spoken.interval:
        first = context.spoken.interval.first
        found = make(first.year + int(fields["same"]))
        return counted(found, first, "in the year last spoken of", Basis.CONTEXT)
    if today is None:
        return UNRESOLVED
    entry = context.chronology.choose(match.start, match.end, today, make)
    if entry and "which" not in fields:
        return counted(entry, today, "in the year of the list it stands in", Basis.CONTEXT)
    years = (told_year, paragraph_year, named_year)
    told = next((year for each in years if (year := each(match, context, today, make))), None)
    if told and "which" not in fields:
        return counted(make(told), dt.date(told, 1, 1), "in the year told of", Basis.CONTEXT)
    return choose(each_year(today, make), match, context, near, lean)


def full_year(value: int) -> int:
    """A year of two figures in the century that brings it near: 68 and below is 20xx."""
    if value >= 100:
        return value
    return value + (2000 if value <= 68 else 1900)


def year(match: Match, context: Context) -> Meaning:
    """A year in figures, in words ("nineteen eighty-four") or counted ("fiscal year")."""
    read_year(match)
    return in_year(match, context, calendar.year)


def read_year(match: Match) -> None:
    """Makes a year of spelled words or of two figures."""
    fields = match.fields
    if "spelledyears" in fields:
        fields["year"] = int(fields["spelledcentury"]) * 100 + int(fields["spelledyears"])
    if "yy" in fields:
        fields["year"] = int(fields["yy"])
