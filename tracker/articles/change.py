"""New, changed or the same, and why: decided on values, stored elsewhere."""

import datetime as dt
import hashlib
from dataclasses import dataclass

__all__ = ["Change", "Content", "compare", "text_hash"]


@dataclass(frozen=True, slots=True)
class Content:
    """What makes one version of an article differ from another."""

    title: str
    text: str
    published: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """`kind` is "new", "changed" or "same"; `reason` says why in a few words."""

    kind: str
    reason: str


def text_hash(text: str) -> str:
    """A short digest of a text: equal for equal texts."""
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def compare(known: Content | None, arriving: Content) -> Change:
    """What `arriving` means for an article whose newest content is `known` (None: it has none yet)."""
    if known is None:
        return Change("new", "first text")
    parts = {
        "text": known.text != arriving.text,
        "title": known.title != arriving.title,
        "publication date": known.published != arriving.published,
    }
    differing = [part for part, differs in parts.items() if differs]
    if differing:
        return Change("changed", f"{' and '.join(differing)} changed")
    return Change("same", "same text, title and date")
