"""What a page says once its furniture is gone: a light value, so that it travels between processes."""

import datetime as dt
from dataclasses import dataclass

__all__ = ["Page"]


@dataclass(frozen=True, slots=True)
class Page:
    """An article read from a page.

    `text` has its paragraphs parted by blank lines. `published` is aware and keeps the publisher's UTC
    offset; `published_source` says what stated it ("metadata", "markup", "text", "" for none).
    `url` is the canonical address the page claims, or "". `flags` are short words on what is odd
    ("teaser", "charset_guess", "date_only").
    """

    title: str
    text: str
    published: dt.datetime | None = None
    published_source: str = ""
    language: str = ""
    url: str = ""
    publisher: str = ""
    flags: tuple[str, ...] = ()
