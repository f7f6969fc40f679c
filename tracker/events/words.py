"""Words made comparable."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Any, TypeVar

from tracker.events.lexicon import lexicon

__all__ = ["NOTHING", "fold", "root_of", "roots_of", "some", "words_in"]

T = TypeVar("T")
NOTHING: frozenset[Any] = frozenset()

LETTERS = "".join(one.lower() if one.isalnum() else " " for one in map(chr, range(128)))
CALENDAR = re.compile(r"\d{1,2}(st|nd|rd|th)?|(19|20)\d\d")


def some(them: Iterable[T]) -> frozenset[T]:
    """Them as a set. Of what is often empty, all share one empty set: it takes the room of 27 numbers, a
    profile has dozens of such fields, and a timeline a hundred thousand profiles."""
    return frozenset(them) or NOTHING


@lru_cache(maxsize=50_000)
def fold(name: str) -> str:
    """A name in lower-case ASCII letters and digits, so that spellings meet."""
    return " ".join(_ascii_words(name)) or name.lower()


@lru_cache(maxsize=10_000)
def words_in(text: str) -> tuple[str, ...]:
    """The folded words of a name, or of a quote that several questions are asked of."""
    return tuple(_ascii_words(text) or text.lower().split())


def _ascii_words(text: str) -> list[str]:
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode()
    return text.translate(LETTERS).split()


@lru_cache(maxsize=100_000)
def root_of(word: str) -> str:
    """What a word has in common with its forms; empty for a word that tells nothing."""
    if word in lexicon().untelling or len(word) < 2 or CALENDAR.fullmatch(word):
        return ""
    if word.endswith("ies") and len(word) > 5:
        return word[:-3] + "y"
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) > 3 and not word.endswith("ss"):
            return word[: -len(ending)]
    return word


def roots_of(words: Iterable[str]) -> Iterator[str]:
    """What the words and their forms have: "arrive" is another root than that of "arrives" and "arriving"."""
    for word in words:
        yield from (root_of(word), word.removesuffix("e"))
        if word.endswith("y"):
            yield word[:-1] + "i"  # "ratified"
