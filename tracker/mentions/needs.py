"""What a trigger asks for beside its words, and whether the sentence has it."""

import re

from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, Seen, View
from tracker.mentions.leaders import promoted
from tracker.mentions.leaders_told import stand_for_leaders
from tracker.mentions.names import Name
from tracker.mentions.publicity import is_of_private_parties
from tracker.mentions.roles import Cast
from tracker.mentions.stand_ins import with_stand_ins
from tracker.mentions.travellers import GOING, travel_privately
from tracker.values import Interval

__all__ = ["lacking"]

REACH = 60  # characters behind a meeting in which "by phone" may stand
PARTED = re.compile(r"[,;:—–]")


def lacking(
    hit: Hit, view: View, cast: Cast, article: Article, when: Interval | None = None
) -> str:
    """The reason why the hit, of that time as far as it is known, is none; "" when nothing is lacking."""
    if article.rules.types[hit.trigger.type].pairs and _is_by_phone(hit, view, article):
        return "nobody met: by phone or letter"
    if is_of_private_parties(hit, view, cast, article):
        return "nobody public takes part"
    if not hit.trigger.needs:
        return ""
    missing = [need for need in hit.trigger.needs if not _has(need, hit, view, cast, article)]
    if "public" in hit.trigger.needs and when and travel_privately(hit, view, cast, when, article):
        missing.append("public")
    return f"lacks {', '.join(missing)}" if missing else ""


def _has(need: str, hit: Hit, view: View, cast: Cast, article: Article) -> bool:
    kinds = [actor.kind for actor in cast.named]
    sides = {actor.country or actor.entity or actor.name for actor in cast.named}
    match need:
        case "actor":
            return bool(kinds) or bool(article.cues.somebody.search(view.masked))
        case "person":
            return "person" in kinds
        case "country":
            return "country" in kinds or any(actor.country for actor in cast.named)
        case "place":
            return cast.place is not None
        case "two_actors":
            return len(sides) > 1
        case "abroad":
            return not _is_at_home(hit, view, cast, article)
        case "sides":
            named = len(sides) + _is_one_of(hit, view, article)
            if named > 1 or article.cues.parties.search(view.masked):
                return True
            stood_for = len(_stood_for(hit, view, cast, article))
            return stood_for > 1 or stand_for_leaders(hit, view, article)
        case "leaders":
            return promoted(hit, view, cast, article, Seen()) != hit.trigger.type
        case _:
            return True


def _stood_for(hit: Hit, view: View, cast: Cast, article: Article) -> set[str]:
    """The sides whom "they" or "the two" mean: people with an office or known to the gazetteer, countries, bodies;
    private people met for their own ends."""
    actors = with_stand_ins(hit, view, cast, article)
    public = (actor for actor in actors if actor.kind != "person" or actor.title or actor.entity)
    return {actor.country or actor.entity or actor.name for actor in public}


def _is_by_phone(hit: Hit, view: View, article: Article) -> bool:
    """Whether those who are told of only spoke or wrote to each other."""
    text, cues = view.masked, article.cues
    if cues.called_by_phone.search(text, max(0, hit.span.start - 12), hit.span.start):
        return True
    found = cues.by_phone.search(
        view.searched, hit.span.start, min(len(text), hit.span.end + REACH)
    )
    if found is None:
        return False
    between = text[hit.span.end : max(hit.span.end, found.start())]
    parted = PARTED.search(between) or cues.grammar.conjunction.search(between)
    return not (parted or cues.breaks & set(between.lower().split()))


def _is_one_of(hit: Hit, view: View, article: Article) -> bool:
    """Whether "he" or "she", before it, is one of those who do it: "he sat opposite Rui"."""
    return article.cues.standing_for_one.search(view.masked, 0, hit.span.start) is not None


def _is_a_town_gone_to(name: Name, hit: Hit, view: View, article: Article) -> bool:
    """Whether the words of a hit go to a town: "arrived in Shanghai", "left for Mumbai", "visited Bristol"."""
    spot = view.at(name.span)
    words = view.masked[hit.span.start : spot.start].split()
    town = name.kind == "place" and name.country and hit.span.holds(spot)
    if not town or not words:
        return False
    parting, last = article.cues.parting, words[-1].lower()
    return last in parting.visiting_towns or (len(words) > 1 and last in parting.to_towns)


def _is_at_home(hit: Hit, view: View, cast: Cast, article: Article) -> bool:
    """Whether the words of the hit go to the country of all who go: they come back, or go about in it."""
    goals = [actor for actor in cast.named if actor.role == "destination" and actor.span]
    told = {actor.entity for actor in goals if actor.span and hit.span.meets(view.at(actor.span))}
    told |= {name.country for name in view.names if _is_a_town_gone_to(name, hit, view, article)}
    going = [actor for actor in cast.actors if actor.role in GOING and actor.kind != "body"]
    nations = {
        actor.country or (actor.entity if actor.kind == "country" else None) for actor in going
    }
    return len(nations) == 1 and nations == told
