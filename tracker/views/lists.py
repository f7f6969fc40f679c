"""Plain lists for the terminal: feeds, articles."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from tracker.views.clean import one_line, printable

__all__ = ["article_texts", "list_table"]

WIDE = {"title", "reason"}


def list_table(records: Iterable[Mapping[str, Any]], columns: Sequence[str]) -> RenderableType:
    """The named columns of the records; instants are cut to what matters."""
    table = Table(box=None, padding=(0, 1, 0, 0), header_style="dim", pad_edge=False)
    for name in columns:
        table.add_column(
            name.replace("_", " "), overflow="fold", no_wrap=name not in WIDE, min_width=len(name)
        )
    for record in records:
        table.add_row(*(Text(_shown(name, record[name])) for name in columns))
    return table


def _shown(name: str, value: object) -> str:
    if value is None:
        return "-"
    text = one_line(str(value))
    if name == "published":
        return text[:10]
    if name.startswith(("last_", "next_")):  # the year goes without saying
        return text[5:16].replace("T", " ")
    return text


def article_texts(records: Iterable[Mapping[str, Any]]) -> RenderableType:
    """Each article with its whole text."""
    parts: list[RenderableType] = []
    for record in records:
        day = str(record["published"] or "")[:10]
        parts.append(Text(one_line(record["title"] or record["url"]), style="bold"))
        parts.append(Text(one_line(f"{record['publisher']} {day} {record['url']}"), style="dim"))
        parts.append(Text(printable(record["text"] or "(no text)") + "\n"))
    return Group(*parts)
