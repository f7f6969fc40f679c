"""Who may be the two that a happening is between, and the body that one of its lines is about."""

from collections.abc import Sequence

from tracker.mentions.hits import View
from tracker.mentions.names import Name
from tracker.mentions.titles.headlines import HeadlineWords
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.topic import is_where, told_together

__all__ = [
    "NEAR",
    "acting_lands",
    "body_before",
    "both_named",
    "sides_of",
    "tells_whose",
    "views_back",
]

NEAR = 3  # sentences to the two sides


def body_before(views: Sequence[View], words: HeadlineWords) -> str:
    """The body that the nearest of these sentences names that names any, the last of several; a union may be
    known as a country."""
    unions = words.sets["generic_bodies"]
    bodies = (
        [n.shown for n in v.names if n.kind == "body" or n.shown.split()[-1].lower() in unions]
        for v in views
    )
    return next((names[-1] for names in bodies if names), "")


def sides_of(matter: Matter, known: str = "", joined: bool = False) -> tuple[str, ...]:
    """The two countries that a happening is between: those who take part, else those of the nearest line or of
    the headline that names two and no more (and joins them, where nothing says that there were two: `joined`)."""
    names = acting_lands(matter, known)
    if len(names) == 2:
        return names
    views = views_back(matter, NEAR)
    for view in (*views[:2], matter.article.headline, *views[2:]):
        lands = _lands_of(view, matter.words)
        found = tuple(name.shown for name in lands)
        apart = joined and len(lands) == 2 and not told_together(lands, view, matter.words, True)
        if len(found) > 2 or apart:
            return ()
        if len(found) == 2 and set(names) <= set(found) and (not known or known in found):
            return found
    above = tuple({n.shown for n in matter.article.headline.names if n.kind == "country"} - {known})
    return (above[0], known) if known and len(above) == 1 and set(names) <= {known} else ()


def _lands_of(view: View, words: HeadlineWords) -> tuple[Name, ...]:
    """The countries of a line that may be sides, each where it is first named."""
    lands: dict[str | None, Name] = {}
    for name in view.names:
        if _is_side(name, view, words):
            lands.setdefault(name.entity, name)
    return tuple(lands.values())


def acting_lands(matter: Matter, known: str = "") -> tuple[str, ...]:
    """The countries that take part, but for one that is only where it happens."""
    place = matter.cast.place
    there = {place.entity, place.country} if place else set()
    own = [a for a in matter.involved if a.kind == "country" and not a.bystander]
    own = [a for a in own if a.role != "destination" and (a.entity not in there or a.name == known)]
    return tuple(dict.fromkeys(a.name for a in own))


def both_named(matter: Matter) -> tuple[str, ...]:
    """The two countries that the headline and the lines before name, where they name no third; a capital
    that somebody went to is one."""
    views = (matter.article.headline, *views_back(matter, NEAR))
    lands = {
        n.entity: n.entry.name if n.form == "capital" and n.entry else n.shown
        for v in views
        for n in v.names
        if n.kind == "country" and (n.form != "capital" or not is_where(n, v, matter.words))
    }
    return tuple(lands.values()) if len(lands) == 2 else ()


def _is_side(name: Name, view: View, words: HeadlineWords) -> bool:
    """Whether a country is named as one that acts or is acted with, not as where something is."""
    if name.kind != "country" or name.form == "capital":
        return False
    before = view.sentence.text[: view.at(name.span).start].split()[-2:]
    before = [word for word in before if word not in words.sets["article"]]
    return not before or before[-1].lower() not in words.sets["wheres"] | words.sets["to"]


def views_back(matter: Matter, reach: int) -> list[View]:
    """The sentence and those before it, the nearest first."""
    return [matter.view, *matter.views_before(reach)]


def tells_whose(rest: Sequence[str], words: HeadlineWords) -> bool:
    """Whether the rest of a title tells between whom, with whom or whose it is."""
    sets = words.sets
    led = sets["between"] | sets["with"] | sets["by"] | sets["of"] | sets["suffering"]
    return bool(led & {part.lower() for part in rest})
