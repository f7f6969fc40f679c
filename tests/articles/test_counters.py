"""Links with numbers in them: which of thousands is one that was listed before."""

import time

from tracker.articles.counters import Listed, with_known_links
from tracker.feeds.items import Item


def test_thousands_of_numbered_links_are_told_apart_in_no_time() -> None:
    def item(n: int) -> Item:
        return Item(f"https://harbour.example/v?id={n}", title=f"Notice {n}", guid=f"{n}")

    listed = [
        Listed(one.url, one.guid, one.fingerprint.partition(":")[2], one.title, None)
        for one in map(item, range(2000))
    ]
    unseen = [item(n) for n in range(5000, 5500)]
    began = time.process_time()
    assert list(with_known_links(unseen, unseen, listed)) == unseen
    assert time.process_time() - began < 3  # pair by pair it would be a minute
