"""What lasts several days: "began a three-day visit on Tuesday"."""

import datetime as dt
import re
from collections.abc import Sequence
from typing import NamedTuple

from tracker.mentions.article import Article
from tracker.mentions.cues import Cues
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.values import Interval, Precision, Span

__all__ = ["FURTHER_DAY", "lasting", "length_of", "of_so_many_days"]

FURTHER_DAY = "the last of so many days"
LONGEST = dt.timedelta(days=150)
BEFORE = 30  # characters before what lasted in which "after" may stand
LAST = 31  # of the days that something lasts
CLOSE = 20  # characters before a day in which a verb of its own stands: "…, ended on Monday"
FOR_THEM = 8  # words from what began to the days for which it goes on
OF = 12  # characters before a length in which what leads to it stands
DAYS = re.compile(r"P(\d+)([DW])")
COMPLETE = re.compile(r"[^,]*\w[^,]*,")  # a noun behind an adjective, and its comma


class Lasted(NamedTuple):
    """How many days, and where it is said."""

    days: int
    span: Span


def lasting(dated: Dated, hit: Hit, hits: Sequence[Hit], view: View, article: Article) -> Dated:
    """A single day that begins or ends "a three-day visit", as the days it lasted."""
    if dated.interval.days != 1 or dated.interval.precision != Precision.DAY:
        return dated
    if not article.rules.types[hit.trigger.type].lasts:
        return dated
    if last := _last_day(dated, hit, hits, view, article):
        interval = Interval(dated.interval.first, last, Precision.DAY)
        return dated._replace(interval=interval, reason=f"{dated.reason}, to its end")
    cues = article.cues
    lasted = length_of(hit, hits, view, cues)
    if lasted is None:
        return of_so_many_days(dated, hit, view, article)
    days = lasted.days
    if not 1 < days <= 31:
        return dated
    span = dt.timedelta(days=days - 1)
    first = dated.interval.first
    if nth := _which_day(lasted, view, article):
        first -= dt.timedelta(days=min(nth, days) - 1)
        interval = Interval(first, first + span, Precision.DAY)
        return dated._replace(interval=interval, reason=f"{dated.reason}, one of {days} days")
    spot = view.at(dated.date.span).start
    ends = (
        cues.ending.search(view.masked, max(0, hit.span.start - 60), hit.span.end)
        or cues.ending.search(view.masked, max(hit.span.end, spot - CLOSE), spot)
        or cues.after_days.search(view.masked, max(0, lasted.span.start - CLOSE), lasted.span.start)
        or cues.lasting.back_from.search(view.masked[: lasted.span.start])
        or cues.lasting.after_a_length_of.search(view.masked, hit.span.end, lasted.span.start)
        or cues.ending.search(view.masked, max(0, lasted.span.start - CLOSE), lasted.span.start)
    )
    interval = (
        Interval(first - span, first, Precision.DAY)
        if ends
        else Interval(first, first + span, Precision.DAY)
    )
    return dated._replace(interval=interval, reason=f"{dated.reason}, {days} days")


def of_so_many_days(dated: Dated, hit: Hit, view: View, article: Article) -> Dated:
    """The days up to the one taken, where it is one more of them: "a second day of talks", "met for a third day"."""
    said = article.cues.lasting.nth_day.search(
        view.masked, max(0, hit.span.start - BEFORE), hit.span.end + BEFORE
    )
    near = Span(hit.span.start - 1, hit.span.end + 2)
    if said is None or not (said["into"] or Span(*said.span()).meets(near)):
        return dated
    nth = article.language.ordinals.get((said["nth"] or said["again"] or said["into"]).lower(), 1)
    if not 1 < nth <= LAST:
        return dated
    day = dated.interval.first
    interval = Interval(day - dt.timedelta(days=nth - 1), day, Precision.DAY)
    return dated._replace(interval=interval, reason=f"{dated.reason}, {FURTHER_DAY}")


def _which_day(lasted: Lasted, view: View, article: Article) -> int:
    """Which of its days it is: 2 for "the second day of a three-day visit", 31 for the last; 0 where it is not
    said."""
    said = article.cues.lasting.which_day.search(
        view.masked, max(0, lasted.span.start - BEFORE), lasted.span.start
    )
    if said is None:
        return 0
    return article.language.ordinals.get(said["nth"].lower(), LAST)


def _last_day(
    dated: Dated, hit: Hit, hits: Sequence[Hit], view: View, article: Article
) -> dt.date | None:
    """The day on which it ends, where the sentence goes on to tell it: "opened on May 3 and closes today"."""
    spot, first, cues = view.at(dated.date.span), dated.interval.first, article.cues
    if ended := _ended_before(dated, hit, view, article):
        return ended
    began = cues.began.search(view.masked, hit.span.start, spot.start)
    for date in view.dates:
        at = view.at(date.span)
        if date.interval is None or at.start < spot.end:
            continue
        if date.interval.days > 1 or not first < date.interval.last <= first + LONGEST:
            return None
        gap = Span(spot.end, at.start)
        if (
            _goes_on_to(gap, view, cues)
            or (began and _ends(gap, hit, hits, view, cues))
            or _is_told_to_end(gap, hit, hits, view, article.cues)
        ):
            return date.interval.last
        return None
    return None


def _goes_on_to(gap: Span, view: View, cues: Cues) -> bool:
    """Whether the next day is right behind the first as that to which it goes on: "on May 3 and closes today"."""
    return cues.lasting.to_its_end.fullmatch(view.masked, *gap) is not None


def _ends(gap: Span, hit: Hit, hits: Sequence[Hit], view: View, cues: Cues) -> bool:
    """Whether what began ends on the next day, told by the verb of the main clause or by a further one: "the
    congress, which opened on Monday, closed on", "the drill began on Monday, drew thousands and ended on"."""
    told = cues.lasting.begun_then_ended.fullmatch(view.masked, *gap)
    if told is None:
        return False
    words = set((told["way"] or "").lower().split())
    others = any(gap.holds(other.span) for other in hits if other is not hit)
    return not (others or cues.breaks & words)


def _is_told_to_end(gap: Span, hit: Hit, hits: Sequence[Hit], view: View, cues: Cues) -> bool:
    """Whether what comes next tells when it ends, or when those who came on a journey leave: "the talks opened on
    Monday; they end on", "landed on Monday; she flies home on"."""
    told = cues.lasting.told_to_end.fullmatch(view.masked, *gap)
    journey = "abroad" in hit.trigger.needs
    if told is None or not (journey or (told["it"] and not told["leaves"])):
        return False
    kinds = {each.trigger.greater or each.trigger.type for each in hits if gap.holds(each.span)}
    return kinds <= {hit.trigger.greater or hit.trigger.type}


def _ended_before(dated: Dated, hit: Hit, view: View, article: Article) -> dt.date | None:
    """The day of what came "after" it, where it is told when it began: "signed a pact on Tuesday after talks
    that began on Saturday"."""
    cues, spot = article.cues, view.at(dated.date.span).start
    after = cues.after_days.search(view.masked, max(0, hit.span.start - BEFORE), hit.span.start)
    if not after or not cues.begun.search(view.masked, hit.span.start, spot):
        return None
    before = [date for date in view.dates if date.interval and view.at(date.span).end < after.end()]
    ended = before[-1].interval if before else None
    if ended is None or ended.days > 1:
        return None
    lasted = ended.first - dated.interval.first
    return ended.first if dt.timedelta(0) < lasted <= LONGEST else None


def length_of(hit: Hit, hits: Sequence[Hit], view: View, cues: Cues) -> Lasted | None:
    """The days of an adjective such as "three-day" that describes the hit, or after which it ended."""
    for date in view.dates:
        if date.kind == "SET":
            continue  # a "weekly meeting" lasts no week
        found = DAYS.fullmatch(date.value) if date.interval is None else None
        spot = view.at(date.span)
        joined = "-" in date.phrase or " " not in date.phrase or _of_it(spot, hit, view, cues)
        joined = joined or _is_told_behind(spot, view, cues) or _is_ended(spot, hit, view, cues)
        if found and (
            _lasted(spot, hit, view, cues)
            or _began_for(spot, hit, view, cues)
            or (joined and _describes(spot, hit, hits, view) and not _frames(spot, hit, view, cues))
        ):
            return Lasted(int(found[1]) * (7 if found[2] == "W" else 1), spot)
    return None


def _lasted(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether the days are those after which the happening ended: "closed yesterday after six days"."""
    if spot.start < hit.span.end or not cues.after_days.search(
        view.masked, hit.span.start, spot.start
    ):
        return False
    between = view.masked[hit.span.start : spot.start]
    ended = cues.ending.search(between)
    if ended is None or between[: ended.start()].count(",") % 2 or "," in between[ended.end() :]:
        return False  # a comma of an aside has another: "the round, near Riga, ended"
    return _nothing_goes_with(spot, view, cues)


def _nothing_goes_with(spot: Span, view: View, cues: Cues) -> bool:
    """Whether the days stand by themselves: no noun that they would be of follows them."""
    behind = view.masked[spot.end :].lstrip()
    return not behind or behind[0] in ".,;" or behind.split(maxsplit=1)[0] in cues.links


def _began_for(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether the days are those for which what began goes on: "a drill began on Tuesday for ten days"."""
    if spot.start < hit.span.end or not cues.began.search(
        view.masked, hit.span.start, hit.span.end
    ):
        return False
    between = view.masked[hit.span.end : spot.start]
    if not cues.lasting.for_a_length.search(between) or "," in between:
        return False
    if len(between.split()) > FOR_THEM or not cues.breaks.isdisjoint(between.lower().split()):
        return False
    return _nothing_goes_with(spot, view, cues)


def _is_told_behind(spot: Span, view: View, cues: Cues) -> bool:
    """Whether "of" leads to the days: "a visit of two days"."""
    before = max(0, spot.start - OF)
    return cues.grammar.of_length.search(view.masked, before, spot.start) is not None


def _is_ended(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether the words of the hit say that so many days came to an end: "rounded off three days in Lima"."""
    return hit.span.holds(spot) and bool(
        cues.ending.search(view.masked, hit.span.start, spot.start)
    )


def _of_it(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether what lasted is the happening: "four days of talks", not "after a week of rain"."""
    thing = cues.grammar.of_a_thing.match(view.masked, spot.end)
    return thing is not None and hit.span.meets(Span(spot.start, thing.end()))


def _frames(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether the days are those during which, or after which, it happened: "During the three-day stay, …"."""
    behind = view.masked[spot.end : max(spot.end, hit.span.start)]
    return (
        "," in behind
        and cues.occasions.company.search(view.masked, view.head, spot.start) is not None
    )


def _describes(spot: Span, hit: Hit, hits: Sequence[Hit], view: View) -> bool:
    """Whether the adjective at `spot` is of this hit's noun, and of no other happening's."""
    if not hit.span.start - 45 <= spot.start <= hit.span.end + 40:
        return False
    if hit.span.start > spot.end and COMPLETE.match(view.masked, spot.end, hit.span.start):
        return False  # "a three-day stop, with talks"
    words = view.masked[spot.end : spot.end + 25].partition(",")[0]
    noun = Span(spot.start, spot.end + len(words))
    others = [o for o in hits if o.trigger.type != hit.trigger.type and o.span.meets(noun)]
    return hit.span.meets(noun) or not others
