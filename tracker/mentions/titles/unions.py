"""The body whose a title is that says "the bloc", "the Commission" or "an emergency session"."""

from collections.abc import Iterator

from tracker.mentions.blocs import bloc_meant
from tracker.mentions.titles.completing import completed
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.parties import (
    NEAR,
    acting_lands,
    body_before,
    tells_whose,
    views_back,
)
from tracker.mentions.titles.topic import takes_part

__all__ = ["of_body", "one_body"]

BACK = 12  # sentences to the body that "the bloc" is


def one_body(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "ASEAN to meet" of "the bloc will meet": the body that was named last."""
    words = matter.words
    bloc = rest and len(head) == 1 and head[0].lower() in words.sets["blocs"]
    told = (*views_back(matter, BACK), matter.article.headline) if bloc else ()
    union = head[0].lower() not in words.sets["generic_bodies"]
    meant = bloc_meant(told, matter.article.headline, union=union) if told else None
    if body := meant.shown if meant else body_before(told, words):
        yield " ".join([body, *rest])
    if rest and len(head) == 1 and head[0].lower() in words.sets["generic_bodies"]:
        yield from _named_so(head[0], rest, matter)
    if rest and head[-1].lower() in words.sets["ministers"] and not tells_whose(rest, words):
        lands = {n.entity for v in views_back(matter, NEAR) for n in v.names if n.kind == "country"}
        body = body_before([matter.article.headline], words)
        if body and not lands:
            small = head[0][:1].lower() + head[0][1:]
            yield " ".join([body, small, *head[1:], *rest])


def _named_so(noun: str, rest: list[str], matter: Matter) -> Iterator[str]:
    """ "European Commission to adopt" of "the Commission will adopt": the one body of the article whose name ends
    so."""
    views = (*matter.article.views, matter.article.headline)
    named = {n.shown for view in views for n in view.names if n.kind == "body"}
    whole = {name for name in named if name.split()[-1].lower() == noun.lower() and " " in name}
    if len(whole) == 1:
        yield " ".join([whole.pop(), *rest])


def of_body(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "Drill by Laos", where Laos alone takes part; "Security Council's emergency session"; "sanctions by the
    Security Council": whose a happening is that nobody is told of behind."""
    words, noun = matter.words, " ".join(head)
    if head[-1].lower() not in words.happenings or tells_whose(rest, words):
        return
    named = (*_by_land(noun, matter), *_of_headline(noun, matter), *_of_lines(noun, matter))
    yield from (" ".join([told, *rest]) for told in named)


def _by_land(noun: str, matter: Matter) -> Iterator[str]:
    lands = acting_lands(matter)
    ways = [
        way for way in matter.event_type.complete if way.endswith((" by {country}", " by {land}"))
    ]
    if len(lands) == 1:
        more = {"country": lands[0], "land": lands[0]}
        yield completed(noun, matter.view, matter.cast, ways, matter.words, more)


def _of_headline(noun: str, matter: Matter) -> Iterator[str]:
    """The one body that acts in a headline without a country, before an occasion of a type that says no other way."""
    headline, words = matter.article.headline, matter.words
    told = [name for name in headline.names if name.kind == "body"]
    bodies = {name.shown for name in told if takes_part(name, headline, words)}
    lone = len(told) == len(bodies) == 1 and not any(n.kind == "country" for n in headline.names)
    occasion = noun.split()[-1].lower() in words.sets["occasions"]
    if lone and occasion and not _ways(matter):
        yield f"{bodies.pop()} {noun[:1].lower() + noun[1:]}"


def _of_lines(noun: str, matter: Matter) -> Iterator[str]:
    """The one body that the lines before are about, of its session; of what a body does, that of the headline."""
    ways, names = _ways(matter), matter.article.headline.names
    does = any(way.endswith(" by {body}") for way in ways)
    sits = noun.split()[-1].lower() in matter.words.sets["sittings"]
    near = {n.shown for v in views_back(matter, NEAR) for n in v.names if n.kind == "body"}
    above = {name.shown for name in names if name.kind == "body"}
    bodies = above if does else near or above
    if not ways or not (does or sits) or acting_lands(matter) or len(bodies) != 1:
        return
    if not any(name.kind == "country" for name in matter.view.names):
        yield completed(noun, matter.view, matter.cast, ways, matter.words, {"body": bodies.pop()})


def _ways(matter: Matter) -> list[str]:
    """How titles of its type say which body it is of."""
    return [way for way in matter.event_type.complete if way.endswith((" of {body}", " by {body}"))]
