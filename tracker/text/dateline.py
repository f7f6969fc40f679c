"""What the head of an article says of itself: place, day, agency."""

import datetime as dt
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from tracker.text.words import read_table
from tracker.values import Dateline, Span

__all__ = ["read_dateline"]

HEAD: Final = 600  # a dateline stands in the first lines or not at all
LINES: Final = 6

_WORD: Final = r"[A-ZÀ-Þ][\w.’'-]{0,24}"
_PLACE: Final = rf"(?P<place>{_WORD}(?: {_WORD}){{0,3}}(?:/{_WORD}(?: {_WORD}){{0,2}}){{0,2}})"
_AGENCY: Final = r"[(/](?P<agency>[A-Z][\w.& /-]{1,40})[)/]"
_DASH: Final = r"(?:--+|[-—–_―:])"


def read_dateline(text: str, published: dt.date | None = None) -> Dateline | None:
    """The dateline of `text`, or None.

    A day printed without its year is given the year that brings it nearest to `published`; without
    `published` it stays out.
    """
    found = _found(text[:HEAD])
    return _dateline(found, published) if found else None


@lru_cache(maxsize=4)  # the dates of an article ask for it, and then its mentions
def _found(head: str) -> re.Match[str] | None:
    for number, start in enumerate(_lines(head)):
        for pattern in _patterns() if number == 0 else _patterns()[:1]:
            found = pattern.match(head, start)
            if found and _plausible(found):
                return found
    return None


def _lines(head: str) -> Iterator[int]:
    """Where the first lines that say anything begin."""
    count = 0
    for line in re.finditer(r"[^\n]+", head):
        inner = line[0]
        if inner.strip():
            yield line.start() + len(inner) - len(inner.lstrip())
            count += 1
        if count == LINES:
            return


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """From sure to doubtful; only the first is tried below the first line."""
    agencies, openers, era = _any("agencies"), _any("sentence_openers"), _any("eras")
    country = rf"(?:, ?{_WORD}(?: (?:{_any('name_joints')} )?{_WORD}){{0,3}})?"
    capitals = rf"(?P<place>(?:{_any('shortened')}\. )?[A-Z][A-Z’'-]{{2,24}}(?:[ /][A-Z][A-Z’'-]{{1,24}}){{0,3}})"
    day = rf"(?P<date>{_month()}\.? ?(?P<day>\d{{1,2}})(?:,? (?P<year>\d{{4}})|,? {era} \d+ ?\((?P<of_era>\d{{4}})\))?)"
    turned = rf"(?P<date>(?P<day>\d{{1,2}}) {_month()}\.?(?:,? (?P<year>\d{{4}}))?)"
    return tuple(
        re.compile(pattern)
        for pattern in (
            rf"{_PLACE}{country}(?:,? ?{day})?,? ?{_AGENCY}\s*{_DASH}\s*",
            rf"{_PLACE}{country}(?:,? ?{turned})?,? ?{_AGENCY}\s*{_DASH}\s*",
            rf"{_PLACE}{country}[,.] ?{day}[.,]? ?{_AGENCY}[.:,]?\s*{_DASH}?\s*(?=[A-Z“\"])",
            rf"{_PLACE}{country}[,.] ?{turned}[.,]? ?{_AGENCY}[.:,]?\s*{_DASH}?\s*(?=[A-Z“\"])",
            rf"{capitals}{country}(?:,? {day})? ?(?:--+|[—–_―]|-(?= )|:(?= ))\s*",
            rf"{capitals}{country},? {day},? ?(?:\(?(?P<agency>{agencies})\)?)?\s*{_DASH}?\s*",
            rf"{_PLACE}{country} ?\((?:{turned})\) ?(?:--+|[-—–―:])\s*",
            rf"{_PLACE}{country} ?\((?:{day})\) ?(?:--+|[-—–―:])\s*",
            rf"{_PLACE}, {_WORD}(?: {_WORD}){{0,2}}(?:,? {day})? ?(?:--+|[—–―]) ?",
            rf"{_PLACE}{country},? {day} ?(?:--+|[—–―]|-(?= )) ?",
            rf"{_PLACE}{country}[,.] ?{day}[.,]? ?(?P<agency>[A-Z][A-Z.]{{3,20}})\s*{_DASH}?\s*(?=[A-Z“\"])",
            rf"{capitals}\. (?P<agency>[A-Z]{{4,20}}) ?{_DASH}\s*",
            rf"{_PLACE}{country},? {turned} ?(?:--+|[—–―:]|-(?= )) ?",
            rf"{capitals} {{1,2}}(?=(?:[A-Z][\w’'.]*[a-z][\w’']*|{openers}) )",
        )
    )


def _any(name: str) -> str:
    """A pattern for any of the words listed under this name, the longest first."""
    words = sorted(read_table("en/text/dateline.toml")[name], key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, words))})"


@cache
def _month() -> str:
    names = sorted({name.rstrip(".") for name in _months()}, key=len, reverse=True)
    return f"(?P<month>(?i:{'|'.join(names)}))"


@cache
def _months() -> dict[str, int]:
    return dict(read_table("en/dates/words.toml")["month"])


def _plausible(found: re.Match[str]) -> bool:
    place = found["place"]
    if place.split("/")[0].split(" ")[0] in read_table("en/text/dateline.toml")["not_places"]:
        return False
    sure = "agency" in found.re.groupindex and found["agency"]
    if sure and found["agency"].split()[0].lower() in _months():
        return False  # "GENEVA (May 27) –"
    return bool(sure) or not place.isupper() or len(place) > 3


def _dateline(found: re.Match[str], published: dt.date | None) -> Dateline:
    parts = found.groupdict()
    return Dateline(
        span=Span(found.start(), found.end()),
        place=parts["place"],
        date=_day(parts, published),
        agency=parts.get("agency"),
    )


def _day(parts: dict[str, str | None], published: dt.date | None) -> dt.date | None:
    """The day of the dateline, in the stated year or the one nearest to publication."""
    if not parts.get("month") or not parts.get("day"):
        return None
    month, day = _months()[str(parts["month"]).lower()], int(str(parts["day"]))
    stated = parts.get("year") or parts.get("of_era")
    years = [int(stated)] if stated else _years_near(published)
    days = [found for year in years if (found := _date(year, month, day))]
    if not days or published is None:
        return days[0] if days else None
    return min(days, key=lambda found: abs(found - published))


def _years_near(published: dt.date | None) -> list[int]:
    return [published.year + step for step in (0, -1, 1)] if published else []


def _date(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
