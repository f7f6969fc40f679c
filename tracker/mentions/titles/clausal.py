"""Titles made of a clause: "actor verb object"."""

from collections.abc import Iterator, Sequence

from tracker.mentions.titles.clauses import Clause, predicates
from tracker.mentions.titles.defining import told_apart_by_clause
from tracker.mentions.titles.doing import names_agent
from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.naming import pair
from tracker.mentions.titles.nominal import nouns_of
from tracker.mentions.titles.objects import object_of
from tracker.mentions.titles.own import own_clauses
from tracker.mentions.titles.phrases import noun_phrase
from tracker.mentions.titles.polish import polish
from tracker.mentions.titles.predication import DONE, predicated
from tracker.mentions.titles.subjects import subject_of
from tracker.mentions.titles.tokens import Token
from tracker.mentions.titles.who import subject_text

__all__ = ["clause_title", "doer", "loose_title", "other_clauses"]


def clause_title(matter: Matter) -> str:
    """ "Actor verb object" of the clause that the trigger belongs to."""
    clauses = predicates(matter.tokens, matter.words)
    for clause in own_clauses(matter, clauses):
        if text := predicated(matter, clause, clauses):
            return text
    return _governed(matter, clauses) or _accompanied(matter, clauses)


def _accompanied(matter: Matter, clauses: Sequence[Clause]) -> str:
    """What is done "with an honour guard", where that opens the sentence."""
    tokens, words = matter.tokens, matter.words
    opens = tokens[0].lower in words.sets["with"]
    if not opens or any(c.start < matter.last for c in clauses):
        return ""
    main = next((c for c in clauses if c.form in ("finite", "ahead")), None)
    subject = subject_of(tokens, main, clauses, words) if main else None
    apart = subject and tokens[subject.start - 1].text == ","
    return predicated(matter, main, clauses) if main and apart else ""


def loose_title(matter: Matter) -> str:
    """The clause of the trigger's own verb where nothing better is known, whatever it says and of whom
    ("Working groups to discuss prices", "Parties agree on …")."""
    clauses = predicates(matter.tokens, matter.words)
    told = (
        predicated(matter, clause, clauses, loose=True) for clause in own_clauses(matter, clauses)
    )
    return next(filter(None, told), "")


def other_clauses(matter: Matter, holding: bool = False) -> Iterator[str]:
    """What the sentence tells in its other clauses; with `holding` only in those that the trigger is part of."""
    clauses = predicates(matter.tokens, matter.words)
    for number, clause in enumerate(clauses):
        subject = subject_of(matter.tokens, clause, clauses, matter.words)
        who = matter.tokens[subject.start : subject.end] if subject else ()
        holds = clause.end <= matter.first < object_of(matter.tokens, clause, matter.words).end
        within = subject and subject.start <= matter.first < subject.end
        if holding and within and clause.form in ("finite", "ahead"):
            yield polish(predicated(matter, clause, clauses), matter.words)
        if (number or holding) and not holds:
            continue
        if (
            not holds
            and not names_agent(who)
            and not pair(who, matter.view, matter.article, matter.words)
        ):
            continue
        if clause.form in ("finite", "ahead") and clause.end <= matter.first:
            yield polish(predicated(matter, clause, clauses), matter.words)


def doer(matter: Matter) -> str:
    """The person who does in the clause before what a bare noun then names ("Roe spoke of it during a visit")."""
    clauses = predicates(matter.tokens, matter.words)
    said = ("finite", "copula")  # "he was in Minsk on an official visit"
    for clause in reversed([c for c in clauses if c.end <= matter.first and c.form in said]):
        subject = subject_of(matter.tokens, clause, clauses, matter.words)
        last = matter.tokens[subject.end - 1] if subject else None
        if subject is None or last is None:
            return ""
        person = last.name is not None and last.name.kind == "person" and not last.owner
        if person or last.lower in matter.words.sets["he"]:
            return subject_text(matter.wording, subject, brief=True)
        return ""
    return ""


def _governed(matter: Matter, clauses: Sequence[Clause]) -> str:
    """The clause whose object or subject is the noun phrase of the trigger."""
    spot = nouns_of(matter)
    phrase = noun_phrase(matter.tokens, spot.start, spot.end, matter.words) if spot else None
    if phrase is None or matter.tokens[phrase.end - 1].tag is Tag.CONJUNCTION:
        return ""
    for clause in reversed(clauses):
        governs = clause.end == phrase.start or _voted(matter, clause, phrase.start)
        if governs and not clause.passive:
            return predicated(matter, clause, clauses)
    for clause in clauses:
        subject = subject_of(matter.tokens, clause, clauses, matter.words)
        whole = subject is not None and subject.start == phrase.start < phrase.end < clause.start
        described = whole and matter.tokens[phrase.end].form == "ing"
        if described and clause.form in ("finite", "ahead"):
            return predicated(
                matter, clause, clauses, subject
            )  # "the rocket | carrying … | was launched"
    for clause in clauses:
        aim = clause.form == "infinitive" and matter.status in DONE  # "talks … to end the war"
        if _follows(matter.tokens, phrase.end, clause.start) and clause.form != "ing" and not aim:
            told = told_apart_by_clause(matter.tokens, clause.start, clause, clauses, matter.words)
            return predicated(matter, clause, clauses, told or phrase)
    return ""


def _voted(matter: Matter, clause: Clause, start: int) -> bool:
    """Whether no more than a small word and a day stand between a vote and what it is on ("votes | on Monday
    on | a resolution")."""
    between = matter.tokens[clause.end : start]
    on = matter.words.sets["on"]
    aims = matter.tokens[clause.main].base in matter.words.sets["aiming"] and between
    return bool(aims) and all(t.tag is Tag.DATE or t.lower in on for t in between)


def _follows(tokens: Sequence[Token], end: int, start: int) -> bool:
    return end <= start and all(t.tag in (Tag.ADVERB, Tag.DATE) for t in tokens[end:start])
