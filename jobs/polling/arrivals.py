"""From the items of a feed to arrivals: which are new or edited, and what each of them says."""

import asyncio
import datetime as dt
from dataclasses import replace

from db import feeds as rows
from db.engine import begin
from db.tables import Article, Sighting
from jobs.means import Means
from jobs.polling.checks import Check
from tracker import pipeline
from tracker.articles import counters
from tracker.errors import ReadError
from tracker.feeds.fulltext import carried_text
from tracker.feeds.items import FeedRead, Item
from tracker.pipeline import Arrival
from tracker.settings import FeedSettings

__all__ = ["Prepared", "arrivals_of"]

Prepared = tuple[Item, Arrival]


async def arrivals_of(means: Means, check: Check, feed: FeedRead) -> list[Prepared]:
    """The items not seen before, or edited since, as arrivals; texts are read outside the transaction."""
    now = means.tools.now()

    def unseen() -> list[Item]:
        with begin(means.engine, read_only=True) as session:
            seen = rows.seen_items(session, check.id)
            items = [item for item in feed.items if item.fingerprint not in seen]
            if not counters.may_count(items):
                return items
            listed = [_listed(*row) for row in rows.listed_items(session, check.id)]
        known = counters.with_known_links(items, feed.items, listed)
        return [item for item in known if item.fingerprint not in seen]

    prepared = []
    for item in await asyncio.to_thread(unseen):
        arrival = _arrival(check.settings, item)
        if not arrival.announces:
            arrival = await _read(means, arrival, now)
        prepared.append((item, arrival))
    return prepared


def _listed(sighting: Sighting, article: Article) -> counters.Listed:
    content = sighting.item_hash.partition(":")[2]
    return counters.Listed(article.url, sighting.guid, content, article.title, article.published)


async def _read(means: Means, arrival: Arrival, now: dt.datetime) -> Arrival:
    try:
        return await means.workers.run(pipeline.prepare, arrival, now)
    except ReadError as error:
        return replace(arrival, problem=("failed", str(error)))


def _arrival(feed: FeedSettings, item: Item) -> Arrival:
    text = carried_text(item, feed.full_text)
    configured = "language" in feed.model_fields_set
    return Arrival(
        url=item.url,
        title=item.title,
        text=text or None,
        text_is_html=bool(text),
        published=item.published,
        published_raw=item.published_raw,
        publisher=feed.publisher or feed.name,
        kind=feed.kind,
        language=feed.language if configured else item.language or feed.language,
        origin="feed",
        external_id=item.guid or None,
        credit=item.credit,
    )
