"""A day that an aside tells of a place or a side which the words of a happening only name: "talks on Abyei, which
troops seized on May 21, go on"."""

from collections.abc import Sequence

from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.values import Span

__all__ = ["is_of_a_name"]


def is_of_a_name(spot: Span, hit: Hit, hits: Sequence[Hit], view: View, cues: Cues) -> bool:
    """Whether a day is in a clause on what somebody did to what is named right before it, not to the happening; no
    happening of its own is told there ("the pact with Chad, which they signed on 3 May, is in force")."""
    opened = cues.asides.of_a_name.search(view.masked[: spot.start])
    if opened is None:
        return False
    if opened.start() < hit.span.start and "," not in view.masked[spot.end : hit.span.start]:
        return False
    told = Span(opened.start("told"), spot.end)
    first, *rest = told.of(view.masked).split()
    if first in cues.verbal or cues.past.fullmatch(first):
        return False  # "the summit in Lima, which opened on 3 May"
    if not any(cues.past.fullmatch(word) for word in rest):
        return False
    return not any(other is not hit and told.holds(other.span) for other in hits)
