"""A masked sentence made ready to look for patterns in."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise

from tracker.mentions.index import Index
from tracker.mentions.marks import SIGNS, straight
from tracker.mentions.pattern import Pattern
from tracker.mentions.steps import NOWHERE, Printed
from tracker.values import Span

__all__ = ["Searched"]

BEGIN = re.compile(r"(?<![\w-])")
ANYWHERE = re.compile(rf"(?<![\w-])[\w{SIGNS}]")
NEIGHBOURS = frozenset((one, two) for one in SIGNS for two in SIGNS)


class Searched:
    """A masked sentence, its words in lower case. A figure is FIGURE whatever it is, a name the sign of
    its kind. In `meant` bodies that are only called "the council" are blotted out too; "" where none is."""

    def __init__(self, text: str, meant: str = "") -> None:
        self.text = text
        self.meant = meant
        self.straight = straight(text)  # what patterns are matched in
        self._printed = Printed(self.straight, _lower(text))
        self.words = frozenset(self._printed.words.values())
        self._begun: dict[frozenset[str], list[int]] = {}
        self._last: dict[frozenset[str], int] = {}
        self._opening: dict[str, list[int]] = {}
        self._found: dict[str, list[Span]] = {}
        self._others: dict[int, list[Span]] = {}

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Each word with the one after it."""
        tokens = self._printed.words.values()
        found = frozenset(pairwise(tokens))
        return found if found.isdisjoint(NEIGHBOURS) else found.union(_across(tokens))

    @cached_property
    def _places(self) -> Mapping[str, Sequence[int]]:
        """Where each word begins."""
        places: dict[str, list[int]] = {}
        for at, word in self._printed.words.items():
            places.setdefault(word, []).append(at)
        return places

    def first_of(self, words: frozenset[str], start: int, end: int) -> int | None:
        """From where on in a stretch one of these words may begin, None where none does."""
        places = self._begun.get(words)
        if places is None:
            found = words & self.words
            places = sorted(at for word in found for at in self._places[word])
            self._begun[words] = places
        next_one = bisect_left(places, start) if places else 0
        return places[next_one] if next_one < len(places) and places[next_one] < end else None

    def spans(self, pattern: Pattern) -> list[Span]:
        """Where the pattern matches, one match behind the other."""
        found = self._found.get(pattern.text)
        if found is None:
            found = self._found[pattern.text] = list(self._each(pattern, 0, len(self.text)))
        return found

    def spans_across(self, pattern: Pattern, whole: str, last: int) -> list[Span]:
        """Where the pattern matches what the text says otherwise than the `whole`, from which it was taken;
        `last` is where they differ last."""
        spans = self._each(pattern, 0, last)
        return [span for span in spans if span.of(self.text) != span.of(whole)]

    def span_from(self, pattern: Pattern, start: int) -> Span | None:
        """The first match that begins at a place or behind it."""
        return next(self._each(pattern, start, len(self.text)), None)

    def spans_of(self, index: Index) -> list[Span]:
        """Where any pattern of the index matches."""
        found = self._others.get(id(index))
        if found is None:
            patterns = (index.patterns[number] for number in index.found_in(self))
            found = [span for pattern in patterns for span in self.spans(pattern)]
            self._others[id(index)] = found
        return found

    def _each(self, pattern: Pattern, done: int, end: int) -> Iterator[Span]:
        """Each match that begins in a stretch, one behind the other."""
        for at in self._beginnings(pattern):
            if at >= end:
                return
            past = pattern.follow(self._printed, at) if at >= done else NOWHERE
            if past != NOWHERE:
                done = past
                yield Span(at, past)

    def _beginnings(self, pattern: Pattern) -> Sequence[int]:
        """The places where matches of the pattern may begin, in order: none behind the last word it needs."""
        last = min(map(self._last_of, pattern.behind), default=len(self.text))
        if not pattern.starts:
            return self._all_places[: bisect_right(self._all_places, last)]
        words = pattern.starts & self.words
        return sorted(at for word in words for at in self._opened(word) if at <= last)

    def _last_of(self, words: frozenset[str]) -> int:
        """Where the last of the words begins, of a name its second sign."""
        found = self._last.get(words)
        if found is None:
            places = (self._places[word][-1] + 1 for word in words & self.words)
            found = self._last[words] = max(places, default=NOWHERE)
        return found

    def _opened(self, word: str) -> Sequence[int]:
        """Where a word may open a match: not behind a hyphen; of a name the second sign does there."""
        found = self._opening.get(word)
        if found is None:
            places, text = self._places[word], self.straight
            if word in SIGNS:
                found = [at if BEGIN.match(text, at) else at + 1 for at in places]
            else:
                found = [at for at in places if not text.endswith("-", 0, at)]
            self._opening[word] = found
        return found

    @cached_property
    def _all_places(self) -> Sequence[int]:
        return [match.start() for match in ANYWHERE.finditer(self.straight)]


def _lower(text: str) -> str:
    """In lower case, sign by sign where a small letter would be longer than its capital."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(sign.lower()[0] for sign in text)


def _across(tokens: Iterable[str]) -> Iterable[tuple[str, str]]:
    """Each name with the first word behind the names that follow it: names that touch may fill one slot."""
    names: list[str] = []
    for token in tokens:
        if token in SIGNS:
            names.append(token)
        else:
            yield from ((name, token) for name in names)
            names = []
