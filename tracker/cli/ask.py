"""Commands that answer: the timeline, the briefing, what is ahead, the calendar, one event."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.answers import periods
from tracker.answers.sorting import Sort
from tracker.cli.context import Context, current
from tracker.cli.failures import say
from tracker.cli.filters import filtered
from tracker.cli.printing import Format, Output, Page, draw, print_events, print_upcoming, write

if TYPE_CHECKING:
    from tracker.timeline.query import Filters, Upcoming

__all__ = ["register"]

PANEL = "Ask"


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
    from tracker.views.markdown import as_html, as_markdown
    from tracker.views.records import as_json, event_record
    from tracker.views.sheets import briefing_page

    today = now().date()
    first, last = periods.quarter(period) if period else periods.quarter_of(today)
    since = periods.day(since_briefing) if since_briefing else None
    briefing = briefing_of(current(context), first, last, today, since)
    if format is Page.MARKDOWN:
        write(as_markdown(briefing), output)
    elif format is Page.HTML:
        write(as_html(briefing), output)
    elif format is Page.JSON:
        write(as_json(map(event_record, (*briefing.events, *briefing.possible))) + "\n", output)
    else:
        draw(briefing_page(briefing), output)


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

    today = now().date()
    found = _ahead(current(context), today, days)
    if not found:
        say(f"nothing is known to be due in the next {f'{days} days' if days > 1 else 'day'}")
    print_upcoming(found, format, today)


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
    from tracker.views.markdown import event_as_markdown, page_of
    from tracker.views.records import as_json, event_record, life_record
    from tracker.views.sheets import event_page

    with begin(current(context).engine, read_only=True) as session:
        event = find_event(session, id)
        revisions = history(session, event.id)
    if not event.id.startswith(id.strip().lower()):
        say(f"{id} is now part of {event.id}")
    if format is Page.JSON:
        print(as_json([event_record(event) | life_record(event, revisions)]))
    elif format is Page.MARKDOWN:
        write(event_as_markdown(event))
    elif format is Page.HTML:
        write(page_of(event.title, event_as_markdown(event)))
    else:
        draw(event_page(event, revisions))


@filtered
def ical(
    context: typer.Context,
    filters: "Filters",
    output: Output = None,
    name: Annotated[str, typer.Option(help="The calendar's name.")] = "Timeline",
    alarm: Annotated[
        int | None,
        typer.Option(
            help="An alarm at nine in the morning, so many days before what is ahead.",
            metavar="DAYS",
            min=0,
            max=30,
            show_default=False,
        ),
    ] = None,
) -> None:
    """The timeline and the anniversaries of the next two years as a calendar file.

    [dim]Examples[/dim]
      tracker ical -o timeline.ics
      tracker ical --actor Russia --name "With Russia" -o russia.ics
      tracker ical --type anniversary --since 2026-01-01 --alarm 1 -o anniversaries.ics
    """
    from tracker.answers.calendar import calendar_of

    content, left_out = calendar_of(current(context), filters, name, alarm)
    write(content.decode(), output)
    if left_out:
        say(
            f"{left_out} events are known only to the month or less and are on no day of the calendar"
        )
