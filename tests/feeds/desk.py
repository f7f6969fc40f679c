"""A desk to work at: an empty database, a clock that stands still, and passes over the feeds one asks for."""

import asyncio
import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from ipaddress import ip_network
from typing import Any

from sqlmodel import select

from db.engine import Engine, begin
from db.tables import (
    Article,
    ArticleVersion,
    Event,
    Feed,
    FeedMove,
    FeedOutage,
    Host,
    Mention,
    Sighting,
)
from jobs.ingest import fetch_once, sync
from jobs.means import Means, Tools, make_means
from jobs.pages import PageCounts
from jobs.polling import FeedReport
from tracker.settings import FeedSettings, FetchSettings, ScheduleSettings, Settings
from tracker.workers import Workers

__all__ = ["START", "Desk"]

START = dt.datetime(2026, 3, 10, 12, 0, tzinfo=dt.UTC)
LOOPBACK = (ip_network("127.0.0.0/8"), ip_network("::1/128"))


@dataclass
class Desk:
    """One database and the feeds it follows. `pages` says whether passes fetch article pages."""

    engine: Engine
    workers: Workers
    runner: asyncio.Runner
    now: dt.datetime = START
    feeds: list[FeedSettings] = field(default_factory=list)
    fetch: dict[str, Any] = field(default_factory=dict)
    slept: list[float] = field(default_factory=list)
    elapsed: float = 0.0
    means: Means | None = None

    def follow(self, name: str, url: str, **more: Any) -> None:
        """Adds a feed to the configuration."""
        self.feeds = [feed for feed in self.feeds if feed.name != name]
        more = {"full_text": "feed", **more}
        self.feeds.append(FeedSettings(name=name, url=url, **more))
        self.means = None

    @property
    def settings(self) -> Settings:
        """The configuration as it is now."""
        fetch = {"allow_private": LOOPBACK, "robots": False, **self.fetch}
        return Settings(
            fetch=FetchSettings(**fetch), schedule=ScheduleSettings(), feeds=tuple(self.feeds)
        )

    def look(self, *names: str, due: bool = False) -> dict[str, FeedReport]:
        """One pass over all feeds, those named, or those that are `due`."""
        return self.work(*names, due=due)[0]

    def work(self, *names: str, due: bool = False) -> tuple[dict[str, FeedReport], PageCounts]:
        """The same, with what became of the pages."""
        if self.means is None:
            sync(self.engine, self.settings)
            tools = Tools(lambda: self.now, lambda: self.elapsed, self._sleep, lambda: 0.0)
            self.means = make_means(self.engine, self.settings, tools, self.workers)
        reports, pages = self.runner.run(fetch_once(self.means, names, not due))
        return {report.name: report for report in reports}, pages

    async def _sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.elapsed += seconds
        await asyncio.sleep(0)

    def later(self, **delta: float) -> None:
        """Lets time pass."""
        self.now += dt.timedelta(**delta)

    # --- what is stored ---------------------------------------------------

    def feed(self, name: str = "news") -> Feed:
        """The row of a feed."""
        with begin(self.engine, read_only=True) as session:
            return session.exec(select(Feed).where(Feed.name == name)).one()

    def rows(self, table: type[Any]) -> list[Any]:
        """Every row of a table."""
        with begin(self.engine, read_only=True) as session:
            return list(session.exec(select(table)))

    def articles(self) -> list[Article]:
        """Every article."""
        return sorted(self.rows(Article), key=lambda article: article.id or 0)

    def titles(self) -> list[str]:
        """The titles of every article, sorted."""
        return sorted(article.title for article in self.articles())

    def texts(self) -> list[str]:
        """The text of every version, in order of storage."""
        return [version.text for version in sorted(self.rows(ArticleVersion), key=lambda v: v.id)]

    def outages(self) -> list[FeedOutage]:
        """Every outage noted."""
        return self.rows(FeedOutage)

    def versions(self) -> list[ArticleVersion]:
        """Every version of every article, in order of storage."""
        return sorted(self.rows(ArticleVersion), key=lambda version: version.id)

    def sightings(self) -> list[Sighting]:
        """Which feed has listed what."""
        return self.rows(Sighting)

    def rows_of_hosts(self) -> list[Host]:
        """What is remembered of hosts."""
        return self.rows(Host)

    def moves(self) -> list[tuple[str, str]]:
        """Every move taken over, as (old, new)."""
        return [(move.old_url, move.new_url) for move in self.rows(FeedMove)]

    def contents(self) -> list[dict[str, Any]]:
        """Every row of what the timeline rests on: to be equal before and after."""
        tables: Iterable[type[Any]] = (Article, ArticleVersion, Sighting, Mention, Event)
        return [row.model_dump() for table in tables for row in self.rows(table)]
