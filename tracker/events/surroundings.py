"""Everything that the names told around a happening say of it, worked out together: what happens between
countries mostly has none. Pure."""

from typing import NamedTuple

from tracker.events.around import (
    countries_of,
    names_of_its_own,
    own_names,
    roads_of,
    seats_of,
    told_around,
    tolls_of,
    towns_of,
)
from tracker.events.details import NONE, Details, told_in
from tracker.events.words import NOTHING, some

__all__ = ["Surroundings", "surroundings_of"]


class Surroundings(NamedTuple):
    """What a source tells around a happening; for the fields see `Profile`."""

    about: frozenset[str] = NOTHING
    towns: frozenset[str] = NOTHING
    full_names: frozenset[str] = NOTHING
    name_parts: frozenset[str] = NOTHING
    identity: frozenset[str] = NOTHING
    told: frozenset[str] = NOTHING
    roads: frozenset[str] = NOTHING
    seats: frozenset[str] = NOTHING
    figures: frozenset[str] = NOTHING
    tolls: frozenset[tuple[str, int]] = frozenset()
    details: Details = NONE


ALONE = Surroundings()


def surroundings_of(names: tuple[str, ...]) -> Surroundings:
    """What the names told around a happening say."""
    if not names:
        return ALONE
    towns = towns_of(names)
    full_names, name_parts = told_around(names, towns)
    return Surroundings(
        about=some(countries_of(names)),
        towns=some(towns),
        full_names=some(full_names),
        name_parts=some(name_parts),
        identity=some(names_of_its_own(names, full_names)),
        told=some(own_names(names)),
        roads=some(roads_of(names)),
        seats=some(seats_of(names)),
        figures=some(name for name in names if name.isdigit()),
        tolls=tolls_of(names),
        details=told_in(names),
    )
