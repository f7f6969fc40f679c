"""Answers written out: in which formats, to standard output or a file."""

import datetime as dt
import io
import sys
from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.failures import say
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.timeline.query import Upcoming
    from tracker.values import Event

__all__ = ["Format", "Output", "Page", "draw", "print_events", "print_upcoming", "write"]


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


def print_events(found: Sequence["Event"], format: Format) -> None:
    """Writes events to standard output."""
    from tracker.views.markdown import events_as_markdown
    from tracker.views.records import EVENT_COLUMNS, event_record

    def table(wide: bool) -> Any:
        from tracker.views.tables import event_table  # rich, which programs need not wait for

        return event_table(found, wide)

    _print(found, format, event_record, EVENT_COLUMNS, events_as_markdown, table)


def print_upcoming(found: Sequence["Upcoming"], format: Format, today: dt.date) -> None:
    """Writes what is due to standard output."""
    from tracker.views.markdown import upcoming_as_markdown
    from tracker.views.records import UPCOMING_COLUMNS, upcoming_record

    def table(wide: bool) -> Any:
        from tracker.views.tables import upcoming_table

        return upcoming_table(found, today, wide)

    _print(found, format, upcoming_record, UPCOMING_COLUMNS, upcoming_as_markdown, table)


def _print(
    found: Sequence[Any],
    format: Format,
    record: Callable[[Any], Mapping[str, Any]],
    columns: Sequence[str],
    markdown: Callable[[Sequence[Any]], str],
    table: Callable[[bool], Any],
) -> None:
    """What was found as a record each, as one text, or as a table, which may be wide."""
    from tracker.views.records import as_csv, as_json, as_jsonl

    if format is Format.JSONL:
        for line in as_jsonl(map(record, found)):
            print(line)
    elif format is Format.JSON:
        print(as_json(map(record, found)))
    elif format is Format.CSV:
        sys.stdout.write(as_csv(map(record, found), columns))
    elif format is Format.MARKDOWN:
        sys.stdout.write(markdown(found))
    elif found:
        from tracker.views.terminal import console, widen

        screen = console()
        screen.print(table(widen(screen)))


def draw(page: Any, output: Path | None = None) -> None:
    """Draws a page on the terminal, or as plain text into a file."""
    from tracker.views.terminal import console

    if output is None:
        console().print(page)
        return
    text = io.StringIO()
    console(text).print(page)
    write(text.getvalue(), output)


def write(content: str, output: Path | None = None) -> None:
    """Writes text to standard output or a file."""
    if output is None:
        sys.stdout.write(content)
        return
    try:
        output.write_bytes(content.encode())
    except OSError as error:
        raise UsageError(f"cannot write {output}: {error.strerror}") from error
    say(f"written: {output}")
