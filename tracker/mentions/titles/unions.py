"""The body whose a title is that says "the bloc", "the Commission" or "an emergency session"."""

from collections.abc import Iterator

from tracker.mentions.titles.completing import completed
from tracker.mentions.titles.matter import Matter
from tracker.mentions.titles.parties import (
    NEAR,
    acting_lands,
    body_before,
    tells_whose,
    views_back,
)

__all__ = ["of_body", "one_body"]

BACK = 12  # sentences to the body that "the bloc" is


def one_body(head: list[str], rest: list[str], matter: Matter) -> Iterator[str]:
    """ "ASEAN to meet" of "the bloc will meet": the body that was named last."""
    words = matter.words
    bloc = rest and len(head) == 1 and head[0].lower() in words.sets["blocs"]
    if bloc and (body := body_before(views_back(matter, BACK), words)):
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
    """ "Emergency session of the Security Council", where the lines before are about one body, "sanctions by the
    Security Council", where the headline is; "drill by Laos", where Laos alone takes part."""
    words, complete = matter.words, matter.event_type.complete
    ways = [way for way in complete if way.endswith((" of {body}", " by {body}"))]
    lands = acting_lands(matter)
    if len(lands) == 1 and head[-1].lower() in words.happenings and not tells_whose(rest, words):
        by = [way for way in complete if way.endswith((" by {country}", " by {land}"))]
        more, noun = {"country": lands[0], "land": lands[0]}, " ".join(head)
        yield " ".join([completed(noun, matter.view, matter.cast, by, words, more), *rest])
    if head[-1].lower() not in words.happenings or tells_whose(rest, words):
        return
    above = {n.shown for n in matter.article.headline.names if n.kind == "body"}
    lone = not any(n.kind == "country" for n in matter.article.headline.names)
    if not ways and len(above) == 1 and lone and head[-1].lower() in words.sets["occasions"]:
        noun = " ".join(head)
        yield " ".join([above.pop(), noun[:1].lower() + noun[1:], *rest])
    if not ways:
        return
    near = {n.shown for v in views_back(matter, NEAR) for n in v.names if n.kind == "body"}
    does = any(way.endswith(" by {body}") for way in ways)
    bodies = above if does else near or above
    does |= head[-1].lower() in words.sets["sittings"]
    if (
        does
        and not lands
        and len(bodies) == 1
        and not any(n.kind == "country" for n in matter.view.names)
    ):
        more, noun = {"body": bodies.pop()}, " ".join(head)
        yield " ".join([completed(noun, matter.view, matter.cast, ways, words, more), *rest])
