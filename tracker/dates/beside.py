"""A day told by its place beside another: "the day after May 4", "the Saturday after Thanksgiving"."""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, Final

from tracker.dates import calendar
from tracker.dates.calendar import Grain
from tracker.dates.context import Meaning, unit_of
from tracker.dates.rules import Grammar, compiled
from tracker.dates.scan import Match
from tracker.dates.view import View
from tracker.rulebook import Rulebook, RuleFile

__all__ = ["Beside", "beside", "ways_beside"]

REACH: Final = 40  # characters before a date in which "the night before" may stand
_DAY: Final = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Beside:
    """One way to tell a day by another: the words before that, and whether it lies before (-1) or after (1)."""

    id: str
    before: re.Pattern[str]
    sign: int
    unit: str


@lru_cache(maxsize=32)
def ways_beside(rulebook: Rulebook, grammar: Grammar) -> tuple[Beside, ...]:
    """The `[[beside]]` rules of a language; `{weekday}` in one is any word for a day of the week.

    Raises RuleError, with the file and the rule, for one that is not complete or has a bad pattern.
    """
    weekdays = "|".join(map(re.escape, grammar.words.get("weekday", {})))
    return tuple(
        _way(file, row, weekdays)
        for file in rulebook.under(f"{grammar.language}/dates/")
        if file.path.suffix == ".toml"
        for row in file.table.get("beside", ())
    )


def _way(file: RuleFile, row: Mapping[str, Any], weekdays: str) -> Beside:
    name, before, unit = str(row.get("id", "")), str(row.get("before", "")), row.get("unit")
    if not name or not before or row.get("sign") not in (-1, 1) or unit not in _NEXT:
        raise file.error(
            f"a way to tell a day beside another needs id, before, sign (-1 or 1) and unit ({', '.join(_NEXT)})",
            name or "[[beside]]",
        )
    file.refuse_unknown(row, ("id", "before", "sign", "unit"), name)
    if (unit == "weekday") != ("{weekday}" in before):
        raise file.error("{weekday} belongs to unit weekday, and to no other", name, key=name)
    pattern = compiled(
        file, name, "before", before.replace("{weekday}", f"(?P<weekday>{weekdays})")
    )
    return Beside(name, pattern, int(row["sign"]), str(unit))


def beside(
    match: Match, denoted: Meaning, view: View, grammar: Grammar, ways: tuple[Beside, ...]
) -> tuple[Match, Meaning, str] | None:
    """The phrase with the words before it, what the whole denotes and by which way; None where none stand there."""
    if denoted.interval is None or denoted.parts or unit_of(denoted.value) != "day":
        return None
    start = max(0, match.start - REACH)
    for way in ways:
        found = way.before.search(view.lower, start, match.start)
        if found is None or found.end() != match.start:
            continue
        wanted = grammar.value("weekday", found["weekday"]) if way.unit == "weekday" else 0
        grain = _NEXT[way.unit](denoted.interval.first, way.sign, int(wanted))
        told = replace(denoted, value=grain.value, interval=grain.interval, kind="DATE")
        return replace(match, start=found.start()), told, way.id
    return None


def _day(date: dt.date, sign: int, _: int) -> Grain:
    return calendar.day(date + sign * _DAY)


def _weekday(date: dt.date, sign: int, wanted: int) -> Grain:
    """The nearest day of its name that is not the day itself."""
    away = sign * (wanted - date.weekday()) % 7 or 7
    return calendar.day(date + sign * away * _DAY)


def _whole(unit: str) -> Callable[[dt.date, int, int], Grain]:
    def find(date: dt.date, sign: int, _: int) -> Grain:
        """The nearest that does not hold the day."""
        own = calendar.step(unit, date, 0)
        days = own.interval
        beyond = days.first > date if sign > 0 else days.last < date
        return own if beyond else calendar.step(unit, date, sign)

    return find


_NEXT: Final[Mapping[str, Callable[[dt.date, int, int], Grain]]] = {
    "day": _day, "weekday": _weekday, "week": _whole("week"), "weekend": _whole("weekend"),
}  # fmt: skip
