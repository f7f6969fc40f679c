"""Days that come round every year, from the recurring_days files, and which of them some words name."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tracker.rulebook import Rulebook
from tracker.values import Interval

__all__ = ["Day", "Days", "load_days", "named_day"]

NEAR = 45  # days
PAIR = 2
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Day:
    """A day that comes round every year: its original date, whom it concerns, the words it goes by.

    Unless `counted` no year counts as its first ("International Women's Day"). `words` finds any of
    its words in a text in lower case, `long_words` those of several.
    """

    base: str
    title: str
    entities: frozenset[str]
    words: re.Pattern[str]
    long_words: re.Pattern[str]
    counted: bool = True

    def falls(self, year: int) -> dt.date | None:
        """Its day in that year, None where only the month is known or the year has no such day."""
        try:
            return dt.date(year, int(self.base[5:7]), int(self.base[8:10]))
        except ValueError:
            return None


@dataclass(frozen=True, eq=False)
class Days:
    """The known days, and an index of them by the first words of what they go by."""

    days: tuple[Day, ...]
    index: Mapping[str, tuple[int, ...]]

    def named_in(self, text: str) -> Iterator[Day]:
        """The days of which some words stand in the text (in lower case)."""
        called = (self.index.get(word, ()) for word in set(WORD.findall(text)))
        for number in sorted(set().union(*called)):
            if self.days[number].words.search(text):
                yield self.days[number]


@lru_cache(maxsize=8)
def load_days(rulebook: Rulebook) -> Days:
    """The recurring days of every recurring_days file."""
    rows: dict[str, Mapping[str, Any]] = {}
    for file in rulebook.under("recurring_days"):
        for row in file.table.get("day", []):
            rows[str(row["id"])] = row
    index: dict[str, list[int]] = {}
    for number, row in enumerate(rows.values()):
        for word in {WORD.findall(str(phrase))[0] for phrase in row["words"]}:
            index.setdefault(word, []).append(number)
    days = tuple(_day(row) for row in rows.values())
    return Days(days, {word: tuple(numbers) for word, numbers in index.items()})


def _day(row: Mapping[str, Any]) -> Day:
    words = [str(word) for word in row["words"]]
    return Day(
        str(row["base"]),
        str(row["title"]),
        frozenset(row["entities"]),
        _any(words),
        _any([word for word in words if " " in word]),
        bool(row.get("counted", True)),
    )


def _any(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words)) or '(?!)'})(?!\w)")


def named_day(
    text: str,
    ordinal: int | None,
    year: int,
    stated: Interval | None,
    near: Set[str],
    around: Set[str],
    days: Days,
    off: Sequence[int] = (0,),
    sides: Set[str] = frozenset(),
) -> Day | None:
    """The known day that `text` (in lower case) names, told from its namesakes by the ordinal, by the
    day the report gives and by whom it speaks of: `near` in the sentence, `around` anywhere. `off` is
    by how many years the ordinal may be off: some count the original day as the first. `sides` are the countries
    that the sentence names."""
    fitting = [
        day
        for day in days.named_in(text)
        if (not ordinal or not day.counted or int(day.base[:4]) - (year - ordinal) in off)
        and not _contradicts(day, stated, year)
        and not _is_of_others(day, sides)
        and (
            day.entities & near
            or (ordinal and day.entities & around)
            or day.long_words.search(text)
            or not day.entities
        )
    ]
    best = max(fitting, key=lambda day: _rank(day, stated, year, near, around), default=None)
    if best is None or best.entities & near or best.entities & around or not best.entities:
        return best
    return best if len({day.base[4:] for day in fitting}) == 1 else None


def _is_of_others(day: Day, sides: Set[str]) -> bool:
    """Whether it is of two, and the sentence names one of them with somebody else: a day like it of another pair."""
    return len(day.entities) == PAIR and len(day.entities & sides) == 1 < len(sides)


def _rank(
    day: Day, stated: Interval | None, year: int, near: Set[str], around: Set[str]
) -> tuple[int, int, int, int]:
    falls = day.falls(year)
    off = abs((falls - stated.first).days) if falls and stated else NEAR
    return len(day.entities & near), len(day.entities & around), -off, len(day.base)


def _contradicts(day: Day, stated: Interval | None, year: int) -> bool:
    """Whether a day the text gives lies too far from this one to be its celebration."""
    falls = day.falls(year)
    if falls is None or stated is None or stated.days > 1:
        return False
    return abs((falls - stated.first).days) > NEAR
