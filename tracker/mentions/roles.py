"""Who takes part in a happening, and where: the names of its clause, each with the part it takes."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from tracker.mentions.article import Article
from tracker.mentions.bystanders import bystanders
from tracker.mentions.clauses import part_around
from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, Seen, View
from tracker.mentions.involved import involved, is_beyond
from tracker.mentions.language import Language
from tracker.mentions.names import Name
from tracker.mentions.parts import PartWords, part_words, parts_of
from tracker.mentions.places import place_of
from tracker.values import Actor, Place, Span

__all__ = ["Cast", "actor_of", "cast_of", "is_medium", "promoted"]

LEADERS_BEHIND = (
    60  # characters behind "the meeting", in which "between the leaders of …" may follow
)
DOING = re.compile(r"\w+ing\b")
MET_BEHIND = 90  # characters behind a meeting in which the leaders met are told of
NEARLY = 25  # characters behind a happening in which a leader is told of
BACK = 4  # sentences back in which "the guest" is named
NEAR = 40  # characters before a happening in which "he" has a part in it


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
        place_of(hit, names, clause, parts, view, article),
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


def promoted(hit: Hit, view: View, cast: Cast, article: Article, told: Seen) -> str:
    """The hit's type, or the one its rule file promotes it to when enough leaders take part."""
    rule = article.rules.types[hit.trigger.type].promote
    if not rule:
        return hit.trigger.type
    if _is_told_again(hit, view, cast, article) and told.turn(str(rule["to"])) > told.turn(
        hit.trigger.type
    ):
        return str(rule["to"])
    known = _small(article.language, str(rule["titles"]))
    named = (*_with_offices(cast.named, hit, view, article), *_at_which(hit, view, article))
    leaders = _leaders(named, known)
    if he := _meant_by_pronoun(hit, view, article):
        leaders |= {he.entity or he.text} if _is_leader(he, known, article.language) else set()
    if leaders and (guest := _meant_by_guest(hit, view, leaders, known, article)):
        leaders |= {guest}
    count = len(leaders) + _nameless_leaders(hit, view, bool(leaders), article)
    return str(rule["to"]) if count >= int(rule["count"]) else hit.trigger.type


def _is_told_again(hit: Hit, view: View, cast: Cast, article: Article) -> bool:
    """Whether the hit only says "the meeting", and names nobody who met."""
    if any(actor.kind == "person" for actor in cast.actors):
        return False
    words = view.masked[max(0, hit.span.start - NEAR) : hit.span.end + NEARLY]
    again = article.cues.told_again.search(words)
    return again is not None and article.cues.parties.search(words) is None


@lru_cache(maxsize=8)
def _small(language: Language, lexicon: str) -> frozenset[str]:
    return frozenset(word.lower() for word in language.words(lexicon))


def _at_which(hit: Hit, view: View, article: Article) -> Iterator[Actor]:
    """Those of whom the clause tells that says what came about there: "the meeting in which Lee heard Kim …"."""
    clause = article.cues.at_which.match(view.masked, hit.span.end)
    for name in view.names if clause else ():
        if clause and name.kind == "person" and view.at(name.span).start >= clause.end():
            yield actor_of(name)


def _nameless_leaders(hit: Hit, view: View, one: bool, article: Article) -> int:
    """How many leaders are told of without a name: "leaders" who meet, the "counterpart" of a leader."""
    text, cues = view.masked, article.cues
    start = max(part_around(text, hit.span).start, hit.span.start - 50)
    if DOING.match(text, hit.span.start) and cues.after_days.search(text, 0, hit.span.start):
        start = 0  # "the leaders declared …, a day after holding a meeting"
    if aside := cues.told_of_before.search(text, 0, hit.span.start):
        start = max(0, aside.start() - 50)  # "the presidents, who met on Sunday, will gather …"
    if cues.other_leaders.search(view.searched, start, hit.span.end):
        return 0
    found = cues.leaders.search(view.searched, start, hit.span.start + 25)
    if found and found.start() <= hit.span.start:
        return 2
    others = cues.parties.match(text, hit.span.start)  # "the advisers of the leaders"
    theirs = bool(others) and not cues.leaders.regex.match(text, hit.span.start)
    if met := cues.leaders.search(view.searched, hit.span.start, hit.span.end):
        if not theirs and cues.both.search(text, hit.span.start, met.start()):
            return 2  # "received both leaders"
        if one:
            return 1
    if one and _meets_leaders(hit, view, cues):
        return 1
    found = cues.leaders.search(view.searched, hit.span.start, hit.span.end + LEADERS_BEHIND)
    among = found and cues.between_leaders.search(text, hit.span.start, found.start())
    if (among and not theirs) or _told_as_theirs(hit, view, cues):
        return 2
    return _offices(text, Span(part_around(text, hit.span).start, hit.span.end + NEARLY), one, cues)


def _told_as_theirs(hit: Hit, view: View, cues: Cues) -> bool:
    """Whether what is added tells it as one of leaders: "shook hands on Friday, the first encounter between the
    leaders of the two"."""
    added = (
        cues.the_first.search(view.masked, hit.span.end, found.start())
        for found in cues.leaders.finditer(view.searched, hit.span.end, len(view.masked))
    )
    return any(said and not cues.parties.search(said[0]) for said in added)


def _meets_leaders(hit: Hit, view: View, cues: Cues) -> bool:
    """Whether leaders are told to be those met: "met on Monday with the presidents of Turkey and Iraq"."""
    end = min(part_around(view.masked, hit.span).end, hit.span.end + MET_BEHIND)
    return any(
        cues.with_leaders.search(view.masked, hit.span.end, found.start())
        for found in cues.leaders.finditer(view.searched, hit.span.end, end)
    )


def _offices(text: str, where: Span, one: bool, cues: Cues) -> int:
    """How many leaders only their offices tell of: "the Norwegian prime minister met the Swedish one's
    counterpart"; a counterpart is one where somebody else leads."""
    found = [
        said
        for said in (
            *cues.one_leader.finditer(text, *where),
            *cues.national_leader.finditer(text, *where),
        )
        if not cues.of_a_leader.search(text, where.start, said.start())
        and not cues.of_no_state.match(text, said.end())
    ]
    offices = [said for said in found if said[0] not in cues.counterparts]
    return len(found) if one or offices else 0


def _leaders(actors: Iterable[Actor], titles: Set[str]) -> set[str]:
    """Who of the actors leads a country; "Presidents" before a name holds for the next one too."""
    found: set[str] = set()
    shared = False
    for actor in actors:
        title = actor.title.lower()
        several = title.endswith("s") and title not in titles and title[:-1] in titles
        if title in titles or several or (shared and actor.kind == "person" and not title):
            found.add(actor.entity or actor.name)
        shared = several or (shared and not title)
    return found


def _meant_by_pronoun(hit: Hit, view: View, article: Article) -> Name | None:
    """Whom "he" means close to the happening: whom its sentence names first before that, else the last sentence
    with a person in it."""
    start = max(part_around(view.masked, hit.span).start, hit.span.start - NEAR)
    he = article.cues.pronouns.search(view.masked, start, hit.span.end)
    if he is None:
        return None
    own = (n for n in view.names if n.kind == "person" and view.at(n.span).end <= he.start())
    if first := next(own, None):
        return first
    for earlier in reversed(article.views[max(0, view.number - 2) : view.number]):
        people = [name for name in earlier.names if name.kind == "person"]
        if people:
            return people[0]
    return None


def _meant_by_guest(
    hit: Hit, view: View, leaders: Set[str], titles: Set[str], article: Article
) -> str | None:
    """The other leader whom "the guest" or "his host" means: the one named last in the sentences before."""
    near = max(0, hit.span.start - NEAR), hit.span.end + NEARLY
    if not article.cues.guests.search(view.searched, *near):
        return None
    for earlier in reversed(article.views[max(0, view.number - BACK) : view.number]):
        for name in reversed(earlier.names):
            key = name.entity or name.shown
            if key not in leaders and _is_leader(name, titles, article.language):
                return key
    return None


def _is_leader(name: Name, titles: Set[str], language: Language) -> bool:
    """Whether the office that is said or known of somebody leads a state."""
    title = _title_of(name, language.set_of("courtesies")).lower()
    return name.kind == "person" and title in titles


def _title_of(name: Name, courteous: Set[str]) -> str:
    known = name.entry.title if name.entry else ""
    return known if not name.title or name.title in courteous else name.title


def _with_offices(
    actors: Iterable[Actor], hit: Hit, view: View, article: Article
) -> Iterator[Actor]:
    """The actors of the hit's own clause, each with the office that is said or, where only a form of
    address is said ("Comrade"), the one that is known."""
    courteous = article.language.set_of("courtesies")
    for actor in actors:
        if actor.span and is_beyond(view.at(actor.span), hit, view, article.language):
            continue
        if actor.title not in courteous:
            yield actor
            continue
        known = next((n.entry for n in view.names if n.span == actor.span and n.entry), None)
        yield replace(actor, title=known.title) if known else actor


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
