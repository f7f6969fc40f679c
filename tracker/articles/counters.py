"""Links that carry a counter: `?t=7` today, `?t=8` at the next look, and the same story each time.

Nothing in such a link says that it is one: `?id=7` and `?id=8` are two stories. So it is decided by what else is
known of the item, and in doubt it is another story.
"""

import datetime as dt
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from tracker.articles.address import differ_in_values, without_values
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
    alike: dict[tuple[str | None, str], list[Listed]] = defaultdict(list)
    for one in listed:
        if "?" in one.url and one.url not in present:
            shape = without_values(one.url)
            alike[shape, one.content].append(one)
            alike[shape, f"guid:{one.guid}"].append(one)
    for item in unseen:
        known = _known(item, alike, own_guid=bool(item.guid) and guids[item.guid] == 1)
        yield replace(item, url=known[0].url) if len(known) == 1 else item


def _known(
    item: Item, alike: Mapping[tuple[str | None, str], Sequence[Listed]], *, own_guid: bool
) -> list[Listed]:
    """What was listed word for word as `item`, or under a guid of its own and with one thing more the same."""
    if "?" not in item.url:
        return []
    shape, found = without_values(item.url), list[Listed]()
    if item.published is not None and item.title:
        found += alike.get((shape, item.fingerprint.partition(":")[2]), ())
    if own_guid:  # some feeds give every item of theirs the same
        named = alike.get((shape, f"guid:{item.guid}"), ())
        found += [one for one in named if one not in found and _agrees(item, one)]
    return [one for one in found if differ_in_values(one.url, item.url)]


def _agrees(item: Item, one: Listed) -> bool:
    dated = item.published is not None and item.published == one.published
    return dated or letters(item.title) == letters(one.title)
