"""Where a happening is: the place its clause names nearest to it. The words that show it are the lexicon
places.toml."""

from collections.abc import Iterator, Mapping, Sequence

from tracker.mentions.article import Article
from tracker.mentions.gazetteer import VENUE
from tracker.mentions.hits import Hit, View
from tracker.mentions.involved import is_beyond, opens_apart
from tracker.mentions.items import is_of_another_item
from tracker.mentions.names import Name
from tracker.mentions.places_apart import from_where_on, is_where_it_is_said, on_to_the_verb
from tracker.mentions.venues import LEFT, PlaceWords, Site, place_words, shaped_places
from tracker.values import Place, Span

__all__ = ["place_between", "place_named", "place_of"]

BEFORE = 20  # what follows a happening says sooner where it was than what stands before it
BESIDE = 30  # characters between a place and the happening named by it: "the Lima round of talks"
GOAL = 1  # where somebody goes
AIM = 40  # characters between "visit" and "to Lima"
DETERMINED = 5  # characters before a capital that hold its "the"
NEAR = 70  # characters before a name that may hold its preposition


def place_of(
    hit: Hit,
    hits: Sequence[Hit],
    names: Sequence[Name],
    clause: Span,
    parts: Mapping[Span, str],
    view: View,
    article: Article,
) -> Place | None:
    """The place nearest to the hit; of a country and a town in it, the town. `hits` are all of the sentence."""
    words = place_words(article.language)
    shaped = shaped_places(clause, view, words)
    known: list[Site] = [
        spot
        for spot in (*_known(hit, names, parts, view, words), *shaped)
        if not _is_beyond(spot, hit, hits, view, article)
    ]
    named = [*_all_named(names, view), *shaped]
    spots = from_where_on(hit, known, named, view, article.language)
    costs = {spot: spot.doubt + _distance(hit.span, spot.span) for spot in spots}
    best = min(costs, key=lambda spot: costs[spot], default=None)
    if best is None:
        return None
    finer = [spot for spot in costs if spot.is_town and best.is_land_of(spot)]
    return min(finer or [best], key=lambda spot: costs[spot]).place


def place_between(gap: Span, view: View, article: Article) -> Place | None:
    """The last place that the words of a gap say something was at: the Rome of "and in Rome"."""
    words = place_words(article.language)
    found = [
        name
        for name in view.names
        if name.kind in ("country", "place")
        and name.form != "demonym"
        and gap.holds(spot := view.at(name.span))
        and words.tied.search(view.masked, gap.start, spot.start)
    ]
    if found:
        return place_named(found[-1])
    return next((site.place for site in shaped_places(gap, view, words)), None)


def _distance(hit: Span, spot: Span) -> int:
    """How far a place is: one that follows is nearer."""
    return spot.start - hit.end if spot.start >= hit.end else hit.start - spot.end + BEFORE


def _all_named(names: Sequence[Name], view: View) -> Iterator[Site]:
    """Every place and country that is named by itself."""
    for name in names:
        if name.kind in ("country", "place") and name.form != "demonym":
            yield Site(place_named(name), view.at(name.span), 0, name)


def _is_beyond(spot: Site, hit: Hit, hits: Sequence[Hit], view: View, article: Article) -> bool:
    """Whether it stands in another clause, but for one that only says when and where ("which opened in …")."""
    others = [o.span for o in hits if o is not hit and not o.span.holds(spot.span)]
    if is_of_another_item(spot.span, hit.span, others, view.masked, article.language):
        return True
    if is_where_it_is_said(spot.span, hit.span, view, article):
        return True
    if spot.doubt in (GOAL, LEFT) and opens_apart(spot.span, hit, view, article.language):
        return True
    hit = on_to_the_verb(hit, spot.span, view, article.language)
    if not is_beyond(spot.span, hit, view, article.language, told_of=False):
        return False
    timing = article.cues.asides.timing_inside
    return not timing.search(view.masked, hit.span.start, spot.span.start)


def _known(
    hit: Hit, names: Sequence[Name], parts: Mapping[Span, str], view: View, words: PlaceWords
) -> Iterator[Site]:
    for name in names:
        span = view.at(name.span)
        doubt = _doubt(name, span, hit, view.masked, words)
        if doubt is None and parts.get(name.span) == "destination":
            doubt = GOAL
        if doubt is not None:
            yield Site(place_named(name), span, doubt, name)


def _doubt(name: Name, spot: Span, hit: Hit, text: str, words: PlaceWords) -> int | None:
    """How doubtful it is that the name says where, beside its distance; None where it does not."""
    start = max(0, spot.start - NEAR)
    if name.kind == "body":
        housed = name.entry is not None and name.entry.detail in words.housed
        return 0 if housed and words.at.search(text, start, spot.start) else None
    if name.kind not in ("country", "place"):
        return None
    if name.form == "demonym":
        return 0 if words.capital.match(text, spot.end) else None
    if words.owning.match(text, spot.end):
        return None
    return _doubt_of_place(name, spot, hit, text, words)


def _doubt_of_place(name: Name, spot: Span, hit: Hit, text: str, words: PlaceWords) -> int | None:
    """The same of a country or town, by what stands before it."""
    start = max(0, spot.start - NEAR)
    town = name.kind == "place" or name.form == "capital"
    if words.tied.search(text, start, spot.start):
        return None if words.elsewhere.search(text, start, spot.start) else 0
    if _is_on(name, start, spot, text, words):
        return 0
    if aimed := words.aimed.search(text, start, spot.start):
        return GOAL if _goes_there(aimed.start(), hit, text, words) else None
    if left := words.left.search(text, start, spot.start):
        return LEFT if _starts_there(name, left.start(), hit, text, words) else None
    if words.behind_hall.search(text, start, spot.start):
        return 0
    around = (town and words.hall_of.search(text, start, spot.start)) or (
        name.kind == "place" and words.among.search(text, start, spot.start)
    )
    against = words.against.search(text, start, spot.start)
    named = town and not against and _names_it(name, spot, hit, text, words)
    return 0 if around or named else None


def _is_on(name: Name, start: int, spot: Span, text: str, words: PlaceWords) -> bool:
    """Whether something was on a known square or hill, and not only told of it ("talks on Camp David")."""
    on = words.on.search(text, start, spot.start)
    if on is None or name.entry is None or name.entry.detail != VENUE:
        return False
    return words.on_topic.search(text, max(0, on.start() - NEAR), on.start()) is None


def _goes_there(aim: int, hit: Hit, text: str, words: PlaceWords) -> bool:
    """Whether "to", which stands at `aim`, tells where somebody goes."""
    start = max(0, aim - NEAR)
    if words.no_aim.search(text, start, aim):
        return False
    there = hit.span.start <= aim <= hit.span.end + AIM
    going = there and words.going.search(text, hit.span.start, aim)
    return bool(going or words.journey.search(text, start, aim))


def _starts_there(name: Name, left: int, hit: Hit, text: str, words: PlaceWords) -> bool:
    """Whether "from", which stands at `left`, tells where the happening began, not where those come from of whom
    it tells ("with migrants from Peru")."""
    start = max(0, left - NEAR)
    union = name.entry is not None and name.entry.detail == "union"
    if union or words.origin.search(text, start, left):
        return False
    coming = words.coming.search(text, start, left)
    return coming is None or (coming.start() < hit.span.end and hit.span.start < coming.end())


def _names_it(name: Name, spot: Span, hit: Hit, text: str, words: PlaceWords) -> bool:
    """Whether the happening is named by the place: "the Geneva round of talks", "the Lima Summit". A capital
    that a verb may follow is its state ("Lima fired a missile"), and a pact bears the name wherever it is ratified."""
    pact = words.pact.match(text, spot.end)
    if pact and not words.gathering_noun.search(text, *pact.span()):
        return False
    doer = words.relative.search(text, max(0, spot.start - NEAR), spot.start)  # "which Lima signed"
    if hit.span.start <= spot.start and spot.end <= hit.span.end:
        return (
            name.kind == "place"
            or (spot.start > hit.span.start and doer is None)
            or words.gathering.fullmatch(text, spot.end, hit.span.end) is not None
            or words.gathering_noun.match(text, spot.end + 1) is not None
        )
    between = text[spot.end : hit.span.start] if spot.end <= hit.span.start else ","
    if len(between) >= BESIDE or {",", "."} & set(between):
        return False
    if name.kind == "place":
        return True
    if between.istitle():
        return between.split()[-1] not in words.heads | words.no_town
    named = words.the.search(text, max(0, spot.start - DETERMINED), spot.start) is not None
    gathering = words.gathering_noun.match(text, hit.span.start) is not None
    if not between.strip():
        return named or gathering
    return named and gathering and words.between_names.fullmatch(between) is not None


def place_named(name: Name) -> Place:
    """The place that a name tells of."""
    if name.form == "demonym" and name.entry:  # "the Peruvian capital"
        return Place(name.entry.capital, name.entry.capital.lower(), name.country, name.span)
    entity = name.entity if name.form != "capital" else None
    return Place(
        name.text if name.form == "capital" else name.shown,
        entity or name.text.lower(),
        name.country,
        name.span,
    )
