"""Whether an event is where the gold says it was.

Two places are one where the gazetteer knows both as one, where the words of one are among those of the other (spelt
with or without capitals, accents and hyphens), and where what is told lies in the gold's: a hall in its city, a city of
its country. Where the gold has the city, its country alone is not wrong, but the city is lost. Who tells a place where
the gold has none is wrong, unless the title of the gold's record names it.
"""

from functools import lru_cache

from tests.gate.actors import RULES, Counts, names_in, words_of
from tracker.mentions.names import Name

__all__ = ["compared_place"]

CITIES = {
    row["id"]: row["city"] for file in RULES.under("gazetteers/venues.csv") for row in file.rows
}
SMALL = frozenset(("the", "of", "in", "at", "city", "province"))


def compared_place(told: str, gold: str, title: str) -> Counts:
    """The place told of one event against the gold's, whose record has that title; either may be empty."""
    if not gold:
        return Counts(0, int(bool(told) and not _is_one(told, title)), 0)
    if told and (_is_one(told, gold) or _lies_in(told, gold)):
        return Counts(1, 0, 0)
    return Counts(0, int(bool(told) and not _lies_in(gold, told)), 1)


def _is_one(told: str, gold: str) -> bool:
    words, others = set(words_of(told)) - SMALL, set(words_of(gold)) - SMALL
    if words and others and (words <= others or others <= words):
        return True
    known = _known(told)
    return known is not None and any(
        name.entity == known.entity and name.form == known.form for name in names_in(gold)
    )


def _lies_in(inner: str, outer: str) -> bool:
    """Whether the gazetteer knows that one place lies in the other."""
    inside, around = _known(inner), _known(outer)
    if inside is None or around is None:
        return False
    if around.kind == "country" and around.form == "name":
        return inside.country == around.entity
    city = CITIES.get(inside.entity or "")
    return city is not None and _is_one(city, outer)


@lru_cache(maxsize=10_000)
def _known(place: str) -> Name | None:
    """The first place of the gazetteer that the words name: the finest, as addresses are written."""
    plain = place.title() if place.isupper() else place
    return next((n for n in names_in(plain) if n.entry and n.kind in ("country", "place")), None)
