"""Who takes part in a happening, and where: the names of its clause, each with the part it takes."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.names import Name
from tracker.values import Actor, Place, Span

__all__ = ["Cast", "cast_of", "promoted"]

STOP = re.compile(r"[;:—–]")
HERE_WORD = re.compile(
    r"(?:^|[\s(])(in|at|to|from|of|with|by|between|for|on|near|over|against|into)\s+(?:the\s+|its\s+|his\s+)?(?:[\w’'.-]+\s+){0,2}(?:(?:city|town|capital)\s+of\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cast:
    """The actors in the order named, and the place."""

    actors: tuple[Actor, ...]
    place: Place | None


def cast_of(hit: Hit, view: View) -> Cast:
    """The names of the hit's clause: those that act, and the nearest that says where."""
    start, end = _clause(view.masked, hit.span)
    names = [name for name in view.names if start <= view.at(name.span).start < end]
    actors: list[Actor] = []
    places: list[tuple[int, Name]] = []
    for name in names:
        spot = view.at(name.span)
        word = _preposition(view.masked, spot.start)
        if _is_place(name, word):
            distance = (
                spot.start - hit.span.end
                if spot.start >= hit.span.end
                else (hit.span.start - spot.end) + 20
            )
            places.append((distance, name))
        sure = name.kind != "name" or hit.span.holds(spot)
        if name.kind != "place" and sure and not _is_medium(name):
            actors.append(_actor(name, hit, view, word))
    nearest = min(places, key=lambda pair: pair[0], default=None)
    return Cast(tuple(_distinct(actors)), _place(nearest[1]) if nearest else None)


def promoted(hit: Hit, view: View, cast: Cast, article: Article) -> str:
    """The hit's type, or the one its rule file promotes it to when enough leaders take part."""
    rule = article.rules.types[hit.trigger.type].promote
    if not rule:
        return hit.trigger.type
    titles = article.language.words(str(rule["titles"]))
    leaders = {a.entity or a.name for a in cast.actors if _leads(a.title, titles)}
    count = len(leaders) + _nameless_leaders(hit, view, bool(leaders), article)
    return str(rule["to"]) if count >= int(rule["count"]) else hit.trigger.type


def _nameless_leaders(hit: Hit, view: View, one: bool, article: Article) -> int:
    """How many leaders are told of without a name: "leaders" who meet, the "counterpart" of a leader."""
    text, cues = view.masked, article.cues
    start = max(_clause(text, hit.span)[0], hit.span.start - 50)
    if cues.other_leaders.search(text, start, hit.span.end):
        return 0
    found = cues.leaders.search(text, start, hit.span.start + 25)
    if found and found.start() <= hit.span.start:
        return 2
    return int(one and bool(cues.one_leader.search(text, hit.span.start, hit.span.end + 25)))


def _leads(title: str, titles: Iterable[str]) -> bool:
    return title.lower() in {name.lower() for name in titles}


def _clause(text: str, span: Span) -> tuple[int, int]:
    start = max((m.end() for m in STOP.finditer(text, 0, span.start)), default=0)
    found = STOP.search(text, span.end)
    return start, found.start() if found else len(text)


def _preposition(text: str, position: int) -> str:
    found = HERE_WORD.search(text[max(0, position - 40) : position])
    return found[1].lower() if found else ""


def _is_place(name: Name, word: str) -> bool:
    if name.kind == "place":
        return True
    return (
        name.kind == "country"
        and name.form != "demonym"
        and word in ("in", "at", "to", "from", "near", "over", "into")
    )


def _is_medium(name: Name) -> bool:
    return name.entry is not None and name.entry.detail == "media"


def _actor(name: Name, hit: Hit, view: View, word: str) -> Actor:
    spot = view.at(name.span)
    role = "actor"
    if name.kind == "country" and word in ("to", "in", "for") and spot.start >= hit.span.start:
        role = "destination"
    elif spot.start >= hit.span.end and word in ("with", ""):
        role = "counterpart"
    title = name.title or (name.entry.title if name.entry else "")
    kind = "person" if name.kind == "name" else name.kind
    return Actor(name.shown, name.entity, role, title, name.span, kind, name.country)


def _place(name: Name) -> Place:
    entity = name.entity if name.form != "capital" else None
    return Place(
        name.text if name.form == "capital" else name.shown,
        entity or name.text.lower(),
        name.country,
        name.span,
    )


def _distinct(actors: Iterable[Actor]) -> Iterator[Actor]:
    seen: set[str] = set()
    for actor in actors:
        key = actor.entity or actor.name
        if key not in seen:
            seen.add(key)
            yield actor
