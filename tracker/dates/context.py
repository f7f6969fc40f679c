"""What a phrase is read against, and what reading it gives."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from tracker.dates.calendar import Grain
from tracker.dates.chronology import Chronology
from tracker.dates.former import is_of_a_former_one
from tracker.dates.people import is_somebody, named_like_months
from tracker.dates.rules import Grammar
from tracker.dates.scan import Match
from tracker.dates.tense import Direction, Tenses
from tracker.dates.view import View
from tracker.values import Basis, Interval

__all__ = [
    "BREAK",
    "LONG_PAST",
    "NEWS_DAYS",
    "UNRESOLVED",
    "Context",
    "Meaning",
    "choose",
    "counted",
    "distance",
    "stated",
    "unit_of",
]

_UNITS: Final = (
    (re.compile(r"\d{4}$"), "year"),
    (re.compile(r"\d{4}-Q\d$"), "quarter"),
    (re.compile(r"\d{4}-H\d$"), "half"),
    (re.compile(r"\d{4}-(?:SP|SU|FA|WI)$"), "season"),
    (re.compile(r"\d{4}-W\d\d-WE$"), "weekend"),
    (re.compile(r"\d{4}-W\d\d$"), "week"),
    (re.compile(r"\d{4}-\d\d$"), "month"),
    (re.compile(r"\d{4}-\d\d-\d\d"), "day"),
    (re.compile(r"\d{3}$"), "decade"),
)

_NAMES_A_MONTH: Final = frozenset(("month", "monthname", "months"))  # parts of a phrase

TOMORROW: Final = 2  # days ahead that may be today elsewhere
LONG_PAST: Final = 300  # days
BOUNDING_REACH: Final = 40  # characters: "since the coup of August 2020"
LONGEST_STRETCH: Final = 31  # days
PARAGRAPH: Final = 400  # characters over which "the 19th" is of the month just named


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a phrase denotes: see DateFound for the fields."""

    value: str
    interval: Interval | None
    basis: Basis
    kind: str = "DATE"
    anchor: dt.date | None = None
    reason: str = ""
    parts: tuple[tuple[int, int, str], ...] = ()  # of a range: place in the view, and value


UNRESOLVED: Final = Meaning("", None, Basis.INFERRED, reason="nothing to count from")


NEWS_DAYS = 45  # from publication
BREAK = re.compile(r"\n+")


@dataclass(slots=True)
class Context:
    """The day of publication and the date last spoken of; `spoken_at` is where it stands."""

    view: View
    grammar: Grammar
    today: dt.date | None
    written: dt.date | None  # the day of the dateline: "today" for whoever wrote the text
    tenses: Tenses
    spoken: Meaning | None = None
    spoken_at: int = 0
    spoken_from: int = 0  # where the phrase begins
    spoken_bounds: bool = False  # it only bounds: "since 1991"
    root: Meaning | None = None  # the date last spoken of that is not itself taken from one before
    root_at: int = 0
    root_from: int = 0
    spoken_day: Meaning | None = None  # the single day last spoken of
    spoken_day_at: int = 0
    news_day: Meaning | None = None  # … and that near publication
    past_day: Meaning | None = None  # … and that not ahead of publication
    day_ahead: Meaning | None = None  # … and that ahead of it
    month: dt.date | None = None  # the first day of the month last named
    month_at: int = 0
    stretch: Interval | None = None  # the days from one to another last spoken of
    stretch_at: int = 0
    quarter: dt.date | None = None  # the first day of the quarter the text reports on
    quarter_at: int = 0
    past: int = (
        0  # how many days and months the text has stated of long past years, less those near
    )
    told: list[tuple[int, Interval]] = field(default_factory=list)  # the days told, and where
    news: bool = False  # whether it has told of a day near its publication
    chronology: Chronology = field(init=False)
    names: frozenset[str] | None = None  # the months that are people's names, once asked for

    def __post_init__(self) -> None:
        self.chronology = Chronology(self.view, self.grammar)

    def sign(self, match: Match) -> Direction:
        """Which way the words around a match point."""
        return self.tenses.direction(match.start, match.end)

    def is_somebody(self, match: Match) -> bool:
        """Whether a bare month is a person's name here."""
        if self.names is None:
            self.names = named_like_months(self.view, self.grammar)
        return is_somebody(match, self.view, self.grammar, self.names)

    def speak(self, match: Match, found: Meaning) -> None:
        """Remembers the date just read."""
        if found.interval is None:
            return
        if match.kind != "day-of-stretch":  # what follows may be of another day of the stretch
            self.spoken, self.spoken_at, self.spoken_from = found, match.end, match.start
        bounds = self._bounding(match)
        self.spoken_bounds = any(bounds)
        if found.basis is not Basis.CONTEXT:
            self.root = None if any(bounds) else found
            self.root_at, self.root_from = match.end, match.start
        if found.interval.days == 1 and not any(bounds[-1:]):
            self.spoken_day, self.spoken_day_at = found, match.end
            if self.today and distance(found.interval, self.today) <= NEWS_DAYS:
                self.news_day = found
            if self.today and found.interval.first <= self.today:
                self.past_day = found
            elif self.today:
                self.day_ahead = found
        self._keep(match, found.value, found.interval)
        stated = found.basis is Basis.STATED
        self._weigh(found.interval, stated=stated)
        self.chronology.note(match.start, match.end, found.interval, stated=stated)
        if unit_of(found.value) == "quarter" and match.kind not in ("offset", "back", "reported"):
            self.quarter, self.quarter_at = found.interval.first, match.end

    def _keep(self, match: Match, value: str, days: Interval) -> None:
        """Remembers the month, the stretch and the days that a date is of."""
        if _NAMES_A_MONTH.intersection(match.fields) or unit_of(value) == "month":
            self.month, self.month_at = days.first.replace(day=1), match.end
        if 1 < days.days <= LONGEST_STRETCH and unit_of(value) in ("", "day"):
            self.stretch, self.stretch_at = days, match.end
        if days.days <= LONGEST_STRETCH:
            self.told.append((match.start, days))

    def goes_on(self, match: Match, place: int) -> bool:
        """Whether the paragraph that spoke of a date at `place` goes on to the match."""
        near = match.start - place <= PARAGRAPH
        return near and "\n" not in self.view.lower[place : match.start]

    def day_told(self, match: Match) -> Meaning | None:
        """The day that the text goes on with: the one last spoken of, but for one long past that paragraphs
        further back only recalled beside the news, and for one ahead where this tells of the past."""
        day = self._bound_ahead(match) or self._ahead_of_the_telling(match) or self.spoken_day
        if day is None or day.interval is None or self.news_day is None or self.today is None:
            return day
        if day.interval.first > self.today and self.past_day and self.sign(match).sign < 0:
            return self.past_day
        between = self.view.lower[self.spoken_day_at : match.start]
        recalled = (
            distance(day.interval, self.today) > NEWS_DAYS and len(BREAK.findall(between)) > 1
        )
        return self.news_day if recalled else day

    def _bound_ahead(self, match: Match) -> Meaning | None:
        """The day to come until which something goes on, last told, where this looks ahead, too: "runs until Tuesday.
        The Council is to meet a day later"."""
        last, today = self.spoken, self.today
        if not self.spoken_bounds or last is None or last.interval is None or today is None:
            return None
        ahead = last.interval.days == 1 and last.interval.first > today
        return last if ahead and self.sign(match).sign > 0 else None

    def _ahead_of_the_telling(self, match: Match) -> Meaning | None:
        """The day to come that was told on the day last spoken of, where this looks ahead: "will meet on Nov. 29, the
        ministry said Wednesday. He will arrive the day before"."""
        before = self.view.lower[max(0, self.spoken_from - BOUNDING_REACH) : self.spoken_from]
        telling = self.grammar.words.get("telling", {})
        told = any(word in telling for word in re.split(r"[,;.:(]", before)[-1].split()[-3:])
        return self.day_ahead if told and self.sign(match).sign > 0 else None

    def _bounding(self, match: Match) -> list[bool]:
        """Which words right before a date bound a stretch. "That day" is not the one of "since May 3"; what
        follows "since the coup of August 2020" is not of that year."""
        before = self.view.lower[max(0, match.start - BOUNDING_REACH) : match.start]
        bounding = self.grammar.words.get("bounding", ())
        return [word in bounding for word in re.split(r"[,;.:(]", before)[-1].split()]

    def _weigh(self, interval: Interval, *, stated: bool) -> None:
        """Counts what tells whether the text is a history."""
        if self.today is None or interval.days > 31:
            return
        if distance(interval, self.today) < LONG_PAST:
            self.past, self.news = self.past - 1, True
        elif stated:
            self.past += 1

    @property
    def is_history(self) -> bool:
        """Whether the text has spoken more of years long past than of days near its publication."""
        return self.past > 2

    @property
    def spoken_interval(self) -> Interval | None:
        """The interval last spoken of."""
        return self.spoken.interval if self.spoken else None


@lru_cache(maxsize=4096)
def unit_of(value: str) -> str:
    """The unit of a TIMEX3 calendar value, or nothing."""
    return next((unit for shape, unit in _UNITS if shape.match(value)), "")


def stated(grain: Grain) -> Meaning:
    """A date given in full."""
    return Meaning(grain.value, grain.interval, Basis.STATED)


def counted(
    grain: Grain, anchor: dt.date, reason: str = "", basis: Basis = Basis.RELATIVE
) -> Meaning:
    """A date counted from another."""
    return Meaning(grain.value, grain.interval, basis, anchor=anchor, reason=reason)


def distance(interval: Interval, today: dt.date) -> int:
    """Days between an interval and a day, 0 inside."""
    if interval.last < today:
        return (today - interval.last).days
    return max(0, (interval.first - today).days)


def choose(
    candidates: Sequence[Grain], match: Match, context: Context, near: int = 0, lean: int = 0
) -> Meaning:
    """The one of several possible dates that is meant.

    The one that holds the day of publication; else one within `near` days of it; else the one
    the words point to; else the nearest, where `lean` -1 takes the past one.
    """
    today = context.today
    if not candidates:
        raise ValueError
    if today is None:
        return UNRESOLVED
    hint = _hint(match)
    now = [grain for grain in candidates if grain.interval.first <= today <= grain.interval.last]
    if now and not hint:
        ahead = match.kind == "weekday" and context.sign(match).sign > 0
        return counted(now[0], today, f"{'future: ' if ahead else ''}holds the day of publication")
    others = [grain for grain in candidates if grain not in now]
    nearest = min(others, key=lambda grain: distance(grain.interval, today))
    found = Direction(hint, "said so") if hint else _sign_of(match, context)
    gone = found.at_hand and (nearest.interval.first - today).days > TOMORROW
    if not hint and distance(nearest.interval, today) <= near and not gone:
        return counted(nearest, today, "nearest to publication")
    sign = found.sign or (0 if found.reason else lean)
    past = [grain for grain in others if grain.interval.last < today]
    future = [grain for grain in others if grain.interval.first > today]
    if sign > 0 and future:
        return counted(future[0], today, found.reason)
    if sign < 0 and past:
        return counted(past[-1], today, found.reason or "past unless said otherwise")
    return counted(nearest, today, "nearest to publication")


def _sign_of(match: Match, context: Context) -> Direction:
    """Which way the verbs point; the day of an earlier happening has gone by unless they look ahead."""
    found = context.sign(match)
    if found.sign <= 0 and is_of_a_former_one(match, context.view, context.grammar):
        return Direction(-1, "past: of an earlier one", at_hand=True)
    return found


def _hint(match: Match) -> int:
    which: Any = match.fields.get("which", 0)
    return int(which)
