"""What a trigger asks for beside its words, and whether the sentence has it."""

from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.roles import Cast

__all__ = ["lacking"]


def lacking(hit: Hit, view: View, cast: Cast, article: Article) -> str:
    """The reason why the hit is none, "" when nothing is lacking."""
    kinds = [actor.kind for actor in cast.actors]
    sides = {actor.country or actor.entity or actor.name for actor in cast.actors}
    have = {
        "actor": bool(kinds) or bool(article.cues.somebody.search(view.masked)),
        "person": "person" in kinds,
        "country": "country" in kinds or any(actor.country for actor in cast.actors),
        "place": cast.place is not None,
        "two_actors": len(sides) > 1,
        "sides": len(sides) > 1 or bool(article.cues.parties.search(view.masked)),
    }
    missing = [need for need in hit.trigger.needs if not have.get(need, True)]
    return f"lacks {', '.join(missing)}" if missing else ""
