"""A masked sentence made ready to look for patterns in: which of them it may hold, and where."""

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import pairwise, takewhile
from typing import Generic, TypeVar

from tracker.mentions.marks import FIGURE, SIGNS
from tracker.mentions.masked import Masked
from tracker.mentions.pattern import Pattern
from tracker.values import Span

__all__ = ["Index", "Searched"]

NEIGHBOURS = frozenset((one, two) for one in SIGNS for two in SIGNS)
RUNS = {sign: re.compile(f"{sign}+") for sign in SIGNS} | {FIGURE: re.compile(r"\b\d")}
NEEDS = 3  # of a pattern that are looked at


class Index:
    """Patterns by the words they need and begin with, so that none is looked at that a sentence cannot
    hold. Sets of patterns are the bits of a number."""

    def __init__(self, patterns: Iterable[Pattern]) -> None:
        self.patterns = tuple({pattern.source: pattern for pattern in patterns}.values())
        self.numbers = {pattern.source: number for number, pattern in enumerate(self.patterns)}
        self._served = _Bits(each.needs[0] for each in self.patterns)
        self._begun = _Bits(each.firsts for each in self.patterns)
        self._paired = _Bits(each.pairs for each in self.patterns)
        self._anywhere = sum(1 << n for n, each in enumerate(self.patterns) if not each.starts)
        # beside what a pattern needs most
        self._needs = tuple(pattern.needs[1:NEEDS] for pattern in self.patterns)

    def found_in(self, text: Masked) -> Iterator[int]:
        """The numbers of the patterns that the sentence may hold."""
        words = text.words
        left = self._served.of(words)
        if left:
            left &= self._anywhere | self._begun.of(words) | self._paired.of(_pairs(text.tokens))
        for number in _places(left):
            for need in self._needs[number]:
                if words.isdisjoint(need):
                    break
            else:
                yield number


T = TypeVar("T", bound=Hashable)


class _Bits(Generic[T]):
    """The sets of a row of sets that something is in, as the bits of a number."""

    def __init__(self, sets: Iterable[Iterable[T]]) -> None:
        self._bits: dict[T, int] = {}
        for number, each in enumerate(sets):
            for one in each:
                self._bits[one] = self._bits.get(one, 0) | 1 << number
        self._known = frozenset(self._bits)

    def of(self, some: frozenset[T]) -> int:
        """The sets that any of these is in."""
        bits, found = self._bits, 0
        for one in self._known & some:
            found |= bits[one]
        return found


class Searched:
    """A masked sentence in which patterns of an index are looked for."""

    def __init__(self, text: Masked, index: Index) -> None:
        self.text = text
        self._index = index
        self._held: frozenset[int] | None = None
        self._begin: dict[str, list[int]] = {}
        self._found: dict[int, list[Span]] = {}

    @property
    def held(self) -> frozenset[int]:
        """The numbers of the patterns that it may hold."""
        if self._held is None:
            self._held = frozenset(self._index.found_in(self.text))
        return self._held

    def of(self, text: str) -> "Searched":
        """Another text, made ready for the same patterns."""
        return Searched(Masked(text), self._index)

    def spans(self, number: int) -> list[Span]:
        """Where one of the patterns it may hold matches, as `re.finditer` would have it."""
        found = self._found.get(number)
        if found is None:
            found = self._found[number] = self._spans(number, len(self.text))
        return found

    def spans_across(self, number: int, whole: str, last: int) -> list[Span]:
        """Where the pattern matches what the text says otherwise than the `whole`, from which it was taken;
        `last` is where they differ last."""
        spans = self._spans(number, last)
        return [span for span in spans if span.of(self.text) != span.of(whole)]

    def _spans(self, number: int, before: int) -> list[Span]:
        """Where the pattern matches, of the matches that begin `before` a place."""
        pattern = self._index.patterns[number]
        text, regex = self.text, pattern.regex
        if not pattern.starts:
            spans = (Span(*match.span()) for match in regex.finditer(text))
            return list(takewhile(lambda span: span.start < before, spans))
        done, found = 0, []
        needed = self._all_places(pattern.needs[0])
        for at in self._all_places(pattern.starts):
            if not (done <= at < before and self._within(at, needed, pattern.reach)):
                continue
            if match := regex.match(text, at):
                done = match.end()
                found.append(Span(at, done))
        return found

    def _within(self, at: int, needed: Sequence[int], reach: int) -> bool:
        """Whether a place `needed` lies at or behind `at`, with no more than `reach` blanks between."""
        first = bisect_left(needed, at)
        if first == len(needed):
            return False
        # what was blotted out by blanks may be any number of them wide
        return "  " in self.text or self.text.count(" ", at, needed[first]) <= reach

    def _all_places(self, words: frozenset[str]) -> list[int]:
        """Where any of the words may stand, in order."""
        places: list[int] = []
        for word in words & self.text.words:
            places += self._places(word)
        return sorted(places)

    def _places(self, word: str) -> list[int]:
        """Where matches may begin with the word: no place is missed, some are inside of longer words."""
        found = self._begin.get(word)
        if found is None:
            pattern = RUNS.get(word)
            places = (
                _all(self.text.small, word)
                if pattern is None
                else _ends_of(pattern, self.text.small)
            )
            found = self._begin[word] = list(places)
        return found


def _places(number: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def _pairs(tokens: Sequence[str]) -> frozenset[tuple[str, str]]:
    """Each word with the one after it."""
    found = frozenset(pairwise(tokens))
    return found if found.isdisjoint(NEIGHBOURS) else found.union(_across(tokens))


def _across(tokens: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each name with the first word behind the names that follow it: names that touch may fill one slot."""
    names: list[str] = []
    for token in tokens:
        if token in SIGNS:
            names.append(token)
        else:
            yield from ((name, token) for name in names)
            names = []


def _all(text: str, word: str) -> Iterator[int]:
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _ends_of(pattern: re.Pattern[str], text: str) -> Iterator[int]:
    """Where runs begin, and right behind: the second sign of a name opens a match where the first stands
    behind a hyphen."""
    for match in pattern.finditer(text):
        yield from (match.start(), match.start() + 1)
