"""robots.txt, for pages (never for feeds, which are made to be polled): fetched once a day a host."""

import datetime as dt
from urllib.parse import urljoin

from protego import Protego

from jobs.hosts import LONGEST_CRAWL_DELAY, Manner
from jobs.means import Means, limits_of
from tracker.addresses import authority
from tracker.errors import FetchError
from tracker.settings import FeedSettings

__all__ = ["allows"]

FRESH = dt.timedelta(days=1)
LARGEST = 500_000


async def allows(means: Means, url: str, feed: FeedSettings) -> bool:
    """Whether the host's robots.txt lets us fetch `url`.

    No robots.txt allows everything. One that cannot be asked for now raises FetchError: the page waits.
    """
    if not means.settings.fetch.robots:
        return True
    manner, now = means.hosts.manner(authority(url)), means.tools.now()
    stale = manner.robots_fetched is None or now - manner.robots_fetched >= FRESH
    if manner.robots is None or stale:
        await _fetch(means, url, feed, manner, now)
    if manner.rules is None:
        manner.rules = Protego.parse(manner.robots or "")
    agent = means.settings.fetch.user_agent.partition("/")[0]
    asked = manner.rules.crawl_delay(agent) or 0.0
    manner.crawl_delay = min(float(asked), LONGEST_CRAWL_DELAY)
    return bool(manner.rules.can_fetch(url, agent))


async def _fetch(
    means: Means, url: str, feed: FeedSettings, manner: Manner, now: dt.datetime
) -> None:
    where = urljoin(url, "/robots.txt")
    async with means.hosts.turn(authority(url)):
        if means.hosts.paused(authority(url), now) is not None:
            raise FetchError("rate_limited", "its host asked for patience")
        response = await means.fetcher.get(
            where, allowed=feed.allow_private, limits=limits_of(means.settings, LARGEST)
        )
        means.hosts.heed(response, now)
    if response.status == 429:
        raise FetchError("rate_limited", f"{where} is asked for too often")
    if response.status >= 500:
        raise FetchError("robots_unreachable", f"{where} answers HTTP {response.status}")
    found = response.status < 300
    manner.robots = response.body.decode("utf-8", "replace") if found else ""
    manner.robots_fetched, manner.rules, manner.changed = now, None, True
