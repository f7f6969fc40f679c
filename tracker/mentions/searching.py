"""A masked sentence made ready to look for patterns in: where each of its words stands."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain

from tracker.mentions.pattern import FIGURE, MARKS, Pattern
from tracker.values import Span

__all__ = ["Searched"]

WORD = re.compile(r"\w+")
SIGNS = frozenset(MARKS.values())
RUN = re.compile(rf"([{''.join(SIGNS)}])\1*")


class Searched:
    """The text with its words' places. A pattern is tried only where one of its first words stands, and
    only in a text that has all the words it asks for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.words = frozenset(WORD.findall(text.lower()))
        self.signs = SIGNS.intersection(text)
        self._found: dict[str, tuple[Span, ...]] = {}

    @cached_property
    def _places(self) -> Mapping[str, list[int]]:
        """Where each word begins, by the word in lower case; where a figure does, and each sign of a name."""
        found: dict[str, list[int]] = {}
        for match in WORD.finditer(self.text):
            word, start = match[0].lower(), match.start()
            found.setdefault(word, []).append(start)
            if word[0].isdigit():
                found.setdefault(FIGURE, []).append(start)
        for match in RUN.finditer(self.text):
            start = (
                match.start()
            )  # the second sign opens a match where the first stands behind a hyphen
            found.setdefault(match[1], []).extend((start, start + 1))
        return found

    def spans(self, pattern: Pattern) -> tuple[Span, ...]:
        """Where the pattern matches, as `re.finditer` would have it."""
        if not pattern.may_match(self.words, self.signs):
            return ()
        found = self._found.get(pattern.source)
        if found is None:
            found = self._found[pattern.source] = tuple(self._spans(pattern))
        return found

    def _spans(self, pattern: Pattern) -> Iterator[Span]:
        if not pattern.starts:
            yield from (Span(*match.span()) for match in pattern.regex.finditer(self.text))
            return
        done = 0
        places = self._places
        spots = [places[word] for word in pattern.starts & places.keys()]
        for at in sorted(chain.from_iterable(spots)):
            if at >= done and (match := pattern.regex.match(self.text, at)):
                done = match.end()
                yield Span(at, done)

    def touches(self, pattern: Pattern, span: Span) -> bool:
        """Whether a match of the pattern shares a sign with `span`."""
        return any(s.start < span.end and span.start < s.end for s in self.spans(pattern))
