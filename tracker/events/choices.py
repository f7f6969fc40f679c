"""How one value of several told is chosen: what speaks for each, which wins and why. Pure."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from tracker.values import Mention, Source, Status

__all__ = [
    "EARLIEST",
    "Choice",
    "Sources",
    "choose",
    "independent_sources",
    "latest_status",
    "support_of",
    "tally_of",
    "undisputed",
]

EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)
Sources = Sequence[Source]


@dataclass(frozen=True, slots=True)
class Choice:
    """A value, the sources behind it, why it won, and what lost against it."""

    value: Any
    behind: tuple[Source, ...]
    why: str
    rivals: tuple[tuple[str, tuple[str, ...]], ...] = ()


def independent_sources(sources: Sources) -> int:
    """How many publishers tell it in words of their own: copies and repetitions count once."""
    own = {
        source.publisher or source.url
        for source in sources
        if source.copy_of is None and not source.mention.recalled
    }
    return len(own) or 1


def tally_of(sources: Sources, value_of: Callable[[Mention], Any]) -> dict[Any, list[Source]]:
    """The sources behind each value that is told at all."""
    found: dict[Any, list[Source]] = {}
    for source in sources:
        value = value_of(source.mention)
        if value is not None and value != "":
            found.setdefault(value, []).append(source)
    return found


def choose(
    tally: dict[Any, list[Source]],
    rank: Callable[[Any, list[Source]], Any],
    why: str,
    say: Any = str,
) -> Choice:
    """The value of the best rank; the others are its rivals."""
    if len(tally) < 2:  # so for most values of most happenings
        return undisputed(tally)
    best, *others = sorted(tally, key=lambda value: rank(value, tally[value]))
    rivals = tuple((say(value), tuple(s.key for s in tally[value])) for value in others)
    return Choice(best, tuple(tally[best]), why, rivals)


def undisputed(tally: dict[Any, list[Source]]) -> Choice:
    """The only value that is told, or none."""
    for only, behind in tally.items():
        return Choice(only, tuple(behind), "the only value told")
    return Choice(None, (), "")


def support_of(sources: Sources) -> int:
    """For sorting: the more independent sources, the earlier."""
    return -independent_sources(sources)


def latest_status(sources: Sources) -> Status:
    """That it happened if any report says so; otherwise what was said last."""
    occurred = [s for s in sources if s.mention.status is Status.OCCURRED]
    if occurred:
        return Status.OCCURRED
    latest = max(sources, key=lambda s: (s.published or EARLIEST, s.key))
    return latest.mention.status
