"""The hours that a text tells by the clock: "7:15 a.m.", "9 pm"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from tracker.mentions.alternatives import any_of

__all__ = ["NOON", "ClockHours", "clock_hours"]

NOON = 12


@dataclass(frozen=True, eq=False)
class ClockHours:
    """How a language writes them, ready to look for."""

    written: re.Pattern[str]
    after_noon: frozenset[str]

    def told_in(self, text: str) -> Iterator[tuple[int, float]]:
        """Where the text tells an hour, and which, its minutes as a part of it."""
        for found in self.written.finditer(text):
            hour = int(found[1]) % NOON + NOON * (found[3].lower() in self.after_noon)
            yield found.start(), hour + int(found[2] or 0) / 60


def clock_hours(before_noon: Collection[str], after_noon: Collection[str]) -> ClockHours:
    """The hours of a language, by what stands behind those before and after noon."""
    halves = any_of((*before_noon, *after_noon))
    return ClockHours(
        re.compile(rf"(?<![\d:.])(1?\d)(?:[:.]([0-5]\d))? ?({halves})(?![a-z])"),
        frozenset(after_noon),
    )
