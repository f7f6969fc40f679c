"""Who does what an infinitive or a gerund tells that another clause governs: whom another asks to do it or thanks
for it, and who became the first to do it."""

from collections.abc import Sequence

from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.phrases import FORE, Phrase
from tracker.mentions.titles.subjects import subject_of
from tracker.mentions.titles.tokens import Tag, Token

__all__ = ["ranked", "whom_asked"]


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


def ranked(
    tokens: Sequence[Token], clause: Clause, others: Sequence[Clause], words: HeadlineWords
) -> Phrase | None:
    """Who is told to be the first, the thirtieth or the last to do it ("Ghana became | the 30th state | to sign")."""
    earlier = [o for o in others if o.end < clause.start]
    if clause.form != "infinitive" or not earlier:
        return None
    said = earlier[-1]
    between = tokens[said.end : clause.start]
    becomes = said.form == "copula" or tokens[said.main].base in words.sets["becoming"]
    led = (n for n, t in enumerate(between) if t.tag is Tag.DETERMINER)
    rank = between[next(led, len(between)) + 1 :][:1]
    if not becomes or not rank or not _counts(rank[0].lower, words):
        return None
    return subject_of(tokens, said, others, words)


def _counts(word: str, words: HeadlineWords) -> bool:
    """Whether a word tells which of several: "last", "third", "30th"."""
    return word in words.sets["ranks"] or (word[:1].isdigit() and word.endswith(words.counts))
