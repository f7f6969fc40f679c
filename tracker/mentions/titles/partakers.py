"""Whom and where a bare title may be completed by: the parts of `complete` in a type's rule file."""

from collections.abc import Sequence

from tracker.mentions.hits import View
from tracker.mentions.roles import Cast
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.sites import names_site
from tracker.values import Actor

__all__ = ["partakers"]


def partakers(title: str, view: View, cast: Cast, words: HeadlineWords) -> dict[str, str]:
    """What a title may be completed by: those not in it yet. Two people, else two countries make a pair."""
    inside = {name.entity for name in view.names if name.entity and name.text in title}
    towns = {name.span for name in view.names if name.form == "capital"}
    absent = [
        a
        for a in cast.actors
        if a.name not in title
        and not (a.bystander and a.span in towns)
        and (not a.entity or a.entity not in inside)
        and not _aside(a, view, words)
        and not _of_site(a, view, words)
    ]
    people = _people(absent)
    absent.sort(key=lambda a: a.role != "actor")
    nations = [a for a in absent if a.kind == "country" and a.role != "destination"]
    homes = [a.name for a in nations if not a.bystander and (len(nations) > 1 or a.role == "actor")]
    homes = homes[:1] if len({a.name for a in nations if not a.bystander}) < 2 else []
    nations = _without_homes(nations, absent)
    countries = _sides(nations)
    pair = next((names for names in (people, countries) if len(names) > 1), people or countries)
    found = _first(home=homes, one=pair, two=pair[1:], country=countries, other=countries[1:])
    if _aims(absent):  # who is met where one goes does not go there
        people = _people([a for a in absent if a.role not in ("counterpart", "host")])
    found |= _first(person=people, any=[a.name for a in absent], visitor=_visitors(absent))
    found |= _first(body=_named(absent, "body"), destination=_aims(absent))
    if len(nations) == 1:  # of several, nothing says who did it
        found["land"] = nations[0].name
    if len(nations) == 3 and not any(a.bystander for a in nations):
        found |= {f"of{number}": a.name for number, a in enumerate(nations)}
    for actor in reversed(absent):
        side = _side(actor, words)
        if side and (actor.kind != "country" or actor.name in countries):
            found[side] = actor.name
    if cast.place and cast.place.name not in title and cast.place.entity not in inside:
        found["place"] = cast.place.name
    return found


def _first(**named: Sequence[str]) -> dict[str, str]:
    """The first name of each part that has one."""
    return {part: names[0] for part, names in named.items() if names}


def _named(actors: Sequence[Actor], kind: str) -> list[str]:
    return [a.name for a in actors if a.kind == kind]


def _aims(actors: Sequence[Actor]) -> list[str]:
    return [a.name for a in actors if a.role == "destination"]


def _people(actors: Sequence[Actor]) -> list[str]:
    """The people with a full name; of two, one may be called by the surname ("Del Rosario and Ma Keqing")."""
    persons = _named(actors, "person")
    people = [name for name in persons if " " in name]
    return persons if len(persons) == 2 and len(people) == 1 else people


def _visitors(actors: Sequence[Actor]) -> list[str]:
    """Who visits, people first; a surname alone is not enough."""
    whole = [a for a in actors if a.kind != "person" or " " in a.name]
    whole.sort(key=lambda a: a.kind != "person")
    return [a.name for a in whole if a.role == "visitor"]


def _aside(actor: Actor, view: View, words: HeadlineWords) -> bool:
    """Whether a body only gives the occasion beside which something is ("on the sidelines of the … summit")."""
    if actor.kind != "body" or actor.span is None:
        return False
    before = view.sentence.text[: max(0, view.at(actor.span).start)].lower().split()[-4:]
    return bool(words.sets["beside"] & set(before))


def _of_site(actor: Actor, view: View, words: HeadlineWords) -> bool:
    """Whether a person is only whom an airport or a monument is called after."""
    span = view.at(actor.span) if actor.kind == "person" and actor.span else None
    return span is not None and span.start >= 0 and names_site(span, view, words)


def _without_homes(nations: Sequence[Actor], actors: Sequence[Actor]) -> list[Actor]:
    """The countries without one that somebody stands for ("Hungary's Viktor Orban …"), where two others are left."""
    own = {a.country for a in actors if a.kind == "person"}
    others = [a for a in actors if a.kind in ("country", "body") and not a.bystander]
    return [a for a in nations if len(others) < 2 or not (a.bystander and a.entity in own)]


def _sides(nations: Sequence[Actor]) -> list[str]:
    """The countries a happening is between, or the one it is with: of more than two those that are no mere
    onlookers, if these are two; none where one heads something else."""
    if len(nations) < 2:
        return [a.name for a in nations if a.role == "actor"]
    sides = [a.name for a in nations if len(nations) == 2 or not a.bystander]
    headed = any(a.role == "head" for a in nations)
    return sides if len(sides) == 2 and not headed else []


def _side(actor: Actor, words: HeadlineWords) -> str:
    """Whether a happening is somebody's own, or they are met at it; empty where neither is told."""
    if actor.kind == "country":
        return "" if actor.role == "destination" else "met"
    if words.happenings & set(actor.name.lower().split()):
        return ""  # "the Meeting of the Council's talks"
    if actor.role in ("actor", "head"):
        return "holder"
    return "met" if actor.kind == "person" and actor.role in ("counterpart", "host") else ""
