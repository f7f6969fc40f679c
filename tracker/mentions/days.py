"""Days that come round every year, from the recurring_days files."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from tracker.rulebook import Rulebook

__all__ = ["Day", "load_days"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day that comes round every year: its original date, whom it concerns, the words it goes by."""

    base: str
    title: str
    entities: frozenset[str]
    words: tuple[str, ...]


@lru_cache(maxsize=8)
def load_days(rulebook: Rulebook) -> tuple[Day, ...]:
    """The recurring days of every recurring_days file."""
    rows: dict[str, Mapping[str, Any]] = {}
    for file in rulebook.under("recurring_days"):
        for row in file.table.get("day", []):
            rows[str(row["id"])] = row
    return tuple(
        Day(str(r["base"]), str(r["title"]), frozenset(r["entities"]), tuple(r["words"]))
        for r in rows.values()
    )
