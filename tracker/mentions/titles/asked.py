"""Whom another asks to do something, or thanks for it: who does what the clause behind tells."""

from collections.abc import Sequence

from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.phrases import FORE, Phrase
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["whom_asked"]


def whom_asked(
    tokens: Sequence[Token], clause: Clause, others: Sequence[Clause], words: HeadlineWords
) -> Phrase | None:
    """Whom another is asked to do it: the object of the verb before ("urged the council to lift …")."""
    earlier = [o for o in others if o.end < clause.start]
    if clause.form == "ing":
        return _credited(tokens, clause, earlier, words)
    if clause.form != "infinitive" or not earlier:
        return None
    asking = earlier[-1]
    between = tokens[asking.end : clause.start]
    joined = all(t.tag in FORE or t.tag in (Tag.PREPOSITION, Tag.CONJUNCTION) for t in between)
    if tokens[asking.main].base not in words.sets["asking"] or asking.passive or not joined:
        return None
    return Phrase(asking.end, clause.start)


def _credited(
    tokens: Sequence[Token], clause: Clause, earlier: Sequence[Clause], words: HeadlineWords
) -> Phrase | None:
    """Whom another thanks for it: the object of the verb before ("congratulated Laos on hosting …")."""
    led = clause.start and tokens[clause.start - 1].tag is Tag.PREPOSITION
    if not led or not earlier:
        return None
    start = earlier[-1].end
    if tokens[earlier[-1].main].base not in words.sets["crediting"]:
        thanks = (n for n in range(start, clause.start) if tokens[n].lower in words.sets["thanks"])
        start = next(thanks, clause.start) + 2  # "their thanks | to the Laotian side for hosting …"
    parts = (n for n in range(start, clause.start) if tokens[n].tag is Tag.PREPOSITION)
    end = next((n for n in parts if tokens[n].lower not in words.sets["of"]), start)
    return Phrase(start, end) if start < end else None
