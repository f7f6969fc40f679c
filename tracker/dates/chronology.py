"""Lists of dated entries ("May 6, 2023 - …", "May 11 - …"): each entry takes its year from the one before, or from
the year that stands alone above it."""

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from tracker.dates.calendar import Grain
from tracker.dates.lines import opens_a_line, parted
from tracker.dates.rules import Grammar
from tracker.dates.sections import Section, section_at, sections_of
from tracker.dates.view import View
from tracker.values import Interval

__all__ = ["Chronology"]

_HEADING: Final = re.compile(r"(?:[^\S\n]+[^\W\d_][\w’'-]*){1,3}[^\S\n]*(?:\n|$)")  # "2018 summits"
NEWS: Final = 45  # days


@dataclass(slots=True)
class Chronology:
    """The entry that is being read: the days its head names, and where its line ends."""

    view: View
    grammar: Grammar
    head: Interval | None = None  # of the latest entry, once one has stated its year
    ends: int = -1  # the place in the source where that entry's line ends
    order: int = 0  # 1: the oldest entry stands first, -1: the newest; 0: not known yet
    opened: int = -1  # the place in the view where the latest phrase at the head of a line ends
    sections: tuple[Section, ...] = field(init=False)

    def __post_init__(self) -> None:
        self.sections = sections_of(self.view.source)

    def opens(self, start: int, end: int) -> bool:
        """Whether a phrase stands at the head of a line, parted from what follows."""
        first, last = self.view.place(start), self.view.place(end - 1) + 1
        return opens_a_line(self.view.source, first, last)

    def note(self, start: int, end: int, interval: Interval, *, stated: bool) -> None:
        """Remembers a date that was read, if it heads an entry."""
        opens = self.opens(start, end) or (stated and self._ends_a_range(start, end))
        self.opened = end if opens else self.opened
        if not (stated or self.head is not None):
            return
        if not opens and not (stated and self._heads(start, end, interval)):
            return
        if self.head is not None and self.head.days <= 31 and not self.head.touches(interval):
            order = 1 if interval.first > self.head.first else -1
            self.order = order if stated or not self.order else self.order
        self.head = interval
        place = self.view.source.find("\n", self.view.place(end - 1) + 1)
        self.ends = place if place >= 0 else len(self.view.source)

    def _ends_a_range(self, start: int, end: int) -> bool:
        """Whether a phrase is the second half of a range that opens a line: "September-November 2020: …"."""
        to = _to(self.grammar)
        joined = 0 <= self.opened <= start and to.fullmatch(self.view.plain, self.opened, start)
        return bool(joined) and parted(self.view.source, self.view.place(end - 1) + 1)

    def _heads(self, start: int, end: int, interval: Interval) -> bool:
        """Whether a year opens a line of few words."""
        source, first = self.view.source, self.view.place(start)
        alone = first == 0 or source[first - 1] == "\n"
        return (
            alone
            and interval.days > 31
            and bool(_HEADING.match(source, self.view.place(end - 1) + 1))
        )

    def choose(
        self, start: int, end: int, today: dt.date, make: Callable[[int], Grain]
    ) -> Grain | None:
        """The date without a year that a head, or a phrase in an entry, means; None outside a list."""
        return self._of_entry(start, end, today, make) or self._of_section(start, today, make)

    def _of_section(self, start: int, today: dt.date, make: Callable[[int], Grain]) -> Grain | None:
        """The date in the year that stands above it; where that is the one of publication, only one gone by."""
        section = section_at(self.sections, self.view.place(start))
        found = next(_made(section.year, make, within=0), None) if section else None
        if found and section and section.year >= today.year and found.interval.first > today:
            return None
        return found

    def _of_entry(
        self, start: int, end: int, today: dt.date, make: Callable[[int], Grain]
    ) -> Grain | None:
        head = self.head
        if head is None:
            return None
        opens = self.opens(start, end)
        if not opens and (self.view.place(start) >= self.ends or _near(head, today)):
            return None
        grains = list(_made(head.first.year, make))
        if head.days > 31:  # a heading: "2023"
            return next(
                (one for one in grains if head.first <= one.interval.first <= head.last), None
            )
        if opens and self.order > 0:
            grains = [one for one in grains if one.interval.last >= head.first]
        elif opens and self.order < 0:
            grains = [one for one in grains if one.interval.first <= head.last]
        return min(grains, key=lambda one: abs(one.interval.first - head.first), default=None)


@lru_cache(maxsize=8)
def _to(grammar: Grammar) -> re.Pattern[str]:
    """What stands between the halves of "September-November 2020"."""
    return re.compile(rf"\s*(?:[-–—]|{grammar.any_of('between_halves')})\s*")


def _near(head: Interval, today: dt.date) -> bool:
    """Whether an entry is of the days the text was published in: words say more than the list does."""
    return abs((head.first - today).days) < NEWS


def _made(year: int, make: Callable[[int], Grain], within: int = 1) -> Iterator[Grain]:
    for number in range(year - within, year + within + 1):
        try:
            yield make(number)
        except ValueError:  # 29 February
            continue
