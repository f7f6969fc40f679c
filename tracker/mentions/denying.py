"""What is only told as denied, as not confirmed or as an untrue report."""

from tracker.mentions.between import without_asides
from tracker.mentions.clauses import part_around
from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.values import Span

__all__ = ["denied"]


def denied(hit: Hit, view: View, cues: Cues) -> Span | None:
    """The words by which somebody denies that it happened, rejects the report of it or does not confirm it:
    "denied on Friday that …", "rejected claims that …", "reports of … are false"; None where nobody does."""
    text, part = view.masked, part_around(view.masked, hit.span, cues.clause_end)
    for said in cues.standing.denying.finditer(text, part.start, hit.span.start):
        between = without_asides(text[said.end() : hit.span.start], cues)
        if "," not in between and not cues.standing.goes_on_otherwise.search(between):
            return Span(*said.span())
    told = cues.standing.told_in_claims.match(text, part.start, hit.span.start)
    untrue = cues.standing.untrue.search(text, hit.span.end, part.end) if told else None
    return Span(*untrue.span()) if untrue else None
