"""A masked sentence with its words, and words to look for in such sentences."""

import re
import sys
from collections.abc import Iterable, Iterator, Sequence

from tracker.mentions.marks import FIGURE, SIGNS

__all__ = ["Cue", "Masked", "cue_of", "first_words"]

# A word, or a name with what shows that it owns something: a slot of a pattern takes that as well.
# An alternative that begins with a sign of its own is passed over at once where another stands.
TOKEN = re.compile(rf"\w+|(?:{'|'.join(f'{sign}{sign}*' for sign in SIGNS)})(?:['’]s(?![a-z]))?")
WORD = re.compile(r"\w+")
PLAIN = re.compile(r"\W*\w+(?!\*)\b")  # its first word is whole: not "draw*"
SHORT = dict.fromkeys("123456789０１２３４５６７８９", FIGURE) | {
    sign: sign for sign in (*SIGNS, FIGURE)
}


class Masked(str):
    """A sentence whose names and dates are blotted out. Its words are in lower case, a figure is FIGURE
    whatever it is, a name the sign of its kind."""

    __slots__ = ("small", "tokens", "words")

    small: str  # in lower case, sign by sign as long as the text
    tokens: list[str]  # in the order of the text
    words: frozenset[str]

    def __new__(cls, text: str) -> "Masked":
        self = super().__new__(cls, text)
        self.small = _lower(text)
        self.tokens = [SHORT.get(token[0], token) for token in TOKEN.findall(self.small)]
        self.words = frozenset(self.tokens)
        return self


class Cue:
    """A pattern whose matches begin with one of some words, or stand right behind one: a sentence without
    them is not searched at all, and most are without. It is used as `re.Pattern` is."""

    __slots__ = ("pattern", "words")

    def __init__(self, pattern: str, words: frozenset[str] | None) -> None:
        self.pattern = re.compile(pattern)
        self.words = words

    def may_be_in(self, text: str) -> bool:
        """Whether the text is worth searching; where the words are not known that is taken for granted."""
        if self.words is None or not isinstance(text, Masked):
            return True
        return not self.words.isdisjoint(text.words)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match."""
        return self.pattern.search(text, start, end) if self.may_be_in(text) else None

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match at `start`."""
        return self.pattern.match(text, start, end) if self.may_be_in(text) else None

    def finditer(
        self, text: str, start: int = 0, end: int = sys.maxsize
    ) -> Iterator[re.Match[str]]:
        """Every match in order."""
        return self.pattern.finditer(text, start, end) if self.may_be_in(text) else iter(())


def cue_of(pattern: str, phrases: Sequence[str]) -> Cue:
    """A pattern whose every match holds one of these phrases as a whole."""
    known = all(PLAIN.match(phrase) for phrase in phrases)
    return Cue(pattern, first_words(phrases) if known else None)


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """What a sentence has one of that holds one of these phrases as a whole."""
    words = [WORD.findall(phrase.lower())[0] for phrase in phrases]
    return frozenset(SHORT.get(word[0], word) for word in words)


def _lower(text: str) -> str:
    """In lower case, sign by sign where a small letter would be longer than its capital."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(sign.lower()[0] for sign in text)
