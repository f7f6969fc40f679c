"""A masked sentence made ready to look for patterns in."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import pairwise, takewhile

from tracker.mentions.index import Index
from tracker.mentions.marks import FIGURE, SIGNS, straight
from tracker.mentions.pattern import Pattern
from tracker.mentions.steps import NOWHERE, Printed
from tracker.values import Span

__all__ = ["Searched"]

# A word, or a name with what shows that it owns something: a slot of a pattern takes that as well.
TOKEN = re.compile(
    rf"\w+|(?=[{SIGNS}])(?:{'|'.join(f'{sign}+' for sign in SIGNS)})(?:['’]s(?![a-z]))?"
)
SHORT = dict.fromkeys("123456789０１２３４５６７８９", FIGURE) | {
    sign: sign for sign in (*SIGNS, FIGURE)
}
RUNS = {sign: re.compile(f"{sign}+") for sign in SIGNS} | {FIGURE: re.compile(r"\b\d")}
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
        self._lower = _lower(text)
        self._printed = Printed(self.straight, self._lower)
        self._tokens = [SHORT.get(token[0], token) for token in TOKEN.findall(self._lower)]
        self.words = frozenset(self._tokens)
        self._begin: dict[str, list[int]] = {}
        self._found: dict[str, list[Span]] = {}
        self._others: dict[int, list[Span]] = {}

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """Each word with the one after it."""
        found = frozenset(pairwise(self._tokens))
        return found if found.isdisjoint(NEIGHBOURS) else found.union(_across(self._tokens))

    def _places(self, word: str) -> list[int]:
        """Where matches may begin with the word: no place is missed, some are inside of longer words."""
        found = self._begin.get(word)
        if found is None:
            pattern = RUNS.get(word)
            places = _all(self._lower, word) if pattern is None else _ends_of(pattern, self._lower)
            found = self._begin[word] = list(places)
        return found

    def first_of(self, words: Set[str], start: int, end: int) -> int | None:
        """From where on in a stretch one of these words may begin, None where none does."""
        found = [
            at for word in words & self.words for at in self._places(word) if start <= at < end
        ]
        return min(found, default=None)

    def spans(self, pattern: Pattern) -> list[Span]:
        """Where the pattern matches, one match behind the other."""
        found = self._found.get(pattern.text)
        if found is None:
            found = self._found[pattern.text] = self._spans(pattern, len(self.text))
        return found

    def spans_across(self, pattern: Pattern, whole: str, last: int) -> list[Span]:
        """Where the pattern matches what the text says otherwise than the `whole`, from which it was taken;
        `last` is where they differ last."""
        spans = self._spans(pattern, last)
        return [span for span in spans if span.of(self.text) != span.of(whole)]

    def span_from(self, pattern: Pattern, start: int) -> Span | None:
        """The first match that begins at a place or behind it."""
        return next(self._each(pattern, start), None)

    def spans_of(self, index: Index) -> list[Span]:
        """Where any pattern of the index matches."""
        found = self._others.get(id(index))
        if found is None:
            patterns = (index.patterns[number] for number in index.found_in(self))
            found = [span for pattern in patterns for span in self.spans(pattern)]
            self._others[id(index)] = found
        return found

    def _spans(self, pattern: Pattern, before: int) -> list[Span]:
        """Where the pattern matches, of the matches that begin `before` a place."""
        return list(takewhile(lambda span: span.start < before, self._each(pattern, 0)))

    def _each(self, pattern: Pattern, done: int) -> Iterator[Span]:
        """Each match from a place on, one behind the other."""
        for at in self._beginnings(pattern):
            if at >= done and BEGIN.match(self.straight, at):
                end = pattern.follow(self._printed, at)
                if end != NOWHERE:
                    done = end
                    yield Span(at, end)

    def _beginnings(self, pattern: Pattern) -> Sequence[int]:
        """The places where matches of the pattern may begin, in order."""
        if not pattern.starts:
            return self._all_places
        return sorted(at for word in pattern.starts & self.words for at in self._places(word))

    @cached_property
    def _all_places(self) -> Sequence[int]:
        return [match.start() for match in ANYWHERE.finditer(self.straight)]


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


def _lower(text: str) -> str:
    """In lower case, sign by sign where a small letter would be longer than its capital."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(sign.lower()[0] for sign in text)


def _across(tokens: Sequence[str]) -> Iterable[tuple[str, str]]:
    """Each name with the first word behind the names that follow it: names that touch may fill one slot."""
    names: list[str] = []
    for token in tokens:
        if token in SIGNS:
            names.append(token)
        else:
            yield from ((name, token) for name in names)
            names = []
