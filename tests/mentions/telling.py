"""Short ways to read a text in tests."""

import datetime as dt

from tracker.mentions import find_mentions
from tracker.rulebook import Rulebook, load_rulebook
from tracker.values import Document, Mention

__all__ = ["days", "document", "read"]


def document(text: str, published: str = "2024-05-08") -> Document:
    day = dt.date.fromisoformat(published)
    at = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
    return Document("https://example.org/a", "", text, at)


def read(
    text: str, published: str = "2024-05-08", rulebook: Rulebook | None = None
) -> tuple[Mention, ...]:
    return find_mentions(document(text, published), rulebook or load_rulebook())


def days(mentions: tuple[Mention, ...]) -> list[str]:
    """What was found, as "type first..last status"."""
    return sorted(
        f"{m.type} {m.interval.first}"
        + ("" if m.interval.days == 1 else f"..{m.interval.last}")
        + f" {m.status.value}"
        for m in mentions
    )
