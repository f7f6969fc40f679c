"""Where something happened whose own clause does not say: where somebody who took part was that day, or, for
what is reported on the spot, where the dateline says the report was made."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from tracker.mentions.article import Article
from tracker.mentions.involved import is_reacted_to
from tracker.mentions.places import place_named
from tracker.mentions.reading import Reading
from tracker.mentions.spelling import in_small_letters
from tracker.mentions.venues import place_words
from tracker.values import Interval, Mention, Place

__all__ = ["with_places"]

OPENING = 1  # sentences behind the first that still tell the news of the dateline's place
LONGEST = 10  # days of a stay
FRESH = dt.timedelta(1)


def with_places(readings: Iterable[Reading], article: Article) -> list[Reading]:
    """The readings, those of happenings whose clause names no place with the one the text around shows."""
    readings = list(readings)
    stays = _stays(reading.mention for reading in readings if reading.mention)
    return [_placed(reading, stays, article) for reading in readings]


class Stay(NamedTuple):
    """Where somebody is told to be on some days."""

    days: Interval
    place: Place


def _stays(mentions: Iterable[Mention]) -> dict[str, list[Stay]]:
    """Where each person is told to be."""
    found: dict[str, list[Stay]] = {}
    for mention in mentions:
        goals = {actor.entity for actor in mention.actors if actor.role == "destination"}
        if mention.place and mention.interval.days <= LONGEST and len(goals) < 2:
            for person in _people(mention):
                stay = Stay(mention.interval, replace(mention.place, span=None))
                found.setdefault(person, []).append(stay)
    return found


def _people(mention: Mention) -> Iterator[str]:
    return (actor.entity or actor.name for actor in mention.actors if actor.kind == "person")


def _around(mention: Mention, stays: Mapping[str, Sequence[Stay]]) -> Place | None:
    """Where those who take part are told to be that day, if all of it is one place; of a day and a stay around
    it, the day says more."""
    if mention.interval.days > 1:
        return None
    around = [
        stay
        for person in _people(mention)
        for called in stays
        if person == called or person in called.split()  # "Lind" of Rosa Lind
        for stay in stays[called]
        if stay.days.holds(mention.interval)
    ]
    closest = min((stay.days.days for stay in around), default=0)
    places = {stay.place for stay in around if stay.days.days == closest}
    return next(iter(places)) if len(places) == 1 else None


def _placed(reading: Reading, stays: Mapping[str, Sequence[Stay]], article: Article) -> Reading:
    mention = reading.mention
    if mention is None or mention.place:
        return reading
    place = _around(mention, stays) or _of_dateline(reading, mention, article)
    return reading._replace(mention=replace(mention, place=place)) if place else reading


def _of_dateline(reading: Reading, mention: Mention, article: Article) -> Place | None:
    """The place of the dateline, where the text says "here", or where what the article opens with happened as
    it was written and is of a type that is reported from the spot."""
    line = article.dateline
    if line is None or not line.place or "/" in line.place:
        return None
    words, view = place_words(article.language), reading.view
    if not words.here.search(view.masked):
        spot = article.rules.types[reading.hit.trigger.type].reported_from_the_spot
        fresh = article.today is not None and abs(article.today - mention.interval.last) <= FRESH
        opens = view.number <= article.opens + OPENING
        told = spot and fresh and opens and (line.agency or "") not in words.home
        if not told or is_reacted_to(reading.hit, view, article.language):
            return None
    name = in_small_letters(line.place)
    place = (
        place_named(article.dateline_place) if article.dateline_place else Place(name, name.lower())
    )
    return replace(place, span=line.span, reported=True)
