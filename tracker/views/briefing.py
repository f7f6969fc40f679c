"""The briefing of a period: what happened, what may have, what comes next, and where sources disagree.

`brief` arranges events into a value; Markdown, the terminal and the pages each write it out.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from tracker.timeline.query import Upcoming
from tracker.values import Event, Interval, Precision, Status
from tracker.views.when import MONTHS, claimed, day_name, when

__all__ = [
    "Briefing", "Outage", "ahead_name", "brief", "changed_name", "claim_words", "headline", "place_beside", "reach",
    "rival_claims", "told_value",
]  # fmt: skip

LONG_TITLE = 40


@dataclass(frozen=True, slots=True)
class Outage:
    """A time in which a feed gave nothing; `until` is None while it lasts."""

    feed: str
    since: dt.datetime
    until: dt.datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class Briefing:
    """A period's events, arranged. `months` pairs a heading with its events; `possible` holds those
    whose date is too coarse to say that they fall in the period."""

    first: dt.date
    last: dt.date
    made: dt.date
    months: tuple[tuple[str, tuple[Event, ...]], ...]
    possible: tuple[Event, ...]
    ahead: tuple[Upcoming, ...]
    ahead_first: dt.date
    ahead_last: dt.date
    outages: tuple[Outage, ...] = ()
    changed_since: dt.date | None = None
    changed: tuple[Event, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """Those that surely fall in the period."""
        return tuple(event for _, events in self.months for event in events)

    @property
    def disputed(self) -> tuple[Event, ...]:
        """Events whose sources claim different days or states."""
        asked = (*self.events, *self.possible)
        return tuple(event for event in asked if list(rival_claims(event)))

    @property
    def planned(self) -> tuple[Upcoming, ...]:
        """What is announced for the time after, and surely falls in it."""
        return tuple(due for due in self.ahead if due.kind == "planned" and not self._coarse(due))

    @property
    def perhaps(self) -> tuple[Upcoming, ...]:
        """What is announced, and may fall in the time after: its date is too coarse to say."""
        return tuple(due for due in self.ahead if due.kind == "planned" and self._coarse(due))

    def _coarse(self, due: Upcoming) -> bool:
        inside = self.ahead_first <= due.interval.first and due.interval.last <= self.ahead_last
        return due.interval.precision is not Precision.DAY and not inside

    @property
    def anniversaries(self) -> tuple[Upcoming, ...]:
        """What will be remembered in the time after."""
        return tuple(due for due in self.ahead if due.kind != "planned")


def brief(
    events: Iterable[Event],
    first: dt.date,
    last: dt.date,
    *,
    made: dt.date,
    ahead: Sequence[Upcoming] = (),
    ahead_first: dt.date | None = None,
    ahead_last: dt.date | None = None,
    outages: Sequence[Outage] = (),
    changed_since: dt.date | None = None,
    changed: Sequence[Event] = (),
) -> Briefing:
    """The briefing of `first` to `last`, both inclusive, from the events that touch those days. What is
    `ahead` and among them already is not told twice."""
    certain: dict[str, list[Event]] = {}
    possible = []
    shown = sorted(events, key=lambda one: (one.interval.first, one.interval.last, one.id))
    for event in shown:
        if not _is_certain(event.interval, first, last):
            possible.append(event)
        else:
            certain.setdefault(_heading(event.interval, first), []).append(event)
    months = tuple((name, tuple(found)) for name, found in certain.items())
    return Briefing(
        first, last, made, _in_order(months), tuple(possible), tuple(_untold(ahead, shown)),
        ahead_first or last, ahead_last or last, tuple(outages),
        changed_since, tuple(changed),
    )  # fmt: skip


def _untold(ahead: Iterable[Upcoming], events: Iterable[Event]) -> Iterator[Upcoming]:
    told = {event.id: event.interval for event in events}
    for due in ahead:
        interval = told.get(due.event or "")
        if interval is None or not interval.touches(due.interval):
            yield due


def _is_certain(interval: Interval, first: dt.date, last: dt.date) -> bool:
    # A meeting of 29 March to 2 April is part of both quarters; "2025" may be in neither.
    if interval.precision is Precision.DAY and interval.days <= 31:
        return True
    return first <= interval.first and interval.last <= last


def _heading(interval: Interval, first: dt.date) -> str:
    start = max(interval.first, first)
    one_month = (start.year, start.month) == (interval.last.year, interval.last.month)
    if interval.precision is not Precision.DAY and not one_month:
        return "In the course of the period"
    return f"{MONTHS[start.month - 1]} {start.year}"


def _in_order(
    months: tuple[tuple[str, tuple[Event, ...]], ...],
) -> tuple[tuple[str, tuple[Event, ...]], ...]:
    return tuple(sorted(months, key=lambda month: month[0] == "In the course of the period"))


def headline(briefing: Briefing) -> str:
    """ "14 events: 5 talks, 3 summits, …", the most frequent first."""
    events = briefing.events
    if not events:
        return "No dated event is known for this period"
    types = Counter(event.type.replace("_", " ") for event in events)
    kinds = ", ".join(_count(number, name) for name, number in types.most_common())
    return f"{_count(len(events), 'event')}: {kinds}"


def reach(briefing: Briefing) -> str:
    """ ", from 9 articles by 4 publishers", or nothing where there are none."""
    everyone = [source for event in briefing.events for source in event.sources]
    articles, publishers = {one.url for one in everyone}, {one.publisher for one in everyone}
    told = f", from {_count(len(articles), 'article')} by {_count(len(publishers), 'publisher')}"
    return told if articles else ""


def _count(number: int, noun: str) -> str:
    if number == 1 or noun.endswith("s"):
        return f"{number} {noun}"
    is_y = noun.endswith("y") and noun[-2] not in "aeiou"
    return f"{number} {noun[:-1]}ies" if is_y else f"{number} {noun}s"


def ahead_name(briefing: Briefing) -> str:
    """Which days "ahead" covers, in words."""
    return f"{day_name(briefing.ahead_first)} to {day_name(briefing.ahead_last)}"


def changed_name(briefing: Briefing) -> str:
    """The heading of what changed."""
    day = briefing.changed_since
    return f"Changed since {day_name(day)}" if day else "Changed"


def place_beside(event: Event) -> str:
    """The place, where the title does not name it already ("Ceremony in Wonsan", Wonsan-Kalma)."""
    place = event.place or ""
    words = re.findall(r"[^\W\d_]{3,}", place.casefold())
    title = event.title.casefold()
    long = len(title) > LONG_TITLE  # it says enough; the place would only hang on behind
    return "" if long or any(word in title for word in words) else place


def rival_claims(event: Event) -> Iterator[tuple[str, str, str]]:
    """What sources claim otherwise of the day, the state or the place: field, value, who says so."""
    for field, value, mentions in event.rivals:
        if _contradicts(event, field, value):
            names = sorted({one.publisher for one in event.sources if one.mention in mentions})
            yield field, value, ", ".join(names)


def _contradicts(event: Event, field: str, value: str) -> bool:
    if field == "place":  # "Wonsan" and "Wonsan-Kalma" agree
        here, there = str(event.place).casefold(), value.casefold()
        return here not in there and there not in here and there not in event.title.casefold()
    if field == "status":  # planned, then cancelled, is a course of events and no contradiction
        return {event.status.value, value} == {Status.OCCURRED.value, Status.CANCELLED.value}
    return field == "date" and not _is_finer(event.interval, value)


def _is_finer(interval: Interval, claim: str) -> bool:
    """Whether a claimed date only says more roughly what the interval says."""
    other = claimed(claim)
    return bool(other and other.precision is not Precision.DAY and other.holds(interval))


def claim_words(value: str) -> str:
    """What is claimed, dates as people write them."""
    interval = claimed(value)
    return when(interval) if interval else value


def told_value(event: Event, fields: Iterable[str]) -> str:
    """What is taken to be so where sources disagree, as far as the line does not say it: " (Moscow)"."""
    told = {"place": event.place, "status": event.status.value}
    values = [value for field in dict.fromkeys(fields) if (value := told.get(field))]
    return f" ({', '.join(values)})" if values else ""
