"""Which part of what takes days a source tells: its beginning, its end, the second of its days. Pure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.events.knowledge import relation_rules
from tracker.events.lexicon import lexicon
from tracker.events.quoted import named
from tracker.events.words import fold
from tracker.values import Source, Status

__all__ = ["NO_STAGE", "Stage", "stage_of"]

BEFORE, BEHIND = 45, 90  # characters beside what names it, in which "its second day" may stand
SMALL = re.compile(r"(?<![\w-])[a-z]+")


@dataclass(frozen=True, slots=True)
class Stage:
    """`begins` and `ends`: whether it is told to begin or end on its day; `nth`: which of its days that is, 0
    where not told; `numbered`: whether a number of its own says which it is; `days`: how long one of its type
    may take."""

    begins: bool = False
    ends: bool = False
    nth: int = 0
    numbered: bool = False
    days: int = 0


NO_STAGE = Stage()


def stage_of(source: Source, *, by_name: bool) -> Stage:
    """The stage that a source tells, of a type that takes days; NO_STAGE where it tells none, or both ends.
    What is told by a name of its own may take other days than what is not."""
    rules, interval = relation_rules().stages, source.mention.interval
    days = rules.days.get(source.mention.type)
    if by_name:
        days = rules.named.get(source.mention.type, days)
    if days is None or interval.first != interval.last:
        return NO_STAGE
    done = _done_to_it(source)
    begins = _tells(source, rules.begin) or done in rules.begun
    ends = (_tells(source, rules.end) and not _sets_out(source)) or done in rules.ended
    nth, numbered = _nth_day(source), bool(source.mention.numbers)
    if begins == ends and nth < 2 and not numbered:
        return NO_STAGE
    return Stage(begins and not ends, ends and not begins, nth if nth > 1 else 0, numbered, days)


def _tells(source: Source, words: frozenset[str]) -> bool:
    """Whether the title says so with one of its verbs. An aim ("talks to end the war") says nothing."""
    mention = source.mention
    told = SMALL.findall(mention.title)
    aims = mention.status is Status.OCCURRED
    return any(
        word in words and not (aims and at and told[at - 1] in lexicon().aim_marks)
        for at, word in enumerate(told)
    )


def _done_to_it(source: Source) -> str:
    """The verb right before the words that name it, or the first of these, whatever it is called between: "the
    allies ended | their joint drills"."""
    name, told = named(source, 0), named(source, BEFORE)
    verb = lexicon().done_to_it.search(told, 0, len(told) - len(name)) if name else None
    verb = verb or lexicon().does_to_it.match(name)
    return verb[1] if verb else ""


def _sets_out(source: Source) -> bool:
    """Whether who leaves is only on the way: leaves home, or leaves for somewhere."""
    place = source.mention.place
    homes = {actor.country for actor in source.mention.actors if actor.kind == "person"}
    leaves = not lexicon().leaving_for.isdisjoint(source.mention.title.split(" ")[1:-1])
    return leaves or bool(place and place.country in homes)


def _nth_day(source: Source) -> int:
    """Which of its days: 2 for "the second day of the meeting"; 0 where that is not told."""
    if not any(f" {word}" in source.quote for word in lexicon().day_counted):
        return 0
    found = lexicon().nth_day.search(fold(named(source, BEFORE, BEHIND)))
    return _number(found[1]) if found else 0


@lru_cache(maxsize=1_000)
def _number(word: str) -> int:
    return lexicon().counting.get(word) or int(word[:-2])
