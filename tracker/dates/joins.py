"""Two dates side by side that are one range: "from Monday to Thursday", "March to May 2019"."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.dates import calendar
from tracker.dates.context import Meaning, unit_of
from tracker.dates.join_rules import Join
from tracker.dates.scan import Match
from tracker.dates.view import View
from tracker.values import Basis, Interval

__all__ = ["Reading", "join"]

REACH = 80  # characters before the first date that may say "between", or "postponed from"
LONGEST = 60  # characters between a length and the day it begins ("a three-day visit to Oslo from")
COUNTED = ("offset", "shift", "spoken")  # what an exact day after it makes plain
LONGEST_COUNT = (
    31  # days; after a longer one the day must lie inside: "a year later, on 6 June 2022"
)
ROUNDED = 5  # one day in so many may be off: "seven weeks later" after 46 days
ASIDE = "reference"  # has no place in the calendar
UNITS = ("day", "month", "quarter", "year", "week")


@dataclass(frozen=True, slots=True)
class Reading:
    """A match and what it denotes; `rule` names the join where two became one."""

    match: Match
    meaning: Meaning
    rule: str


def join(readings: Sequence[Reading], view: View, ways: Sequence[Join]) -> Iterator[Reading]:
    """The readings with every two that make a range put together."""
    pending: Reading | None = None
    aside: list[Reading] = []  # "now" and the like, read behind the pending one
    for reading in readings:
        if pending is None:
            pending = reading
        elif reading.match.kind == ASIDE:
            aside.append(reading)
        else:
            usable = [way for way in ways if not aside or way.kind == "replaced"]
            done, pending = _beside(pending, reading, view, usable)
            yield from ([done] if done is not None else []) + aside
            aside = []
    if pending is not None:
        yield pending
    yield from aside


def _beside(
    one: Reading, other: Reading, view: View, ways: Sequence[Join]
) -> tuple[Reading | None, Reading]:
    """What is done with of two readings, and the one that may yet be joined with the next."""
    gap = other.match.start - one.match.end
    if gap > LONGEST or other.meaning.interval is None:
        return one, other
    between = view.lower[one.match.end : other.match.start]
    before = view.lower[max(0, one.match.start - REACH) : one.match.start]
    after = view.lower[other.match.end : other.match.end + REACH]
    for way in ways:
        if not (way.between.fullmatch(between) and way.may_stand(before, after)):
            continue
        if way.kind == "replaced":
            return None, replace(_in_place_of(one, other), rule=way.id)
        whole = None if other.meaning.parts else _whole(one, other, way)
        if whole is not None:
            return None, replace(whole, rule=way.id)
    return one, other


def _in_place_of(one: Reading, other: Reading) -> Reading:
    """ "Originally planned for May 20, it will be held on June 6": nothing is of the first day any more."""
    parts = (
        *(one.meaning.parts or (_part(one),)),
        *(other.meaning.parts or (_part(other),)),
    )
    return replace(other, meaning=replace(other.meaning, parts=parts))


def _part(reading: Reading) -> tuple[int, int, str]:
    return reading.match.start, reading.match.end, reading.meaning.value


def _whole(one: Reading, other: Reading, way: Join) -> Reading | None:
    if way.kind == "length":
        return _anchored(one, other)
    if way.kind == "moved":
        return _moved_to(one, other)
    return _apposed(one, other) if way.kind == "apposed" else _range(one, other, way)


def _apposed(vague: Reading, exact: Reading) -> Reading | None:
    """ "three weeks later, on June 26", "ten years ago, in June 2009": the day or the month says what the count only
    comes near to."""
    about, day = vague.meaning.interval, exact.meaning.interval
    if vague.match.kind not in COUNTED or vague.meaning.parts or about is None or day is None:
        return None
    sure, unit = exact.meaning.basis is Basis.STATED, unit_of(exact.meaning.value)
    if unit not in ("day", "month") or not _comes_to(vague, about, day, sure=sure):
        return None
    if unit == "month" and not (sure and about.days > LONGEST_COUNT):
        return None  # "a year ago, in May": which one it is, the year tells
    counted = vague.meaning
    if vague.meaning.basis is not Basis.CONTEXT:  # the day tells what it was counted to
        counted = replace(counted, value=_value(day, unit_of(counted.value) or "day"))
    return _last_of(replace(vague, meaning=counted), exact)


def _moved_to(one: Reading, other: Reading) -> Reading | None:
    """ "postponed from May 30 to June 6": what was moved is of the day it was moved to."""
    units = {unit_of(each.meaning.value) for each in (one, other)}
    return None if one.meaning.parts or not units.issubset(UNITS) else _last_of(one, other)


def _last_of(one: Reading, other: Reading) -> Reading:
    """Two phrases that denote what the last of them does."""
    parts = tuple((each.match.start, each.match.end, each.meaning.value) for each in (one, other))
    match = replace(other.match, start=one.match.start)
    return Reading(match, replace(other.meaning, parts=parts), "")


def _comes_to(vague: Reading, about: Interval, day: Interval, *, sure: bool) -> bool:
    """Whether a count may come to that day; one that gives its year says so whatever was counted from, and
    so does any where the date to count from was not found ("Next day, 5 May, …")."""
    from_context = vague.match.fields.get("from") == "context"
    if from_context and vague.meaning.basis is not Basis.CONTEXT:
        return True
    if from_context and vague.match.kind == "offset" and sure:
        return True
    if about.days > LONGEST_COUNT:
        return vague.match.kind == "offset" and about.holds(day)
    slack = dt.timedelta(days=about.days // 2)
    anchor = vague.meaning.anchor
    if anchor and vague.match.kind == "offset":
        slack += abs(about.first - anchor) // ROUNDED
    return about.first - slack <= day.first <= about.last + slack


def _range(one: Reading, other: Reading, way: Join) -> Reading | None:
    first, last = one.meaning, other.meaning
    unit = unit_of(last.value)
    if first.interval is None or unit not in UNITS or unit_of(first.value) != unit:
        return None
    if first.parts and first.interval.days > 1:  # a range; not "this month, on the 8th"
        return None
    ends = _ends(one, other, unit)
    if ends is None or (way.kind == "adjacent" and not _adjacent(*ends)):
        return None
    start, end = ends
    interval = Interval(start.first, end.last, end.precision)
    values = (_value(start, unit), _value(end, unit))
    parts = (
        *(first.parts or ((one.match.start, one.match.end, values[0]),)),
        (other.match.start, other.match.end, values[1]),
    )
    match = replace(one.match, end=other.match.end)
    basis = first.basis if first.basis is last.basis else Basis.RELATIVE
    meaning = replace(
        last, value="/".join(values), interval=interval, basis=basis, kind="DATE", parts=parts
    )
    return Reading(match, meaning, way.id)


def _adjacent(start: Interval, end: Interval) -> bool:
    return start.days == 1 and end.first - start.last == dt.timedelta(days=1)


def _value(interval: Interval, unit: str) -> str:
    return calendar.step(unit, interval.first, 0).value


def _ends(one: Reading, other: Reading, unit: str) -> tuple[Interval, Interval] | None:
    """First and last unit in order; an end that leaves its year or week open follows the other."""
    start, end = one.meaning.interval, other.meaning.interval
    assert start is not None
    assert end is not None
    if one.match.kind == other.match.kind == "weekday" and start.first > end.first:
        if one.meaning.reason.startswith("future:"):  # ", where between Friday and Monday he is to"
            return start, _moved(end, 7)
        past = other.meaning.reason.startswith("past:") or one.meaning.reason.startswith("past:")
        start, end = _weekdays(start, end, other.meaning.anchor, past=past)
    elif (
        "weekday" in (one.match.kind, other.match.kind)
        and -6 <= (end.first - start.first).days <= 0
    ):
        if one.match.kind == "weekday":  # "from Sunday to June 2", which is a Sunday too
            start = _moved(start, -7)
        else:
            end = _moved(end, 7)
    elif (
        one.match.kind == "weekday" and other.match.kind != "weekday" and _is_weeks_before(one, end)
    ):
        start = _moved(start, 7 * ((end.first - start.first).days // 7))
    elif unit in ("day", "month") and one.meaning.basis is not other.meaning.basis:
        start, end = _same_year(one, other, unit)
    elif unit in ("day", "month") and start.first > end.first:
        end = _in_year(end, start.first.year + (end.first.month < start.first.month), unit)
    if start.first >= end.first or (end.last - start.first).days > 366 * 60:
        return None
    return start, end


def _is_weeks_before(one: Reading, end: Interval) -> bool:
    """Whether a weekday comes round again before the day that ends the range, which lies ahead, or no verb says that
    it has gone by: "to drill from Sunday to Dec. 1"."""
    start, today = one.meaning.interval, one.meaning.anchor
    if start is None or (end.first - start.first).days <= 7:
        return False
    return (today is not None and end.first > today) or not one.meaning.reason.startswith("past:")


def _weekdays(
    start: Interval, end: Interval, today: dt.date | None, *, past: bool
) -> tuple[Interval, Interval]:
    """Behind us the first day moves back a week, ahead of us the last one moves on; so it does of what goes
    on as the text is written, unless the words say that it is `past`."""
    if today is not None and end.first <= today and (past or not start.first <= today):
        return _moved(start, -7), end
    return start, _moved(end, 7)


def _moved(interval: Interval, days: int) -> Interval:
    step = dt.timedelta(days=days)
    return Interval(interval.first + step, interval.last + step, interval.precision)


def _same_year(one: Reading, other: Reading, unit: str) -> tuple[Interval, Interval]:
    """ "March to May 2019", "March 2019 to May": the year that is given holds for both."""
    start, end = one.meaning.interval, other.meaning.interval
    assert start is not None
    assert end is not None
    if other.meaning.basis is Basis.STATED:
        year = end.first.year - (start.first.month > end.first.month)
        return _in_year(start, year, unit), end
    if one.meaning.basis is Basis.STATED:
        year = start.first.year + (end.first.month < start.first.month)
        return start, _in_year(end, year, unit)
    return start, end


def _in_year(interval: Interval, year: int, unit: str) -> Interval:
    try:
        return calendar.step(unit, interval.first.replace(year=year), 0).interval
    except ValueError:  # 29 February
        return interval


def _anchored(length: Reading, day: Reading) -> Reading | None:
    """ "a three-day visit from Tuesday": the day begins a stretch of that length."""
    meaning, unit = day.meaning, length.match.fields.get("unit")
    count = length.match.fields.get("number")
    if length.match.kind != "duration" or unit_of(meaning.value) != "day" or unit != "day":
        return None
    if meaning.interval is None or not isinstance(count, int) or not 1 < count <= 31:
        return None
    first = meaning.interval.first
    whole = Interval(first, first + dt.timedelta(days=count - 1), meaning.interval.precision)
    parts = (
        (length.match.start, length.match.end, length.meaning.value),
        (day.match.start, day.match.end, meaning.value),
    )
    match = replace(day.match, start=length.match.start)
    return Reading(
        match, replace(meaning, value=f"{first}/{whole.last}", interval=whole, parts=parts), ""
    )
