"""Lists of events and of what is due, as tables for the terminal."""

import datetime as dt
from collections.abc import Sequence

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tracker.timeline.query import Upcoming
from tracker.values import Event, Interval, Precision, Status
from tracker.views.briefing import place_beside
from tracker.views.clean import one_line
from tracker.views.terminal import grid, legend, mark
from tracker.views.when import ordinal, when

__all__ = ["due_list", "event_table", "title_of", "upcoming_table"]


def event_table(events: Sequence[Event], wide: bool = False) -> RenderableType:
    """One row an event: date, mark, title, type, sources, id."""
    table = grid(("date", {"no_wrap": True}), ("", {}), ("event", {"ratio": 1}), ("type", {}),
                  ("src", {"justify": "right"}), ("id", {"no_wrap": True}), wide=wide)  # fmt: skip
    for event in events:
        table.add_row(
            Text(when(event.interval, short=True), style="bold"),
            mark(event.status),
            title_of(event),
            Text(event.type.replace("_", " "), style="dim"),
            str(len({source.url for source in event.sources})),
            Text(event.id, style="dim"),
        )
    return Group(table, *legend(event.status for event in events))


def title_of(event: Event) -> Text:
    """The title with the place that it does not name, and what changed."""
    title = Text(one_line(event.title))
    if event.status is Status.CANCELLED:
        title.stylize("strike")
    if place := one_line(place_beside(event)):
        title.append(f", {place}", style="dim")
    if event.changes:
        title.append(f"\n{one_line('; '.join(event.changes))}", style="yellow")
    return title


def upcoming_table(
    entries: Sequence[Upcoming], today: dt.date, wide: bool = False
) -> RenderableType:
    """One row an anniversary or planned event: date, how far away, what; round numbers have a star."""
    table = grid(("date", {"no_wrap": True}), ("in", {"no_wrap": True, "justify": "right"}),
                  ("", {}), ("what", {"ratio": 1}), wide=wide)  # fmt: skip
    for entry in entries:
        table.add_row(
            Text(when(entry.interval, short=True), style="bold"),
            Text(_distance(entry.interval, today), style="dim"),
            mark(Status(entry.status)),
            _due_title(entry),
        )
    stars = [Text("★ round number", style="dim")] if any(one.round for one in entries) else []
    return Group(table, *legend(Status(entry.status) for entry in entries), *stars)


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


def due_list(entries: Sequence[Upcoming]) -> Table:
    """The same within a page: date, mark, what."""
    table = grid(("", {"no_wrap": True, "min_width": 9}), ("", {}), ("", {"ratio": 1}))
    table.show_header = False
    for entry in entries:
        day = Text(when(entry.interval, short=True), style="bold")
        table.add_row(day, mark(Status(entry.status)), _due_title(entry))
    return table
