"""Politeness: one request at a time to a host, a pause between two, longer ones when it asks for them."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from protego import Protego

from tracker.addresses import authority, is_loopback
from tracker.feeds import schedule
from tracker.http import Response

__all__ = ["Hosts", "Manner"]

LONGEST_CRAWL_DELAY = 30.0
AT_ONCE = 8


@dataclass
class Manner:
    """How one host is to be treated. `robots` is the text of its robots.txt, None when not known."""

    paused_until: dt.datetime | None = None
    strikes: int = 0
    robots: str | None = None
    robots_fetched: dt.datetime | None = None
    crawl_delay: float = 0.0
    last_start: float | None = None
    changed: bool = False
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    rules: Protego | None = None


@dataclass
class Hosts:
    """Every host met, by its authority ("example.com", "localhost:8000").

    This machine itself is spared the pause (`spare_loopback`): there is nobody to be polite to.
    """

    delay: float
    spare_loopback: bool
    ticks: Callable[[], float]
    sleep: Callable[[float], Awaitable[None]]
    manners: dict[str, Manner] = field(default_factory=dict)
    unreachable: set[str] = field(default_factory=set)  # since any host was last reached
    gate: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(AT_ONCE))

    def manner(self, host: str) -> Manner:
        """How to treat that host."""
        return self.manners.setdefault(host, Manner())

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[None]:
        """Waits until it is polite to ask that host, and holds it meanwhile.

        Of all hosts only a few are held at once; waiting for one host's pause keeps none of the others.
        """
        manner = self.manner(host)
        async with manner.lock:
            if manner.last_start is not None:
                rest = manner.last_start + self._delay(host, manner) - self.ticks()
                if rest > 0:
                    await self.sleep(rest)
            async with self.gate:
                manner.last_start = self.ticks()
                yield

    def paused(self, host: str, now: dt.datetime) -> dt.datetime | None:
        """Until when that host is to be left alone, None when it is not."""
        until = self.manner(host).paused_until
        # One further ahead than any pause was made before the clock was set back.
        return until if until and now < until <= now + schedule.DAY else None

    def heed(self, response: Response, now: dt.datetime) -> None:
        """Leaves the hosts on the way alone that said "too many requests", longer each time; a good
        answer makes up for it."""
        self.unreachable.clear()
        manner = self.manner(authority(response.url))
        if response.status == 429:
            manner.strikes += 1
            asked = schedule.retry_after(response.headers, now)
            manner.paused_until = now + schedule.host_pause(manner.strikes, asked)
            manner.changed = True
        elif response.status < 400 and (manner.strikes or manner.paused_until):
            manner.strikes, manner.paused_until, manner.changed = 0, None, True

    def _delay(self, host: str, manner: Manner) -> float:
        if self.spare_loopback and _is_this_machine(host):
            return manner.crawl_delay
        return max(self.delay, manner.crawl_delay)


def _is_this_machine(host: str) -> bool:
    name, _, port = host.rpartition(":")
    host = name if name and port.isdigit() else host
    try:
        return host == "localhost" or is_loopback(host)
    except ValueError:
        return False
