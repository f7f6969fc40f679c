"""The names that a source tells around the happening, and what it counts: of people, roads, towns, things."""

import re
from collections.abc import Collection, Iterable
from functools import lru_cache
from itertools import pairwise

from tracker.events.knowledge import (
    generic_words,
    given_names,
    number_words,
    road_words,
    town_words,
)
from tracker.events.lexicon import lexicon
from tracker.events.words import fold, root_of, some, words_in
from tracker.mentions.around import ABOUT, WHERE
from tracker.mentions.details import BLOCK, DETAILS
from tracker.mentions.tolls import TOLL
from tracker.values import Source

__all__ = [
    "countries_of",
    "counts_of",
    "is_road",
    "name_words",
    "names_of_its_own",
    "names_road",
    "own_names",
    "roads_of",
    "seats_of",
    "things_in",
    "told_around",
    "tolls_of",
    "towns_of",
]

MARKED, NO_NAMES = DETAILS | {WHERE, ABOUT, TOLL}, DETAILS | {ABOUT, TOLL}
# The town a part of which is told: "Scranton's Hill Section", "Columbus' East Side".
OWNER = re.compile(r"(.+?(?=['’]s\s)|.+?s(?=['’]\s))['’]s?\s+\S")
NO_ROADS = DETAILS - {BLOCK} | {TOLL}


def countries_of(names: Iterable[str]) -> frozenset[str]:
    """The countries that what is told around it speaks of, where none takes part."""
    return frozenset(name[1:] for name in names if name.startswith(ABOUT))


def told_around(
    names: Collection[str], towns: Collection[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """The names of several words, and every word of all names, without those that many names share, those
    of roads and those of the towns it was in: these are asked by themselves."""
    full, parts = set(), set()
    for name in names:
        told = fold(name)
        if name[0] in MARKED or told in towns or _road(told):
            continue
        words = [word for word in told.split() if _names_one(word)]
        parts.update(words)
        if len(words) > 1:
            full.add(" ".join(words))
    return frozenset(full), frozenset(parts)


def names_of_its_own(names: Iterable[str], full: Collection[str]) -> frozenset[str]:
    """The names of several words without those of officials: a chief of police speaks of all that happens in his
    town, a victim's or a firm's name is that of one happening."""
    told = [fold(name).split() for name in names if name[0] not in MARKED]
    officials = {words[-1] for words in told if not lexicon().officials.isdisjoint(words)}
    return frozenset(name for name in full if name.split()[-1] not in officials)


def things_in(source: Source, towns: Collection[str]) -> frozenset[str]:
    """The words of names in the quote that are no person's, road's or town's: of a firm, a house, an estate."""
    found: set[str] = set()
    for name in source.mention.names:
        told = fold(name)
        words = told.split()
        if name[0] in MARKED or told in towns or _road(told):
            continue
        if words[0] in given_names() or not lexicon().officials.isdisjoint(words):
            continue
        if name in source.quote and not any(
            word in town.split() for town in towns for word in words
        ):
            found.update(filter(_names_one, words))
    return frozenset(found)


def own_names(names: Iterable[str]) -> frozenset[str]:
    """The names, folded, that have a word of their own or name a road."""
    told = (fold(name) for name in names if name[0] not in NO_NAMES)
    return frozenset(name for name in told if _road(name) or any(map(_names_one, name.split())))


def roads_of(names: Iterable[str]) -> frozenset[str]:
    """What roads are called, each with its kind: "elm 1" of "West Elm St", which is not Elm Avenue."""
    return frozenset(
        road for name in names if name[0] not in NO_ROADS and (road := _road(fold(name)))
    )


def names_road(quote: str, roads: Collection[str]) -> bool:
    """Whether a quote names one of the roads."""
    if not roads:
        return False
    words = set(fold(quote[:600]).split())
    return any(road.split()[0] in words for road in roads)


def is_road(name: str) -> bool:
    """Whether a name is that of a road."""
    return bool(_road(fold(name)))


@lru_cache(maxsize=50_000)
def _road(name: str) -> str:
    """The road that a folded name names; empty where it names none."""
    *words, last = name.split()
    kind = road_words().get(last)
    if not words or kind is None or f"{words[-1]} {last}" in lexicon().no_roads:
        return ""
    own = [word for word in words if _names_one(word)] or words
    return f"{own[-1]} {kind}"


def tolls_of(names: Iterable[str]) -> frozenset[tuple[str, int]]:
    """How many it befell, by what is counted: {("dead", 2)}."""
    told = (name[1:].split() for name in names if name.startswith(TOLL))
    return frozenset((kind, int(number)) for kind, number in told)


def counts_of(source: Source) -> frozenset[tuple[str, str]]:
    """What the quote counts, with how many: "three people", "two wounded"."""
    figures, words = number_words(), words_in(source.quote[:600])
    told = [
        (root, number)
        for number, noun in pairwise(map(figures.get, words, words))
        if len(number) < 3 and number.isdigit() and not noun.isdigit() and (root := root_of(noun))
    ]
    return some(told)


def towns_of(names: Iterable[str]) -> frozenset[str]:
    """Where the article says it was: "in Springfield", "in Kansas City", but not "in Mercy Hospital"."""
    told = (name[1:] for name in names if name.startswith(WHERE))
    parts = ((whole, found[1]) if (found := OWNER.match(whole)) else (whole,) for whole in told)
    towns = [[_without_article(fold(each)) for each in several] for several in parts]
    return frozenset(
        name
        for several in towns
        if not _road(several[0]) and _may_be_town(several[0].split()[-1])
        for name in several
    )


def _without_article(name: str) -> str:
    found = lexicon().article.match(name)
    return name[found.end() :] if found else name


def _may_be_town(last: str) -> bool:
    return last in town_words() or last not in generic_words()


def seats_of(names: Collection[str]) -> frozenset[str]:
    """What may be the town of an office or institution: "kansas city" of "Kansas City Police Department",
    "dayton" of "Dayton Mayor Ann Hill". A county's, where no town is told."""
    no_seats = lexicon().counties if any(name[0] == WHERE for name in names) else frozenset()
    return frozenset(
        " ".join(words[:number])
        for words in (
            _without_article(fold(name)).split() for name in names if name[0] not in NO_NAMES
        )
        for number in range(1, len(words))
        if words[number] in generic_words() - no_seats and _may_be_town(words[number - 1])
    )


@lru_cache(maxsize=100_000)
def _names_one(word: str) -> bool:
    return not (
        len(word) < 2 or word.isdigit() or word in lexicon().untelling or word in generic_words()
    )


def name_words(names: Iterable[str]) -> frozenset[str]:
    words = {word for name in names for word in re.split(r"[ -]", name) if len(word) > 1}
    return frozenset(words) - lexicon().name_links
