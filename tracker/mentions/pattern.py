"""The small language in which triggers are written.

    hold/holds/held talks     alternatives of one word; words are matched whole
    ~sign [a] treaty          ~ any form of a verb; [..] may be missing
    test(s)                   with or without the ending
    shot, killed              a comma, semicolon or colon that must be there, right behind any of these
    (talks|round of talks)    alternatives of several words
    ..  ...                   up to three words without a comma; up to eight words
    {lexicon:launch}          any phrase of lexicons/launch
    {person} {country} {body} {parliament} {leaders} {alliance} {place} {date} {name} {proper} {ordinal} {number}

A word with a capital letter is matched exactly, others in any case. `mask` blots names and dates out of a
sentence, so that no trigger fires inside a name and `{country}` is a run of one sign. Quotation marks and
apostrophes are those of a typewriter, as `straight` makes them.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from tracker.mentions.beginnings import Piece, beginnings
from tracker.mentions.language import Language
from tracker.mentions.marks import FIGURE, SIGNS
from tracker.mentions.pattern_steps import steps_of
from tracker.mentions.phrasing import rarest_words
from tracker.mentions.pieces import (
    SLOTS,
    bare,
    may_miss,
    options_of,
    phrases_of,
    pieces_of,
    words_of,
)
from tracker.mentions.steps import Step

__all__ = ["Pattern", "compile_pattern"]


@dataclass(frozen=True)
class Pattern:
    """A pattern, made ready to be followed when a sentence first calls for it: most never are.

    `needs` are sets of words in lower case and signs of names; every match holds one of each, the rarest
    first. Every match begins with one of `starts`, where there are any: with one of the `pairs` of words,
    or with one of the `firsts`, which any word may follow.
    """

    text: str
    needs: tuple[frozenset[str], ...]
    starts: frozenset[str]
    firsts: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    language: Language = field(repr=False, compare=False)

    @cached_property
    def behind(self) -> Sequence[frozenset[str]]:
        """The needs that a match does not have by its first word alone."""
        return [words for words in self.needs if words != self.starts]

    @cached_property
    def follow(self) -> Step:
        """Where a match ends that begins at a place of a masked sentence made `straight`."""
        return steps_of(self.text, self.language)


def compile_pattern(text: str, language: Language) -> Pattern:
    """The pattern `text`. Raises PatternError for unknown lexicons, slots and stray signs."""
    pieces = pieces_of(text)
    begun = beginnings(_begun(piece, language) for piece in pieces)
    needs = _rarest_first(
        (_needed(piece, language) for piece in pieces if not may_miss(piece)), language
    )
    if begun.starts and begun.starts not in needs:
        needs.append(begun.starts)
    return Pattern(text, tuple(needs), *begun, language)


@lru_cache(maxsize=4096)  # patterns are made of the same pieces
def _begun(piece: str, language: Language) -> Piece:
    alternatives = [
        [words_of(bare(part), language) for part in option] for option in options_of(piece)
    ]
    return Piece(alternatives, may_miss(piece))


@lru_cache(maxsize=4096)
def _needed(piece: str, language: Language) -> frozenset[str]:
    """Words of which every match of the piece holds one; none where it may be without."""
    needs = []
    for option in options_of(piece):
        said = _rarest_first((_said(bare(part), language) for part in option), language)
        needs.append(said[0] if said else frozenset())
    return frozenset().union(*needs) if all(needs) else frozenset()


@lru_cache(maxsize=4096)
def _said(part: str, language: Language) -> frozenset[str]:
    """The rarest words of the phrases that a part stands for; of a slot the first words of all."""
    words = words_of(part, language)
    if part.startswith("{") and part[1:-1] in SLOTS:
        return frozenset(first for first, *_ in words or ())
    return (
        rarest_words(phrases_of(part, language), _common(language))
        if words is not None
        else frozenset()
    )


def _rarest_first(sets: Iterable[frozenset[str]], language: Language) -> list[frozenset[str]]:
    """Those of the sets that hold words, the one that fewest sentences have a word of first."""
    common = _common(language)
    return sorted(filter(None, sets), key=lambda words: (not words.isdisjoint(common), len(words)))


@lru_cache(maxsize=32)
def _common(language: Language) -> frozenset[str]:
    """Words and signs that most sentences have."""
    return frozenset([*language.words("common_words"), *SIGNS, FIGURE])
