"""What an anniversary remembers is not happening again: "the 80th anniversary of the founding of …"."""

import re
from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from tracker.values import Mention, Span

__all__ = ["without_remembered"]


class Read(Protocol):
    """A reading as this module sees it."""

    @property
    def mention(self) -> Mention | None:
        """What was made of it."""


R = TypeVar("R", bound=Read)


def without_remembered(
    readings: Sequence[R], days: frozenset[str], text: str, leads: re.Pattern[str]
) -> list[R]:
    """The readings without those that only name what an anniversary beside them, of a type in `days`,
    remembers, and take its date for theirs; `leads` is what stands between the two."""
    beside: dict[Span, list[Mention]] = {}
    for one in readings:
        if one.mention and one.mention.type in days:
            beside.setdefault(one.mention.evidence, []).append(one.mention)
    return [
        reading for reading in readings if not _is_remembered(reading.mention, beside, text, leads)
    ]


def _is_remembered(
    mention: Mention | None,
    beside: Mapping[Span, Sequence[Mention]],
    text: str,
    leads: re.Pattern[str],
) -> bool:
    if mention is None:
        return False
    return any(_remembers(day, mention, text, leads) for day in beside.get(mention.evidence, ()))


def _remembers(day: Mention, other: Mention, text: str, leads: re.Pattern[str]) -> bool:
    if other.type == day.type:
        return False
    first, second = _trigger(day), _trigger(other)
    if first is None or second is None or other.interval != day.interval:
        return False
    return leads.fullmatch(text[first.end : second.start] or "-") is not None


def _trigger(mention: Mention) -> Span | None:
    return dict(mention.spans).get("type")
