"""Who and where of a mention, made comparable: ids or folded names, countries, numbers. Pure."""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from tracker.events.around import is_road, name_words
from tracker.events.lexicon import lexicon
from tracker.events.words import NOTHING, fold, some, words_in
from tracker.values import Actor, Mention, Place

__all__ = [
    "Parties",
    "called_in",
    "numbers_of",
    "parties_of",
    "sides_of",
    "spot_of",
    "taking_part",
    "where_of",
    "words_of_names",
]


def _id(actor: Actor) -> str:
    return actor.entity or fold(actor.name)


class Parties(NamedTuple):
    """Who takes part: by what they are, by id where they are known, and the countries of those in some roles."""

    people: frozenset[str]
    bodies: frozenset[str]
    others: frozenset[str]  # of no known kind
    homes: frozenset[str]  # of the people
    guests: frozenset[str]
    hosts: frozenset[str]


ROLES = dict.fromkeys(("guest", "visitor", "sender"), "guest")
ROLES |= dict.fromkeys(("host", "destination", "receiver"), "host")


def parties_of(mention: Mention) -> Parties:
    """Who takes part. The White House, where it was signed, does not."""
    where = mention.place.name if mention.place else None
    people = [actor for actor in mention.actors if actor.kind == "person"]
    others = [a for a in mention.actors if a.kind in ("body", "") and a.name != where]
    apart = [actor for actor in mention.actors if actor.role in ROLES]
    return Parties(
        people=some(map(_id, people)),
        bodies=some([_id(actor) for actor in others if actor.kind]) if others else NOTHING,
        others=some([_id(actor) for actor in others if not actor.kind]) if others else NOTHING,
        homes=sides_of(people),
        guests=sides_of([a for a in apart if ROLES[a.role] == "guest"]) if apart else NOTHING,
        hosts=sides_of([a for a in apart if ROLES[a.role] == "host"]) if apart else NOTHING,
    )


def words_of_names(actors: Iterable[Actor]) -> frozenset[str]:
    """The words of the ids and names of bodies and of names of no known kind."""
    named = [name for a in actors if a.kind in ("body", "") for name in (_id(a), fold(a.name))]
    return some(name_words(named)) if named else NOTHING


def called_in(mention: Mention) -> frozenset[str]:
    """The words of the names of those taking part; where nobody is known, those that the title writes as
    names: "Moon" and "Kim" of "Summit of Moon and Kim"."""
    people = [fold(actor.name) for actor in mention.actors if actor.kind == "person"]
    told = people or [fold(word) for word in CAPITAL.findall(mention.title)]
    elsewhere = {word for a in mention.actors if a.kind != "person" for word in words_in(a.name)}
    return (
        frozenset(word for name in told for word in name.split()) - elsewhere - lexicon().untelling
    )


CAPITAL = re.compile(r"(?<![\w.-])[A-Z][\w-]+")


def sides_of(actors: Iterable[Actor]) -> frozenset[str]:
    """The countries of actors, by themselves or through a person or body."""
    return some([side for side in map(_side, actors) if side])


def _side(actor: Actor) -> str | None:
    return _id(actor) if actor.kind == "country" else actor.country


def taking_part(mention: Mention) -> Iterable[Actor]:
    """The actors but for the country that only its capital stands for, as the place, and the body in whose
    house it was."""
    place = mention.place
    if place is None:
        return mention.actors
    return [
        a
        for a in mention.actors
        if (a.name == place.name and a.kind == "country")
        or (a.name != place.name and (place.span is None or a.span != place.span))
    ]


def where_of(place: Place | None) -> tuple[str, str]:
    """The place finer than a country, and the country; where a report was only made tells nothing apart."""
    if place is None or place.reported or (place.country is None and is_road(place.name)):
        return "", ""  # roads are asked by themselves
    name = place.entity or fold(place.name)
    country = place.country or ""
    if place.entity and place.entity == country:
        return "", country
    return name, country


def spot_of(place: Place | None) -> str:
    """The town, also where a report was only made: that another tells of the same speaks for one happening."""
    if place is None or (place.entity and place.entity == place.country):
        return ""
    return place.entity or fold(place.name)


NO_NUMBERS: Mapping[str, frozenset[str]] = {}


def numbers_of(numbers: Collection[str]) -> Mapping[str, frozenset[str]]:
    """Identifying numbers by their kind: {"plenary": {"12"}}."""
    if not numbers:
        return NO_NUMBERS
    found: dict[str, set[str]] = {}
    for number in numbers:
        kind, _, value = number.partition(":")
        found.setdefault(kind, set()).add(value)
    return {kind: frozenset(values) for kind, values in found.items()}
