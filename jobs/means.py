"""What a pass works with: the database, the network, the clock and the dice, all replaceable in tests."""

import asyncio
import datetime as dt
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field

from db.engine import Engine
from jobs.hosts import Hosts
from tracker import clock
from tracker.http import Fetcher, Limits
from tracker.settings import FeedSettings, Settings
from tracker.workers import Workers

__all__ = ["Means", "Tools", "limits_of", "make_means"]

Progress = Callable[[int, int], None]  # done, total


@dataclass(frozen=True)
class Tools:
    """Time and chance: `now` is the wall clock, `ticks` a clock that only goes forward."""

    now: Callable[[], dt.datetime] = clock.now
    ticks: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    dice: Callable[[], float] = random.random


@dataclass
class Means:
    """Everything one pass needs. `storing` lets one writer at a time into the database; `workers` read
    what strangers wrote."""

    engine: Engine
    settings: Settings
    fetcher: Fetcher
    hosts: Hosts
    tools: Tools
    workers: Workers
    progress: Progress | None = None
    storing: asyncio.Lock = field(default_factory=asyncio.Lock)

    def feed(self, name: str) -> FeedSettings | None:
        """The configured feed of that name."""
        return next((feed for feed in self.settings.feeds if feed.name == name), None)

    def report(self, done: int, total: int) -> None:
        """Tells whoever watches how far a stage has come."""
        if self.progress:
            self.progress(done, total)


def make_means(
    engine: Engine,
    settings: Settings,
    tools: Tools,
    workers: Workers,
    progress: Progress | None = None,
) -> Means:
    """The means that the settings describe."""
    fetch = settings.fetch
    fetcher = Fetcher(fetch.user_agent, fetch.allow_private, limits_of(settings, fetch.feed_limit))
    chosen = "per_host_delay" in fetch.model_fields_set
    hosts = Hosts(
        delay=fetch.per_host_delay.total_seconds(),
        spare_loopback=not chosen,
        ticks=tools.ticks,
        sleep=tools.sleep,
    )
    return Means(engine, settings, fetcher, hosts, tools, workers, progress)


def limits_of(settings: Settings, size: int) -> Limits:
    """The bounds of one request for a body of at most `size` bytes."""
    fetch = settings.fetch
    return Limits(fetch.total_timeout.total_seconds(), fetch.connect_timeout.total_seconds(), size)
