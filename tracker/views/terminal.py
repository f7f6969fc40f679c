"""The look of what is written to a terminal. What comes from outside is put into `Text`, which obeys no markup."""

import os
import re
import sys
from collections.abc import Iterable
from typing import IO, Any, cast

from rich.console import Console, RenderableType
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from tracker.values import Status

__all__ = ["console", "grid", "legend", "mark", "section", "widen"]

MARKS = {
    Status.OCCURRED: (" ", ""),
    Status.PLANNED: ("○", "cyan"),
    Status.POSTPONED: ("»", "yellow"),
    Status.CANCELLED: ("✗", "red"),
    Status.UNCONFIRMED: ("?", "yellow"),
    Status.RECURRING: ("↻", "magenta"),
}

NO_END = 10_000  # columns


def console(file: IO[str] | None = None) -> Console:
    """The terminal; without colour, and without blanks at the ends of lines, where it is a pipe."""
    out = file or sys.stdout
    target = out if out.isatty() else cast("IO[str]", _Trimmed(out))
    return Console(file=target, highlight=False, emoji=False, markup=False)


def widen(screen: Console) -> bool:
    """Lets lines be as long as they are where nobody asks for a width: `tracker events | grep` finds whole
    events. Gives whether it did."""
    free = not screen.is_terminal and not os.environ.get("COLUMNS")
    if free:
        screen.width = NO_END
    return free


class _Trimmed:
    """A file to which lines are written without the blanks that fill them up."""

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def write(self, text: str) -> int:
        """Writes text that ends with a line."""
        return self._file.write(re.sub(r" +(?=\n)", "", text))


def grid(*columns: tuple[str, dict[str, object]], wide: bool = False) -> Table:
    """A table without lines, as wide as the terminal, or (`wide`) as what it holds."""
    table = Table(
        box=None, padding=(0, 1, 0, 0), header_style="dim", expand=not wide, pad_edge=False
    )
    for name, options in columns:
        table.add_column(name, overflow="fold", **options)  # type: ignore[arg-type]
    return table


def mark(status: Status) -> Text:
    """The sign of a status."""
    sign, style = MARKS[status]
    return Text(sign, style=style)


def legend(statuses: Iterable[Status]) -> list[RenderableType]:
    """What the signs of these statuses mean."""
    seen = set(statuses)
    marks = [
        f"{sign} {status.value}"
        for status, (sign, _) in MARKS.items()
        if status in seen and sign.strip()
    ]
    return [Text(f"\n{'   '.join(marks)}", style="dim")] if marks else []


def section(title: str, body: RenderableType) -> list[RenderableType]:
    """A part of a page with its heading."""
    return [Text(), Rule(Text(title, style="bold"), align="left", style="dim"), body]
