"""The briefing of a period: what happened, what may have, what comes next, who said so.

`brief` arranges events into a value; `as_markdown` writes it out. The terminal has its own writer.
"""

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from importlib.resources import files

from tracker.timeline.query import Upcoming
from tracker.values import Event, Evidence, Interval, Precision, Status
from tracker.views.clean import for_markdown, one_line, web_link
from tracker.views.when import MONTHS, ordinal, quarter_name, when

__all__ = [
    "Briefing", "Outage", "Sources", "ahead_name", "as_html", "as_markdown", "brief", "changed_name",
    "events_as_markdown", "headline", "page_of", "place_beside", "reach", "rival_claims", "told_value",
    "upcoming_as_markdown",
]  # fmt: skip

MARKS = {
    Status.PLANNED: "planned",
    Status.POSTPONED: "postponed",
    Status.CANCELLED: "cancelled",
    Status.UNCONFIRMED: "unconfirmed",
}


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
    """The briefing of `first` to `last`, both inclusive, from the events that touch those days."""
    certain: dict[str, list[Event]] = {}
    possible = []
    for event in sorted(events, key=lambda one: (one.interval.first, one.interval.last, one.id)):
        if not _is_certain(event.interval, first, last):
            possible.append(event)
        else:
            certain.setdefault(_heading(event.interval, first), []).append(event)
    months = tuple((name, tuple(found)) for name, found in certain.items())
    return Briefing(
        first, last, made, _in_order(months), tuple(possible), tuple(ahead),
        ahead_first or last, ahead_last or last, tuple(outages),
        changed_since, tuple(changed),
    )  # fmt: skip


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
    """ "from 9 articles by 4 publishers"."""
    everyone = [
        source for event in (*briefing.events, *briefing.possible) for source in event.sources
    ]
    articles, publishers = {one.url for one in everyone}, {one.publisher for one in everyone}
    return f"from {_count(len(articles), 'article')} by {_count(len(publishers), 'publisher')}"


def _count(number: int, noun: str) -> str:
    if number == 1 or noun.endswith("s"):
        return f"{number} {noun}"
    is_y = noun.endswith("y") and noun[-2] not in "aeiou"
    return f"{number} {noun[:-1]}ies" if is_y else f"{number} {noun}s"


class Sources:
    """Numbers articles in the order in which they are first cited."""

    def __init__(self) -> None:
        self._numbers: dict[str, tuple[int, Evidence]] = {}

    def cite(self, sources: Iterable[Evidence]) -> str:
        """ "[1][3]" for the articles behind an event, each once."""
        numbers = {self._number(source) for source in sources}
        return "".join(f"[{number}]" for number in sorted(numbers))

    def _number(self, source: Evidence) -> int:
        known = self._numbers.setdefault(source.url, (len(self._numbers) + 1, source))
        return known[0]

    def __iter__(self) -> Iterator[tuple[int, Evidence]]:
        return iter(self._numbers.values())


def as_markdown(briefing: Briefing) -> str:
    """The whole briefing as Markdown that can be sent on as it is."""
    cited = Sources()
    parts = [
        f"# What happened: {quarter_name(briefing.first, briefing.last)}",
        f"**{headline(briefing)}**, {reach(briefing)}. Made on {_day(briefing.made)}.",
        *_month_parts(briefing, cited),
        *_part(
            "May fall in this period", [_line(event, cited, True) for event in briefing.possible]
        ),
        *_part(f"Planned: {ahead_name(briefing)}", [_due(due, cited) for due in briefing.planned]),
        *_part("May fall in that time", [_due(due, cited) for due in briefing.perhaps]),
        *_part(
            f"Anniversaries: {ahead_name(briefing)}",
            [_due(due, cited) for due in briefing.anniversaries],
        ),
        *_part(changed_name(briefing), [_changed(event) for event in briefing.changed]),
        *_part("Sources disagree", [_disputed(event) for event in briefing.disputed]),
        *_part("Gaps in what was read", [_gap(outage) for outage in briefing.outages]),
        *_part("Sources", [_source(number, source) for number, source in cited]),
    ]
    return "\n\n".join(parts) + "\n"


def as_html(briefing: Briefing) -> str:
    """The same as one page of HTML that needs nothing else, for mail and print."""
    title = f"What happened: {quarter_name(briefing.first, briefing.last)}"
    return page_of(title, as_markdown(briefing))


def page_of(title: str, markdown: str) -> str:
    """Markdown as a page of HTML; raw HTML in it is shown as text."""
    from markdown_it import MarkdownIt

    body = MarkdownIt("commonmark", {"html": False}).render(markdown)
    template = files("tracker.views").joinpath("templates", "page.html").read_text(encoding="utf-8")
    return template.replace("{title}", escape(one_line(title))).replace("{body}", body)


def ahead_name(briefing: Briefing) -> str:
    """Which days "ahead" covers, in words."""
    return f"{_day(briefing.ahead_first)} to {_day(briefing.ahead_last)}"


def events_as_markdown(events: Sequence[Event]) -> str:
    """A list of events with numbered sources below."""
    cited = Sources()
    lines = "\n".join(_line(event, cited, True) for event in events)
    return "\n\n".join((lines, *_part("Sources", [_source(*one) for one in cited]))) + "\n"


def upcoming_as_markdown(entries: Sequence[Upcoming]) -> str:
    """A list of what is due, with numbered sources below."""
    cited = Sources()
    lines = "\n".join(_due(due, cited) for due in entries)
    return "\n\n".join((lines, *_part("Sources", [_source(*one) for one in cited]))) + "\n"


def _month_parts(briefing: Briefing, cited: Sources) -> Iterator[str]:
    for name, events in briefing.months:
        yield from _part(name, [_line(event, cited, "course" in name) for event in events])


def _part(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield f"## {title}"
        yield "\n".join(lines)


def _line(event: Event, cited: Sources, year: bool) -> str:
    mark = MARKS.get(event.status)
    words = [
        f"- **{when(event.interval, year=year)}**: {for_markdown(event.title)}",
        f" *({mark})*" if mark else "",
        f", {for_markdown(place)}" if (place := place_beside(event)) else "",
        f" {_escaped(cited.cite(event.sources))}",
    ]
    return "".join(words).rstrip()


LONG_TITLE = 40


def place_beside(event: Event) -> str:
    """The place, where the title does not name it already ("Ceremony in Wonsan", Wonsan-Kalma)."""
    place = event.place or ""
    words = re.findall(r"[^\W\d_]{3,}", place.casefold())
    title = event.title.casefold()
    long = len(title) > LONG_TITLE  # it says enough; the place would only hang on behind
    return "" if long or any(word in title for word in words) else place


def _due(due: Upcoming, cited: Sources) -> str:
    number = (
        f" ({ordinal(due.ordinal)})"
        if due.ordinal and ordinal(due.ordinal) not in due.title
        else ""
    )
    mark = MARKS.get(Status(due.status)) if due.kind == "planned" else None
    text = f"- **{when(due.interval)}**: {for_markdown(due.title)}{number}"
    return f"{text}{f' *({mark})*' if mark else ''} {_escaped(cited.cite(due.sources))}".rstrip()


def changed_name(briefing: Briefing) -> str:
    """The heading of what changed."""
    day = briefing.changed_since
    return f"Changed since {_day(day)}" if day else "Changed"


def _changed(event: Event) -> str:
    what = "; ".join(map(for_markdown, event.changes)) or "changed"
    return f"- **{when(event.interval)}**: {for_markdown(event.title)}: {what}"


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
    return field == "date"


def _disputed(event: Event) -> str:
    claims = "; ".join(
        f"{field} {for_markdown(value)} ({for_markdown(names)})"
        if names
        else f"{field} {for_markdown(value)}"
        for field, value, names in rival_claims(event)
    )
    told = for_markdown(told_value(event, [field for field, _, _ in rival_claims(event)]))
    return f"- **{when(event.interval)}**: {for_markdown(event.title)}{told}; otherwise: {claims}"


def told_value(event: Event, fields: Iterable[str]) -> str:
    """What is taken to be so where sources disagree, as far as the line does not say it: " (Moscow)"."""
    told = {"place": event.place, "status": event.status.value}
    values = [value for field in dict.fromkeys(fields) if (value := told.get(field))]
    return f" ({', '.join(values)})" if values else ""


def _gap(outage: Outage) -> str:
    until = _day(outage.until.date()) if outage.until else "today"
    span = f"{_day(outage.since.date())} to {until}"
    return f"- {for_markdown(outage.feed)}: nothing from {span} ({for_markdown(outage.reason)})"


def _source(number: int, source: Evidence) -> str:
    title = f', "{for_markdown(source.title)}"' if source.title else ""
    day = f", {_day(source.published.date())}" if source.published else ""
    link = web_link(source.url)
    return f"{number}. {for_markdown(source.publisher or 'unknown')}{title}{day}{f', <{link}>' if link else ''}"


def _escaped(citation: str) -> str:
    return citation.replace("[", r"\[").replace("]", r"\]")


def _day(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
