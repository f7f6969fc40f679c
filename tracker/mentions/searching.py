"""A masked sentence made ready to look for patterns in, and the patterns it may hold."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import pairwise, takewhile

from tracker.mentions.marks import FIGURE, SIGNS, straight
from tracker.mentions.pattern import Pattern
from tracker.values import Span

__all__ = ["Index", "Searched"]

# A word, or a name with what shows that it owns something: a slot of a pattern takes that as well.
TOKEN = re.compile(
    rf"\w+|(?=[{SIGNS}])(?:{'|'.join(f'{sign}+' for sign in SIGNS)})(?:['’]s(?![a-z]))?"
)
SHORT = dict.fromkeys("123456789０１２３４５６７８９", FIGURE) | {
    sign: sign for sign in (*SIGNS, FIGURE)
}
RUNS = {sign: re.compile(f"{sign}+") for sign in SIGNS} | {FIGURE: re.compile(r"\b\d")}
NEIGHBOURS = frozenset((one, two) for one in SIGNS for two in SIGNS)
NEEDS = 3  # of a pattern that are looked at


class Searched:
    """A masked sentence, its words in lower case. A figure is FIGURE whatever it is, a name the sign of
    its kind. In `meant` bodies that are only called "the council" are blotted out too; "" where none is."""

    def __init__(self, text: str, meant: str = "") -> None:
        self.text = text
        self.meant = meant
        self.straight = straight(text)  # what patterns are matched in
        self._lower = _lower(text)
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
        """Where the pattern matches, as `re.finditer` would have it."""
        found = self._found.get(pattern.text)
        if found is None:
            found = self._found[pattern.text] = self._spans(pattern, len(self.text))
        return found

    def spans_across(self, pattern: Pattern, whole: str, last: int) -> list[Span]:
        """Where the pattern matches what the text says otherwise than the `whole`, from which it was taken;
        `last` is where they differ last."""
        spans = self._spans(pattern, last)
        return [span for span in spans if span.of(self.text) != span.of(whole)]

    def spans_of(self, index: "Index") -> list[Span]:
        """Where any pattern of the index matches."""
        found = self._others.get(id(index))
        if found is None:
            patterns = (index.patterns[number] for number in index.found_in(self))
            found = [span for pattern in patterns for span in self.spans(pattern)]
            self._others[id(index)] = found
        return found

    def _spans(self, pattern: Pattern, before: int) -> list[Span]:
        """Where the pattern matches, of the matches that begin `before` a place."""
        text, regex = self.straight, pattern.regex
        if not pattern.starts:
            spans = (Span(*match.span()) for match in regex.finditer(text))
            return list(takewhile(lambda span: span.start < before, spans))
        places: list[int] = []
        for word in pattern.starts & self.words:
            places += self._places(word)
        done, found = 0, []
        for at in sorted(places):
            if done <= at < before and (match := regex.match(text, at)):
                done = match.end()
                found.append(Span(at, done))
        return found


class Index:
    """Patterns by the words they need, so that none is looked at that a sentence cannot hold.

    Sets of patterns are the bits of numbers. Of each word one number holds four such sets, side by side in
    lanes: the patterns whose first need it serves, whose second, their third, and those that it may begin.
    """

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        self._served: dict[str, int] = {}
        self._begun: dict[tuple[str, str], int] = {}
        self._free = 0  # the patterns that ask for nothing
        self._rarest: set[str] = set()  # words that serve a first need
        for number, pattern in enumerate(patterns):
            self._add(pattern, number)
        self._pairs = frozenset(self._begun)
        self._lane = (1 << len(patterns)) - 1

    def _add(self, pattern: Pattern, number: int) -> None:
        needs = [*pattern.needs[:NEEDS], *[frozenset[str]()] * (NEEDS - len(pattern.needs))]
        self._rarest |= needs[0]
        for rank, words in enumerate((*needs, pattern.firsts)):
            bit = 1 << (number + rank * len(self.patterns))
            asks = bool(words) if rank < NEEDS else bool(pattern.starts)
            self._free |= 0 if asks else bit
            for word in words:
                self._served[word] = self._served.get(word, 0) | bit
        for pair in pattern.pairs:
            self._begun[pair] = self._begun.get(pair, 0) | 1 << number

    def found_in(self, searched: Searched) -> list[int]:
        """The numbers of the patterns that the sentence may hold, in order."""
        served, lane, width = self._free, self._lane, len(self.patterns)
        if not served & lane and self._rarest.isdisjoint(searched.words):
            return []
        for word in searched.words:
            if word in self._served:
                served |= self._served[word]
        left = served & served >> width & served >> 2 * width & lane
        if not left:
            return []
        begun = served >> NEEDS * width
        for pair in self._pairs & searched.pairs:
            begun |= self._begun[pair]
        return list(_bits(left & begun))


def _bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


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
