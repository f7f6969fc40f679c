"""The words of phrases, and those of them that tell that a phrase may be there."""

import re
from collections.abc import Iterable

from tracker.mentions.beginnings import ANY, Beginning
from tracker.mentions.marks import FIGURE

__all__ = ["PatternError", "phrase_words", "rarest_words"]

WORD = re.compile(r"\w+")


class PatternError(ValueError):
    """A pattern that cannot be read; the text says why."""


def phrase_words(phrase: str) -> Beginning:
    """The words of a phrase as a sentence is split into them; the first and ANY where an end is open. Raises
    PatternError for one that does not begin with a word."""
    if not WORD.match(phrase):
        raise PatternError(
            f'"{phrase}" does not begin with a word (a sign stands right behind one: "shot, killed")'
        )
    words = tuple(FIGURE if word[0].isdigit() else word for word in WORD.findall(phrase.lower()))
    return (*words[:1], ANY) if "*" in phrase else words


def rarest_words(phrases: Iterable[str], common: frozenset[str]) -> frozenset[str]:
    """The rarest word of each of `phrases`."""
    return frozenset(_rarest(phrase, common) for phrase in phrases)


def _rarest(phrase: str, common: frozenset[str]) -> str:
    """The word of a phrase that fewest sentences have, as far as its look tells; never one with an open end."""
    words = filter(None, phrase_words(phrase))
    return max(words, key=lambda word: (word not in common, len(word)))
