"""What an anniversary remembers is not happening again: "the 80th anniversary of the founding of …"."""

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

from tracker.values import Mention, Span

__all__ = ["without_remembered"]

REMEMBERS = re.compile(r"\s+(?:of|since)\s+(?:[\w'’-]+\s+){0,4}$")


class Read(Protocol):
    """A reading as this module sees it."""

    @property
    def mention(self) -> Mention | None:
        """What was made of it."""


R = TypeVar("R", bound=Read)


def without_remembered(readings: Sequence[R], days: frozenset[str], text: str) -> list[R]:
    """The readings without those that only name what an anniversary beside them, of a type in `days`,
    remembers, and take its date for theirs."""
    anniversaries = [one.mention for one in readings if one.mention and one.mention.type in days]
    return [
        reading
        for reading in readings
        if not any(_remembers(day, reading.mention, text) for day in anniversaries)
    ]


def _remembers(day: Mention, other: Mention | None, text: str) -> bool:
    if other is None or other.type == day.type or other.evidence != day.evidence:
        return False
    first, second = _trigger(day), _trigger(other)
    if first is None or second is None or other.interval != day.interval:
        return False
    return REMEMBERS.fullmatch(text[first.end : second.start] or "-") is not None


def _trigger(mention: Mention) -> Span | None:
    return dict(mention.spans).get("type")
