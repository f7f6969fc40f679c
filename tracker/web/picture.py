"""The timeline as a picture: a lane for each type, a bar for each event, drawn on the server. Pure.

A bar is as long as the event's date is wide, so that "in May" looks like a month and not like a day.
Where there are too many to tell apart, circles say how many there are; they lead into the period.
"""

import datetime as dt
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tracker.timeline.query import Mark
from tracker.values import Precision, Status
from tracker.views.when import MONTHS, when

__all__ = ["Bar", "Circle", "Lane", "Picture", "Tick", "crowd", "picture"]

WIDTH, LEFT, RIGHT, TOP = 1000, 118, 14, 30
LANE, ROW, ROWS = 28, 8, 3
NARROWEST = 7.0
COLUMNS = 60
MOST_LANES = 12
FEW = 5  # percent of the events that may lie outside the picture
DAY = dt.timedelta(days=1)
SHORTEST = 6 * DAY  # periods of fewer are drawn with days around them
Span = tuple[dt.date, dt.date]


@dataclass(frozen=True, slots=True)
class Tick:
    """A line at the beginning of a period, which a click opens."""

    x: float
    label: str
    period: Span


@dataclass(frozen=True, slots=True)
class Bar:
    """One event."""

    x: float
    y: float
    width: float
    id: str
    label: str
    look: str  # "firm", "open" (not yet held), "off" (cancelled), "wide" (known only roughly)


@dataclass(frozen=True, slots=True)
class Circle:
    """Many events at about the same time."""

    x: float
    y: float
    radius: float
    count: int
    period: Span


@dataclass(frozen=True, slots=True)
class Lane:
    """The events of one type."""

    type: str
    y: float
    count: int
    bars: tuple[Bar, ...] = ()
    circles: tuple[Circle, ...] = ()


@dataclass(frozen=True, slots=True)
class Picture:
    """Everything to draw, in the units of a box `width` by `height`."""

    first: dt.date
    last: dt.date
    lanes: tuple[Lane, ...]
    ticks: tuple[Tick, ...]
    today: float | None
    height: float
    before: tuple[int, Span] | None = None  # events too early to be drawn
    width: int = WIDTH
    left: int = LEFT
    right: int = WIDTH - RIGHT
    top: int = TOP
    lane: int = LANE

    @property
    def wider(self) -> Span:
        """The period around this one, twice as long."""
        half = (self.last - self.first) / 2 + DAY
        return _moved(self.first, -half), _moved(self.last, half)

    @property
    def closer(self) -> Span | None:
        """The middle half of this period; None where it is as short as it gets."""
        length = self.last - self.first
        if length < 2 * SHORTEST:
            return None
        return _moved(self.first, length / 4), _moved(self.last, -length / 4)

    def beside(self, direction: int) -> Span:
        """The period before (-1) or after (1) this one, of the same length."""
        step = (self.last - self.first + DAY) * direction
        return _moved(self.first, step), _moved(self.last, step)


def _moved(day: dt.date, by: dt.timedelta) -> dt.date:
    number = day.toordinal() + by.days
    return dt.date.fromordinal(min(max(number, 1), dt.date.max.toordinal()))


def picture(
    events: Sequence[Mark], since: dt.date | None, until: dt.date | None, today: dt.date
) -> Picture | None:
    """The picture of `events` from `since` to `until`, or over the days they take; None if there are none."""
    if not events:
        return None
    last = until or max(event.interval.last for event in events)
    first = since or _beginning(sorted(event.interval.first for event in events), last)
    scale = _scale(first, last)
    shown = [event for event in events if event.interval.last >= scale.first]
    counts = Counter(event.type for event in shown)
    lanes = tuple(
        Lane(type, top, count, bars=tuple(_bars([e for e in shown if e.type == type], top, scale)))
        for type, top, count in _stacked(counts)
    )
    early = [event.interval for event in events if event.interval.last < scale.first]
    before = (min(one.first for one in early), max(one.last for one in early)) if early else None
    return _framed(scale, lanes, today, len(early), before)


def crowd(
    counts: Sequence[tuple[str, dt.date, int]],
    since: dt.date | None,
    until: dt.date | None,
    today: dt.date,
) -> Picture | None:
    """The picture of many events, of which is known how many of a type begin on a day."""
    days = sorted(day for _, day, _ in counts)
    if not days:
        return None
    last = until or days[-1]
    scale = _scale(since or _beginning(days, last), last)
    totals: Counter[str] = Counter()
    columns: dict[str, Counter[int]] = {}
    for type, day, count in counts:
        if since or day >= scale.first:
            totals[type] += count
            columns.setdefault(type, Counter())[scale.column(day)] += count
    lanes = tuple(
        Lane(type, top, count, circles=tuple(_circles(columns[type], top, scale)))
        for type, top, count in _stacked(totals)
    )
    left_out = sum(count for *_, count in counts) - totals.total()
    before = (days[0], _moved(scale.first, -DAY)) if left_out else None
    return _framed(scale, lanes, today, left_out, before)


def _framed(
    scale: "_Scale", lanes: tuple[Lane, ...], today: dt.date, early: int, before: Span | None
) -> Picture:
    return Picture(
        scale.first, scale.last, lanes, tuple(_ticks(scale)),
        scale.x(today) if scale.first <= today <= scale.last else None,
        TOP + LANE * len(lanes) + 6, (early, before) if before else None,
    )  # fmt: skip


def _stacked(counts: Counter[str]) -> Iterator[tuple[str, float, int]]:
    """The types with the most events, each with where its lane begins."""
    for number, (type, count) in enumerate(counts.most_common(MOST_LANES)):
        yield type, TOP + LANE * number, count


def _scale(first: dt.date, last: dt.date) -> "_Scale":
    if last - first < SHORTEST:
        first, last = _moved(first, -3 * DAY), _moved(last, 3 * DAY)
    return _Scale(first, last)


def _beginning(starts: Sequence[dt.date], last: dt.date) -> dt.date:
    """Where the picture begins: with the first event, unless a few early ones would squeeze the rest."""
    core = starts[len(starts) * FEW // 100]
    if (last - core) * 2 > last - starts[0]:
        return starts[0]
    return _moved(core, -(last - core) / 20)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: dt.date
    last: dt.date

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    def x(self, day: dt.date) -> float:
        """Where `day` begins; days outside lie on the edge."""
        share = ((day - self.first).days) / self.days
        return round(LEFT + min(max(share, 0), 1) * (WIDTH - LEFT - RIGHT), 1)

    def column(self, day: dt.date) -> int:
        """The column of a day; days outside are in the first or the last."""
        number = (day - self.first).days * COLUMNS // self.days
        return min(max(number, 0), COLUMNS - 1)

    def day(self, column: int) -> dt.date:
        """The first day of one of the columns into which many events are gathered."""
        return _moved(self.first, dt.timedelta(days=self.days * column // COLUMNS))


def _bars(events: Sequence[Mark], top: float, scale: _Scale) -> Iterator[Bar]:
    """The bars of one lane, one below the other where they would overlap."""
    ends = [-1.0] * ROWS
    placed = []
    for event in sorted(events, key=lambda one: (one.interval.first, one.interval.last, one.id)):
        x = scale.x(event.interval.first)
        width = max(scale.x(_moved(event.interval.last, DAY)) - x, NARROWEST)
        x = min(x, WIDTH - RIGHT - width)
        row = next((row for row in range(ROWS) if ends[row] <= x), ends.index(min(ends)))
        ends[row] = x + width + 1
        placed.append((event, x, width, row))
    used = 1 + max((row for *_, row in placed), default=0)
    start = top + (LANE - used * ROW) / 2
    for event, x, width, row in placed:
        label = f"{when(event.interval)}: {event.title}"
        y = start + row * ROW
        yield Bar(round(x, 1), y, round(width, 1), event.id, label, _look(event))


def _look(event: Mark) -> str:
    if event.status is Status.CANCELLED:
        return "off"
    if event.status in (Status.PLANNED, Status.POSTPONED, Status.UNCONFIRMED):
        return "open"
    return "firm" if event.interval.precision is Precision.DAY else "wide"


def _circles(columns: Counter[int], top: float, scale: _Scale) -> Iterator[Circle]:
    for column, count in sorted(columns.items()):
        first = scale.day(column)
        last = max(_moved(scale.day(column + 1), -DAY), first)
        middle = (scale.x(first) + scale.x(_moved(last, DAY))) / 2
        radius = min(3 + 1.5 * math.log2(count), LANE / 2 - 1)
        yield Circle(round(middle, 1), top + LANE / 2, round(radius, 1), count, (first, last))


def _ticks(scale: _Scale) -> Iterator[Tick]:
    """At most about a dozen lines, at the beginnings of years, quarters, months or days."""
    starts = list(_starts(scale))
    for start, after, label in starts:
        if start >= scale.first:
            yield Tick(scale.x(start), label, (start, _moved(after, -DAY)))


def _starts(scale: _Scale) -> Iterator[tuple[dt.date, dt.date, str]]:
    if scale.days > 5 * 366:
        step = next((n for n in (1, 2, 5, 10, 20, 50) if scale.days / 365 / n <= 14), 100)
        for year in range(scale.first.year // step * step or step, scale.last.year + 1, step):
            end = dt.date(min(year + step, dt.MAXYEAR), 1, 1)
            yield dt.date(year, 1, 1), end, str(year)
    elif scale.days > 62:
        step = 3 if scale.days > 400 else 1
        yield from _months(scale, step)
    else:
        step = 7 if scale.days > 21 else 1
        for number in range(0, scale.days, step):
            day = _moved(scale.first, dt.timedelta(days=number))
            name = f"{day.day} {MONTHS[day.month - 1][:3]}"
            yield day, _moved(day, dt.timedelta(days=step)), name


def _months(scale: _Scale, step: int) -> Iterator[tuple[dt.date, dt.date, str]]:
    number = scale.first.year * 12 + (scale.first.month - 1) // step * step
    while (day := _month(number)) <= scale.last and day.year < dt.MAXYEAR:
        label = str(day.year) if day.month == 1 else MONTHS[day.month - 1][:3]
        yield day, _month(number + step), label
        number += step


def _month(number: int) -> dt.date:
    return dt.date(number // 12, number % 12 + 1, 1)
