"""A dry run of one feed: every hop, the headers, the items, and the text of the first article. Stores nothing."""

import asyncio
from dataclasses import dataclass, replace

from jobs.means import Tools, limits_of
from tracker import pipeline
from tracker.errors import ReadError, WorldError
from tracker.feeds import outcome
from tracker.feeds.fulltext import carried_text
from tracker.feeds.items import FeedRead, Item
from tracker.feeds.read import read_feed
from tracker.http import Fetcher, Hop, Response
from tracker.pipeline import Arrival
from tracker.settings import FeedSettings, Settings
from tracker.text.page import Page
from tracker.workers import Workers

__all__ = ["Checked", "check_feed"]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a dry run saw. `problem` is why it is no feed; `first` the article read for a sample."""

    hops: tuple[Hop, ...] = ()
    size: int = 0
    feed: FeedRead | None = None
    problem: str = ""
    first: Item | None = None
    page: Page | None = None
    page_problem: str = ""
    text_from: str = ""  # feed or page


def check_feed(settings: Settings, feed: FeedSettings, tools: Tools | None = None) -> Checked:
    """Fetches and reads a feed as a pass would, without storing anything."""
    return asyncio.run(_check(settings, feed, tools or Tools()))


async def _check(settings: Settings, feed: FeedSettings, tools: Tools) -> Checked:
    fetch = settings.fetch
    fetcher = Fetcher(
        fetch.user_agent,
        (*fetch.allow_private, *feed.allow_private),
        limits_of(settings, fetch.feed_limit),
    )
    seen = Checked()
    with Workers(count=1) as workers:
        async with fetcher:
            try:
                response = await fetcher.get(feed.url, headers=feed.headers)
                seen = replace(seen, hops=response.hops, size=len(response.body))
                found = await _read(response, feed, workers, tools)
            except WorldError as error:
                return replace(seen, problem=str(error))
            seen = replace(seen, feed=found, first=found.items[0] if found.items else None)
            return await _sample(seen, settings, feed, fetcher, workers, tools)


async def _read(response: Response, feed: FeedSettings, workers: Workers, tools: Tools) -> FeedRead:
    if problem := outcome.problem_of(response.status, response.headers, response.body):
        raise ReadError(*problem)
    return await workers.run(
        read_feed,
        response.body,
        response.url,
        tools.now(),
        content_type=response.content_type,
        selector=feed.links,
    )


async def _sample(
    seen: Checked,
    settings: Settings,
    feed: FeedSettings,
    fetcher: Fetcher,
    workers: Workers,
    tools: Tools,
) -> Checked:
    if seen.first is None:
        return seen
    item = seen.first
    text = carried_text(item, feed.full_text)
    seen = replace(seen, text_from="feed" if text else "page")
    arrival = Arrival(item.url, item.title, text=text or None, text_is_html=bool(text))
    try:
        if not text:
            response = await fetcher.get(
                item.url, limits=limits_of(settings, settings.fetch.page_limit)
            )
            if problem := outcome.problem_of(response.status, response.headers, response.body):
                raise ReadError(*problem)
            arrival = replace(arrival, page=response.body, content_type=response.content_type)
        arrival = await workers.run(pipeline.prepare, arrival, tools.now())
    except WorldError as error:
        return replace(seen, page_problem=str(error))
    if arrival.problem:
        return replace(seen, page_problem=": ".join(arrival.problem))
    return replace(seen, page=arrival.extracted)
