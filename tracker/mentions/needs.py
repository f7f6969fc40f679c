"""What a trigger asks for beside its words, and whether the sentence has it."""

from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.roles import Cast

__all__ = ["lacking"]


def lacking(hit: Hit, view: View, cast: Cast, article: Article) -> str:
    """The reason why the hit is none, "" when nothing is lacking."""
    if not hit.trigger.needs:
        return ""
    missing = [need for need in hit.trigger.needs if not _has(need, view, cast, article)]
    return f"lacks {', '.join(missing)}" if missing else ""


def _has(need: str, view: View, cast: Cast, article: Article) -> bool:
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
        case "sides":
            return len(sides) > 1 or bool(article.cues.parties.search(view.masked))
        case _:
            return True
