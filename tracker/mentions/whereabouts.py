"""Where something happened whose own clause does not say: where somebody who took part was that day, or, for
what is reported on the spot, where the dateline says the report was made."""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from tracker.mentions.article import Article
from tracker.mentions.places import place_named
from tracker.mentions.reading import Reading
from tracker.mentions.venues import place_words
from tracker.values import Interval, Mention, Place

__all__ = ["with_places"]

OPENING = 1  # sentences behind the first that still tell the news of the dateline's place
FRESH = dt.timedelta(1)


def with_places(readings: Iterable[Reading], article: Article) -> list[Reading]:
    """The readings, those of happenings whose clause names no place with the one the text around shows."""
    readings = list(readings)
    stays = _stays(reading.mention for reading in readings if reading.mention)
    return [_placed(reading, stays, article) for reading in readings]


def _stays(mentions: Iterable[Mention]) -> dict[tuple[str, Interval], set[Place]]:
    """Where each person is told to be on a day."""
    found: dict[tuple[str, Interval], set[Place]] = {}
    for mention in mentions:
        for key in _days(mention) if mention.place else ():
            assert mention.place
            found.setdefault(key, set()).add(replace(mention.place, span=None))
    return found


def _days(mention: Mention) -> Iterator[tuple[str, Interval]]:
    if mention.interval.days == 1:
        for actor in mention.actors:
            if actor.kind == "person":
                yield actor.entity or actor.name, mention.interval


def _placed(
    reading: Reading, stays: Mapping[tuple[str, Interval], set[Place]], article: Article
) -> Reading:
    mention = reading.mention
    if mention is None or mention.place:
        return reading
    around = {place for key in _days(mention) for place in stays.get(key, ())}
    place = next(iter(around)) if len(around) == 1 else _of_dateline(reading, mention, article)
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
        if not (spot and fresh and opens) or (line.agency or "") in words.home:
            return None
    name = line.place.title() if line.place.isupper() else line.place
    place = (
        place_named(article.dateline_place) if article.dateline_place else Place(name, name.lower())
    )
    return replace(place, span=line.span, reported=True)
