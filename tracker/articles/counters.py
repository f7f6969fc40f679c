"""Links that carry a counter: `?t=7` today, `?t=8` at the next look, and the same story each time.

Nothing in such a link says that it is one: `?id=7` and `?id=8` are two stories. So it is decided by what else is
known of the item, and in doubt it is another story.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.articles.address import differ_in_values
from tracker.feeds.items import Item
from tracker.plain import letters

__all__ = ["Listed", "may_count", "with_known_links"]


@dataclass(frozen=True, slots=True)
class Listed:
    """What a feed has listed before. `content` is the second half of the item's fingerprint."""

    url: str
    guid: str
    content: str
    title: str
    published: dt.datetime | None


def may_count(items: Iterable[Item]) -> bool:
    """Whether any of these links has a value that could be a counter."""
    return any("?" in item.url for item in items)


def with_known_links(
    unseen: Iterable[Item], document: Sequence[Item], listed: Sequence[Listed]
) -> Iterator[Item]:
    """The `unseen` items of a document; those that were `listed` under another value of their link, under that."""
    present = {item.url for item in document}
    guids = Counter(item.guid for item in document)
    for item in unseen:
        known = [
            one
            for one in listed
            if one.url not in present
            and differ_in_values(one.url, item.url)
            and (_says_so(item, one) if guids[item.guid] == 1 else _repeats(item, one))
        ]
        yield replace(item, url=known[0].url) if len(known) == 1 else item


def _says_so(item: Item, one: Listed) -> bool:
    """The same guid, and one thing more: some feeds give every item of theirs the same."""
    if not item.guid or item.guid != one.guid:
        return _repeats(item, one)
    dated = item.published is not None and item.published == one.published
    return dated or letters(item.title) == letters(one.title) or _repeats(item, one)


def _repeats(item: Item, one: Listed) -> bool:
    """Word for word what was listed, on the date that was stated."""
    content = item.fingerprint.partition(":")[2]
    return item.published is not None and content == one.content and bool(item.title)
