"""What speaks for a date being that of something else in its sentence than a happening."""

import re
from collections.abc import Sequence

from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.mentions.marks import MARKS
from tracker.mentions.reporting import bounded_by, is_of_the_report
from tracker.mentions.upset import was_former_plan
from tracker.values import DateFound, Precision, Span

__all__ = [
    "PART",
    "attributive",
    "belongs_elsewhere",
    "ends_a_stretch",
    "first_word",
    "is_of_which_one",
]

DONE = 12  # characters between a day and what was done on it: "on Friday abruptly put off"
CALLED_OFF = 40  # characters before a happening in which somebody calls it off
OBJECT = 2  # words between the two: "called off her planned trip"
PART = re.compile(rf"[{''.join(MARKS.values())}]+|[\w'’.-]+|[,;:()—–]")


def belongs_elsewhere(
    hit: Hit,
    date: DateFound,
    parts: list[str],
    before: bool,
    hits: Sequence[Hit],
    view: View,
    cues: Cues,
) -> float:
    """What speaks for the date being another's: a report's, a bound, another happening's name."""
    text, spot = view.masked, view.at(date.span)
    cost = 0.0
    at_it = before and bool(parts) and parts[0].lower() in cues.circumstances
    if is_of_the_report(date, hit, view, cues):
        cost += 4.0 * (not at_it)
    elif (
        before
        and not at_it
        and cues.intending_before_date.search(text[max(0, spot.start - 40) : spot.start])
    ):
        cost += 3.0
    elif cues.saying_after_date.match(text, spot.end):
        cost += 1.5
    cost += 4.0 * (not before and _is_of_a_former_plan(spot, hit, view, cues))
    cost += 3.0 * (before and _is_of_calling_off(spot, hit, view, cues))
    cost += 4.0 * (not before and _is_of_the_calling_off(date, hit, spot, view, cues))
    cost += 3.0 * (before and _is_a_deadline_told(hit, spot, view, cues))
    cost += 2.5 * (before and _is_told_aside(date, hit, view, cues))
    cost += 2.5 * (before and is_of_which_one(spot, hit, view, cues))
    cost += 4.0 * (
        before and cues.asides.site_where.search(text, spot.end, hit.span.start) is not None
    )
    cost += 3.0 * (
        not before
        and len(parts) > 1
        and bool(cues.of_another.search(text[hit.span.end : spot.start]))
    )
    if (
        (_bounds_it(date, hit, before, view, cues) or ends_a_stretch(spot, hit, view, cues))
        and not (before and first_word(parts) in cues.recalled)  # "since May, when the two met"
        and not cues.plans.put_off_to.search(view.searched, max(0, spot.start - 40), spot.start)
        and not _is_a_deadline(hit, spot, before, view, cues)
    ):
        cost += 4.0
    if cues.report_after_date.match(text, spot.end):
        cost += 4.0
    cost += 4.0 * _is_of_an_aim(date, hit, spot, before, view, cues)
    for other in hits:
        if other is not hit and other.span.start >= spot.end:
            named = attributive(PART.findall(text[spot.end : other.span.start]), cues)
            return cost + 1.5 * (named and not _are_of_one_row(other, hit, text, cues))
    return cost


def _are_of_one_row(other: Hit, hit: Hit, text: str, cues: Cues) -> bool:
    """Whether both are verbs of what one did: "yesterday welcomed him to Sintra and signed a pact", the day of which
    is no name."""
    joined = text[other.span.end : hit.span.start].split()[-1:]
    return (
        joined != []
        and joined[0].lower() in cues.joining
        and cues.past.match(text, other.span.start) is not None
        and cues.past.match(text, hit.span.start) is not None
    )


def _bounds_it(date: DateFound, hit: Hit, before: bool, view: View, cues: Cues) -> bool:
    """Whether the date only bounds a time, by words that the hit does not begin: "is to take effect on"."""
    said = bounded_by(date, view, cues)
    if said is None or before:
        return said is not None
    return not said.start() < hit.span.end < said.start() + len(said[0].rstrip())


def _is_of_calling_off(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether a day is that on which somebody put off or called off what is told behind it: "on Friday postponed
    a visit to Oslo due on Sunday"; where no other day is told that one has to do."""
    if not any(d.interval and view.at(d.span).start > hit.span.end for d in view.dates):
        return False
    start = spot.end + 1
    return any(
        start <= found.start() <= start + DONE and found.end() <= hit.span.start
        for cue in (cues.postponed, cues.cancelled)
        for found in cue.finditer(view.searched, start, hit.span.start)
    )


def _is_of_a_former_plan(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether a date is that on which an earlier plan came to nothing: "began a visit that had been put off in
    May"."""
    return any(
        was_former_plan(Span(*found.span()), hit.span, view, cues)
        for cue in (cues.postponed, cues.cancelled)
        for found in cue.finditer(view.searched, hit.span.start, spot.start)
    )


def _is_of_the_calling_off(date: DateFound, hit: Hit, spot: Span, view: View, cues: Cues) -> bool:
    """Whether a day gone by is that on which somebody called off what stands right before it: "cancelled her trip
    on Wednesday"."""
    if date.interval is None or view.today is None or date.interval.first > view.today:
        return False
    if date.interval.days > 1 or "," in view.masked[hit.span.end : spot.start]:
        return False
    if cues.plans.put_off_to.search(view.searched, max(0, spot.start - CALLED_OFF), spot.start):
        return False  # "called off the talks set for that day"
    start = max(0, hit.span.start - CALLED_OFF)
    return any(
        _is_its_object(view.masked[found.end() : hit.span.start].split(), cues)
        and cues.past.match(view.masked, found.start()) is not None
        for cue in (cues.postponed, cues.cancelled)
        for found in cue.finditer(view.searched, start, hit.span.start)
    )


def _is_its_object(between: Sequence[str], cues: Cues) -> bool:
    """Whether words between a verb and a happening only say which one: "cancelled her trip", not "… her trip to"."""
    return len(between) <= OBJECT and cues.verbal.isdisjoint(between)


def _is_told_aside(date: DateFound, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether a clause of its own has the day, before what is to come: "the envoy, who left on June 14, is
    expected to report"; or of what had come before: "who had left on June 14, arrived"; or the year: "who was born in
    1977, arrived"."""
    text, spot = view.masked, view.at(date.span)
    comma = text.find(",", spot.end, hit.span.start)
    if comma >= 0 and _is_participle_s(spot, view, cues):
        return True
    opened = cues.asides.relative_open.search(text[: spot.start]) if comma >= 0 else None
    if opened is None:
        return False
    coarse = date.interval is not None and date.interval.precision != Precision.DAY
    earlier = cues.pluperfect.search(text, opened.start(), spot.start)
    return bool(coarse or earlier or cues.ahead.search(text, comma, hit.span.start))


def is_of_which_one(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether a date ends the clause that tells which one is meant, right before the verb of the main clause: "the
    measures that they had lifted in 2015 came back into force"."""
    text = view.masked
    if text[spot.end : hit.span.start].strip() or not cues.past.match(text, hit.span.start):
        return False
    clause = cues.parting.which_one.search(text[: spot.start])
    return clause is not None and cues.past.search(clause[0]) is not None


def _is_participle_s(spot: Span, view: View, cues: Cues) -> bool:
    """Whether a date stands in an aside that tells what was done to the thing before it, and the sentence has
    another: "after the accord, signed in June, entered into force"."""
    opened = view.masked.rfind(",", view.head, spot.start)
    first = view.masked[opened + 1 : spot.start].split(maxsplit=1)[:1]
    done = opened >= 0 and first and cues.past.fullmatch(first[0])
    return bool(done) and sum(date.interval is not None for date in view.dates) > 1


def _is_a_deadline(hit: Hit, spot: Span, before: bool, view: View, cues: Cues) -> bool:
    """Whether what is to come is to come by then: "is scheduled to take place before the end of June"."""
    said = max(0, spot.start - 24), spot.start
    if before or not cues.plans.deadline_before_date.search(view.searched, *said):
        return False
    return bool(cues.ahead.search(view.masked, max(0, hit.span.start - 40), spot.start))


def _is_of_an_aim(
    date: DateFound, hit: Hit, spot: Span, before: bool, view: View, cues: Cues
) -> bool:
    """Whether a day ahead is that by which something is to come of what was done: "adopted a plan pledging to end
    hunger by 2030"."""
    said = max(0, spot.start - 24), spot.start
    if before or not (
        cues.plans.deadline_before_date.search(view.searched, *said)
        or _is_of_what_then_begins(hit, spot, view, cues)
    ):
        return False
    if date.interval is None or view.today is None or date.interval.last <= view.today:
        return False
    text, start = view.masked, max(0, hit.span.start - 40)
    told = cues.past.finditer(text, hit.span.start, spot.start)
    done = next((each for each in told if each[0] not in cues.verbal), None)
    if done is None or cues.ahead.search(text, start, done.end()):
        return False
    looks_ahead = cues.future.finditer(view.searched, start, done.end())
    if any(found[0].lower() not in cues.grammar.infinitives for found in looks_ahead):
        return False
    to = cues.grammar.infinitive_inside.search(text, done.start(), spot.start)
    # "agreed to ratify it by June"
    return to is None or not cues.decided_to.search(text, done.start(), to.end())


def _is_of_what_then_begins(hit: Hit, spot: Span, view: View, cues: Cues) -> bool:
    """Whether a date is that from which on is to be done what was signed: "signed an accord to halt drills from 1 June"."""
    said = max(0, spot.start - 24), spot.start
    if not cues.plans.starting_before_date.search(view.searched, *said):
        return False
    return (
        cues.grammar.infinitive_inside.search(view.masked, hit.span.end - 1, spot.start) is not None
    )


def _is_a_deadline_told(hit: Hit, spot: Span, view: View, cues: Cues) -> bool:
    """Whether a date is that by which something told before it is to be done, and the hit what was said after:
    "told them to report by May, he said after the talks"."""
    if not cues.plans.deadline_before_date.search(
        view.searched, max(0, spot.start - 24), spot.start
    ):
        return False
    after = cues.after_days.search(view.masked, spot.end, hit.span.start)
    return bool(after or cues.standing.after_opens.match(view.masked, hit.span.start))


def ends_a_stretch(spot: Span, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether a date is that of what began or ended a stretch, and the hit is not what did: "since taking
    office in June"."""
    since = cues.since_before_date.search(view.searched, max(0, spot.start - 80), spot.start)
    if since is None or (since.start() < hit.span.end and hit.span.start < spot.start):
        return False
    stretch = since[0].partition(" ")[2]  # "since the famine opened on": a verb of the main clause
    if MARKS["date"] in stretch:
        return False  # "the first since May on Tuesday": the stretch has its day
    told = cues.past.search(stretch) or cues.verbal.intersection(stretch.split())
    return not (told or _names_an_age(stretch, cues)) or bool(cues.pronouns.match(stretch))


def _names_an_age(stretch: str, cues: Cues) -> bool:
    """Whether what something is the first since has a name and no day: "since the Cold War on Tuesday"."""
    return cues.grammar.age.fullmatch(stretch) is not None


def attributive(parts: list[str], cues: Cues) -> bool:
    """ "the November 13 Phnom Penh Summit": nothing but describing words stands between."""
    if len(parts) > 7:
        return False
    return not any(
        part.lower() in cues.breaks
        or part in ",;:()—–"
        or part.lower() in cues.links
        or part.lower() in cues.speech
        for part in parts
    )


def first_word(parts: Sequence[str]) -> str:
    """The first word in lower case, behind a comma or not; "" where there is none."""
    return next((part.lower() for part in parts[:2] if part != ","), "")
