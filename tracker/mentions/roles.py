"""Who takes part in a happening, and where: the names of its clause, each with the part it takes."""

from collections.abc import Iterable, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from tracker.mentions.article import Article
from tracker.mentions.bystanders import bystanders
from tracker.mentions.clauses import part_around
from tracker.mentions.hits import Hit, View
from tracker.mentions.involved import involved
from tracker.mentions.language import Language
from tracker.mentions.names import Name
from tracker.mentions.parts import PartWords, part_words, parts_of
from tracker.mentions.places import place_of
from tracker.values import Actor, Place, Span

__all__ = ["Cast", "actor_of", "cast_of", "is_medium"]


class Cast(NamedTuple):
    """The actors in the order named, the place, and everybody whom the clause names."""

    actors: tuple[Actor, ...]
    place: Place | None
    named: tuple[Actor, ...] = ()


def cast_of(hit: Hit, hits: Sequence[Hit], view: View, article: Article) -> Cast:
    """The names of the hit's clause: those that act, each with its part, and the nearest that says where."""
    words = part_words(article.language)
    clause = part_around(view.masked, hit.span)
    names, parts, beside = _named_in(clause, view, article.language)
    actors: list[Actor] = []
    for number, name in enumerate(names):
        spot = view.at(name.span)
        sure = name.kind != "name" or hit.span.holds(spot)
        if name.kind != "place" and sure and not is_medium(name):
            part = parts.get(name.span) or _plain_part(name, hit.span, spot, view, words)
            before = names[number - 1] if number else None
            called = _with_nation(name, before, view)
            aside = name.span in beside or part == "destination"
            actors.append(actor_of(name, part, aside, called))
    taking = involved(actors, hit, hits, view, article)
    return Cast(
        tuple(_at_home(_distinct(taking))),
        place_of(hit, hits, names, clause, parts, view, article),
        tuple(_distinct(actors)),
    )


@lru_cache(maxsize=16)  # what a clause tells of several happenings is asked for again
def _named_in(
    clause: Span, view: View, language: Language
) -> tuple[Sequence[Name], Mapping[Span, str], Set[Span]]:
    """The names of a clause, the parts that its words give them, and who only stands beside."""
    names = [n for n in view.names if clause.start <= view.at(n.span).start < clause.end]
    parts = parts_of(names, clause, view, part_words(language))
    return names, parts, bystanders(names, view, language)


def _preposition(text: str, position: int, words: PartWords) -> str:
    found = words.preposition.search(text[max(0, position - 40) : position])
    return found[1].lower() if found else ""


def is_medium(name: Name) -> bool:
    """Whether it is a newspaper, agency or channel: who reports takes no part."""
    return name.entry is not None and name.entry.detail == "media"


def _plain_part(name: Name, hit: Span, spot: Span, view: View, words: PartWords) -> str:
    """The part of a name that no verb gives one: where it stands to the words of the happening."""
    if spot.start < hit.start:
        return "actor"
    word = _preposition(view.masked, spot.start, words)
    if name.kind == "country" and word in words.where_to:
        return "destination"
    behind = spot.start >= hit.end and not word
    if behind or (spot.start > hit.start and word in words.company):
        return "counterpart"
    return "actor"


def _with_nation(name: Name, before: Name | None, view: View) -> str:
    """What an actor is called: a body without a name of its own by its nation too ("Peruvian Senate")."""
    if not name.by_shape or before is None or before.form != "demonym":
        return name.shown
    between = view.masked[view.at(before.span).end : view.at(name.span).start]
    return f"{before.text} {name.text}" if between == " " else name.shown


def actor_of(name: Name, part: str = "actor", beside: bool = False, called: str = "") -> Actor:
    """The actor whom a name tells of, `called` so or as the name is shown."""
    title = name.title or (name.entry.title if name.entry else "")
    kind = "person" if name.kind == "name" else name.kind
    return Actor(
        called or name.shown, name.entity, part, title, name.span, kind, name.country, beside
    )


def _at_home(actors: list[Actor]) -> list[Actor]:
    """Whom a visitor meets in their own country is the host."""
    visited = {a.entity for a in actors if a.role == "destination"}
    if not any(actor.role == "visitor" for actor in actors):
        return actors
    return [
        replace(a, role="host")
        if a.role in ("actor", "counterpart") and a.kind == "person" and a.country in visited
        else a
        for a in actors
    ]


def _distinct(actors: Iterable[Actor]) -> list[Actor]:
    """Each actor once, in the order named, with the part that says most."""
    found: dict[str, Actor] = {}
    for actor in actors:
        key = actor.entity or actor.name
        first = found.setdefault(key, actor)
        if first.role == "actor" and actor.role in ("host", "visitor", "head"):
            found[key] = first = replace(first, role=actor.role)
        if first.bystander and not actor.bystander:
            found[key] = replace(first, bystander=False)
    return list(found.values())
