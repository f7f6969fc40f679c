"""The details that a source tells of a local happening: ages, blocks of roads, kinds of spots, regions. Pure."""

import re
from collections.abc import Iterable
from typing import NamedTuple

from tracker.events.knowledge import road_words
from tracker.events.words import fold
from tracker.mentions.details import AGE, BLOCK, CROSSING, DETAILS, HOUR, REGION, SPOT

__all__ = ["NONE", "Details", "are_one_region", "clock_of", "told_in"]

LETTERS = re.compile(r"[a-z]+")
HUNDRED = 100


class Details(NamedTuple):
    """What a source tells: how old those are whom it befell, the roads that are told with a number, each with its
    hundred (the 400 block, and number 415), kinds of spots, towns with their region, and the roads that cross there."""

    ages: frozenset[int] = frozenset()
    blocks: frozenset[tuple[str, int]] = frozenset()
    spots: frozenset[str] = frozenset()
    regions: frozenset[tuple[str, str]] = frozenset()
    crossing: frozenset[str] = frozenset()


NONE = Details()


def told_in(names: Iterable[str]) -> Details:
    """The details among the names told around a happening."""
    by_mark: dict[str, list[str]] = {}
    for name in names:
        if name[0] in DETAILS:
            by_mark.setdefault(name[0], []).append(name[1:])
    if not by_mark:
        return NONE
    regions = map(_town_and_region, by_mark.get(REGION, ()))
    return Details(
        ages=frozenset(map(int, by_mark.get(AGE, ()))),
        blocks=frozenset(map(_block, by_mark.get(BLOCK, ()))),
        spots=frozenset(by_mark.get(SPOT, ())),
        regions=frozenset(pair for pair in regions if all(pair)),
        crossing=frozenset(
            word
            for said in by_mark.get(CROSSING, ())
            for road in said.split("/")
            for word in _own_word(road)
        ),
    )


def clock_of(names: Iterable[str]) -> frozenset[float]:
    """The hours of the clock that are told with it."""
    return frozenset(float(name[1:]) for name in names if name[0] == HOUR)


def _block(said: str) -> tuple[str, int]:
    number, *words = fold(said).split()
    own = [word for word in words if word not in road_words()] or words
    return own[-1], int(number) // HUNDRED


def _own_word(road: str) -> list[str]:
    """The last word of a road's own: "24th" of "North 24th Street"."""
    words = fold(road).split()
    return ([word for word in words if word not in road_words()] or words)[-1:]


def _town_and_region(said: str) -> tuple[str, str]:
    """A town and its region, the region in letters alone."""
    town, _, region = said.rpartition(", ")
    return fold(town), "".join(LETTERS.findall(region.lower()))


def are_one_region(one: str, other: str) -> bool:
    """Whether one may be short for the other: "mo" for "missouri", and not for "mass"."""
    short, whole = sorted((one, other), key=len)
    letters = iter(whole)
    return short[:1] == whole[:1] and all(letter in letters for letter in short)
