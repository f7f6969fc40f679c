"""How lists are written: a table for people, JSON for programs."""

from enum import StrEnum
from typing import Annotated, Any

import typer

__all__ = ["Rows", "RowsOption", "print_records"]


class Rows(StrEnum):
    """How a list is written."""

    TABLE = "table"
    JSONL = "jsonl"
    JSON = "json"


RowsOption = Annotated[Rows, typer.Option("--format", "-f", help="How it is written.")]


def print_records(records: list[dict[str, Any]], format: Rows) -> None:
    """The records as JSON, or as a JSON value a line."""
    from tracker.views.records import as_json, as_jsonl

    if format is Rows.JSON:
        print(as_json(records))
        return
    for line in as_jsonl(records):
        print(line)
