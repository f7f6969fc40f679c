"""What a date behind a happening costs that is of something else than that."""

from collections.abc import Sequence

from tracker.mentions.backdrop import what_it_backs
from tracker.mentions.belonging import PART, attributive
from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.mentions.inside import NAMED_THINGS, names_a_thing
from tracker.mentions.overlaps import is_done_to
from tracker.values import DateFound, Span

__all__ = [
    "is_of_what_it_is_done_to",
    "is_of_what_was_made",
    "names_what_is_no_happening",
    "of_another_behind",
]

CLOSING = ",;:"
AHEAD = 24  # characters before a hit in which "will" stands
NAMED_BY = 3  # words between what was done to a thing and what had been done to it before


def names_what_is_no_happening(
    date: DateFound, hits: Sequence[Hit], view: View, cues: Cues
) -> bool:
    """Whether a day says which thing is meant that is none of the happenings: "in response to the May 20 floods they
    signed", not "at the May 20 ceremony"."""
    spot, text = view.at(date.span), view.masked
    if not any(map(str.isdigit, date.phrase)) or not names_a_thing(spot, view, cues):
        return False
    lead = text[: spot.start].split()[-2:-1]
    thing = text[spot.end :].split(maxsplit=1)[0].lower().strip(CLOSING)
    small = cues.breaks | cues.links | cues.relatives | cues.circumstances | cues.parting.subjects
    if thing in small or thing in cues.joining or cues.past.fullmatch(thing):
        return False
    if lead and lead[0].lower() in cues.parting.settings:
        return False
    after = (other.span.start for other in hits if other.span.start >= spot.end)
    first = min(after, default=-1)
    return first < 0 or not attributive(PART.findall(text[spot.end : first]), cues)


def of_another_behind(date: DateFound, hit: Hit, gap: Span, view: View, cues: Cues) -> float:
    """What a date behind costs that is of what was to come, of somebody else's doing, or of what had been before."""
    cost = 3.0 * _is_of_what_follows(hit, gap, view, cues)
    cost += 3.0 * _opens_another_clause(view.at(date.span), gap, view, cues)
    cost += 2.5 * _is_of_another_thing(date, hit, view, cues)
    cost += 3.0 * _is_behind_an_aside(hit, gap, view, cues)
    cost += 4.0 * _is_of_what_was_done(date, hit, view, cues)
    cost += 4.0 * _is_of_the_next_verb(hit, gap, view, cues)
    return cost + 3.0 * bool(cues.parting.as_before.search(view.masked, *gap))


def _is_of_another_thing(date: DateFound, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether a date behind a hit is told aside of something told after it ("founded a union and issued a passport,
    which came out on Monday")."""
    aside = _past_aside(date, hit, view, cues)
    return (
        aside is not None and cues.past.search(view.masked, hit.span.end, aside.start) is not None
    )


def _is_of_what_was_done(date: DateFound, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether a date is told aside of something done, and the hit lies ahead: "will fly to Lima to uphold the pact,
    which was signed on 3 May"."""
    aside = _past_aside(date, hit, view, cues)
    will = max(0, hit.span.start - AHEAD), hit.span.start
    if aside is None or not cues.future.search(view.searched, *will):
        return False
    if cues.ahead.search(view.masked, aside.start, aside.end):
        return False  # "which was due on 3 May"
    plans = (cues.future, cues.postponed, cues.cancelled, cues.plans.put_off_to)
    return not any(cue.search(view.searched, aside.start, aside.end) for cue in plans)


def _past_aside(date: DateFound, hit: Hit, view: View, cues: Cues) -> Span | None:
    """The words up to a date of the aside behind the hit that tells of something as past and has it."""
    spot = view.at(date.span)
    opened = cues.asides.relative_open.search(view.masked[: spot.start])
    if opened is None or opened.start() <= hit.span.end or not cues.past.search(opened[0]):
        return None
    return Span(opened.start(), spot.start)


def _is_behind_an_aside(hit: Hit, gap: Span, view: View, cues: Cues) -> bool:
    """Whether a date is of what somebody did of whom an aside tells something else: "Costa, who took part in the
    talks, left on Friday"."""
    text = view.masked
    opened = cues.asides.relative_open.search(text[: hit.span.start])
    if opened is None or cues.asides.of_somebody.search(opened[0]) is None:
        return False
    if not cues.past.search(text, opened.start(), hit.span.end):
        return False  # "who is on a state visit, met him on Friday"
    closed = text.find(",", *gap)
    return closed >= 0 and cues.past.match(text, closed + 2, gap.end) is not None


def _is_of_the_next_verb(hit: Hit, gap: Span, view: View, cues: Cues) -> bool:
    """Whether a date is of what somebody did next who had come before, after or for the hit: "flew to Lima before the
    summit and visited a base on Tuesday"."""
    if cues.past.search(view.masked, *hit.span) or what_it_backs(hit, view, cues) is None:
        return False
    return cues.parting.and_did.match(view.masked, *gap) is not None


def _is_of_what_follows(hit: Hit, gap: Span, view: View, cues: Cues) -> bool:
    """Whether a date is of what was to come after something done: "met the king in the morning and was to
    attend a dinner on Friday"."""
    done = cues.past.match(view.masked, hit.span.start)
    return bool(done) and cues.parting.and_will.search(view.masked, *gap) is not None


def _opens_another_clause(spot: Span, gap: Span, view: View, cues: Cues) -> bool:
    """Whether a day behind opens a clause on somebody else: "signed on Monday, and a day later the troops
    left"."""
    if not cues.parting.opens_another.search(view.masked, *gap):
        return False
    then = view.masked[spot.end :].lstrip(" ,").split(maxsplit=1)[:1]
    return bool(then) and (then[0].lower() in cues.parting.subjects or then[0][0] in NAMED_THINGS)


def is_of_what_was_made(spot: Span, hit: Hit, hits: Sequence[Hit]) -> bool:
    """Whether a date is in the words that name what something is done to: "lifted the embargo imposed in May"."""
    return any(other.span.holds(spot) and is_done_to(hit, other) for other in hits)


def is_of_what_it_is_done_to(
    spot: Span, hit: Hit, hits: Sequence[Hit], view: View, cues: Cues
) -> bool:
    """Whether a date is of what was done before to the thing, right behind its name: "approved the treaty with
    Chad signed on 3 May", "initialled the treaty, which was agreed in March"."""
    if not cues.past.search(view.masked, *hit.span):
        return False
    for other in hits:
        gap = Span(hit.span.end, max(hit.span.end, other.span.start))
        between = gap.of(view.masked).split()
        behind = other is not hit and other.span.start >= hit.span.end and other.span.holds(spot)
        done = cues.past.search(view.masked, other.span.start, spot.start) if behind else None
        first = other.span.of(view.masked).split(maxsplit=1)[0]
        if (
            done
            and between == [","]
            and (first in cues.relatives or _is_told_of_it(hit, other, view, cues))
        ):
            return True
        if done and len(between) <= NAMED_BY:
            return not any(word[-1] in CLOSING or word in cues.joining for word in between)
    return False


def _is_told_of_it(hit: Hit, other: Hit, view: View, cues: Cues) -> bool:
    """Whether an aside tells what was done to the thing before: "ratified the treaty, signed on 3 May, on Monday"."""
    same = other.trigger.type == hit.trigger.type
    closed = view.masked[other.span.end : other.span.end + 1] in (",", ".", "")
    return same and closed and cues.past.match(view.masked, other.span.start) is not None
