"""The scheduler: one tick job that looks at what is due, until SIGTERM; SIGHUP reads the configuration again.

Due times live in our own database, not in the scheduler, so that a long sleep or a jump of the clock
neither drops a feed nor asks it twice.
"""

import asyncio
import datetime as dt
import os
import signal
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from db import runs
from db.engine import Engine, begin
from db.locks import Held, Lock
from jobs.ingest import digest, fetch_once, sync
from jobs.log import logger
from jobs.means import Means, Tools, make_means
from jobs.pages import PageCounts
from jobs.polling import FeedReport
from tracker.errors import AlreadyRunning, TrackerError
from tracker.pulse import Pulse
from tracker.rulebook import Rulebook, load_rulebook
from tracker.settings import Settings, load_settings
from tracker.workers import Workers

__all__ = ["run_daemon"]

TICK = dt.timedelta(seconds=20)
GRACE_SECONDS = 8.0
log = logger("daemon")


class Stopped(Exception):  # noqa: N818 - an order, not a mistake
    """Reading is to end between two articles."""


def run_daemon(
    engine: Engine,
    settings: Settings,
    *,
    reload: Callable[[], Settings] | None = None,
    tools: Tools | None = None,
    tick: dt.timedelta = TICK,
    pulse: Pulse | None = None,
) -> None:
    """Works until SIGTERM or SIGINT; `pulse` beats whenever the work goes on. Raises AlreadyRunning when
    another daemon has this database."""
    lock = Lock(engine, "daemon")
    try:
        lock.take()
    except Held as held:
        raise AlreadyRunning(
            f"another daemon works on this database already: {held.holder}"
        ) from held
    try:
        with Workers() as workers:
            again = reload or _again(settings)
            work = _Work(engine, settings, again, tools or Tools(), workers, pulse or Pulse())
            asyncio.run(work.run(tick))
    finally:
        lock.release()


def _again(settings: Settings) -> Callable[[], Settings]:
    return lambda: load_settings(settings.file, settings.database.url)


@dataclass
class _Work:
    engine: Engine
    settings: Settings
    reload: Callable[[], Settings]
    tools: Tools
    workers: Workers
    pulse: Pulse
    stopping: bool = False
    unread: bool = True  # whether texts may wait to be read: after a start, or new rules
    busy: "asyncio.Task[None] | None" = None
    means: Means = field(init=False)
    rulebook: Rulebook = field(init=False)
    job: Any = field(default=None, init=False)

    def __post_init__(self) -> None:
        self._take_up(self.settings)

    async def run(self, tick: dt.timedelta) -> None:
        """Ticks until told to stop."""
        stop = asyncio.Event()
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, stop.set)
        loop.add_signal_handler(signal.SIGHUP, self._reread)
        scheduler = AsyncIOScheduler(timezone=dt.UTC)
        self.job = job = scheduler.add_job(
            self._tick,
            "interval",
            seconds=tick.total_seconds(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
            next_run_time=dt.datetime.now(
                dt.UTC
            ),  # an earlier one would be caught up on, run by run
        )
        scheduler.start()
        log.info("daemon started", process=os.getpid(), feeds=len(self.settings.feeds))
        while not stop.is_set():
            _mend(job, self.tools.now(), tick)
            if not self.busy:  # a pass has to beat itself
                self.pulse.beat()
            try:
                await asyncio.wait_for(stop.wait(), tick.total_seconds())
            except TimeoutError:
                continue
        scheduler.shutdown(wait=False)
        await self._end()

    async def _tick(self) -> None:
        if self.stopping or self.busy:
            return
        self.busy = asyncio.current_task()
        self.pulse.beat()
        try:
            await self._pass()
        except (asyncio.CancelledError, Stopped):
            log.info("pass interrupted", why="the daemon is stopping")
        except Exception as error:  # the daemon outlives whatever one pass meets
            if not self.stopping:
                log.error("pass failed", why=_in_a_line(error))
                log.debug("pass failed", exc_info=True)
        finally:
            self.busy = None

    async def _pass(self) -> None:
        lock = await self._turn()
        started = self.tools.now()
        try:
            feeds, pages = await fetch_once(self.means)
            if self.unread or pages.fetched or any(feed.new or feed.changed for feed in feeds):
                await asyncio.to_thread(self._digest, started, feeds, pages)
        finally:
            lock.release()
        if feeds or pages.fetched:
            new = sum(feed.new for feed in feeds)
            log.info("pass done", feeds=len(feeds), new=new, pages=pages.fetched)

    def _digest(self, started: dt.datetime, feeds: Sequence[FeedReport], pages: PageCounts) -> None:
        with begin(self.engine) as session:
            run = runs.start(session, "daemon", started)
        self.unread = True  # until it is known to be done
        read, _ = digest(self.means, self.rulebook, run)
        self.unread = False
        counts = {"feeds": len(feeds), "pages": pages.fetched, "read": read.read}
        outcome = "ok" if not read.failed and all(feed.fine for feed in feeds) else "partial"
        with begin(self.engine) as session:
            runs.finish(session, run, outcome, counts, self.tools.now())

    async def _turn(self) -> Lock:
        """The lock on fetching, as soon as whoever has it lets go."""
        lock, waited = Lock(self.engine, "fetch"), False
        while True:
            try:
                lock.take()
            except Held as held:
                if not waited:
                    log.info("pass waits", why=f"another pass is running: {held.holder}")
                waited = True
                self.pulse.beat()
                await asyncio.sleep(0.5)
            else:
                return lock

    async def _end(self) -> None:
        """Ends what is in hand; what does not end in time is rolled back by the database."""
        self.stopping = True
        limit = threading.Timer(GRACE_SECONDS, _give_up)
        limit.daemon = True
        limit.start()
        if (task := self.busy) is not None:
            task.cancel()
            await asyncio.wait([task])
        # Threads still storing something are waited for as well.
        await asyncio.get_running_loop().shutdown_default_executor()
        limit.cancel()
        log.info("daemon stopped")

    def _reread(self) -> None:
        try:
            self._take_up(self.reload())
        except TrackerError as error:
            log.error("configuration kept", why=f"the new one is wrong: {error}")
        else:
            log.info("configuration read again", feeds=len(self.settings.feeds))
            self.job.modify(next_run_time=dt.datetime.now(dt.UTC))

    def _take_up(self, settings: Settings) -> None:
        rulebook = load_rulebook(settings.rules.folders)
        sync(self.engine, settings)
        self.settings, self.rulebook, self.unread = settings, rulebook, True
        self.means = make_means(self.engine, settings, self.tools, self.workers, self._watch)

    def _watch(self, done: int, total: int) -> None:
        self.pulse.beat()
        if self.stopping:
            raise Stopped


def _in_a_line(error: BaseException) -> str:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return f"{type(error).__name__}: {str(error).partition(chr(10))[0]}"


def _mend(job: Any, now: dt.datetime, tick: dt.timedelta) -> None:
    """Brings a tick back that lies far ahead because the clock was set back."""
    if job.next_run_time and job.next_run_time > now + 2 * tick:
        job.modify(next_run_time=now)


def _give_up() -> None:
    log.warning("stopped in the middle", why="work in hand did not end in time and is rolled back")
    os._exit(0)
