"""A day that an aside tells of a place or a side which the words of a happening only name: "talks on Abyei, which
troops seized on May 21, go on"."""

import re
from collections.abc import Sequence

from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.values import Span

__all__ = ["is_of_a_name", "is_of_a_thing_made"]

BEFORE = 40  # characters before a thing in which the verb stands that does something to it
MADE = re.compile(r"(?P<thing>\s+\S[^;:]*?)?,\s+(?=(?P<done>[a-z]+)\s[^,;:]*$)")


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


def is_of_a_thing_made(spot: Span, hit: Hit, hits: Sequence[Hit], view: View, cues: Cues) -> bool:
    """Whether a day is in the clause that says when the thing was made to which a verb has done something, and which
    another trigger tells: "discussed the Partnership Agreement, signed on 24 October"."""
    text = view.masked
    made = MADE.match(text[: spot.start], hit.span.end)
    if made is None:
        return False
    verb = hit.span if made["thing"] else Span(max(0, hit.span.start - BEFORE), hit.span.start)
    if not cues.past.search(text, *verb):
        return False
    if cues.past.fullmatch(made["done"]) is None or made["done"] in cues.verbal:
        return False
    behind = text[made.end("done") :].split(maxsplit=1)[0]
    if behind not in cues.standing.prepositions:
        return False  # "met Rui, signed a pact on Friday"
    at = made.start("done")
    return any(o is not hit and o.span.start <= at < o.span.end for o in hits)
