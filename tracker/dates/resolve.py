"""A match -> what it denotes. One function a word of the resolve vocabulary."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from tracker.dates import calendar
from tracker.dates.calendar import Grain
from tracker.dates.rules import Grammar
from tracker.dates.scan import Match
from tracker.dates.tense import Direction, direction
from tracker.dates.view import View
from tracker.values import Basis, Interval

__all__ = ["Context", "Meaning", "meaning"]

NEAR: Final = 45  # days: a date this close behind or ahead is meant, whatever the verbs say
UNITS: Final = {"day": "D", "week": "W", "weekend": "W", "month": "M", "quarter": "Q", "half": "M",
                "year": "Y", "decade": "E", "century": "C"}  # fmt: skip


@dataclass(slots=True)
class Context:
    """What a phrase is read against: the day of publication and the date last spoken of."""

    view: View
    grammar: Grammar
    today: dt.date | None
    spoken: Interval | None = None

    def sign(self, match: Match) -> Direction:
        """Which way the words around a match point."""
        return direction(self.view, match.start, match.end, self.grammar)


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase denotes: see DateFound for the fields."""

    value: str
    interval: Interval | None
    basis: Basis
    kind: str = "DATE"
    anchor: dt.date | None = None
    reason: str = ""


UNRESOLVED: Final = Meaning("", None, Basis.INFERRED, reason="nothing to count from")


def meaning(match: Match, context: Context) -> Meaning | None:
    """What `match` denotes, or None where it turns out to be no date ("February 31")."""
    try:
        return _KINDS[match.kind](match, context)
    except (ValueError, OverflowError):
        return None


def _stated(grain: Grain, **more: Any) -> Meaning:
    return Meaning(grain.value, grain.interval, Basis.STATED, **more)


def _full_year(value: int) -> int:
    """A year of two figures in the century that brings it near: 68 and below is 20xx."""
    if value >= 100:
        return value
    return value + (2000 if value <= 68 else 1900)


def _chosen(
    candidates: list[Grain], match: Match, context: Context, hint: int | None = None
) -> Meaning:
    """The candidate (in order of time) that the direction of the words points to."""
    today = context.today
    if today is None:
        return UNRESOLVED
    which = hint
    reason = "said so" if hint else ""
    now = [grain for grain in candidates if grain.interval.first <= today <= grain.interval.last]
    past = [grain for grain in candidates if grain.interval.last < today]
    future = [grain for grain in candidates if grain.interval.first > today]
    if which is None:
        found = context.sign(match)
        which, reason = found.sign, found.reason
    if now and not hint:
        chosen, reason = now[0], "holds the day of publication"
    elif which > 0 and future:
        chosen = future[0]
    elif which < 0 and past:
        chosen = past[-1]
    else:
        chosen = min(candidates, key=lambda grain: _distance(grain.interval, today))
        reason = reason or "nearest to publication"
    return Meaning(chosen.value, chosen.interval, Basis.RELATIVE, anchor=today, reason=reason)


def _distance(interval: Interval, today: dt.date) -> int:
    if interval.last < today:
        return (today - interval.last).days
    return max(0, (interval.first - today).days)


def _years(context: Context) -> range:
    year = context.today.year if context.today else 2000
    return range(year - 1, year + 2)


def _each_year(context: Context, make: Callable[[int], Grain]) -> list[Grain]:
    grains = []
    for year in _years(context):
        try:
            grains.append(make(year))
        except ValueError:  # 29 February
            continue
    return grains


def _in_year(match: Match, context: Context, make: Callable[[int], Grain]) -> Meaning:
    """A part of a year whose year is stated, counted ("of last year"), or left out."""
    fields = match.fields
    if "year" in fields:
        return _stated(make(_full_year(int(fields["year"]))))
    if "years" in fields and context.today:
        grain = make(context.today.year + int(fields["years"]))
        return Meaning(grain.value, grain.interval, Basis.RELATIVE, anchor=context.today)
    if "of" in fields and context.spoken:
        grain = make(context.spoken.first.year)
        return Meaning(grain.value, grain.interval, Basis.CONTEXT, anchor=context.spoken.first)
    candidates = _each_year(context, make)
    if not candidates:
        raise ValueError
    return _chosen(candidates, match, context, _hint(match))


def _hint(match: Match) -> int | None:
    which = match.fields.get("which")
    return int(which) if which not in (None, 0) else None


def _day(match: Match, context: Context) -> Meaning:
    fields = match.fields
    number, month = int(fields["day"]), int(fields["month"])
    return _in_year(match, context, lambda year: calendar.day(dt.date(year, month, number)))


def _numeric(match: Match, context: Context) -> Meaning:
    """Figures parted by slashes or dots; `order` is how the language writes them."""
    fields = match.fields
    first, second = int(fields["first"]), int(fields["second"])
    order = str(fields.get("order", "mdy"))
    month, number = (first, second) if order == "mdy" else (second, first)
    if month > 12 >= number:
        month, number = number, month
    match.fields = fields | {"month": month, "day": number}
    return _day(match, context)


def _day_of_month(match: Match, context: Context) -> Meaning:
    """ "the 19th": of the month the text speaks of, or the nearest by tense."""
    number = int(match.fields["day"])
    today = context.today
    if today is None:
        return UNRESOLVED
    if context.spoken is not None and context.spoken.days <= 31 and _recent(context, today):
        first = context.spoken.first
        grain = calendar.day(first.replace(day=number))
        return Meaning(grain.value, grain.interval, Basis.CONTEXT, anchor=first)
    candidates = []
    for steps in (-1, 0, 1):
        first = calendar.step("month", today, steps).interval.first
        try:
            candidates.append(calendar.day(first.replace(day=number)))
        except ValueError:
            continue
    return _chosen(candidates, match, context)


def _recent(context: Context, today: dt.date) -> bool:
    return context.spoken is not None and _distance(context.spoken, today) < 370


def _month(match: Match, context: Context) -> Meaning:
    number = int(match.fields["month"])
    return _in_year(match, context, lambda year: calendar.month(year, number))


def _quarter(match: Match, context: Context) -> Meaning:
    number = int(match.fields["number"])
    return _in_year(match, context, lambda year: calendar.quarter(year, number))


def _half(match: Match, context: Context) -> Meaning:
    number = int(match.fields["number"])
    return _in_year(match, context, lambda year: calendar.half(year, number))


def _season(match: Match, context: Context) -> Meaning:
    code = str(match.fields["season"])
    return _in_year(match, context, lambda year: calendar.season(year, code))


def _fixed(match: Match, context: Context) -> Meaning:
    """A day with a fixed place in the calendar: Christmas, the nth weekday of a month."""
    month, number = match.fields["date"]
    return _in_year(match, context, lambda year: calendar.day(dt.date(year, month, number)))


def _year(match: Match, context: Context) -> Meaning:
    fields = match.fields
    if "tens" in fields:
        fields["year"] = int(fields["century"]) * 100 + int(fields["tens"])
    return _stated(calendar.year(_full_year(int(fields["year"]))))


def _decade(match: Match, context: Context) -> Meaning:
    first = int(match.fields["year"])
    if first < 100:
        first += 1900 if first >= 30 else 2000
    return _stated(calendar.decades(first))


def _century(match: Match, context: Context) -> Meaning:
    return _stated(calendar.centuries(int(match.fields["number"])))


def _weekday(match: Match, context: Context) -> Meaning:
    today = context.today
    if today is None:
        return UNRESOLVED
    wanted = int(match.fields["weekday"])
    back = (today.weekday() - wanted) % 7
    past = today - dt.timedelta(days=back)
    hint = _hint(match)
    if hint is None and back == 0:
        return _relative(calendar.day(today), today, "publication is on that weekday")
    if back == 0:
        past = today - dt.timedelta(days=7)
    future = today + dt.timedelta(days=(wanted - today.weekday()) % 7 or 7)
    if "week" in match.fields:
        monday = today - dt.timedelta(days=today.weekday() - 7 * int(match.fields["week"]))
        return _relative(calendar.day(monday + dt.timedelta(days=wanted)), today, "of that week")
    found = context.sign(match) if hint is None else Direction(hint, "said so")
    day = future if found.sign > 0 else past
    return _relative(calendar.day(day), today, found.reason or "latest before publication")


def _relative(grain: Grain, anchor: dt.date, reason: str = "") -> Meaning:
    return Meaning(grain.value, grain.interval, Basis.RELATIVE, anchor=anchor, reason=reason)


def _anchor(match: Match, context: Context) -> tuple[dt.date | None, Basis, str]:
    """The day to count from: publication, or the date last spoken of."""
    if match.fields.get("from") == "context" and context.spoken is not None:
        return context.spoken.first, Basis.CONTEXT, "from the date last spoken of"
    return context.today, Basis.RELATIVE, "from publication"


def _shift(match: Match, context: Context) -> Meaning:
    """ "last year", "yesterday", "the following month": a unit and how many further."""
    anchor, basis, reason = _anchor(match, context)
    if anchor is None:
        return UNRESOLVED
    unit = str(match.fields["unit"])
    grain = calendar.step(unit, anchor, int(match.fields["step"]))
    return Meaning(grain.value, grain.interval, basis, anchor=anchor, reason=reason)


def _offset(match: Match, context: Context) -> Meaning:
    """ "three weeks ago", "two days later": a number of units and a sign."""
    count = int(match.fields["number"]) * int(match.fields["sign"])
    return _shift(replace_fields(match, step=count), context)


def replace_fields(match: Match, **fields: Any) -> Match:
    """The match with some fields set anew."""
    return replace(match, fields=match.fields | fields)


def _reference(match: Match, context: Context) -> Meaning:
    return Meaning(str(match.fields["value"]), None, Basis.RELATIVE, anchor=context.today)


def _duration(match: Match, context: Context) -> Meaning:
    unit = str(match.fields["unit"])
    number = match.fields.get("number", "X")
    letter = UNITS.get(unit, unit)
    prefix = "PT" if len(letter) > 1 else "P"
    return Meaning(f"{prefix}{number}{letter[-1]}", None, Basis.STATED, kind="DURATION")


def _nothing(match: Match, context: Context) -> None:
    return None


def _span(match: Match, context: Context) -> Meaning:
    """ "May 6 to 9", "6-9 May 2014", "March 28 - April 2": two days that share what they leave out."""
    fields = match.fields
    first = replace_fields(match, month=fields.get("month", fields.get("month2")))
    last = replace_fields(
        match, month=fields.get("month2", fields.get("month")), day=fields["day2"]
    )
    if "year2" in fields:
        last.fields["year"] = fields["year2"]
        first.fields.setdefault("year", fields["year2"])
    end = _day(last, context)
    start = _day(first, context)
    if start.interval is None or end.interval is None:
        return UNRESOLVED
    one, other = start.interval.first, end.interval.last
    if one > other:
        one = one.replace(year=other.year - (one.month > other.month))
    if one > other:
        raise ValueError
    whole = Interval(one, other, start.interval.precision)
    return Meaning(
        f"{one.isoformat()}/{other.isoformat()}",
        whole,
        end.basis,
        anchor=end.anchor,
        reason=end.reason,
    )


_KINDS: Final[Mapping[str, Callable[[Match, Context], Meaning | None]]] = {
    "century": _century,
    "day": _day,
    "day-of-month": _day_of_month,
    "decade": _decade,
    "duration": _duration,
    "fixed": _fixed,
    "half": _half,
    "month": _month,
    "nothing": _nothing,
    "numeric": _numeric,
    "offset": _offset,
    "quarter": _quarter,
    "reference": _reference,
    "season": _season,
    "shift": _shift,
    "span": _span,
    "weekday": _weekday,
    "year": _year,
}
