"""What a date inside the words of a happening costs: it may be that of what they speak of."""

import re

from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.mentions.marks import MARKS
from tracker.mentions.reporting import reported
from tracker.values import DateFound, Precision, Span

__all__ = ["NAMED_THINGS", "has_its_own", "in_an_aside", "inner_cost", "names_a_thing"]

NAMED_THINGS = {mark for kind, mark in MARKS.items() if kind != "date"}  # "the 2015 Paris accord"
YEAR = re.compile(r"\d{4}")
OWNERS = ("'s", "’s")
OWN_DATE_WORDS = 4  # between a happening and the date that is its own


def inner_cost(hit: Hit, date: DateFound, view: View, cues: Cues) -> float:
    """What a date inside the words of a hit costs: it may be that of what they speak of."""
    assert date.interval is not None
    spot = view.at(date.span)
    names = names_a_thing(spot, view, cues)
    # "scrapped the 2018 pact in November": a year inside the words may only name what they speak of.
    coarse = {Precision.YEAR: 0.55, Precision.DAY: 0.0}.get(date.interval.precision, 0.3)
    if spot.end >= hit.span.end and not names:
        coarse = min(coarse, 0.3)  # they end with it: "suspended in 2018"
    if names and YEAR.search(date.phrase):
        coarse = max(coarse, 0.55)  # "approved the 19 September 2018 accord"
    inner = coarse if coarse > 0.5 or names else 0.0
    inner += 1.0 if cues.grammar.owner_then.match(view.masked, spot.end) else 0.0
    inner += 4.0 * _is_somebody_s(spot, hit, view, cues) + 1.0 * _is_put_off(spot, hit, view, cues)
    inner += 4.0 * (names and hit.trigger.undoes)  # "left the 2015 pact"
    apart = in_an_aside(spot, hit, view) or cues.parting.that_opens.match(view.masked, spot.end)
    inner += 2.0 * (hit.bridged and _has_own_behind(spot, hit, view, cues))
    if not apart or not reported(date, view, cues):
        return inner
    return inner + (4.0 if _somebody_said(spot, hit, view, cues) else 0.9)


def _has_own_behind(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether an aside has the date and the main clause ends with its own: "sanctions, imposed in May, were lifted on
    Monday"; not where it only says when ("the talks, opened on May 3, ended on Friday")."""
    if not in_an_aside(spot, hit, view) or cues.began.search(
        view.masked, hit.span.start, spot.start
    ):
        return False
    return has_its_own(hit, view)


def in_an_aside(spot: Span, hit: Hit, view: View) -> bool:
    """ "The drills, announced on Monday, begin on Friday"."""
    before, after = Span(hit.span.start, spot.start), Span(spot.end, hit.span.end)
    return "," in before.of(view.masked) and "," in after.of(view.masked)


def _somebody_said(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether the aside that has the date tells who said it: ", the commander said Thursday,", not ", announced on
    Monday,"."""
    opened = view.masked.rfind(",", hit.span.start, spot.start)
    words = view.masked[opened + 1 : spot.start].lower().split()
    return opened >= 0 and not cues.speech.isdisjoint(words[1:])


def _is_somebody_s(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether an aside about somebody has the date: "the funeral of Kim, who died on Saturday, will be held"."""
    opened = view.masked.rfind(",", hit.span.start, spot.start)
    closed = view.masked.find(",", spot.end, hit.span.end)
    if opened < 0 or closed <= 0:
        return False
    return cues.asides.of_somebody.match(view.masked, opened) is not None


def _is_put_off(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether the happening was put off from the day inside its words to one right behind them: "the parade, due on
    October 22, has been pushed back to November 10"."""
    if not cues.postponed.search(view.searched, spot.end, hit.span.end):
        return False
    behind = (view.at(date.span).start for date in view.dates if date.interval)
    start = next((start for start in behind if start >= hit.span.end), None)
    return start is not None and bool(
        cues.parting.put_off_onto.fullmatch(view.masked, hit.span.end, start)
    )


def names_a_thing(spot: Span, view: View, cues: Cues) -> bool:
    """Whether a year or a month tells which thing is meant: "approved the 2024 budget", "its May accord"."""
    words = view.masked[max(0, spot.start - 20) : spot.start].split()
    article, *rest = spot.of(view.sentence.text).split()
    if len(rest) > 2 and article.lower() in cues.articles:
        words = [article]  # it stands in the date: "the 4 May 2018 accord"
    owned = bool(words) and (words[-1].lower() in cues.articles or words[-1].endswith(OWNERS))
    follows = view.masked[spot.end : spot.end + 2].strip()
    return owned and (follows.isalpha() or follows in NAMED_THINGS)


def has_its_own(hit: Hit, view: View) -> bool:
    """Whether a date stands right behind the words: "on 5 May, a delegation visiting Rome on 8 May"."""
    behind = (view.at(date.span).start for date in view.dates if date.interval)
    start = next((start for start in behind if start >= hit.span.end), None)
    gap = view.masked[hit.span.end : start] if start is not None else ","
    return "," not in gap and len(gap.split()) <= OWN_DATE_WORDS
