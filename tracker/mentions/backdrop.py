"""Happenings that only stand behind what a sentence tells: what that is set against ("ahead of the talks, the ministry
on Sunday warned"), and what it waits for ("will be let in once the envoy arrives")."""

import re
from collections.abc import Sequence

from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.values import Span

__all__ = ["of_a_condition", "parted", "set_against", "what_it_backs"]

BEFORE = 60  # characters before a hit in which the words stand that make it a background
INTRODUCED = 12  # characters into a sentence that begins with what its main clause is set against
AWAY = 4.0  # what a date costs that is of the main clause


def what_it_backs(hit: Hit, view: View, cues: Cues) -> re.Match[str] | None:
    """The words before a hit that make it what something else is told against: "ahead of the talks", not the hour
    of a day ("came just before nine on Friday and …")."""
    start = max(0, hit.span.start - BEFORE)
    found = cues.background.search(view.searched, start, hit.span.start)
    hour = found and cues.parting.opens_an_hour.match(view.sentence.text, found.start())
    return None if hour else found


def set_against(
    background: re.Match[str], parts: Sequence[str], hit: Hit, view: View, cues: Cues
) -> float:
    """What a date behind costs, the words up to it being `parts`, that is of the main clause: "ahead of the talks,
    the ministry on Sunday warned"."""
    opens = background.start() <= view.head + INTRODUCED
    _, comma, behind = hit.span.of(view.masked).rpartition(",")
    ends = comma and behind.strip() in cues.articles  # "the trip, the | ministry"
    return AWAY if opens and ("," in parts or ends) else 0.0


def parted(spot: Span, background: re.Match[str], view: View, cues: Cues) -> bool:
    """Whether what was done on a day before stands between that and the background: "on Friday, when she called off a
    speech, the ministry lifted its warning against | travel"."""
    return cues.past.search(view.masked, spot.end, background.start()) is not None


def of_a_condition(between: str, hit: Hit, view: View, cues: Cues) -> float:
    """What a date before costs that is of what will be done once something has come about: "promised on Monday to
    hand them over as soon as the envoy arrives"; not "once he had arrived"."""
    awaited = cues.parting.awaited.search(between)
    if awaited is None or cues.past.match(view.masked, hit.span.start):
        return 0.0
    return (
        AWAY if between[: awaited.start()].strip(" ,") else 0.0
    )  # not "On Monday, once he arrives"
