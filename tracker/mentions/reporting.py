"""Whether a date is that of a report, not of what it reports: "said on Friday"."""

import re

from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.values import DateFound, Precision, Span

__all__ = [
    "bounded_by",
    "bounds",
    "is_of_the_report",
    "is_of_what_they_did",
    "is_scope",
    "reported",
]

BOUNDING = 24  # characters before a date that hold the words by which it bounds
SCOPE = 40  # characters before a year that hold the words by which it says what something is for
WORD = re.compile(r"\w+")


def reported(date: DateFound, view: View, cues: Cues) -> bool:
    """Whether a verb of saying governs the date ("said on Friday", "on Friday said")."""
    spot = view.at(date.span)
    return _said_before(spot, view.masked, cues) or bool(
        cues.saying_after_date.match(view.masked, spot.end)
    )


def bounds(date: DateFound, view: View, cues: Cues) -> bool:
    """Whether the date only bounds a time ("since 2011", "until May")."""
    return bounded_by(date, view, cues) is not None


def bounded_by(date: DateFound, view: View, cues: Cues) -> re.Match[str] | None:
    """The words by which the date only bounds a time."""
    spot = view.at(date.span).start
    told = view.searched, max(0, spot - BOUNDING), spot
    others = any(other.interval and other != date for other in view.dates)
    moved = cues.plans.put_off_from.search(*told) if others else None
    bounding = moved or cues.bounding_before_date.search(*told)
    return bounding or cues.parting.up_to.search(view.masked, *told[1:])


def is_of_the_report(date: DateFound, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether the date is that of a report. What is said lies behind; and where the saying is the
    happening itself ("announced sanctions on Friday"), its date is no other's."""
    if date.interval is None or (view.today and date.interval.first > view.today):
        return False
    spot = view.at(date.span)
    return _said_before(spot, view.masked, cues, hit.span.end if hit.span.end <= spot.start else 0)


def is_of_what_they_did(date: DateFound, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether a date behind a happening is that of a clause without its "that": "lifted the sanctions it
    imposed in 2018"; of what they held, it is the happening's own: "the summit he hosted in Riga in May"."""
    between = view.masked[hit.span.end : view.at(date.span).start]
    said = cues.they_did.search(between)
    if said is None or not cues.past.match(between, said.end()):
        return False
    return not cues.asides.they_held.match(between)


def is_scope(date: DateFound, view: View, cues: Cues) -> bool:
    """Whether a year, or some years, only say what is agreed for them: "signed a programme for 2025"."""
    if date.interval is None or date.interval.precision != Precision.YEAR:
        return False
    spot = view.at(date.span).start
    before = max(0, spot - SCOPE), spot
    said = cues.parting.scope_before_date.search(view.searched, *before)
    return said is not None and not cues.plans.put_off_to.search(view.searched, *before)


def _said_before(spot: Span, text: str, cues: Cues, start: int = 0) -> bool:
    """Whether a verb of saying governs the date; one before `start`, where a happening is told
    between it and the date, does not ("said at the talks on Monday")."""
    window = text[max(start, spot.start - 90) : spot.start]
    if cues.speech_words.isdisjoint(WORD.findall(window.lower())):
        return False  # spares most of the searches
    return bool(cues.saying_before_date.search(window))
