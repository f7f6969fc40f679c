"""A masked sentence made ready to look for patterns in, and the patterns it may hold."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from tracker.mentions.marks import FIGURE, SIGNS
from tracker.mentions.pattern import Pattern
from tracker.values import Span

__all__ = ["Index", "Searched"]

# A word, or a name with what shows that it owns something: a slot of a pattern takes that as well.
TOKEN = re.compile(rf"\w+|(?:{'|'.join(f'{sign}+' for sign in SIGNS)})(?:['’]s(?![a-z]))?")
SHORT = dict.fromkeys("123456789０１２３４５６７８９", FIGURE) | {
    sign: sign for sign in (*SIGNS, FIGURE)
}
RUNS = {sign: re.compile(f"{sign}+") for sign in SIGNS} | {FIGURE: re.compile(r"\b\d")}
NEIGHBOURS = frozenset((one, two) for one in SIGNS for two in SIGNS)
NO_NEED = ""


class Searched:
    """A masked sentence, its words in lower case. A figure is FIGURE whatever it is, a name the sign of
    its kind."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._lower = _lower(text)
        self._tokens = [SHORT.get(token[0], token) for token in TOKEN.findall(self._lower)]
        self.words = frozenset(self._tokens)
        self._begin: dict[str, list[int]] = {}
        self._found: dict[str, tuple[Span, ...]] = {}
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

    def spans(self, pattern: Pattern) -> tuple[Span, ...]:
        """Where the pattern matches, as `re.finditer` would have it."""
        found = self._found.get(pattern.source)
        if found is None:
            found = self._found[pattern.source] = tuple(self._spans(pattern))
        return found

    def spans_of(self, index: "Index") -> list[Span]:
        """Where any pattern of the index matches."""
        found = self._others.get(id(index))
        if found is None:
            patterns = (index.patterns[number] for number in index.found_in(self))
            found = [span for pattern in patterns for span in self.spans(pattern)]
            self._others[id(index)] = found
        return found

    def _spans(self, pattern: Pattern) -> Iterator[Span]:
        if not pattern.starts:
            yield from (Span(*match.span()) for match in pattern.regex.finditer(self.text))
            return
        done = 0
        places = [at for word in pattern.starts & self.words for at in self._places(word)]
        for at in sorted(places):
            if at >= done and (match := pattern.regex.match(self.text, at)):
                done = match.end()
                yield Span(at, done)


class Index:
    """Patterns by the words they need. Asked what a sentence may hold, it looks at few of them."""

    def __init__(self, patterns: Sequence[Pattern]) -> None:
        self.patterns = patterns
        by_pair: dict[tuple[str, str], list[int]] = {}
        by_word: dict[str, list[int]] = {}
        for number, pattern in enumerate(patterns):
            rarest = pattern.needs[0] if pattern.needs else frozenset([NO_NEED])
            begun = bool(pattern.starts) and (rarest == pattern.starts or not pattern.firsts)
            for pair in pattern.pairs if begun else ():
                by_pair.setdefault(pair, []).append(number)
            for word in pattern.firsts if begun else rarest:
                by_word.setdefault(word, []).append(number)
        self._by_pair, self._pairs = by_pair, frozenset(by_pair)
        self._by_word, self._words = by_word, frozenset(by_word)
        self._always = by_word.get(NO_NEED, [])

    def found_in(self, searched: Searched) -> list[int]:
        """The numbers of the patterns that the sentence may hold, in order."""
        words, pairs, patterns = searched.words, searched.pairs, self.patterns
        numbers = set(self._always)
        for word in self._words & words:
            numbers.update(self._by_word[word])
        for pair in self._pairs & pairs:
            numbers.update(self._by_pair[pair])
        return sorted(number for number in numbers if patterns[number].may_match(words, pairs))


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
