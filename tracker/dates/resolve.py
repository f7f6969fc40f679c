"""A match -> what it denotes, by the word of the resolve vocabulary its rule yields."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tracker.dates import eves, feasts, in_month, partial, relative, spans, weekdays, years
from tracker.dates.context import Context, Meaning
from tracker.dates.rules import Grammar
from tracker.dates.scan import Match

__all__ = ["KINDS", "meaning", "refuse_unknown_kinds"]

_CLOCK: Final = re.compile(r"(\d{1,2}?)(?::?(\d\d))?(?:\s*([ap])\.?m\.?)?")


@lru_cache(maxsize=32)
def refuse_unknown_kinds(grammar: Grammar) -> None:
    """Raises RuleError, with the file and the rule, for a kind that nothing here reads."""
    for rule in grammar.rules:
        if rule.kind not in KINDS:
            message = f'unknown kind "{rule.kind}"; known: {", ".join(sorted(KINDS))}'
            raise rule.file.error(message, rule.id, key=f"{rule.id}.yields.kind")


def meaning(match: Match, context: Context) -> Meaning | None:
    """What `match` denotes, or None where it turns out to be no date ("February 31")."""
    try:
        found = KINDS[match.kind](match, context)
    except (ValueError, OverflowError):
        return None
    return found and _with_time_of_day(found, match)


def _with_time_of_day(found: Meaning, match: Match) -> Meaning:
    """Adds "at 5 p.m." and "in the morning" to a day; its interval stays the day."""
    if found.interval is None or found.interval.days > 1:
        return found
    clock = _CLOCK.fullmatch(str(match.fields.get("clock", "")))
    if clock:
        hour = int(clock[1])
        hour = hour % 12 + 12 * (clock[3] == "p") if clock[3] else hour
        return replace(found, value=f"{found.value}T{hour:02d}:{clock[2] or '00'}", kind="TIME")
    part = match.fields.get("daypart", match.fields.get("dayhour"))
    return replace(found, value=f"{found.value}{part}", kind="TIME") if part else found


def _nothing(match: Match, context: Context) -> None:
    """The stretch only looks like a date."""


KINDS: Final[Mapping[str, Callable[[Match, Context], Meaning | None]]] = {
    "back": relative.back,
    "century": partial.century,
    "day": partial.day,
    "day-told": in_month.day_told,
    "day-of-month": relative.day_of_month,
    "day-of-stretch": relative.day_of_stretch,
    "days-before": spans.days_before,
    "decade": partial.decade,
    "duration": relative.duration,
    "easter": feasts.easter,
    "era": partial.era,
    "eve": eves.eve,
    "fixed": feasts.fixed,
    "half": partial.half,
    "known": partial.known,
    "month": partial.month,
    "month-of-year": in_month.month_of_year,
    "nothing": _nothing,
    "nth-weekday": feasts.nth_weekday,
    "numeric": partial.numeric,
    "offset": relative.offset,
    "part-of-month": in_month.part_of_month,
    "part-of-year": in_month.part_of_year,
    "parse": partial.parse,
    "quarter": partial.quarter,
    "reference": relative.reference,
    "reported": relative.reported,
    "same-day": relative.same_day,
    "season": partial.season,
    "set": relative.repeated,
    "shift": relative.shift,
    "span": spans.span,
    "spoken": relative.spoken,
    "week-of": partial.week_of,
    "weekday": weekdays.weekday,
    "weekday-of-month": in_month.weekday_of_month,
    "weekend": weekdays.weekend,
    "year": years.year,
    "years": spans.years,
}
