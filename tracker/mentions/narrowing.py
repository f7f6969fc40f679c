"""The day or month that a sentence goes on to tell of a longer time it names first."""

import re
from collections.abc import Sequence

from tracker.mentions.dated import HEADS, Dated
from tracker.mentions.distance import NAMES
from tracker.mentions.hits import View
from tracker.mentions.turning import in_year, is_weekday
from tracker.values import Basis, Precision

__all__ = ["narrowed"]

DAYS_OF_A_WEEK, DAYS_OF_A_WEEKEND = 7, 2
CLOSE_BY = 2.0  # a day of the month said first is not farther from the happening than this
JOINED = re.compile(r",?\s+(?:[a-z]+\s+)?")  # between a year and its day: ", on "
YEAR = re.compile(r"\d{4}")


def narrowed(best: Dated, near: Sequence[Dated], view: View) -> Dated:
    """The day of the week, month or year said first: "last week, when the two met on Thursday", "June 2011:
    The two meet in Kazan on June 24", "last year the two met … on November 15". A year told in an aside
    gives none ("talks, broken off two years ago, are to begin again on 29 October")."""
    if best.interval.days in (DAYS_OF_A_WEEK, DAYS_OF_A_WEEKEND):
        days = best.interval.days
        later = [d for d in near if d.date.span > best.date.span and d.interval.days < days]
        return min(_days_of(best, later), key=lambda dated: dated.cost, default=best)
    if best.interval.precision in (Precision.MONTH, Precision.QUARTER):
        heads = best.reason == HEADS  # an entry of a chronology, which tells of its days
        later = [d for d in near if d.date.span > best.date.span and (heads or d.cost < CLOSE_BY)]
        best = min(_days_of(best, later), key=lambda dated: dated.cost, default=best)
    if best.interval.precision != Precision.YEAR:
        return _of_the_year_that_names_it(best, near)
    if best.reason == HEADS:  # "2001 - In May, the two meet"
        later = [d for d in near if d.cost < CLOSE_BY and d.date.span > best.date.span]
        finer = [d for d in later if best.interval.holds(d.interval)]
        return min(finer, key=lambda dated: dated.cost, default=best)
    if best.date.basis != Basis.RELATIVE:
        return _right_behind(best, near, view) or _inside_the_year(best, near)
    for other in sorted(near, key=lambda dated: dated.cost):
        phrase = other.date.phrase
        plain = other.date.basis == Basis.RELATIVE and not YEAR.search(phrase)
        day = other.interval.precision == Precision.DAY and any(map(str.isdigit, phrase))
        if day and best.interval.holds(other.interval) and other.date.span > best.date.span:
            return other
        month = other.interval.precision == Precision.MONTH and phrase.isalpha()
        if (day or month) and plain and other.date.span > best.date.span:
            if _stands_between_commas(best, view):
                return other
            inside = in_year(other.interval, best.interval.first.year) or other.interval
            return other._replace(
                interval=inside, reason=f"{other.reason}, of the year said before"
            )
    return best


def _stands_between_commas(dated: Dated, view: View) -> bool:
    """Whether a date stands between two commas, behind more words than one: ", broken off two years ago,"."""
    spot = view.at(dated.date.span)
    opened = view.masked.rfind(",", view.head, spot.start)
    words = view.masked[opened + 1 : spot.start].split()
    return opened > view.head and len(words) > 1 and view.masked[spot.end : spot.end + 1] == ","


def _days_of(whole: Dated, dates: Sequence[Dated]) -> list[Dated]:
    """Those of the dates that are days of a longer time."""
    return [
        d
        for d in dates
        if d.interval.precision == Precision.DAY and whole.interval.holds(d.interval)
    ]


def _right_behind(best: Dated, near: Sequence[Dated], view: View) -> Dated | None:
    """The day or month right behind the year it is of: "in 2022, from 22 August to 1 September"."""
    end = view.at(best.date.span).end
    for other in near:
        start = view.at(other.date.span).start
        close = start > end and JOINED.fullmatch(view.masked, end, start)
        if close and other is not best and best.interval.holds(other.interval):
            return other._replace(cost=best.cost, close=best.close)
    return None


def _inside_the_year(best: Dated, near: Sequence[Dated]) -> Dated:
    """The month or day of a year that names the happening, or that the sentence opens with: "In 2014 the
    two met in March"."""
    taken = [
        d
        for d in near
        if d.date.basis == Basis.CONTEXT
        and d.date.span > best.date.span
        and d.cost < CLOSE_BY
        and best.interval.holds(d.interval)
    ]
    return _finer(best, near) if best.close or not taken else min(taken, key=lambda d: d.cost)


def _finer(best: Dated, near: Sequence[Dated]) -> Dated:
    """The day or month of a year that only names the happening: "the 2025 Spring Exhibition in April"."""
    inside = [d for d in near if d is not best and d.close and best.interval.holds(d.interval)]
    return min(inside, key=lambda dated: dated.cost, default=best) if best.close else best


def _of_the_year_that_names_it(best: Dated, near: Sequence[Dated]) -> Dated:
    """The month or the day of the year said of the happening itself: "last year's drill, in April"."""
    for other in near:
        names = other.reason == NAMES and other.interval.precision == Precision.YEAR
        if names and other.date.basis == best.date.basis == Basis.RELATIVE and _has_no_year(best):
            inside = in_year(best.interval, other.interval.first.year)
            if inside:
                return best._replace(interval=inside, reason=f"{best.reason}, of the year it is of")
    return best


def _has_no_year(dated: Dated) -> bool:
    """Whether a month is said, or its day, and no year."""
    fine = dated.interval.precision in (Precision.DAY, Precision.MONTH) and not is_weekday(dated)
    return fine and not YEAR.search(dated.date.phrase)
