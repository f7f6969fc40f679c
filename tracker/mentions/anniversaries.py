"""Anniversaries by arithmetic: which one, of what day, and when it falls."""

import calendar
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.mentions.dated import Dated
from tracker.mentions.days import Day
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.values import Basis, DateFound, Interval, Precision

__all__ = ["Commemoration", "commemoration_of"]

NUMBER = re.compile(r"\d+")
NEAR = 45  # days
MARKING = re.compile(r"(?i)\b(?:mark|celebrat|commemorat|observ|honou?r|greet|occasion)")


@dataclass(frozen=True, slots=True)
class Commemoration:
    """When an anniversary falls, which one it is, and the original date as fine as it is known."""

    interval: Interval
    basis: Basis
    ordinal: int | None
    base: str | None
    date: DateFound | None
    reason: str


def commemoration_of(
    hit: Hit,
    view: View,
    dated: Dated | None,
    dates: Sequence[DateFound],
    today: dt.date | None,
    language: Language,
    days: Sequence[Day],
) -> Commemoration | None:
    """What an anniversary trigger commemorates and when it falls, None where nothing says when."""
    ordinal = _ordinal(hit, view, language)
    year = _year(dated, ordinal, today)
    if year is None:
        return None
    told = _base_in_text(ordinal, year, view, dates)
    known = _base_of_day(hit, view, ordinal, year, days)
    base = told if told and len(told) >= len(known or "") else known
    found = dated.date.interval if dated else None
    if base and base != told and found and _contradicts(found, base, year):
        base = None  # a namesake: "the entry into force of the treaty" is not its signing
    if found and base and ordinal and found.first.year == int(base[:4]):
        dated = found = None
    if base is None and ordinal:
        base = str(year - ordinal)
    if ordinal is None and base:
        ordinal = year - int(base[:4])
    falls = _falls(base, year)
    if falls and base != told and not _near(falls, today):
        falls = None
    if falls and not (found and base != told and _another_day(found, falls)):
        date = dated.date if dated else None
        return Commemoration(falls, Basis.INFERRED, ordinal, base, date, "counted from its base")
    if dated and found:
        return Commemoration(found, dated.date.basis, ordinal, base, dated.date, dated.reason)
    if ordinal is None or not (dated or MARKING.search(view.masked)):
        return None
    whole = Interval(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)
    return Commemoration(whole, Basis.INFERRED, ordinal, base, None, "its year by arithmetic")


def _near(falls: Interval, today: dt.date | None) -> bool:
    """Whether an anniversary counted from general knowledge is what a report of today speaks of."""
    return today is not None and abs((falls.first - today).days) <= NEAR


def _contradicts(stated: Interval, base: str, year: int) -> bool:
    """Whether a day the text gives lies too far from the one counted to be its celebration."""
    counted = _falls(base, year)
    return counted is not None and stated.days == 1 and not stated.touches(counted, NEAR)


def _another_day(stated: Interval, counted: Interval) -> bool:
    """Whether the text puts the celebration on a day of its own."""
    return stated.precision == Precision.DAY and not stated.touches(counted, 1)


def _ordinal(hit: Hit, view: View, language: Language) -> int | None:
    words = hit.span.of(view.masked).lower()
    if found := re.search(r"(\d+)(?:st|nd|rd|th)", words):
        return int(found[1])
    for word in re.findall(r"[a-z]+(?:-[a-z]+)?", words):
        if word in language.ordinals:
            return language.ordinals[word]
    if hit.trigger.kind == "years" and (found := NUMBER.search(words)):
        return int(found[0])
    return None


def _year(dated: Dated | None, ordinal: int | None, today: dt.date | None) -> int | None:
    interval = dated.date.interval if dated else None
    if interval is None:
        return today.year if today else None
    if interval.first.year != interval.last.year:
        return today.year if today else None
    first = interval.first.year
    if ordinal and today and first < today.year and first + ordinal in (today.year, today.year + 1):
        return first + ordinal
    return interval.first.year


def _base_in_text(
    ordinal: int | None, year: int, view: View, dates: Sequence[DateFound]
) -> str | None:
    """The original date where the text gives it: a date of exactly that many years before."""
    if not ordinal:
        return None
    wanted = year - ordinal
    near = sorted(
        (
            d
            for d in dates
            if d.interval and d.interval.first.year == d.interval.last.year == wanted
        ),
        key=lambda d: (
            d.interval.days if d.interval else 0,
            abs(d.span.start - view.sentence.span.start),
        ),
    )
    return _iso(near[0].interval) if near and near[0].interval else None


def _iso(interval: Interval) -> str | None:
    if interval.days == 1:
        return interval.first.isoformat()
    if interval.precision == Precision.MONTH:
        return interval.first.isoformat()[:7]
    return interval.first.isoformat()[:4]


def _base_of_day(
    hit: Hit, view: View, ordinal: int | None, year: int, days: Sequence[Day]
) -> str | None:
    """The original date of a known recurring day that these words name."""
    tail = (
        view.sentence.text[max(0, hit.span.start - 40) : hit.span.end + 130]
        .lower()
        .replace("’", "'")
    )
    entities = {name.entity for name in view.names if name.entity}
    fitting = [
        day
        for day in days
        if any(word in tail for word in day.words)
        and (not ordinal or int(day.base[:4]) == year - ordinal)
        and (
            ordinal
            or day.entities & entities
            or any(word in tail and " " in word for word in day.words)
        )
    ]
    best = max(fitting, key=lambda day: (len(day.entities & entities), len(day.base)), default=None)
    return best.base if best else None


def _falls(base: str | None, year: int) -> Interval | None:
    if base is None or len(base) < 7:
        return None
    month = int(base[5:7])
    if len(base) == 7:
        last = calendar.monthrange(year, month)[1]
        return Interval(dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH)
    day = min(int(base[8:10]), calendar.monthrange(year, month)[1])
    return Interval(dt.date(year, month, day), dt.date(year, month, day), Precision.DAY)
