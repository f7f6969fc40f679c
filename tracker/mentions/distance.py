"""How far a date is from a trigger: nearness along the words, and what stands between."""

import re
from collections.abc import Sequence
from itertools import pairwise

from tracker.mentions.backdrop import of_a_condition, parted, set_against, what_it_backs
from tracker.mentions.belonging import (
    PART,
    attributive,
    belongs_elsewhere,
    ends_a_stretch,
    first_word,
    is_of_which_one,
)
from tracker.mentions.between import (
    behind,
    done_next,
    is_of_all_of_it,
    up_to_hour,
    without_asides,
    without_how_long,
)
from tracker.mentions.cues import Cues
from tracker.mentions.dated import HEADS, Dated
from tracker.mentions.done_to_names import is_of_a_name, is_of_a_thing_made
from tracker.mentions.elsewhere import (
    is_of_what_it_is_done_to,
    is_of_what_was_made,
    names_what_is_no_happening,
    of_another_behind,
)
from tracker.mentions.hits import Hit, View
from tracker.mentions.inside import has_its_own, in_an_aside, inner_cost, names_a_thing
from tracker.mentions.marks import MARKS
from tracker.mentions.reporting import is_of_the_report, is_of_what_they_did, is_scope
from tracker.mentions.word_costs import of_another_time, words_cost
from tracker.values import DateFound, Precision, Span

__all__ = ["NAMES", "distance"]

FRAME = 3  # characters before a date that a sentence opens with: "In 2014, the two met in May"
ENTRY = re.compile(r"\s*[:–—-]\s")
OPENS = 18  # characters before a date that opens its clause
OPENING = re.compile(r"[:;—–]\s+(?:[\w’'-]+\s+){0,3}$")
# The only date of a sentence that it opens is not farther than this from what it tells.
FRONTED = 2.2
NAMES = "names the happening"  # "the May launch"
SAME_DAY = 0.8
OF_WHAT_WAS_MADE = 5.0  # a day on which that was made which something is done to
ELSEWHERE = 5.0  # what is told of something only named there
APPOSED = 0.1
CLOSING = ("", ".", ";")  # behind a day that is set apart
PLACES = (MARKS["country"], MARKS["place"])
PUT_OFF = 1.0  # the day that something is put off to is not farther from it than this
AT_THE_END = (
    2.4  # the one day of a sentence, at its end, is not farther than this from what it opens with
)
# Characters before a day that hold the words by which something is put off to it.
PUT_OFF_WORDS = 40
# Words, and what they cost, within which a date behind is of the very phrase.
MANY, CLOSE = 12, 0.95
# "the 4 May | Forum for Ocean Trade (FOT) summit"
IN_FULL = re.compile(r"\s[A-Z][\w’'-]+(?:\s(?:[A-Z][\w’'-]*|[a-z&]{1,3})){1,9}\s\(")
SHORT_FORM = re.compile(rf"(?:[A-Z]{{2,}}|[{''.join(MARKS.values())}]+)\)")
SHORT = 6  # words and signs of "on Friday for a brief session"


def distance(hit: Hit, date: DateFound, hits: Sequence[Hit], view: View, cues: Cues) -> Dated:
    """How far the date is from the hit: the cost of taking it, and why."""
    assert date.interval is not None
    spot = view.at(date.span)
    elsewhere = ELSEWHERE * is_of_a_name(spot, hit, hits, view, cues)
    if not hit.span.holds(spot):
        before = spot.end <= hit.span.start
        apart = (_from_before if before else _from_behind)(hit, date, hits, view, cues)
        elsewhere += ELSEWHERE * (not before and is_of_a_thing_made(spot, hit, hits, view, cues))
        return apart._replace(cost=apart.cost + elsewhere)
    cost = (
        elsewhere
        + inner_cost(hit, date, view, cues)
        + OF_WHAT_WAS_MADE * is_of_what_was_made(spot, hit, hits)
    )
    return Dated(date, date.interval, cost, "inside the words", True)


def _from_before(hit: Hit, date: DateFound, hits: Sequence[Hit], view: View, cues: Cues) -> Dated:
    """How far a date is that stands before the hit."""
    assert date.interval is not None
    spot = view.at(date.span)
    gap = Span(spot.end, hit.span.start)
    between = gap.of(view.masked)
    if _describes(spot, hit, view, cues):
        return Dated(date, date.interval, 0.02 * len(between.split()), NAMES, True)
    went_on = done_next(between, date, hit, view, cues)
    between = went_on or between
    background = None if went_on else what_it_backs(hit, view, cues)
    if spot.start <= view.head + FRAME and _heads_entry(date, spot, view):
        return Dated(date, date.interval, 2.5 if background else 0.1, HEADS, True)
    parts = _parts(between, gap, view, cues)
    frames = date.interval.precision == Precision.YEAR and spot.start <= view.head + FRAME
    if not frames and _is_named(parts, date, hit, view, cues):
        return Dated(date, date.interval, 0.1, "the day is named after it", True)
    bound = _is_counted_back(spot, view, cues) or _is_bound(parts, date, cues)
    cost = words_cost(parts[1 + (parts[:1] == [","]) :] if bound else parts, cues)
    cost += _beside_others(spot, gap, hit, hits, view, cues)
    if cues.occasions.same_day.search(view.searched, *gap):
        cost = min(cost, SAME_DAY)  # "on Friday; hours later they said"
    cost, reason = _fronted(cost, "before it", spot, parts, view, cues)
    close = date.interval.days == 1 and _gathers_for(parts, cues)
    if background and not (close or (bound and not parted(spot, background, view, cues))):
        cost += 3.5 if bound else 2.0
    cost += belongs_elsewhere(hit, date, parts, True, hits, view, cues)
    cost += 3.0 * is_of_what_they_did(date, hit, view, cues)
    cost += 4.0 * is_scope(date, view, cues)
    cost += 3.0 * names_what_is_no_happening(date, hits, view, cues)
    cost += of_another_time(between, spot, view, cues)
    cost += of_a_condition(between, hit, view, cues)
    return Dated(date, date.interval, cost, reason, close)


def _from_behind(hit: Hit, date: DateFound, hits: Sequence[Hit], view: View, cues: Cues) -> Dated:
    """How far a date is that stands behind the hit."""
    assert date.interval is not None
    spot = view.at(date.span)
    gap = up_to_hour(Span(hit.span.end, spot.start), view, cues)
    own, between = behind(gap.of(view.masked), gap, hits, view, cues)
    parts = _parts(between, gap, view, cues)
    cost = words_cost(parts, cues)
    cost = min(cost, APPOSED) if _is_apposed(between, spot, date, view) else cost
    cost = min(cost, PUT_OFF) if _is_put_off_to(hit, spot, view, cues) else cost
    cost = min(cost, AT_THE_END) if is_of_all_of_it(hit, date, between, view, cues) else cost
    cost += _beside_others(spot, gap, hit, hits, view, cues)
    close = len(parts) <= MANY and cost < CLOSE and not _has_verb(parts, cues)
    if background := what_it_backs(hit, view, cues):
        cost += set_against(background, parts, hit, view, cues) or (0.0 if close else 2.0)
    cost += belongs_elsewhere(hit, date, parts, False, hits, view, cues)
    cost += 3.0 * is_of_what_they_did(date, hit, view, cues)
    cost += 4.0 * is_scope(date, view, cues)
    named = date.phrase.isdigit() and names_a_thing(spot, view, cues)
    cost += 4.0 * (named + _is_counted_back(spot, view, cues)) + 3.0 * own
    cost += of_another_behind(date, hit, gap, view, cues)
    cost += 3.0 * names_what_is_no_happening(date, hits, view, cues)
    return Dated(date, date.interval, cost, "after it", close)


def _is_apposed(between: str, spot: Span, date: DateFound, view: View) -> bool:
    """Whether a day by its number stands right behind a happening between commas: "marked Pan American Day, 14 April"."""
    if between.strip() != "," or date.interval is None or date.interval.days > 1:
        return False
    numbered = any(map(str.isdigit, date.phrase))
    return numbered and view.masked[spot.end : spot.end + 1] in CLOSING


def _parts(between: str, gap: Span, view: View, cues: Cues) -> list[str]:
    """The words and signs between, without what does not part a happening from its date."""
    return PART.findall(without_asides(without_how_long(between, gap, view, cues), cues))


def _describes(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether a date stands before a happening as a word of its name ("the May launch"), not before what is told
    of something else ("a deal on Wednesday that is to take effect")."""
    first = view.masked[hit.span.start :].split(maxsplit=1)[0]
    if first in cues.relatives or is_of_which_one(spot, hit, view, cues):
        return False
    between = view.masked[spot.end : hit.span.start]
    if IN_FULL.fullmatch(between) and SHORT_FORM.match(view.masked, hit.span.start):
        return True
    return attributive(PART.findall(between), cues)


def _has_verb(parts: Sequence[str], cues: Cues) -> bool:
    """Whether a verb stands among the words; "to" before a place is none."""
    return any(
        part in cues.verbal and not (part in cues.parting.where_to_go and then[:1] in PLACES)
        for part, then in pairwise([*parts, ""])
    )


def _beside_others(
    spot: Span, gap: Span, hit: Hit, hits: Sequence[Hit], view: View, cues: Cues
) -> float:
    """What other happenings cost: those between, and the one that the date is part of the name of ("is to attend
    events for the July 27 anniversary")."""
    others = [other.span for other in hits if other is not hit]
    named = any(
        other.span.holds(spot)
        and other.span.end > spot.end
        and not (other.bridged and in_an_aside(spot, other, view))
        for other in hits
        if other is not hit
    )
    cost = 0.8 * sum(map(gap.holds, others)) + 2.5 * named
    cost += OF_WHAT_WAS_MADE * is_of_what_was_made(spot, hit, hits)
    return cost + 3.0 * is_of_what_it_is_done_to(spot, hit, hits, view, cues)


def _gathers_for(parts: Sequence[str], cues: Cues) -> bool:
    """Whether a day is right before what it was for: "on Friday for a brief session"."""
    if not parts or parts[0].lower() not in cues.parting.gathering or len(parts) > SHORT:
        return False
    return attributive([part for part in parts[1:] if part.lower() not in cues.articles], cues)


def _is_put_off_to(hit: Hit, spot: Span, view: View, cues: Cues) -> bool:
    """ "The talks, due to open on Monday in Lima, have been put off until 3 July"."""
    if not cues.postponed.search(view.searched, hit.span.start, spot.start):
        return False
    start = max(hit.span.start, spot.start - PUT_OFF_WORDS)
    return cues.plans.put_off_to.search(view.searched, start, spot.start) is not None


def _is_bound(parts: Sequence[str], date: DateFound, cues: Cues) -> bool:
    """Whether the words behind a date bind what follows to it: "on Tuesday after", "in 1982, when"; but in
    1982, after something, is not when that was."""
    first = first_word(parts)
    day = date.interval is not None and date.interval.precision == Precision.DAY
    return first in cues.recalled or (day and first in cues.circumstances and parts[0] != ",")


def _is_counted_back(spot: Span, view: View, cues: Cues) -> bool:
    """ "The launch comes two weeks after the summit": the day is that of what came before."""
    if not cues.parting.counted_to.match(view.masked, spot.end):
        return False
    return bool(cues.parting.coming.search(view.masked, max(0, spot.start - 40), spot.start))


def _is_named(parts: Sequence[str], date: DateFound, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether the day is told to be that of the happening: "15 April, the Day of the Sun", "May 9 as Victory
    Day"; not "he said on 9 May, a display of force"."""
    spot = view.at(date.span)
    if any(d.interval and spot.end <= view.at(d.span).start < hit.span.start for d in view.dates):
        return False
    words = [part for part in parts if part.lower() not in cues.articles]
    if words == [","] and is_of_the_report(date, hit, view, cues):
        return False
    if words != [","] and not (parts and cues.parting.naming.fullmatch(" ".join(parts))):
        return False
    if has_its_own(hit, view) or ends_a_stretch(spot, hit, view, cues):
        return False
    acts = cues.past.match(view.masked, hit.span.start)
    return not (acts and cues.asides.relative_open.search(view.masked[: spot.start]))


def _heads_entry(date: DateFound, spot: Span, view: View) -> bool:
    """ "May 2006: …", "1994 - …": a line of a chronicle."""
    told = any(sign.isdigit() for sign in date.phrase)
    return told and bool(ENTRY.match(view.masked, spot.end))


def _fronted(
    cost: float, reason: str, spot: Span, parts: list[str], view: View, cues: Cues
) -> tuple[float, str]:
    """A date that opens the sentence, or what a colon sets apart, or stands before the verb, holds for the
    whole clause."""
    opens = spot.start <= view.head + OPENS or bool(
        OPENING.search(view.masked, max(0, spot.start - OPENS), spot.start)
    )
    if opens and ";" not in parts:
        alone = sum(date.interval is not None for date in view.dates) == 1
        return min(cost, 0.5 + cost / 3.5, FRONTED if alone else cost), "opens the sentence"
    closes = 1.5 if parts and parts[0].lower() in cues.grammar.conjunctions else 0.0
    return 0.4 + closes + cost * 0.75, reason
