"""Anniversaries by arithmetic: which one, of what day, and when it falls."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.counted import EXACTLY
from tracker.mentions.cues import Cues
from tracker.mentions.dated import Dated
from tracker.mentions.days import Day, named_day
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.values import Basis, DateFound, Interval, Precision

__all__ = ["IN_YEARS", "Commemoration", "commemoration_of"]

NEAR = 45  # days
BEFORE, AFTER = 40, 130  # characters round the trigger that may name a known day
IN_YEARS = ("years", "today")  # kinds of triggers that count by plain numbers


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
    hit: Hit, view: View, dated: Dated | None, article: Article
) -> Commemoration | None:
    """What an anniversary trigger commemorates and when it falls, None where nothing says when."""
    today = article.today
    if hit.trigger.kind == "today":
        return _of_today(dated, today)
    ordinal = _ordinal(hit, view, article.language)
    ordinal = ordinal or _counted_in(dated, view, today, article.language)
    year = _year(dated, ordinal, today)
    if year is None or (hit.trigger.kind == "years" and _of_the_past(year, today)):
        return None
    found = dated.date.interval if dated else None
    day = _named(hit, view, ordinal, year, found, article)
    if day and not day.counted:
        return _uncounted(day, year, dated, today)
    slack = 0 if _is_to_the_day(hit, view, article.cues) else NEAR
    told = _base_in_text(ordinal, year, found, view, article, slack)
    base = _base(told, day, found, year, slack)
    if found and base and ordinal and found.first.year == int(base[:4]):
        dated = found = None
    ordinal, base = _completed(ordinal, base, year)
    falls = _falls(base, year)
    if falls and base != told and not _near(falls, today):
        falls = None
    if falls and found and _narrows(found, falls):
        falls = None
    if falls and not (found and base != told and _another_day(found, falls)):
        date = dated.date if dated else None
        return Commemoration(falls, Basis.INFERRED, ordinal, base, date, "counted from its base")
    if dated and found:
        return Commemoration(found, dated.date.basis, ordinal, base, dated.date, dated.reason)
    if ordinal is None or not (dated or article.cues.marking.search(view.masked)):
        return None
    whole = Interval(dt.date(year, 1, 1), dt.date(year, 12, 31), Precision.YEAR)
    return Commemoration(whole, Basis.INFERRED, ordinal, base, None, "its year by arithmetic")


def _is_to_the_day(hit: Hit, view: View, cues: Cues) -> bool:
    """Whether it is so many years on to the very day: "exactly 80 years after"."""
    start = max(0, hit.span.start - EXACTLY)
    return cues.to_the_very_day.search(view.masked, start, hit.span.end) is not None


def _base(
    told: str | None, day: Day | None, found: Interval | None, year: int, slack: int
) -> str | None:
    """The original date: what the text says, or the known day where it is told more finely."""
    known = day.base if day else None
    base = told if told and len(told) >= len(known or "") else known
    if base and base != told and found and _contradicts(found, base, year, slack):
        return None  # a namesake: "the entry into force of the treaty" is not its signing
    return base


def _completed(ordinal: int | None, base: str | None, year: int) -> tuple[int | None, str | None]:
    """The ordinal and the original year, each from the other where only one is known."""
    if base is None and ordinal:
        return ordinal, str(year - ordinal)
    if ordinal is None and base:
        return year - int(base[:4]), base
    return ordinal, base


def _of_today(dated: Dated | None, today: dt.date | None) -> Commemoration | None:
    """ "Sixty years ago today", "on this day in 1964": the day of publication, that many years on."""
    interval = dated.date.interval if dated else None
    if today is None or dated is None or interval is None or interval.first.year >= today.year:
        return None
    year = interval.first.year
    last = calendar.monthrange(year, today.month)[1]
    base = today.replace(year=year, day=min(today.day, last)).isoformat()
    day = Interval(today, today, Precision.DAY)
    return Commemoration(
        day, Basis.RELATIVE, today.year - year, base, dated.date, "on this day years ago"
    )


def _of_the_past(year: int, today: dt.date | None) -> bool:
    """Whether "ten years after" was said of another time than that of the report."""
    return today is not None and abs(year - today.year) > 1


def _uncounted(
    day: Day, year: int, dated: Dated | None, today: dt.date | None
) -> Commemoration | None:
    falls = _falls(day.base, year)
    if dated and dated.date.interval and (not falls or _another_day(dated.date.interval, falls)):
        date = dated.date
        return Commemoration(dated.date.interval, date.basis, None, None, date, dated.reason)
    if falls is None or not _near(falls, today):
        return None
    return Commemoration(
        falls, Basis.INFERRED, None, None, dated.date if dated else None, "a known day"
    )


def _near(falls: Interval, today: dt.date | None) -> bool:
    """Whether an anniversary counted from general knowledge is what a report of today speaks of."""
    return today is not None and abs((falls.first - today).days) <= NEAR


def _contradicts(stated: Interval, base: str, year: int, slack: int) -> bool:
    """Whether a day the text gives lies too far from the one counted to be its celebration."""
    counted = _falls(base, year)
    return counted is not None and stated.days == 1 and not stated.touches(counted, slack)


def _narrows(stated: Interval, counted: Interval) -> bool:
    """Whether the text gives the day of a month that is but counted: "Friday was ten years after the war of May 2014"."""
    return stated.days == 1 < counted.days and counted.holds(stated)


def _another_day(stated: Interval, counted: Interval) -> bool:
    """Whether the text puts the celebration on a day of its own."""
    return stated.precision == Precision.DAY and not stated.touches(counted, 1)


def _ordinal(hit: Hit, view: View, language: Language) -> int | None:
    words = hit.span.of(view.sentence.text).lower()
    if found := re.search(r"(\d+)(?:st|nd|rd|th)", words):
        return int(found[1])
    in_years = hit.trigger.kind in IN_YEARS  # "20 years since the first summit" is the 20th
    if in_years and (found := re.search(r"\d+", words)):
        return int(found[0])
    if in_years and (years := _counted(words, language, "year_spans", "cardinals")):
        return years
    for word in re.findall(r"[a-z]+(?:-[a-z]+)?", words):
        if word in language.ordinals:
            return language.ordinals[word]
    return _counted(words, language, "jubilees")


def _counted_in(
    dated: Dated | None, view: View, today: dt.date | None, language: Language
) -> int | None:
    """How many years back the date lies, where the sentence counts just so many: "seventy years after …"."""
    interval = dated.date.interval if dated else None
    if interval is None or today is None or interval.first.year >= today.year:
        return None
    years, text = today.year - interval.first.year, view.sentence.text.lower()
    for found in _years_on(language).finditer(text):
        word = found[1].split()[-1]
        if word == str(years) or language.counts.get("cardinals", {}).get(word) == years:
            return years
    return None


@lru_cache(maxsize=8)
def _years_on(language: Language) -> re.Pattern[str]:
    """What counts years, and from what: "seventy years after"."""
    years, since = (language.any_of(name, exact=True) for name in ("years_counted", "years_since"))
    return re.compile(rf"([\w-]+) {years} {since}\b")


def _counted(words: str, language: Language, *tables: str) -> int | None:
    """The value of the longest counting phrase among the words."""
    values = {
        phrase: value
        for table in tables
        for phrase, value in language.counts.get(table, {}).items()
        if phrase in words and re.search(rf"(?<![\w-]){re.escape(phrase)}(?![\w-])", words)
    }
    return values[max(values, key=len)] if values else None


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
    ordinal: int | None,
    year: int,
    stated: Interval | None,
    view: View,
    article: Article,
    slack: int,
) -> str | None:
    """The original date where the text gives it: a date of exactly that many years before. One of
    another season is another matter's."""
    if not ordinal:
        return None
    wanted = year - ordinal
    near = [
        (date.interval.days, abs(date.span.start - view.sentence.span.start), iso)
        for date in article.of_year(wanted)
        if date.interval
        and (iso := _iso(date.interval))
        and not (stated and stated.first.year == year and _contradicts(stated, iso, year, slack))
    ]
    return min(near)[2] if near else None


def _iso(interval: Interval) -> str | None:
    if interval.days == 1:
        return interval.first.isoformat()
    if interval.precision == Precision.MONTH:
        return interval.first.isoformat()[:7]
    return interval.first.isoformat()[:4]


def _named(
    hit: Hit, view: View, ordinal: int | None, year: int, stated: Interval | None, article: Article
) -> Day | None:
    """The known recurring day that the hit's own words name, else the words round it."""
    start, end = max(0, hit.span.start - BEFORE), hit.span.end + AFTER
    near = {name.entity for name in view.names if name.entity}
    sides = {name.entity for name in view.names if name.entity and name.kind == "country"}
    off = (0, 1) if hit.trigger.kind == "day" else (0,)
    for text in (hit.span.of(view.sentence.text), view.sentence.text[start:end]):
        plain = text.lower().replace("’", "'")
        day = named_day(
            plain, ordinal, year, stated, near, article.entities, article.days, off, sides
        )
        if day is not None:
            return day
    return None


def _falls(base: str | None, year: int) -> Interval | None:
    if base is None or len(base) < 7:
        return None
    month = int(base[5:7])
    if len(base) == 7:
        last = calendar.monthrange(year, month)[1]
        return Interval(dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH)
    day = min(int(base[8:10]), calendar.monthrange(year, month)[1])
    return Interval(dt.date(year, month, day), dt.date(year, month, day), Precision.DAY)
