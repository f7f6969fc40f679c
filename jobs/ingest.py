"""One pass: poll the feeds, fetch the pages, read the texts, publish the events."""

import asyncio
import contextlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from db import feeds as rows
from db import runs
from db.engine import Engine, begin
from db.tables import Feed
from jobs.means import Means, Progress, Tools, make_means
from jobs.pages import PageCounts, fetch_pages
from jobs.poll import FeedReport, poll_feeds
from tracker import pipeline
from tracker.errors import UsageError
from tracker.pipeline import ReadCounts
from tracker.rulebook import Rulebook
from tracker.settings import Settings

if TYPE_CHECKING:
    from tracker.timeline.ledger import Changes

__all__ = ["Summary", "fetch_once", "ingest_once", "sync"]


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
    means = make_means(engine, settings, tools, progress)
    with begin(engine) as session:
        run = runs.start(session, "ingest", tools.now())
    outcome, counts = "interrupted", {}
    try:
        feeds, pages = asyncio.run(fetch_once(means, names, everything))
        read, changes = digest(means, rulebook, run)
        summary = Summary(tuple(feeds), pages, read, changes)
        outcome, counts = ("partial" if summary.exit_code else "ok"), _counts(summary)
        return summary
    finally:
        with contextlib.suppress(Exception), begin(engine) as session:
            runs.finish(session, run, outcome, counts, tools.now())


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
    means: Means, names: Sequence[str] = (), everything: bool = False
) -> tuple[list[FeedReport], PageCounts]:
    """Polls the feeds and fetches the pages; nothing is read for events yet."""
    _load_hosts(means)
    try:
        async with means.fetcher, means.workers:
            feeds = await poll_feeds(means, _chosen(means, names, everything))
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


def _chosen(means: Means, names: Sequence[str], everything: bool) -> list[Feed]:
    due = None if names or everything else means.tools.now()
    with begin(means.engine, read_only=True) as session:
        return rows.feed_rows(session, names=names, due_at=due)


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
