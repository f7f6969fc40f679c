"""Places of no gazetteer: halls and stretches of land by the words of their names ("Fishers' Hall", "Lind
Province"), towns by what stands before them ("in", "the port city of")."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.hits import View
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS, SIGNS
from tracker.mentions.names import Name
from tracker.values import Place, Span

__all__ = ["PlaceWords", "Spot", "place_words", "shaped_places"]

SET_OFF = 6  # characters between a hall and its town
SHAPED = 5  # how doubtful such a place is


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that a clause names, where in the sentence, and how doubtful it is that it says where."""

    place: Place
    span: Span
    doubt: int
    name: Name | None = None  # None: known by its shape only

    @property
    def is_town(self) -> bool:
        """Whether it is finer than a country."""
        return self.name is None or self.name.kind == "place" or self.name.form != "name"

    def is_land_of(self, other: "Spot") -> bool:
        """Whether it is the country in which another place lies."""
        return not self.is_town and self.place.country == other.place.country


@dataclass(frozen=True, eq=False)
class PlaceWords:
    """The words of a language by which places are known."""

    tied: re.Pattern[str]  # "in", "near the southern city of": a place follows
    among: re.Pattern[str]  # "in several towns of"
    aimed: re.Pattern[str]  # "to": where a visit goes
    journey: re.Pattern[str]  # before "to"
    going: re.Pattern[str]
    elsewhere: re.Pattern[str]
    left: re.Pattern[str]
    behind_hall: re.Pattern[str]
    at: re.Pattern[str]  # "at the": a building follows
    owning: re.Pattern[str]  # behind a place this makes it part of another name, or an owner
    capital: re.Pattern[str]
    venue: re.Pattern[str]
    town: re.Pattern[str]
    heads: frozenset[str]
    regions: frozenset[str]
    no_town: frozenset[str]
    housed: frozenset[str]
    here: re.Pattern[str]
    home: frozenset[str]


@lru_cache(maxsize=8)
def place_words(language: Language) -> PlaceWords:
    """The lexicon places.toml of a language, ready to look for."""

    def words(name: str) -> str:
        return any_of(language.words(name))

    article = rf"(?:{words('articles')}\s+)?"
    towns = rf"(?:(?:[\w’'{SIGNS}-]+\s+){{0,3}}{words('towns')}\s+)"
    before = rf"\s+{article}(?:{words('place_adjectives')}\s+){{0,2}}{towns}?$"
    named = rf"(?:[A-Z][\w’'-]+|[{SIGNS.replace(MARKS['date'], '')}]+)"
    plain = r"[A-Z][\w’'-]*[a-z](?<!['’]s)"
    first = rf"(?<![\w’'-]){words('where_it_is_held')}"
    building = rf"(?<![\w’'-]){words('at_building')}"
    return PlaceWords(
        re.compile(first + before),
        re.compile(rf"{first}\s+(?:[\w’'-]+\s+){{1,4}}{words('among_places')}\s+{article}$"),
        re.compile(rf"(?<![\w’'-]){words('where_to_go')}{before}"),
        re.compile(rf"(?<![\w’'-]){words('journeys')}\s+$"),
        re.compile(whole(language.words("journeys", "part_visiting", "part_sending"))),
        re.compile(
            rf"(?<![\w’'-]){words('elsewhere')}\s+(?:\w+\s+)?{words('where_it_is_held')}{before}"
        ),
        re.compile(rf"(?<![\w’'-]){words('where_from')}{before}"),
        re.compile(rf"\b{any_of([*language.words('venue_heads')], exact=True)},\s+$"),
        re.compile(rf"{building}\s+{article}$"),
        re.compile(rf"['’]s?(?=\s)|-|\s+{any_of(language.words('papers'), exact=True)}(?![\w-])"),
        re.compile(rf"\s+{words('capitals')}(?![\w-])"),
        re.compile(
            rf"(?:{building}|{first})\s+(?:the\s+)?"
            rf"({named}(?:\s+(?:(?:of|for)\s+(?:the\s+)?)?{named}){{0,7}})"
        ),
        re.compile(
            rf"(?:(?<![\w’'-]){words('towns')}|{first})\s+({plain}(?:\s+{plain}){{0,2}})(?!\s*[{SIGNS}]|[\w’'-])"
        ),
        frozenset(language.words("venue_heads")),
        frozenset(language.words("region_heads")),
        frozenset(language.words("institution_words")),
        frozenset(language.words("housed")),
        re.compile(whole(language.words("here"))),
        frozenset(language.words("home_agencies")),
    )


def shaped_places(clause: Span, view: View, words: PlaceWords) -> Iterator[Spot]:
    """The places of a clause that only the shape of their names shows."""
    for found in words.venue.finditer(view.masked, *clause):
        span = _headed(Span(*found.span(1)), view, words)
        if span and not _known_beside(span, view):
            yield _spot(span, view)
    for found in words.town.finditer(view.masked, *clause):
        span = Span(*found.span(1))
        if _may_be_town(found[1], words) and not _crosses_name(span, view):
            yield _spot(span, view)


def _headed(span: Span, view: View, words: PlaceWords) -> Span | None:
    """The part of capitalised words that ends with the word of a building or a stretch of land, or that it
    begins ("Palace of the Arts")."""
    parts = list(re.finditer(r"[\w’'-]+", span.of(view.sentence.text)))
    known = words.heads | words.regions
    last = next((n for n, part in enumerate(parts) if part[0] in known), None)
    if last is None or len(parts) == 1:
        return None
    return Span(span.start, span.start + parts[last or -1].end())


def _known_beside(span: Span, view: View) -> bool:
    """Whether a known town follows ("at the Fishers' Hall in Lima"), or the words are a known place's."""
    for name in view.names:
        spot = view.at(name.span)
        town = name.kind == "place" or name.form == "capital"
        if town and 0 <= spot.start - span.end <= SET_OFF:
            return True
        if name.kind == "place" and spot.start <= span.start < spot.end:
            return True
    return False


def _may_be_town(text: str, words: PlaceWords) -> bool:
    parts = text.split()
    return parts[-1] in words.regions or words.no_town.isdisjoint(parts)


def _crosses_name(span: Span, view: View) -> bool:
    spots = (view.at(name.span) for name in view.names)
    return any(spot.start < span.end and span.start < spot.end for spot in spots)


def _spot(span: Span, view: View) -> Spot:
    text, start = span.of(view.sentence.text), view.sentence.span.start
    lands = (name for name in view.names if name.kind == "country")
    land = next((n for n in lands if 0 <= view.at(n.span).start - span.end <= 2), None)
    there = Span(span.start + start, span.end + start)
    return Spot(Place(text, text.lower(), land.country if land else None, there), span, SHAPED)
