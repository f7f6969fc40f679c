"""Whom a clause in the middle only tells apart: "the judge | who led the inquiry | was sworn in"."""

from collections.abc import Sequence

from tracker.mentions.titles.before import ending_at
from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.phrases import NOUN, Phrase
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["told_apart_by_clause"]

INNER = ("ing", "infinitive")  # "accused of killing the king"


def told_apart_by_clause(
    tokens: Sequence[Token],
    at: int,
    clause: Clause,
    others: Sequence[Clause],
    words: HeadlineWords,
) -> Phrase | None:
    """The noun before the clause that ends at `at`, where that clause only says which one is meant: a relative
    clause without a comma, or a participle ("officials | involved in the talks | met")."""
    earlier = [o for o in others if o.end <= clause.start and o.form not in INNER]
    if not earlier or any(token.tag is Tag.SIGN for token in tokens[earlier[-1].end : at]):
        return None
    inner = earlier[-1]
    start = inner.start
    if start > 1 and tokens[start - 1].lower in words.sets["relatives"]:
        start, led = start - 1, True
    else:
        behind = tokens[inner.end]
        led = inner.form == "participle" and behind.tag in (Tag.PREPOSITION, Tag.BREAK)
        led &= not _is_a_name(tokens, ending_at(tokens, start, words))
        led &= inner.end < at and behind.lower not in words.sets["that"]  # "welcomed that the …"
    near, which = ending_at(tokens, at, words), ending_at(tokens, start, words)
    if not led or start < 1 or tokens[start - 1].tag not in NOUN or which is None:
        return None
    if near and (near.start <= which.start or tokens[near.start - 1].tag is Tag.DATE):
        return None  # "said on Monday | the president arrived"
    return which


def _is_a_name(tokens: Sequence[Token], phrase: Phrase | None) -> bool:
    """Whether it is a name and no more, which nothing tells apart: "Oslo | protested when Bern did so"."""
    if phrase is None:
        return False
    last = tokens[phrase.end - 1].name
    told = [t for t in tokens[phrase.start : phrase.end] if t.tag is not Tag.DETERMINER]
    return last is not None and (last.kind == "person" or len(told) == 1)
