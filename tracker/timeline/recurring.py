"""Days that come round every year: what the data files say of them, and when they fall. Pure."""

import calendar
import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tracker.rulebook import Rulebook, RuleFile
from tracker.values import Evidence, Interval, Precision

__all__ = ["Day", "Recurring", "next_date", "parse_base", "recurring_days"]

FILE, ORDINALS = "recurring_days.toml", "lexicons/ordinals.csv"
ARTICLE = "the "
BASE = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d))?")


@dataclass(frozen=True, slots=True)
class Day:
    """Something that comes round every year."""

    key: str
    base: str
    title: str
    note: str
    entities: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    event: str | None = None
    actors: tuple[str, ...] = ()
    place: str | None = None
    sources: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Recurring:
    """What the data file says: the known days, and which events get anniversaries of their own."""

    type: str
    days: tuple[Day, ...]
    types: frozenset[str]
    words: tuple[str, ...]
    counted: re.Pattern[str]  # what counts the years in a title: "75th anniversary of"
    phrases: tuple[
        str, ...
    ] = ()  # how a title that names an occasion goes on after "anniversary of"

    def within(self, title: str) -> str:
        """A title as it stands behind "anniversary of" ("the founding of …"); empty where it cannot."""
        for phrase in self.phrases:
            bare = phrase.split(" ", 1)[1] if phrase.startswith(ARTICLE) else phrase
            if re.match(rf"{re.escape(bare)}(?!\w)", title, re.IGNORECASE):
                return phrase + title[len(bare) :]
        return ""


@lru_cache(maxsize=4)
def recurring_days(rulebook: Rulebook) -> Recurring:
    """The recurring days of all rule folders; RuleError for a date that is none."""
    days: dict[str, Day] = {}
    types: set[str] = set()
    words: set[str] = set()
    counted: list[str] = []
    phrases: set[str] = set()
    name = ""
    for file in rulebook.under(FILE):
        name = file.table.get("type", name)
        commemorated = file.table.get("commemorated", {})
        types.update(commemorated.get("types", ()))
        words.update(commemorated.get("words", ()))
        counted += commemorated.get("counted", ())
        phrases.update(commemorated.get("phrases", ()))
        days.update((row["id"], _day(row, file)) for row in file.table.get("day", ()))
    return Recurring(
        name,
        tuple(days.values()),
        frozenset(types),
        tuple(sorted(words)),
        _counted(rulebook, counted),
        tuple(sorted(phrases, key=len, reverse=True)),
    )


def _counted(rulebook: Rulebook, patterns: Iterable[str]) -> re.Pattern[str]:
    files = (file for file in rulebook.files if file.name.endswith(ORDINALS))
    words = [re.escape(str(row["word"])) for file in files for row in file.rows]
    ordinal = "|".join([r"\d+(?:st|nd|rd|th)", *sorted(words, key=len, reverse=True)])
    joined = "|".join(pattern.replace("{ordinal}", f"(?:{ordinal})") for pattern in patterns)
    return re.compile(rf"(?i)\b(?:{joined})(?!\w)" if joined else r"(?!)")


def _day(row: dict[str, Any], file: RuleFile) -> Day:
    base = str(row["base"])
    if parse_base(base) is None:
        raise file.error(f'"{base}" is no date such as "1948-09-09" or "1949-10"', base, key="base")
    return Day(
        key=row["id"],
        base=base,
        title=row["title"],
        note=row.get("source", ""),
        entities=frozenset(row.get("entities", ())),
        words=tuple(row.get("words", ())),
    )


def parse_base(base: str) -> tuple[int, int, int | None] | None:
    """Year, month and (where known) day of a base; None where it knows no month."""
    found = BASE.fullmatch(base)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2]), int(found[3]) if found[3] else None
    longest = calendar.monthrange(year, month)[1] if 1 <= month <= 12 else 0
    return (year, month, day) if longest and (day is None or 1 <= day <= longest) else None


def next_date(base: str, year: int, leap_day: str = "02-28") -> Interval | None:
    """The anniversary of `base` in `year`: a day, or the month where only that is known."""
    parsed = parse_base(base)
    if parsed is None:
        return None
    _, month, day = parsed
    last = calendar.monthrange(year, month)[1]
    if day is None:
        return Interval(dt.date(year, month, 1), dt.date(year, month, last), Precision.MONTH)
    if day > last:  # 29 February in a common year
        month, day = map(int, leap_day.split("-"))
    return Interval(dt.date(year, month, day), dt.date(year, month, day), Precision.DAY)
