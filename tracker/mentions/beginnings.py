"""How matches of a pattern begin: their first word and the one after it, so that it is only tried there."""

import re
from collections.abc import Iterable, Sequence

__all__ = ["ANY", "Beginning", "Words", "beginnings"]

ANY = ""  # in place of a word: it may be any
WORD = re.compile(r"\w+")

# Words in lower case, at most two; of two the beginning is whole: what follows does not matter.
Beginning = tuple[str, ...]
# A part of a pattern: the words of each of its phrases, None where any word may stand.
Words = Sequence[Beginning] | None
# A piece of a pattern: its alternatives, each of several parts, and whether it may be missing.
Piece = tuple[Sequence[Sequence[Words]], bool]


def beginnings(pieces: Iterable[Piece]) -> frozenset[tuple[str, str]]:
    """The first two words of every match, the second ANY where it is not known; none at all where any
    word may be the first."""
    growing: set[Beginning] = {()}
    whole: set[Beginning] = set()
    for alternatives, optional in pieces:
        grown = set().union(*(_extended(growing, parts) for parts in alternatives))
        whole |= {words for words in grown if len(words) > 1}
        growing = {words for words in grown if len(words) < 2} | (growing if optional else set())
        if not growing:
            break
    whole |= {(*words, ANY, ANY)[:2] for words in growing}
    known = all(words[0] != ANY for words in whole)
    return frozenset((first, second) for first, second in whole) if known else frozenset()


def _extended(growing: Iterable[Beginning], parts: Sequence[Words]) -> set[Beginning]:
    """The beginnings with the words of these parts after them."""
    found = set(growing)
    for words in parts:
        phrases = [(ANY,)] if words is None else words
        found = {
            (*begun, *phrase)[:2] if len(begun) < 2 else begun
            for begun in found
            for phrase in phrases
        }
    return found
