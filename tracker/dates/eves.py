"""The day before what was told by a noun and its day: "The summit opens on June 4. … on the eve of the summit"."""

import datetime as dt
import re
from bisect import bisect_left
from operator import itemgetter
from typing import Final

from tracker.dates import calendar
from tracker.dates.context import Context, Meaning, counted
from tracker.dates.relative import spoken
from tracker.dates.scan import Match
from tracker.values import Basis, Interval

__all__ = ["eve"]

_SENTENCE: Final = re.compile(r"[.!?](?=[\s\"])|\n")
REACH: Final = 1500  # characters back in which it was told


def eve(match: Match, context: Context) -> Meaning:
    """The day before the first of those told with the noun, else before the date last spoken of."""
    noun = match.fields.get("what")
    told = None
    if noun:  # "the summit" rather than the "Business Summit" of the next day
        told = _told_by(f"the {noun}", match, context) or _told_by(noun, match, context)
    if told is None:
        return spoken(match, context)
    day = told.first + dt.timedelta(days=int(match.fields["step"]))
    return counted(calendar.day(day), told.first, "before what was told by its noun", Basis.CONTEXT)


def _told_by(noun: str, match: Match, context: Context) -> Interval | None:
    """The days nearest to the noun in the last sentence that tells of it and of days."""
    lower, end, told = context.view.lower, match.start, context.told
    while (at := lower.rfind(noun, max(0, match.start - REACH), end)) >= 0:
        first, last = _sentence_around(lower, at)
        begin, stop = (
            bisect_left(told, place, key=itemgetter(0)) for place in (first, min(last, match.start))
        )
        days = told[begin:stop]
        if days:
            return min(days, key=lambda one: abs(one[0] - at))[1]
        end = at
    return None


def _sentence_around(text: str, place: int) -> tuple[int, int]:
    """Where the sentence that holds a place begins and ends."""
    start = max(0, place - REACH)
    stops = [stop.end() for stop in _SENTENCE.finditer(text, start, place)]
    stop = _SENTENCE.search(text, place)
    return (stops[-1] if stops else start), (stop.start() if stop else len(text))
