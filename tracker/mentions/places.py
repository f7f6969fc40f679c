"""Where a happening is: the place its clause names nearest to it. The words that show it are the lexicon
places.toml."""

from collections.abc import Iterator, Mapping, Sequence

from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.involved import is_beyond
from tracker.mentions.names import Name
from tracker.mentions.venues import PlaceWords, Site, place_words, shaped_places
from tracker.values import Place, Span

__all__ = ["place_between", "place_named", "place_of"]

BEFORE = 20  # what follows a happening says sooner where it was than what stands before it
LEFT = 60  # "from": where somebody left, rather
BESIDE = 30  # characters between a place and the happening named by it: "the Lima round of talks"
AIM = 40  # characters between "visit" and "to Lima"
NEAR = 70  # characters before a name that may hold its preposition


def place_of(
    hit: Hit,
    names: Sequence[Name],
    clause: Span,
    parts: Mapping[Span, str],
    view: View,
    article: Article,
) -> Place | None:
    """The place nearest to the hit; of a country and a town in it, the town."""
    words = place_words(article.language)
    spots = [*_known(hit, names, parts, view, words), *shaped_places(clause, view, words)]
    costs = {
        spot: spot.doubt + _distance(hit.span, spot.span)
        for spot in spots
        if not _is_beyond(spot.span, hit, view, article)
    }
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


def _is_beyond(span: Span, hit: Hit, view: View, article: Article) -> bool:
    """Whether it stands in another clause, but for one that only says when and where ("which opened in …")."""
    if not is_beyond(span, hit, view, article.language):
        return False
    return not article.cues.asides.timing_inside.search(view.masked, hit.span.start, span.start)


def _known(
    hit: Hit, names: Sequence[Name], parts: Mapping[Span, str], view: View, words: PlaceWords
) -> Iterator[Site]:
    for name in names:
        span = view.at(name.span)
        doubt = _doubt(name, span, hit, view.masked, words)
        if doubt is None and parts.get(name.span) == "destination":
            doubt = 0
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
    if words.tied.search(text, start, spot.start):
        return None if words.elsewhere.search(text, start, spot.start) else 0
    if aimed := words.aimed.search(text, start, spot.start):
        there = hit.span.start <= aimed.start() <= hit.span.end + AIM
        going = there and words.going.search(text, hit.span.start, aimed.start())
        return 0 if going or words.journey.search(text, start, aimed.start()) else None
    if words.behind_hall.search(text, start, spot.start):
        return 0
    if words.left.search(text, start, spot.start):
        return LEFT
    if name.kind == "place" and words.among.search(text, start, spot.start):
        return 0
    town = name.kind == "place" or name.form == "capital"
    return 0 if town and _names_it(name, spot, hit, text) else None


def _names_it(name: Name, spot: Span, hit: Hit, text: str) -> bool:
    """Whether the happening is named by the place: "the Geneva round of talks", "the Lima Summit". A capital
    that a verb may follow is its state."""
    if hit.span.start <= spot.start and spot.end <= hit.span.end:
        return name.kind == "place" or spot.start > hit.span.start
    between = text[spot.end : hit.span.start] if spot.end <= hit.span.start else ","
    named = name.kind == "place" or between.istitle() or not between.strip()
    return named and len(between) < BESIDE and not {",", "."} & set(between)


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
