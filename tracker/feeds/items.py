"""What a feed says: its items, and what is amiss with it."""

import datetime as dt
import hashlib
from dataclasses import dataclass

__all__ = ["FeedRead", "Item", "language_code"]


@dataclass(frozen=True, slots=True)
class Item:
    """One thing a feed lists. `url` is absolute; `html` is the full content where the feed carries it.

    `published` is None where the feed gives no date that can be trusted; `published_raw` is what it said.
    `credit` names the publisher an aggregator took the item from.
    """

    url: str
    title: str = ""
    guid: str = ""
    published: dt.datetime | None = None
    published_raw: str = ""
    updated_raw: str = ""
    summary: str = ""
    html: str = ""
    credit: str = ""
    language: str = ""
    flags: tuple[str, ...] = ()

    @property
    def fingerprint(self) -> str:
        """Two digests, "address:content": unchanged items are known by the whole, edited ones by
        the second half. The guid takes no part: some feeds make a new one at every request."""
        content = (self.title, self.published_raw, self.updated_raw, self.summary, self.html)
        return f"{_digest(self.url)}:{_digest(*content)}"


@dataclass(frozen=True, slots=True)
class FeedRead:
    """A feed as read. `format` is rss, atom, json, sitemap or html.

    `problems` are short reasons why it is degraded though usable ("not well-formed"); `skipped` counts
    items without a usable address; `ttl` is how many seconds the feed asks to be left alone.
    """

    format: str
    items: tuple[Item, ...]
    title: str = ""
    problems: tuple[str, ...] = ()
    skipped: int = 0
    ttl: int | None = None


def language_code(stated: str) -> str:
    """The two or three letters of a language tag ("en-GB": "en"); "" for what is none."""
    code = stated.strip().replace("_", "-").partition("-")[0].lower()
    return code if code.isascii() and code.isalpha() and 2 <= len(code) <= 3 else ""


def _digest(*parts: str) -> str:
    text = "\x1f".join(parts)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
