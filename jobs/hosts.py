"""Politeness: one request at a time to a host, a pause between two, longer ones when it asks for them."""

import asyncio
import datetime as dt
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

from protego import Protego

from tracker.addresses import is_loopback
from tracker.feeds import schedule

__all__ = ["Hosts", "Manner"]

LONGEST_CRAWL_DELAY = 30.0


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

    def manner(self, authority: str) -> Manner:
        """How to treat that host."""
        return self.manners.setdefault(authority, Manner())

    @asynccontextmanager
    async def turn(self, authority: str) -> AsyncIterator[None]:
        """Waits until it is polite to ask that host, and holds it meanwhile."""
        manner = self.manner(authority)
        async with manner.lock:
            if manner.last_start is not None:
                rest = manner.last_start + self._delay(authority, manner) - self.ticks()
                if rest > 0:
                    await self.sleep(rest)
            manner.last_start = self.ticks()
            yield

    def paused(self, authority: str, now: dt.datetime) -> dt.datetime | None:
        """Until when that host is to be left alone, None when it is not."""
        until = self.manner(authority).paused_until
        return until if until and until > now else None

    def pause(self, authority: str, asked: dt.timedelta | None, now: dt.datetime) -> dt.datetime:
        """Leaves the host alone for as long as it `asked`, or longer each time; returns until when."""
        manner = self.manner(authority)
        manner.strikes += 1
        manner.paused_until = now + schedule.host_pause(manner.strikes, asked)
        manner.changed = True
        return manner.paused_until

    def forgive(self, authority: str) -> None:
        """The host answers properly again."""
        manner = self.manner(authority)
        if manner.strikes or manner.paused_until:
            manner.strikes, manner.paused_until, manner.changed = 0, None, True

    def _delay(self, authority: str, manner: Manner) -> float:
        if self.spare_loopback and _is_this_machine(authority):
            return manner.crawl_delay
        return max(self.delay, manner.crawl_delay)


def _is_this_machine(authority: str) -> bool:
    host = authority.rpartition(":")[0] if authority.rpartition(":")[2].isdigit() else authority
    try:
        return host == "localhost" or is_loopback(host)
    except ValueError:
        return False
