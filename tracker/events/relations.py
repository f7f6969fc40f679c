"""How events stand to each other: part of, commemorates, supersedes. Pure.

Each relation depends on the two events alone, so a changed event asks for its own relations only.
"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.events.knowledge import RelationRules
from tracker.events.words import fold

__all__ = ["Party", "Relation", "relate"]


@dataclass(frozen=True, slots=True)
class Party:
    """What relating needs of an event."""

    id: str
    type: str
    first: dt.date
    last: dt.date
    day: bool  # known to the day
    status: str
    base: str | None
    people: frozenset[str]
    sides: frozenset[str]  # countries taking part, by themselves or through a person or body
    place: str
    country: str
    title: str


@dataclass(frozen=True, slots=True, order=True)
class Relation:
    """`event` is part of, commemorates or supersedes `other`."""

    event: str
    kind: str
    other: str
    why: str = ""


def relate(one: Party, other: Party, rules: RelationRules) -> Iterator[Relation]:
    """Every relation in which two different events stand, in either direction."""
    for a, b in ((one, other), (other, one)):
        for kind, check in (
            ("part_of", _part),
            ("commemorates", _commemorates),
            ("supersedes", _supersedes),
        ):
            if why := check(a, b, rules):
                yield Relation(a.id, kind, b.id, why)


def _part(a: Party, b: Party, rules: RelationRules) -> str:
    if (a.type, b.type) not in rules.parts or not (a.day and b.day):
        return ""
    if not (b.first <= a.first and a.last <= b.last):
        return ""
    if a.country and b.country and a.country != b.country:
        return ""
    if shared := a.people & b.people:
        return f"in its days, with {', '.join(sorted(shared))}"
    sides = a.sides & b.sides
    if len(sides) > 1 or (sides and a.place and a.place == b.place):
        return f"in its days, with {', '.join(sorted(sides))}"
    return ""


def _commemorates(a: Party, b: Party, rules: RelationRules) -> str:
    if a.type not in rules.commemorating or b.type in rules.commemorating:
        return ""
    if not b.day or b.first != b.last or b.first.isoformat() != a.base:
        return ""
    return f"its original date is {a.base}" if _words(a) & _words(b) else ""


def _words(party: Party) -> frozenset[str]:
    """The telling words of the title."""
    return frozenset(word for word in fold(party.title).split() if len(word) > 4)


def _supersedes(a: Party, b: Party, rules: RelationRules) -> str:
    if a.type != b.type or b.status not in rules.superseded or a.status in rules.superseded:
        return ""
    if not 0 < (a.first - b.first).days <= rules.superseding_days or not (a.day and b.day):
        return ""
    same_people = a.people == b.people and a.people
    same_sides = a.sides == b.sides and len(a.sides) > 1
    if not (same_people or same_sides) or (a.country or a.place) != (b.country or b.place):
        return ""
    return f"takes the place of what was {b.status}"
