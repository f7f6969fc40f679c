"""Who and where of a mention, made comparable: ids or folded names, countries, numbers. Pure."""

import re
from collections.abc import Iterable, Mapping

from tracker.events.around import is_road, name_words
from tracker.events.lexicon import lexicon
from tracker.events.words import fold
from tracker.values import Actor, Mention, Place

__all__ = [
    "called_in",
    "in_roles",
    "names_of",
    "numbers_of",
    "sides_of",
    "spot_of",
    "taking_part",
    "where_of",
    "words_of_names",
]


def _id(actor: Actor) -> str:
    return actor.entity or fold(actor.name)


def names_of(actors: Iterable[Actor], kind: str) -> frozenset[str]:
    """The names of the actors of one kind, by id where they are known."""
    return frozenset(_id(actor) for actor in actors if actor.kind == kind)


def words_of_names(actors: Iterable[Actor]) -> frozenset[str]:
    """The words of the ids and names of bodies and of names of no known kind."""
    named = (name for a in actors if a.kind in ("body", "") for name in (_id(a), fold(a.name)))
    return name_words(named)


def called_in(mention: Mention) -> frozenset[str]:
    """The words of the names of those taking part; where nobody is known, those that the title writes as
    names: "Moon" and "Kim" of "Summit of Moon and Kim"."""
    people = [fold(actor.name) for actor in mention.actors if actor.kind == "person"]
    told = people or [fold(word) for word in CAPITAL.findall(mention.title)]
    elsewhere = {
        word for a in mention.actors if a.kind != "person" for word in fold(a.name).split()
    }
    return (
        frozenset(word for name in told for word in name.split()) - elsewhere - lexicon().untelling
    )


CAPITAL = re.compile(r"(?<![\w.-])[A-Z][\w-]+")


def sides_of(actors: Iterable[Actor]) -> frozenset[str]:
    """The countries of actors, by themselves or through a person or body."""
    found = (_id(a) if a.kind == "country" else a.country for a in actors)
    return frozenset(side for side in found if side)


def taking_part(mention: Mention) -> Iterable[Actor]:
    """The actors but for the country that only its capital stands for, as the place, and the body in whose
    house it was."""
    place = mention.place
    if place is None:
        return mention.actors
    return (
        a
        for a in mention.actors
        if (a.name == place.name and a.kind == "country")
        or (a.name != place.name and (place.span is None or a.span != place.span))
    )


def in_roles(actors: Iterable[Actor], roles: frozenset[str]) -> frozenset[str]:
    """The countries of the actors in one of these roles."""
    return sides_of(actor for actor in actors if actor.role in roles)


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


def numbers_of(numbers: Iterable[str]) -> Mapping[str, frozenset[str]]:
    """Identifying numbers by their kind: {"plenary": {"12"}}."""
    found: dict[str, set[str]] = {}
    for number in numbers:
        kind, _, value = number.partition(":")
        found.setdefault(kind, set()).add(value)
    return {kind: frozenset(values) for kind, values in found.items()}
