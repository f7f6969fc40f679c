"""Tables and pages for the terminal. What comes from outside is put into `Text`, which obeys no markup."""

import datetime as dt
import sys
from collections.abc import Iterable, Sequence
from typing import IO

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tracker.timeline.query import Revision, Upcoming
from tracker.values import Event, Evidence, Interval, Precision, Status
from tracker.views.briefing import (
    Briefing,
    Outage,
    ahead_name,
    changed_name,
    headline,
    place_beside,
    reach,
    rival_claims,
    told_value,
)  # fmt: skip
from tracker.views.clean import one_line, printable
from tracker.views.when import ordinal, quarter_name, when

__all__ = ["briefing_page", "console", "event_page", "event_table", "upcoming_table"]

MARKS = {
    Status.OCCURRED: (" ", ""),
    Status.PLANNED: ("○", "cyan"),
    Status.POSTPONED: ("»", "yellow"),
    Status.CANCELLED: ("✗", "red"),
    Status.UNCONFIRMED: ("?", "yellow"),
    Status.RECURRING: ("↻", "magenta"),
}


def console(file: IO[str] | None = None) -> Console:
    """The terminal; without colour where it is a pipe or NO_COLOR is set."""
    return Console(file=file or sys.stdout, highlight=False, emoji=False, markup=False)


def event_table(events: Sequence[Event]) -> RenderableType:
    """One row an event: date, mark, title, type, sources, id."""
    table = _grid(("date", {"no_wrap": True}), ("", {}), ("event", {"ratio": 1}), ("type", {}),
                  ("src", {"justify": "right"}), ("id", {"no_wrap": True}))  # fmt: skip
    for event in events:
        table.add_row(
            Text(when(event.interval, short=True), style="bold"),
            _mark(event.status),
            _title(event),
            Text(event.type.replace("_", " "), style="dim"),
            str(len({source.url for source in event.sources})),
            Text(event.id, style="dim"),
        )
    return Group(table, *_legend(event.status for event in events))


def _grid(*columns: tuple[str, dict[str, object]]) -> Table:
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim", expand=True, pad_edge=False)
    for name, options in columns:
        table.add_column(name, overflow="fold", **options)  # type: ignore[arg-type]
    return table


def _mark(status: Status) -> Text:
    sign, style = MARKS[status]
    return Text(sign, style=style)


def _title(event: Event) -> Text:
    title = Text(one_line(event.title))
    if event.status is Status.CANCELLED:
        title.stylize("strike")
    if place := one_line(place_beside(event)):
        title.append(f", {place}", style="dim")
    if event.changes:
        title.append(f"\n{one_line('; '.join(event.changes))}", style="yellow")
    return title


def _legend(statuses: Iterable[Status]) -> list[RenderableType]:
    seen = set(statuses)
    marks = [
        f"{sign} {status.value}"
        for status, (sign, _) in MARKS.items()
        if status in seen and sign.strip()
    ]
    return [Text(f"\n{'   '.join(marks)}", style="dim")] if marks else []


def upcoming_table(entries: Sequence[Upcoming], today: dt.date) -> RenderableType:
    """One row an anniversary or planned event: date, how far away, what; round numbers have a star."""
    table = _grid(("date", {"no_wrap": True}), ("in", {"no_wrap": True, "justify": "right"}),
                  ("", {}), ("what", {"ratio": 1}))  # fmt: skip
    for entry in entries:
        table.add_row(
            Text(when(entry.interval, short=True), style="bold"),
            Text(_distance(entry.interval, today), style="dim"),
            _mark(Status(entry.status)),
            _due_title(entry),
        )
    stars = [Text("★ round number", style="dim")] if any(one.round for one in entries) else []
    return Group(table, *_legend(Status(entry.status) for entry in entries), *stars)


def _distance(interval: Interval, today: dt.date) -> str:
    days = (interval.first - today).days
    if interval.last < today or interval.precision in (Precision.QUARTER, Precision.YEAR):
        return ""  # "in 39 days" is no answer for a whole year
    if days <= 0:
        return "today" if interval.last == interval.first else "now"
    return f"{days} day{'s' if days > 1 else ''}" if days < 100 else f"{round(days / 30.4)} months"


def _due_title(entry: Upcoming) -> Text:
    title = Text(one_line(entry.title))
    if entry.ordinal and ordinal(entry.ordinal) not in entry.title:
        title.append(f" ({ordinal(entry.ordinal)})")
    if entry.round:
        title.append(" ★", style="bold yellow")
    return title


def _due_list(entries: Sequence[Upcoming]) -> Table:
    table = _grid(("", {"no_wrap": True, "min_width": 9}), ("", {}), ("", {"ratio": 1}))
    table.show_header = False
    for entry in entries:
        day = Text(when(entry.interval, short=True), style="bold")
        table.add_row(day, _mark(Status(entry.status)), _due_title(entry))
    return table


def briefing_page(briefing: Briefing) -> RenderableType:
    """The briefing as a page: figures, months, what may belong here, what is ahead, gaps."""
    parts: list[RenderableType] = [
        Text(quarter_name(briefing.first, briefing.last), style="bold"),
        Text(f"{headline(briefing)}, {reach(briefing)}."),
    ]
    for name, events in briefing.months:
        parts += _section(name, _short_table(events, year="course" in name))
    if briefing.possible:
        parts += _section("May fall in this period (date too coarse to say)",
                          _short_table(briefing.possible, year=True))  # fmt: skip
    parts += _legend(event.status for event in (*briefing.events, *briefing.possible))
    time = ahead_name(briefing)
    for name, ahead in (
        (f"Planned: {time}", briefing.planned),
        ("May fall in that time (date too coarse to say)", briefing.perhaps),
        (f"Anniversaries: {time}", briefing.anniversaries),
    ):
        if ahead:
            parts += _section(name, _due_list(ahead))
    if briefing.changed:
        parts += _section(changed_name(briefing), _changes(briefing.changed))
    if briefing.disputed:
        parts += _section("Sources disagree", _disputes(briefing.disputed))
    if briefing.outages:
        parts += _section("Gaps in what was read", Text("\n".join(map(_gap, briefing.outages))))
    return Group(*parts)


def _section(title: str, body: RenderableType) -> list[RenderableType]:
    return [Text(), Rule(Text(title, style="bold"), align="left", style="dim"), body]


def _short_table(events: Sequence[Event], year: bool) -> Table:
    table = _grid(("", {"no_wrap": True, "min_width": 9}), ("", {}), ("", {"ratio": 1}),
                  ("", {"justify": "right", "no_wrap": True}), ("", {"no_wrap": True}))  # fmt: skip
    table.show_header = False
    for event in events:
        number = len({source.url for source in event.sources})
        table.add_row(
            Text(when(event.interval, short=True, year=year), style="bold"),
            _mark(event.status),
            _title(event),
            Text(f"{number} source{'s' if number != 1 else ''}", style="dim"),
            Text(event.id, style="dim"),
        )
    return table


def _changes(events: Sequence[Event]) -> Table:
    table = _plain_table()
    for event in events:
        what = Text(one_line(event.title))
        what.append(f"  {one_line('; '.join(event.changes)) or 'changed'}", style="cyan")
        table.add_row(
            Text(when(event.interval, short=True), style="bold"), what, Text(event.id, style="dim")
        )
    return table


def _disputes(events: Sequence[Event]) -> Table:
    table = _plain_table()
    for event in events:
        claims = list(rival_claims(event))
        told = Text(one_line(event.title + told_value(event, [field for field, _, _ in claims])))
        for field, value, names in claims:
            told.append(
                f"\n  {field} otherwise: {one_line(value)}  {one_line(names)}", style="yellow"
            )
        table.add_row(
            Text(when(event.interval, short=True), style="bold"), told, Text(event.id, style="dim")
        )
    return table


def _plain_table() -> Table:
    table = _grid(
        ("", {"no_wrap": True, "min_width": 9}), ("", {"ratio": 1}), ("", {"no_wrap": True})
    )
    table.show_header = False
    return table


def _gap(outage: Outage) -> str:
    until = f"{outage.until:%-d %b %Y}" if outage.until else "now"
    return one_line(f"{outage.feed}: {outage.since:%-d %b %Y} to {until} ({outage.reason})")


def event_page(event: Event, revisions: Sequence[Revision] = ()) -> RenderableType:
    """Everything about one event: values, how they were chosen, sources with their sentences, history."""
    parts: list[RenderableType] = [
        Text.assemble((when(event.interval), "bold"), "  ", (one_line(event.title), "bold")),
        Text(),
        _values(event),
    ]
    if event.relations:
        lines = [f"{one.kind.replace('_', ' ')}  {one.id}  {one.title}" for one in event.relations]
        parts += _section("Related", Text("\n".join(map(one_line, lines))))
    if event.rivals:
        parts += _section("Other values claimed", _rivals(event))
    parts += _section("Sources", Group(*(_evidence(source) for source in event.sources)))
    if revisions:
        parts += _section("History", _history(revisions))
    return Group(*parts)


def _values(event: Event) -> Table:
    reasons = dict(event.chosen)
    table = Table.grid(padding=(0, 2, 0, 0))
    rows = (
        ("id", event.id),
        ("type", event.type),
        ("status", event.status.value),
        (
            "date",
            f"{when(event.interval)} (to the {event.interval.precision.value}, {event.basis.value})",
        ),
        ("actors", ", ".join(event.actors)),
        ("place", event.place or ""),
        ("original date", event.base or ""),
        ("ordinal", ordinal(event.ordinal) if event.ordinal else ""),
        ("updated", f"{event.updated:%Y-%m-%d %H:%M} UTC" if event.updated else ""),
    )
    for name, value in rows:
        if value:
            reason = reasons.get(name, reasons.get(name.rstrip("s"), ""))
            table.add_row(
                Text(name, style="dim"), Text(one_line(value)), Text(one_line(reason), style="dim")
            )
    return table


def _rivals(event: Event) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for field, value, mentions in event.rivals:
        publishers = {one.publisher for one in event.sources if one.mention in mentions}
        table.add_row(Text(field, style="dim"), Text(one_line(value)),
                      Text(", ".join(sorted(publishers)), style="dim"))  # fmt: skip
    return table


def _evidence(source: Evidence) -> RenderableType:
    day = f", {source.published:%-d %B %Y}" if source.published else ""
    head = Text.assemble(
        (one_line(source.publisher) or "unknown", "bold"), day, (f"  {source.kind.value}", "dim")
    )
    if not source.independent:
        head.append("  (copy of another source)", style="dim")
    quote = Padding(Text(f"“{one_line(source.evidence)}”"), (0, 0, 0, 2))
    return Group(head, quote, Padding(Text(printable(source.url), style="dim"), (0, 0, 1, 2)))


def _history(revisions: Sequence[Revision]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    for revision in revisions:
        table.add_row(Text(f"{revision.at:%Y-%m-%d %H:%M}", style="dim"), Text(revision.change),
                      Text(_difference(revision)))  # fmt: skip
    return table


def _difference(revision: Revision) -> str:
    keys = [
        key
        for key in revision.after
        if revision.before and revision.before.get(key) != revision.after[key]
    ]
    return one_line(
        "; ".join(f"{key}: {revision.before.get(key)} → {revision.after[key]}" for key in keys)
    )
