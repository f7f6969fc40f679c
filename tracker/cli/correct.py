"""Commands that show why something was read as it was."""

import datetime as dt
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.context import current
from tracker.cli.failures import say
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.rulebook import Rulebook

__all__ = ["register"]

PANEL = "Correct"


def register(app: typer.Typer) -> None:
    """Adds these commands to the program."""
    for command in (explain, dates):
        app.command(rich_help_panel=PANEL)(command)


def explain(
    context: typer.Context,
    text: Annotated[str, typer.Argument(help='A sentence or more; "-" reads standard input.')],
    published: Annotated[
        str, typer.Option(help="The day the text was published.", metavar="DAY", show_default=False)
    ],
    title: Annotated[str, typer.Option(help="The article's title.", show_default=False)] = "",
    language: Annotated[str, typer.Option(help="The text's language.")] = "en",
) -> None:
    """Which rules read a text, what they made of it, and why.

    [dim]Examples[/dim]
      tracker explain "The two ministers held talks in Geneva on Monday." --published 2024-05-08
    """
    from tracker.cli.explaining import explanation
    from tracker.values import Document
    from tracker.views.terminal import console

    text = sys.stdin.read() if text == "-" else text
    document = Document("", title, text, _instant(published), language=language)
    console().print(explanation(document, current(context).rulebook))


def _instant(text: str) -> dt.datetime:
    try:
        found = dt.datetime.fromisoformat(text.strip())
    except ValueError:
        raise UsageError(f'"{text}" is not a day: write it like 2025-06-21') from None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)


def dates(
    context: typer.Context,
    file: Annotated[
        Path,
        typer.Argument(metavar="[FILE]", help='JSONL with id, dct, text; "-" is standard input.'),
    ] = Path("-"),
) -> None:
    """Every date that texts speak of: JSONL {id, dct, text} in, one JSON line a date found out.

    [dim]Examples[/dim]
      tracker dates documents.jsonl > dates.jsonl
      echo '{"id": "a", "dct": "2024-05-08", "text": "They met on Monday."}' | tracker dates
    """
    rulebook = current(context).rulebook
    failed = False
    for number, line in enumerate(_lines(file), 1):
        try:
            records = _dates_of(line, rulebook)
        except (ValueError, KeyError, TypeError) as error:
            say(f"{file}:{number}: {_reason(error)}")
            failed = True
            continue
        for record in records:
            print(json.dumps(record, ensure_ascii=False))
    if failed:
        raise typer.Exit(1)


def _lines(file: Path) -> Iterator[str]:
    try:
        with sys.stdin if str(file) == "-" else file.open(encoding="utf-8") as lines:
            yield from (line for line in lines if line.strip())
    except OSError as error:
        raise UsageError(f"cannot read {file}: {error.strerror}") from error


def _reason(error: Exception) -> str:
    if isinstance(error, json.JSONDecodeError):
        return f"not JSON: {error.msg} at column {error.colno}"
    return f"no {error}" if isinstance(error, KeyError) else str(error)


def _dates_of(line: str, rulebook: "Rulebook") -> list[dict[str, Any]]:
    from tracker.dates.timex import tag_document

    record = json.loads(line)
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    published = _instant(record["dct"]) if record.get("dct") else None
    language = record.get("language", "en")
    return tag_document(record["id"], published, record["text"], rulebook, language)
