"""A dry run of a feed, told line by line: the hops with their headers, the items, the first text."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.views.clean import one_line, printable

if TYPE_CHECKING:
    from jobs.checking import Checked
    from tracker.feeds.items import FeedRead, Item
    from tracker.http import Hop

__all__ = ["in_lines"]

INDENT = "    "


def in_lines(seen: "Checked", limit: int) -> Iterator[str]:
    """What a dry run saw, with at most `limit` items."""
    for hop in seen.hops:
        yield from _hop(hop)
    if seen.problem:
        yield one_line(f"no feed: {seen.problem}")
    if seen.feed is not None:
        yield from _feed(seen.feed, seen.size, limit)
    if seen.first is not None:
        yield from _article(seen, seen.first)


def _hop(hop: "Hop") -> Iterator[str]:
    yield one_line(f"{hop.status} {hop.url}")
    for name, value in hop.headers.items():
        yield INDENT + one_line(f"{name}: {value}")


def _feed(feed: "FeedRead", size: int, limit: int) -> Iterator[str]:
    yield one_line(f'{feed.format} feed "{feed.title}", {size} bytes, {len(feed.items)} items')
    for problem in feed.problems:
        yield f"{INDENT}problem: {problem}"
    if feed.skipped:
        yield f"{INDENT}left out: {feed.skipped} items without an address to fetch"
    for item in feed.items[:limit]:
        yield INDENT + one_line(f"{_day(item)} {item.title} {item.url} {' '.join(item.flags)}")
    if len(feed.items) > limit:
        yield f"{INDENT}… {len(feed.items) - limit} more (--limit)"


def _day(item: "Item") -> str:
    if item.published:
        return item.published.isoformat()
    return f"no date ({item.published_raw or 'none stated'})"


def _article(seen: "Checked", first: "Item") -> Iterator[str]:
    yield one_line(f"first article, text from the {seen.text_from}: {first.url}")
    if seen.page is None:
        yield INDENT + one_line(f"no text: {seen.page_problem}")
        return
    day = seen.page.published or "no date of its own"
    yield INDENT + one_line(f"{seen.page.title} ({day})")
    yield printable(seen.page.text)
