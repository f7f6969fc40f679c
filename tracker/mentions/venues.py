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
from tracker.mentions.phrases import Phrases, phrases
from tracker.values import Place, Span

__all__ = ["LEFT", "PlaceWords", "Site", "place_words", "shaped_places"]

SET_OFF = 6  # characters between a hall and its town
LEFT = 60  # "from": where somebody left, rather
OF_LAND = 2  # characters between a place and its country
SHAPED = 5  # how doubtful such a place is


@dataclass(frozen=True, slots=True, eq=False)
class Site:
    """A place that a clause names, where in the sentence, and how doubtful it is that it says where."""

    place: Place
    span: Span
    doubt: int
    name: Name | None = None  # None: known by its shape only

    @property
    def is_town(self) -> bool:
        """Whether it is finer than a country."""
        return self.name is None or self.name.kind == "place" or self.name.form != "name"

    def is_land_of(self, other: "Site") -> bool:
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
    hall_of: re.Pattern[str]  # the town follows in which it is: "Fishers' Hall of"
    coming: re.Pattern[str]  # before "from": who comes from there
    origin: re.Pattern[str]  # the same, where it never tells where a happening was: "experts from"
    on_topic: re.Pattern[str]  # before "on": what it is about follows
    no_aim: re.Pattern[str]  # before "for": "in return"
    against: re.Pattern[str]  # "sanctions on": a state follows, by its capital
    gathering: re.Pattern[str]  # behind a capital that begins a name: "Africa Climate Summit"
    gathering_noun: re.Pattern[str]
    pact: re.Pattern[str]  # behind the place it is called by: "the Lima peace accord"
    # between a capital and what happens there: "the Lima book festival"
    between_names: re.Pattern[str]
    the: re.Pattern[str]
    relative: re.Pattern[str]  # at the end: "which", before who did it
    at: re.Pattern[str]  # "at the": a building follows
    on: re.Pattern[str]  # "on": a square or a hill follows
    owning: re.Pattern[str]  # behind a place this makes it part of another name, or an owner
    capital: re.Pattern[str]
    venue: Phrases
    land: Phrases  # "on Laurel Hill", "from the Zagros mountains"
    town: Phrases
    joint: re.Pattern[str]
    heads: frozenset[str]
    regions: frozenset[str]
    no_town: frozenset[str]
    housed: frozenset[str]
    here: re.Pattern[str]
    home: frozenset[str]


@lru_cache(maxsize=8)
def place_words(language: Language) -> PlaceWords:
    """The lexicon places.toml of a language, ready to look for."""

    article = rf"(?:{language.any_of('articles')}\s+)?"
    roads = frozenset(language.words("road_words"))  # every town has a Mill Street
    lands = [w for w in language.words("region_heads", "grounds") if w not in roads]
    states = rf"(?:{language.any_of('states_of')}\s+)?"
    towns = rf"(?:(?:[\w’'{SIGNS}-]+\s+){{0,3}}{language.any_of('towns')}\s+)"
    before = rf"\s+{article}(?:{language.any_of('place_adjectives')}\s+){{0,2}}{towns}?{states}$"
    signs = f"[{SIGNS.replace(MARKS['date'], '')}]"
    named = rf"(?:[A-Z][\w’'-]+{signs}*|[A-Z]\.|{signs}+(?:['’]s)?)"
    plain = r"[A-Z][\w’'-]*[a-z](?<!['’]s)"
    first = rf"(?<![\w’'-]){language.any_of('where_it_is_held')}"
    building = rf"(?<![\w’'-]){language.any_of('at_building')}"
    return PlaceWords(
        tied=re.compile(first + before),
        among=re.compile(
            rf"{first}\s+(?:[\w’'-]+\s+){{1,4}}{language.any_of('among_places')}\s+{article}$"
        ),
        aimed=re.compile(rf"(?<![\w’'-]){language.any_of('where_to_go')}{before}"),
        journey=re.compile(
            rf"(?<![\w’'-]){language.any_of('journeys')}\s+"
            rf"(?:{language.any_of('of_whom', 'part_by')}\s+(?:[\w’'{SIGNS}-]+\s+){{1,6}})?$"
        ),
        coming=re.compile(rf"{whole(language.words('part_visiting'))}(?:\s+\w+)?\s+$"),
        origin=re.compile(rf"{whole(language.words('coming_from'))}(?:\s+\w+)?\s+$"),
        on_topic=re.compile(rf"{whole(language.words('on_topics'))}\s+$"),
        no_aim=re.compile(rf"(?<![\w’'-]){language.any_of('no_where_to_go')}\s+$"),
        against=re.compile(rf"(?<![\w’'-]){language.any_of('against_whom')}\s+$"),
        gathering=re.compile(
            rf"\s+(?:[A-Z][\w’'-]+\s+){{0,3}}{language.any_of('gatherings_named', exact=True)}"
        ),
        gathering_noun=re.compile(whole(language.words("gatherings_named"))),
        pact=re.compile(
            rf"\s+(?:[\w-]+\s+){{0,2}}{language.any_of('named_after_places')}(?![\w-])"
        ),
        between_names=re.compile(r"\s+(?:[a-z][a-z-]*(?<!ed)(?<!s)\s+){1,2}"),
        the=re.compile(rf"(?<!\w){language.any_of('the')}\s+$"),
        relative=re.compile(rf"(?<!\w){language.any_of('relatives')}\s+$"),
        going=re.compile(whole(language.words("journeys", "part_visiting", "part_sending"))),
        elsewhere=re.compile(
            rf"(?<![\w’'-]){language.any_of('elsewhere')}\s+(?:\w+\s+)?{language.any_of('where_it_is_held')}{before}"
        ),
        left=re.compile(rf"(?<![\w’'-]){language.any_of('where_from')}{before}"),
        behind_hall=re.compile(
            rf"\b{language.any_of('venue_heads', 'region_heads', exact=True)},\s+$"
        ),
        hall_of=re.compile(
            rf"\b{language.any_of('venue_heads', 'region_heads', exact=True)}\s+{language.any_of('of_whom')}\s+$"
        ),
        at=re.compile(rf"{building}\s+{article}$"),
        on=re.compile(rf"(?<![\w’'-]){language.any_of('on_land')}\s+{article}$"),
        owning=re.compile(rf"['’]s?(?=\s)|-|\s+{language.any_of('papers', exact=True)}(?![\w-])"),
        capital=re.compile(rf"\s+{language.any_of('capitals')}(?![\w-])(?!,?\s+[A-Z])"),
        venue=phrases(
            language.words("at_building", "where_it_is_held", "where_from", "on_land"),
            rf"(?:{building}|{first})\s+{article}"
            rf"(?:(?:[a-z-]+\s+){{0,2}}{language.any_of('spots_of')}\s+{language.any_of('of_whom')}\s+{article})?"
            rf"({named}(?:\s+(?:{language.any_of('name_joints')}\s+{article})?{named}){{0,7}})",
        ),
        land=phrases(
            language.words("where_it_is_held", "where_from", "on_land"),
            rf"(?:{first}|(?<![\w’'-])(?:(?P<left>{language.any_of('where_from')})|(?P<on>{language.any_of('on_land')})))"
            rf"\s+{article}(?:(?:{language.any_of('place_adjectives')}|{MARKS['country']}+)\s+)?"
            rf"(?P<land>(?:[A-Z][\w’'-]+(?<!['’]s)\s+){{1,3}}(?:[a-z]+\s+)?{language.any_of('lands', exact=True)}"
            rf"|(?:[A-Z][\w’'-]+\s+){{1,4}}{any_of(lands, exact=True)})(?![\w-])",
        ),
        town=phrases(
            language.words("towns", "where_it_is_held"),
            rf"(?:(?<![\w’'-]){language.any_of('towns')}|{first})\s+({plain}(?:\s+{plain}){{0,2}})(?!\s*[{SIGNS}]|\s+[A-Z]\.|[\w’'-])",
        ),
        joint=re.compile(rf"\s+{language.any_of('name_joints')}(?!\w)"),
        heads=frozenset(language.words("venue_heads")),
        regions=frozenset(language.words("region_heads")),
        no_town=frozenset(language.words("institution_words")),
        housed=frozenset(language.words("housed")),
        here=re.compile(whole(language.words("here"))),
        home=frozenset(language.words("home_agencies")),
    )


@lru_cache(maxsize=16)  # what a clause tells of several happenings is asked for again
def shaped_places(clause: Span, view: View, words: PlaceWords) -> tuple[Site, ...]:
    """The places of a clause that only the shape of their names shows."""
    return tuple(_shaped_places(clause, view, words))


def _shaped_places(clause: Span, view: View, words: PlaceWords) -> Iterator[Site]:
    for found in words.venue.finditer(view.searched, *clause):
        span = _headed(Span(*found.span(1)), view, words)
        if span and not _known_beside(span, view):
            yield _spot(span, view)
    for found in words.land.finditer(view.searched, *clause):
        span = Span(*found.span("land"))
        if _tells_no_place(found, clause, view, words):
            continue
        if not _crosses_name(span, view) and not _known_beside(span, view):
            yield _spot(span, view, LEFT if found["left"] else 0)
    for found in words.town.finditer(view.searched, *clause):
        span = Span(*found.span(1))
        if _may_be_town(found[1], words) and not (
            _crosses_name(span, view) or _known_beside(span, view)
        ):
            yield _spot(span, view)


def _tells_no_place(found: re.Match[str], clause: Span, view: View, words: PlaceWords) -> bool:
    """Whether "from" tells who comes from there, or "on" what it is about."""
    before = (
        (words.coming, words.origin) if found["left"] else (words.on_topic,) * bool(found["on"])
    )
    return any(kept.search(view.masked, clause.start, found.start()) for kept in before)


def _headed(span: Span, view: View, words: PlaceWords) -> Span | None:
    """The part of capitalised words that ends with the word of a building or a stretch of land, with what it is
    for ("Palace of the Arts")."""
    parts = list(re.finditer(r"[\w’'-]+", span.of(view.sentence.text)))
    known = words.heads | words.regions
    last = next((n for n, part in enumerate(parts) if part[0] in known), None)
    if last is None or len(parts) == 1:
        return None
    end = span.start + parts[last].end()
    while last and last + 1 < len(parts) and parts[last + 1][0] in known:
        last, end = last + 1, span.start + parts[last + 1].end()
    rest = Span(end, span.end)
    if not last or (
        words.joint.match(rest.of(view.sentence.text)) and not _holds_owner(rest, view)
    ):
        end = span.end
    return Span(span.start, end)


def _holds_owner(span: Span, view: View) -> bool:
    """Whether a place or a body is named, which says where or whose it is."""
    kinds = ("country", "place", "body")
    return any(n.kind in kinds and span.meets(view.at(n.span)) for n in view.names)


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
    return any(span.meets(view.at(name.span)) for name in view.names)


def _spot(span: Span, view: View, doubt: int = 0) -> Site:
    text = span.of(view.sentence.text)
    lands = (name for name in view.names if name.kind == "country")
    land = next((n for n in lands if _is_land_of(view.at(n.span), n, span)), None)
    there = Place(text, text.lower(), land.country if land else None, view.in_article(span))
    return Site(there, span, SHAPED + doubt)


def _is_land_of(spot: Span, land: Name, span: Span) -> bool:
    """Whether a country stands behind a place, or its people's name right before it ("Peruvian Amazonas")."""
    before = land.form == "demonym" and span.start - spot.end == 1
    return before or 0 <= spot.start - span.end <= OF_LAND
