"""Clauses that tell nothing that happens: of an abstract thing that does something, or by a verb that says nothing."""

from tracker.mentions.titles.clauses import Clause
from tracker.mentions.titles.headlines import Tag
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.phrases import Phrase

__all__ = ["is_hollow", "is_inert"]


def is_hollow(matter: Matter, clause: Clause) -> bool:
    """Whether a verb tells nothing that happens ("takes its cue from", "goes well")."""
    behind = [t.lower for t in matter.tokens[clause.end : clause.end + 3]]
    verb, hollow = matter.tokens[clause.main].base, matter.words.sets["hollow"]
    return any(" ".join([verb, *behind[:n]]) in hollow for n in (1, 2, 3))


def is_inert(matter: Matter, clause: Clause, subject: Phrase, governs: bool) -> bool:
    """Whether a clause says of a war, a coup or another abstract thing that it does something; that it ends or
    is ended may be told, but not what it ends, where it `governs` an object."""
    tokens, words = matter.tokens, matter.words
    ends = (n for n in range(subject.start, subject.end) if tokens[n].tag is Tag.PREPOSITION)
    head = tokens[next(ends, subject.end) - 1]
    happens = words.sets["alone"] | words.sets["either_way"]
    told = clause.passive or clause.form == "participle"
    told |= tokens[clause.main].base in happens and not governs
    return head.lower.split()[-1] in words.sets["inert"] and not told and not head.owner
