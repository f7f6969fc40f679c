"""Many values, a statement's worth at a time."""

from collections.abc import Iterable, Iterator
from typing import Any

__all__ = ["batches"]

AT_ONCE = 500  # SQLite takes only so many values in one statement


def batches(values: Iterable[Any]) -> Iterator[list[Any]]:
    """The values, each once and sorted, in lists short enough for one statement."""
    found = sorted(set(values))
    for start in range(0, len(found), AT_ONCE):
        yield found[start : start + AT_ONCE]
