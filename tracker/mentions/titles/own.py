"""Which clauses of a sentence tell the happening itself: those whose verb the trigger holds."""

import itertools
from collections.abc import Sequence

from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.phrases import CLOSERS, FORE
from tracker.mentions.titles.predication import DONE

__all__ = ["own_clauses"]

ENDS = CLOSERS | {","}


def own_clauses(matter: Matter, clauses: Sequence[Clause]) -> Sequence[Clause]:
    """The clauses whose verb is in the trigger, those that tell before those that only describe."""
    inside = [
        c for c in clauses if matter.first < c.end and c.main < matter.last and c.form != "copula"
    ]
    inside = [c for c in inside if not _is_told_aside(matter, c)] or inside
    inside = [c for c in inside if not _is_aim_of_another(matter, c, clauses)]
    if dated := [c for c in inside if _has_date(matter, c, clauses)]:
        return dated
    inside = [c for c in inside if c.form != "participle"] or inside
    inside = [c for c in inside if not _describes(matter, c)]
    joined = (
        number
        for number, (one, two) in enumerate(itertools.pairwise(inside), 1)
        if any(t.tag is Tag.BREAK for t in matter.tokens[one.end : two.start])
    )
    return inside[: next(joined, None)]  # not "… the launch came | after Laos put …"


def _is_told_aside(matter: Matter, clause: Clause) -> bool:
    """Whether a clause stands in an aside that the trigger goes on behind ("Laos, | which fears a flood, | hosts")."""
    verb = matter.tokens[clause.main].span
    asides = matter.article.cues.asides.aside.finditer(matter.view.masked, *matter.hit.span)
    return any(aside.start() < verb.start < aside.end() for aside in asides)


def _is_aim_of_another(matter: Matter, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether an aim is that of a verb before the trigger, which is only where that was done ("agreed at | a summit
    in Oslo to open")."""
    at, tokens = matter.first, matter.tokens
    while at and tokens[at - 1].tag in (Tag.DETERMINER, Tag.POSSESSIVE, Tag.WORD):
        at -= 1
    where = at > 0 and tokens[at - 1].tag is Tag.PREPOSITION and clause.start > matter.first
    done = any(c.form == "finite" and c.end < at for c in clauses)
    return clause.form == "infinitive" and where and done and matter.status in DONE


def _has_date(matter: Matter, clause: Clause, clauses: Sequence[Clause]) -> bool:
    """Whether a participle tells of the deed that the date behind it is of, and the verb before it, which has
    none, of another ("tightened | an embargo imposed on Laos in May")."""
    tokens = matter.tokens
    deed = tokens[clause.main].base in matter.words.sets["deeds"]
    before = [c for c in clauses if c.end <= clause.start and c.form == "finite"][-1:]
    if clause.form != "participle" or not deed or not before or before[0].main < matter.first:
        return False
    end = next((n for n in range(clause.end, len(tokens)) if tokens[n].text in ENDS), len(tokens))
    behind = any(t.tag is Tag.DATE for t in tokens[clause.end : end])
    between = tokens[before[0].start : clause.start]
    return (
        behind
        and all(t.tag in FORE for t in between[1:] if t.tag is not Tag.VERB)
        and not any(t.tag is Tag.DATE for t in between)
    )


def _describes(matter: Matter, clause: Clause) -> bool:
    """Whether a clause only tells more of somebody inside the noun phrase that the trigger is ("the renewal of |
    the panel that watched sanctions"), where the happening is that noun and another verb governs it."""
    first, words = matter.tokens[matter.first], matter.words
    before = matter.tokens[clause.start - 1].lower if clause.start else ""
    noun = first.tag is Tag.WORD and first.lower in words.sets["renewing"]
    return noun and clause.start > matter.first and before in words.sets["relatives"]
