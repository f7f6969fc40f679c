"""Commands that answer: the timeline, the briefing, what is ahead, the calendar, one event."""

import datetime as dt
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.answers import periods
from tracker.answers.sorting import Sort
from tracker.cli.context import Context, current
from tracker.cli.failures import say
from tracker.cli.filters import filtered
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.timeline.query import Filters, Upcoming
    from tracker.values import Event

__all__ = ["register"]

PANEL = "Ask"


class Format(StrEnum):
    """How events are written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "md"


class Page(StrEnum):
    """How a page is written."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "md"
    HTML = "html"


Output = Annotated[
    Path | None,
    typer.Option(
        "--output", "-o", help="Write here instead of standard output.", show_default=False
    ),
]


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    for command in (quarter, events, upcoming, show, ical):
        app.command(rich_help_panel=PANEL)(command)


def quarter(
    context: typer.Context,
    period: Annotated[
        str | None,
        typer.Argument(
            metavar="[QUARTER]", help="Such as 2025Q2; else this quarter.", show_default=False
        ),
    ] = None,
    format: Annotated[Page, typer.Option("--format", "-f", help="How it is written.")] = Page.TABLE,
    output: Output = None,
    since_briefing: Annotated[
        str | None,
        typer.Option(
            help="Also what changed since the briefing of this day: new, corrected, confirmed, cancelled.",
            metavar="DAY",
            show_default=False,
        ),
    ] = None,
) -> None:
    """The briefing of a quarter: what happened, what is due next, and who says so.

    [dim]Examples[/dim]
      tracker quarter
      tracker quarter 2025Q2
      tracker quarter 2025Q2 --since-briefing 2025-07-01
      tracker quarter 2025Q2 --format md -o briefing.md
    """
    from tracker.answers.briefing import briefing_of
    from tracker.clock import now
    from tracker.views.briefing import as_html, as_markdown
    from tracker.views.records import as_json, event_record
    from tracker.views.terminal import briefing_page, console

    today = now().date()
    first, last = periods.quarter(period) if period else periods.quarter_of(today)
    since = periods.day(since_briefing) if since_briefing else None
    briefing = briefing_of(current(context), first, last, today, since)
    if format is Page.MARKDOWN:
        _write(as_markdown(briefing), output)
    elif format is Page.HTML:
        _write(as_html(briefing), output)
    elif format is Page.JSON:
        _write(as_json(map(event_record, (*briefing.events, *briefing.possible))) + "\n", output)
    elif output:
        with output.open("w", encoding="utf-8") as file:
            console(file).print(briefing_page(briefing))
    else:
        console().print(briefing_page(briefing))


@filtered
def events(
    context: typer.Context,
    filters: "Filters",
    format: Annotated[
        Format, typer.Option("--format", "-f", help="How it is written.")
    ] = Format.TABLE,
    sort: Annotated[Sort, typer.Option(help="In which order.")] = Sort.DATE,
    limit: Annotated[
        int | None, typer.Option(help="At most so many.", min=1, show_default=False)
    ] = None,
    cursor: Annotated[
        str,
        typer.Option(help="Go on where an earlier --limit ended: it says how.", show_default=False),
    ] = "",
) -> None:
    """The timeline: every event that fits, by date, each once.

    [dim]Examples[/dim]
      tracker events --quarter 2025Q2 --type summit
      tracker events --actor "Kim Jong Un" --since 2025-01-01
      tracker events --search '"joint statement" sanction*' --sort newest --limit 10
      tracker events --status planned --format csv > planned.csv
    """
    from db.engine import begin
    from tracker.answers.choosing import why_none
    from tracker.answers.health import gaps_in_a_line
    from tracker.timeline.query import find_page

    asked = replace(filters, sort=sort.value, limit=limit, after=cursor)
    with begin(current(context).engine, read_only=True) as session:
        page = find_page(session, asked)
        if not page.events:
            say(why_none(session, asked))
        gaps = gaps_in_a_line(session, asked.since, asked.until)
    print_events(page.events, format)
    if gaps:
        say(gaps)
    if page.next:
        say(f"{len(page.events)} of {page.total} events; the next with --cursor {page.next}")


def print_events(found: Sequence["Event"], format: Format) -> None:
    """Writes events to standard output."""
    from tracker.views.briefing import events_as_markdown
    from tracker.views.records import event_record

    def table(found: Sequence["Event"]) -> Any:
        from tracker.views.terminal import event_table  # rich, which programs need not wait for

        return event_table(found)

    _print(found, format, event_record, events_as_markdown, table)


def _print(
    found: Sequence[Any],
    format: Format,
    record: Callable[[Any], Mapping[str, Any]],
    markdown: Callable[[Sequence[Any]], str],
    table: Callable[[Sequence[Any]], Any],
) -> None:
    """Writes what was found to standard output: as a record each, as one text, or as a table."""
    from tracker.views.records import as_csv, as_json, as_jsonl

    if format is Format.JSONL:
        for line in as_jsonl(map(record, found)):
            print(line)
    elif format is Format.JSON:
        print(as_json(map(record, found)))
    elif format is Format.CSV:
        sys.stdout.write(as_csv(map(record, found)))
    elif format is Format.MARKDOWN:
        sys.stdout.write(markdown(found))
    elif found:
        from tracker.views.terminal import console

        console().print(table(found))


def upcoming(
    context: typer.Context,
    days: Annotated[int, typer.Option(help="How far to look ahead.", min=1, max=36525)] = 365,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="How it is written.")
    ] = Format.TABLE,
) -> None:
    """Anniversaries and planned events ahead.

    [dim]Examples[/dim]
      tracker upcoming
      tracker upcoming --days 30
      tracker upcoming --format csv
    """
    from tracker.clock import now
    from tracker.views.briefing import upcoming_as_markdown
    from tracker.views.records import upcoming_record

    def table(found: Sequence["Upcoming"]) -> Any:
        from tracker.views.terminal import upcoming_table

        return upcoming_table(found, today)

    today = now().date()
    found = _ahead(current(context), today, days)
    if not found:
        say(f"nothing is known to be due in the next {days} days")
    _print(found, format, upcoming_record, upcoming_as_markdown, table)


def _ahead(context: Context, today: dt.date, days: int) -> Sequence["Upcoming"]:
    from db.engine import begin
    from tracker.answers.ahead import due

    with begin(context.engine, read_only=True) as session:
        return due(context, session, today, days)


def show(
    context: typer.Context,
    id: Annotated[
        str, typer.Argument(metavar="ID", help="The event's id, as the other commands show it.")
    ],
    format: Annotated[Page, typer.Option("--format", "-f", help="How it is written.")] = Page.TABLE,
) -> None:
    """One event: its values, how each was chosen, every source with its sentence, its history.

    [dim]Examples[/dim]
      tracker show ID
      tracker show ID --format json
    """
    from db.engine import begin
    from tracker.timeline.query import find_event, history
    from tracker.views.briefing import events_as_markdown, page_of
    from tracker.views.records import as_json, event_record
    from tracker.views.terminal import console, event_page

    with begin(current(context).engine, read_only=True) as session:
        event = find_event(session, id)
        revisions = history(session, event.id)
    if event.id != id:
        say(f"{id} is now part of {event.id}")
    if format is Page.JSON:
        print(as_json([event_record(event)]))
    elif format is Page.MARKDOWN:
        sys.stdout.write(events_as_markdown([event]))
    elif format is Page.HTML:
        sys.stdout.write(page_of(event.title, events_as_markdown([event])))
    else:
        console().print(event_page(event, revisions))


@filtered
def ical(
    context: typer.Context,
    filters: "Filters",
    output: Output = None,
    name: Annotated[str, typer.Option(help="The calendar's name.")] = "Timeline",
) -> None:
    """The timeline and the anniversaries of the next two years as a calendar file.

    [dim]Examples[/dim]
      tracker ical -o timeline.ics
      tracker ical --actor Russia --name "With Russia" -o russia.ics
      tracker ical --type anniversary --since 2026-01-01 -o anniversaries.ics
    """
    from tracker.answers.calendar import calendar_of

    content, left_out = calendar_of(current(context), filters, name)
    _write(content.decode(), output)
    if left_out:
        say(
            f"{left_out} events are known only to the month or less and are on no day of the calendar"
        )


def _write(content: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(content)
        return
    try:
        output.write_bytes(content.encode())
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from error
    say(f"written: {output}")
