"""What was set for a day and is no longer: "suspended the drills set for March", "a visit due on Friday was dropped"."""

from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.mentions.marks import MARKS
from tracker.values import Span

__all__ = ["halted"]

DATE = MARKS["date"]


def halted(hit: Hit, view: View, part: Span, cues: Cues) -> Span | None:
    """The words by which somebody halts what lies ahead, None where nobody does. They call it off only beside the
    day it was set for: what is suspended until a day goes on."""
    text, span = view.masked, hit.span
    date = text.find(DATE, span.end, part.end)
    if date < 0:
        return None
    last = max(span.start, text.rfind(" ", span.start, span.end) + 1)  # "suspends a | summit"
    active = cues.standing.halts.search(text, part.start, last)
    if active and not cues.lasting.until.regex.search(text, span.end, date):
        return Span(*active.span())
    passive = cues.standing.is_halted.search(text, date, part.end)
    if passive is None or cues.own_clauses.search(text, span.end, passive.start()):
        return None
    joined = cues.standing.and_alone.search(text, date, passive.start())
    return None if joined else Span(*passive.span())
