"""How matches of a pattern begin: their first word and the one after it, so that it is only tried there."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

__all__ = ["ANY", "Beginning", "Begun", "Piece", "Words", "beginnings"]

ANY = ""  # in place of a word: it may be any

# Words in lower case, at most two; of two the beginning is whole: what follows does not matter.
Beginning = tuple[str, ...]
# A part of a pattern: the words of each of its phrases, None where any word may stand.
Words = Sequence[Beginning] | None

NOTHING: frozenset[Beginning] = frozenset([()])


@dataclass(frozen=True, eq=False)
class Piece:
    """A piece of a pattern: its alternatives, each of several parts, and whether it may be missing."""

    alternatives: Sequence[Sequence[Words]]
    optional: bool


class Begun(NamedTuple):
    """How matches begin: with a word of `starts`, where there are any, and then with one of the `pairs`, or with
    one of the `firsts`, which any word may follow."""

    starts: frozenset[str]
    firsts: frozenset[str]
    pairs: frozenset[tuple[str, str]]


def beginnings(pieces: Iterable[Piece]) -> Begun:
    """How every match begins; nothing where any word may be the first."""
    growing, whole = NOTHING, frozenset[Beginning]()
    for piece in pieces:
        growing, done = _grown(growing, piece)
        whole = whole | done if whole else done
        if not growing:
            break
    return _sorted_out(whole, growing)


@lru_cache(maxsize=8192)  # patterns begin with the same pieces
def _grown(
    growing: frozenset[Beginning], piece: Piece
) -> tuple[frozenset[Beginning], frozenset[Beginning]]:
    """What beginnings become with the words of a piece after them: those that may grow on, and the whole ones."""
    grown = set().union(*(_extended(growing, parts) for parts in piece.alternatives))
    whole = frozenset(words for words in grown if len(words) > 1)
    return frozenset(grown - whole) | (growing if piece.optional else frozenset()), whole


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


@lru_cache(maxsize=8192)
def _sorted_out(whole: frozenset[Beginning], growing: frozenset[Beginning]) -> Begun:
    begun = [(words[0], words[1]) for words in whole]
    begun += [(words[0] if words else ANY, ANY) for words in growing]
    if any(first == ANY for first, _ in begun):
        return Begun(frozenset(), frozenset(), frozenset())
    firsts = frozenset(first for first, second in begun if second == ANY)
    pairs = frozenset(pair for pair in begun if pair[0] not in firsts)
    return Begun(frozenset(first for first, _ in begun), firsts, pairs)
