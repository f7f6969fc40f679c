"""One pass: poll the feeds, fetch the pages, read the texts, publish the events."""

import asyncio
import contextlib
import datetime as dt
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db import feeds as rows
from db import runs
from db.engine import Engine, begin
from db.locks import Held, Lock
from db.tables import Feed
from jobs.means import Means, Progress, Tools, make_means
from jobs.pages import PageCounts, fetch_pages
from jobs.polling import FeedReport, poll_feeds
from tracker import pipeline
from tracker.errors import AlreadyRunning, UsageError
from tracker.pipeline import ReadCounts
from tracker.rulebook import Rulebook
from tracker.settings import Settings
from tracker.workers import Workers

if TYPE_CHECKING:
    from tracker.timeline.ledger import Changes

__all__ = ["Summary", "digest", "fetch_once", "fetch_turn", "ingest_once", "sync"]

PATIENCE = 600.0  # seconds to wait for another pass to end


@dataclass(frozen=True, slots=True)
class Summary:
    """What a pass came to. `changes` is None when nothing new had to be published."""

    feeds: tuple[FeedReport, ...] = ()
    pages: PageCounts = field(default_factory=PageCounts)
    read: ReadCounts = field(default_factory=ReadCounts)
    changes: "Changes | None" = None

    @property
    def problems(self) -> tuple[str, ...]:
        """What did not go through, a line each."""
        feeds = tuple(
            f"{report.name}: {report.reason}: {report.message}"
            for report in self.feeds
            if not report.fine
        )
        pages = tuple(f"{url}: {why}" for url, why in self.pages.failures)
        more = self.pages.failed - len(pages)
        rest = (f"{more} more pages failed",) if more > 0 else ()
        return (*feeds, *pages, *rest, *self.read.failures)

    def describe(self) -> str:
        """A line for every feed and one for the whole."""
        width = max((len(report.name) for report in self.feeds), default=0)
        lines = [
            f"{report.name:<{width}}  {report.outcome}"
            + f", {report.new} new, {report.changed} changed"
            + (f" ({report.reason})" if report.reason else "")
            for report in self.feeds
        ]
        pages = self.pages
        lines.append(
            f"{len(self.feeds)} feeds asked; {pages.fetched} pages fetched, {pages.failed} failed, "
            f"{pages.skipped} set aside; {self.read.read} articles read, {self.read.mentions} mentions found"
        )
        return "\n".join(lines)

    @property
    def exit_code(self) -> int:
        """0 when everything went through, 1 when a feed, a page or a text did not."""
        fine = all(report.fine for report in self.feeds)
        return 0 if fine and not self.pages.failed and not self.read.failed else 1


def ingest_once(
    engine: Engine,
    settings: Settings,
    rulebook: Rulebook,
    names: Sequence[str] = (),
    everything: bool = False,
    progress: Progress | None = None,
    tools: Tools | None = None,
) -> Summary:
    """Takes the feeds that are due (or those named, or all) through the whole pipeline once.

    Being stopped anywhere loses nothing: what was stored stays, the rest is done by the next pass.
    """
    tools = tools or Tools()
    _check_names(settings, names)
    sync(engine, settings)
    started = tools.now()
    with fetch_turn(engine), Workers() as workers:
        means = make_means(engine, settings, tools, workers, progress)
        return _ingest(means, rulebook, names, everything, started)


def _ingest(
    means: Means,
    rulebook: Rulebook,
    names: Sequence[str],
    everything: bool,
    started: dt.datetime,
) -> Summary:
    with begin(means.engine) as session:
        run = runs.start(session, "ingest", means.tools.now())
    outcome, counts = "interrupted", {}
    try:
        feeds, pages = asyncio.run(fetch_once(means, names, everything, started))
        read, changes = digest(means, rulebook, run)
        summary = Summary(tuple(feeds), pages, read, changes)
        outcome, counts = ("partial" if summary.exit_code else "ok"), _counts(summary)
        return summary
    except BaseExceptionGroup as group:  # of the tasks that asked side by side
        raise group.exceptions[0] from None
    finally:
        with contextlib.suppress(Exception), begin(means.engine) as session:
            runs.finish(session, run, outcome, counts, means.tools.now())


@contextlib.contextmanager
def fetch_turn(engine: Engine, patience: float = PATIENCE) -> Iterator[None]:
    """Has the feeds of this database to itself; waits while a daemon or another command has them.

    Raises AlreadyRunning when its patience ends.
    """
    lock, ends = Lock(engine, "fetch"), time.monotonic() + patience
    while True:
        try:
            lock.take()
            break
        except Held as held:
            if time.monotonic() >= ends:
                raise AlreadyRunning(f"the feeds are being fetched by {held.holder}") from held
            time.sleep(0.2)
    try:
        yield
    finally:
        lock.release()


def sync(engine: Engine, settings: Settings) -> None:
    """Makes the stored feeds those of the configuration."""
    wanted = [
        {
            "name": feed.name,
            "url": feed.url,
            "publisher": feed.publisher or feed.name,
            "kind": feed.kind.value,
            "language": feed.language,
            "enabled": feed.enabled,
        }
        for feed in settings.feeds
    ]
    with begin(engine) as session:
        rows.sync_feeds(session, wanted)


async def fetch_once(
    means: Means,
    names: Sequence[str] = (),
    everything: bool = False,
    unless_since: dt.datetime | None = None,
) -> tuple[list[FeedReport], PageCounts]:
    """Polls the feeds and fetches the pages; nothing is read for events yet.

    Feeds that somebody else has asked since `unless_since` are not asked once more.
    """
    _load_hosts(means)
    try:
        async with means.fetcher:
            feeds = await poll_feeds(means, _chosen(means, names, everything, unless_since))
            pages = await fetch_pages(means, names)
    finally:
        _save_hosts(means)
    return feeds, pages


def digest(
    means: Means, rulebook: Rulebook, run: int | None = None
) -> "tuple[ReadCounts, Changes | None]":
    """Reads what is unread and publishes what that changed."""
    now = means.tools.now()
    read = pipeline.read_unread(means.engine, rulebook, now, means.progress)
    changes = pipeline.publish(means.engine, rulebook, now, run)
    return read, changes


def _check_names(settings: Settings, names: Sequence[str]) -> None:
    known = {feed.name for feed in settings.feeds}
    if unknown := [name for name in names if name not in known]:
        there = ", ".join(sorted(known)) or "none"
        raise UsageError(f'no feed is called "{unknown[0]}"; there are: {there}')


def _chosen(
    means: Means, names: Sequence[str], everything: bool, unless_since: dt.datetime | None
) -> list[Feed]:
    now = means.tools.now()
    with begin(means.engine, read_only=True) as session:
        feeds = rows.feed_rows(session, names=names, due_at=None if names or everything else now)
    # A check that lies ahead of us was made before the clock was set back: it says nothing.
    since = unless_since or now
    return [feed for feed in feeds if not (feed.last_checked and since < feed.last_checked <= now)]


def _load_hosts(means: Means) -> None:
    with begin(means.engine, read_only=True) as session:
        for row in rows.hosts(session):
            manner = means.hosts.manner(row.name)
            manner.paused_until, manner.strikes = row.paused_until, row.strikes
            manner.robots, manner.robots_fetched = row.robots, row.robots_fetched


def _save_hosts(means: Means) -> None:
    changed = {name: manner for name, manner in means.hosts.manners.items() if manner.changed}
    if not changed:
        return
    with begin(means.engine) as session:
        for name, manner in changed.items():
            values = {
                "paused_until": manner.paused_until,
                "strikes": manner.strikes,
                "robots": manner.robots,
                "robots_fetched": manner.robots_fetched,
            }
            rows.save_host(session, name, values)
            manner.changed = False


def _counts(summary: Summary) -> dict[str, int]:
    return {
        "feeds": len(summary.feeds),
        "failed_feeds": sum(not report.fine for report in summary.feeds),
        "new": sum(report.new for report in summary.feeds),
        "pages": summary.pages.fetched,
        "failed_pages": summary.pages.failed,
        "read": summary.read.read,
        "mentions": summary.read.mentions,
    }
