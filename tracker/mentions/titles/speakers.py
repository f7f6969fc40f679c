"""Who "they" are that a clause speaks of, where its own sentence says so."""

from collections.abc import Sequence

from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.headlines import HeadlineWords, Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.phrases import Phrase
from tracker.mentions.titles.plurals import plural
from tracker.mentions.titles.subjects import subject_of
from tracker.mentions.titles.tokens import Token

__all__ = ["is_pronoun", "speakers", "speaks", "unremembered"]


def unremembered(matter: Matter, subject: Phrase) -> Phrase:
    """ "The treaty" of a subject "the anniversary of the treaty", where its signing is what is told."""
    tokens, words = matter.tokens, matter.words
    for number in range(subject.start, min(subject.start + 3, subject.end - 2)):
        if tokens[number].tag is Tag.PREPOSITION:
            break
        of = tokens[number + 1].lower in words.sets["of"]
        if of and tokens[number].lower in words.sets["remembering"]:
            return Phrase(number + 2, subject.end)
    return subject


def speakers(matter: Matter, subject: Phrase, clauses: Sequence[Clause]) -> Phrase | None:
    """Who speaks of themselves ("the two envoys said on Monday they met …")."""
    tokens, words = matter.tokens, matter.words
    if subject.end - subject.start > 1 or tokens[subject.start].lower not in words.sets["they"]:
        return None
    for clause in clauses:
        between = tokens[clause.end : subject.start]
        near = clause.end <= subject.start and all(
            t.tag in (Tag.DATE, Tag.PREPOSITION, Tag.BREAK) for t in between
        )
        if near and speaks(tokens[clause.main], words):
            return subject_of(tokens, clause, clauses, words)
    return _same_many(matter, subject, clauses)


def _same_many(matter: Matter, subject: Phrase, clauses: Sequence[Clause]) -> Phrase | None:
    """The one subject in the plural before "they" in the sentence ("leaders sit in plenary, and then they fly")."""
    tokens, words = matter.tokens, matter.words
    before = [c for c in clauses if c.end <= subject.start and c.form in ("finite", "ahead")]
    found = {subject_of(tokens, clause, clauses, words) for clause in before}
    many = [
        who
        for who in found
        if who and not is_pronoun(matter, who) and plural(tokens[who.start : who.end], words, False)
    ]
    return many[0] if len(found) == len(many) == 1 else None


def speaks(verb: Token, words: HeadlineWords) -> bool:
    return f"~{verb.base}" in words.sets["verbs_of_speech"]


def is_pronoun(matter: Matter, subject: Phrase) -> bool:
    alone = subject.end - subject.start == 1
    return alone and matter.tokens[subject.start].tag is Tag.PRONOUN
