"""Fetching the pages of articles that wait for their text, and looking again at recent ones for corrections."""

import asyncio
import datetime as dt
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlsplit

from db import articles as rows_of_articles
from db import feeds as rows
from db.engine import Session, begin
from db.feeds import Waiting
from db.tables import Article
from jobs import robots
from jobs.log import logger
from jobs.means import Means, limits_of
from tracker import pipeline
from tracker.addresses import authority, without_secrets
from tracker.errors import FetchError, ReadError
from tracker.feeds import outcome, schedule
from tracker.http import Response
from tracker.pipeline import Arrival, Outcome, Taken
from tracker.settings import FeedSettings

__all__ = ["PageCounts", "fetch_pages"]

log = logger("pages")

BATCH = 200
# A correction is most likely soon after publication; then the page is left in peace.
LOOK_AGAIN = (
    dt.timedelta(hours=6),
    dt.timedelta(days=1),
    dt.timedelta(days=3),
    dt.timedelta(days=7),
)
TRY_AGAIN = (
    dt.timedelta(minutes=30), dt.timedelta(hours=2), dt.timedelta(hours=8), dt.timedelta(days=1),
    dt.timedelta(days=3),
)  # fmt: skip
FINAL = ("gone", "bad_url", "blocked_address", "too_large", "bad_redirect_scheme")


@dataclass(frozen=True, slots=True)
class PageCounts:
    """What fetching pages came to. `failures` are ("url", "code: words") of the first few."""

    fetched: int = 0
    new: int = 0
    changed: int = 0
    unchanged: int = 0
    skipped: int = 0
    failed: int = 0
    waiting: int = 0
    failures: tuple[tuple[str, str], ...] = ()


async def fetch_pages(means: Means, names: Sequence[str] = ()) -> PageCounts:
    """Fetches every page that is due once; `names` narrows it to what those feeds listed."""
    feeds = [
        feed.name
        for feed in means.settings.feeds
        if feed.full_text != "feed" and (not names or feed.name in names)
    ]
    if not feeds:
        return PageCounts()
    job = _Job(means)
    started = means.tools.now()
    while batch := job.next_batch(feeds, started):
        await job.fetch(batch)
    return job.counts()


class _Job:
    def __init__(self, means: Means) -> None:
        self.means = means
        self.tally: Counter[str] = Counter()
        self.failures: list[tuple[str, str]] = []
        self.tried: set[int] = set()

    def counts(self) -> PageCounts:
        return PageCounts(**self.tally, failures=tuple(self.failures))

    def next_batch(self, feeds: Sequence[str], now: dt.datetime) -> list[Waiting]:
        """The next articles due at `now` that were not tried in this pass."""
        with begin(self.means.engine, read_only=True) as session:
            limit = BATCH + len(self.tried)
            waiting = rows.waiting_articles(session, now, names=feeds, limit=limit)
        return [article for article in waiting if article.article_id not in self.tried][:BATCH]

    async def fetch(self, batch: Sequence[Waiting]) -> None:
        total = len(self.tried) + len(batch)

        async def host(articles: list[Waiting]) -> None:
            for article in articles:
                await self._one(article)
                self.tried.add(article.article_id)
                self.means.report(len(self.tried), total)

        async with asyncio.TaskGroup() as group:
            for articles in _by_host(batch):
                group.create_task(host(articles))

    async def _one(self, article: Waiting) -> None:
        means, feed = self.means, self.means.feed(article.feed)
        if feed is None:
            return
        host = authority(article.url)
        try:
            if not await robots.allows(means, article.url, feed):
                await self._set_aside(article, "skipped", "robots.txt does not allow it")
                return
            async with means.hosts.turn(host):
                now = means.tools.now()
                if (until := means.hosts.paused(host, now)) is not None:
                    await self._postpone(article, until)
                    return
                response = await self._ask(article, feed)
                means.hosts.heed(response, now)
                await self._answered(article, feed, response)
        except FetchError as error:
            await self._failed(article, error)

    async def _postpone(self, article: Waiting, until: dt.datetime) -> None:
        self.tally["waiting"] += 1
        _log(article, "waits", f"its host asked for patience until {until:%Y-%m-%d %H:%M} UTC")
        await self._note(article, {"next_attempt": until})

    async def _ask(self, article: Waiting, feed: FeedSettings) -> Response:
        home = authority(article.url) == authority(feed.url)
        return await self.means.fetcher.get(
            article.url,
            headers=feed.headers if home else {},
            etag=article.etag,
            last_modified=article.last_modified,
            allowed=feed.allow_private,
            limits=limits_of(self.means.settings, self.means.settings.fetch.page_limit),
        )

    async def _answered(self, article: Waiting, feed: FeedSettings, response: Response) -> None:
        now = self.means.tools.now()
        if response.status == 304:
            self.tally["unchanged"] += 1
            _log(article, "unchanged")
            await self._note(article, {"next_attempt": _next_look(article, now), "attempts": 0})
            return
        if problem := outcome.problem_of(response.status, response.headers, response.body):
            if problem[0] != "bot_wall":
                asked = schedule.retry_after(response.headers, now)
                await self._failed(article, FetchError(*problem), asked)
                return
            arrival = replace(_arrival(article, feed, response), url=article.url)
            arrival = replace(arrival, problem=("blocked", ": ".join(problem)))
            await self._store(article, arrival, response)
            return
        if response.truncated:
            raise FetchError("cut_off", "the page ended before its end")
        if _leads_home(article.url, response.url):
            await self._set_aside(article, "skipped", "it leads to the home page")
            return
        arrival = _arrival(article, feed, response)
        try:
            arrival = await self.means.workers.run(pipeline.prepare, arrival, now)
        except ReadError as error:  # the parser had to be killed: as with a page that is too large
            arrival = replace(arrival, problem=("failed", str(error)))
        if arrival.problem is not None:  # a wall elsewhere is no article of its own
            arrival = replace(arrival, url=article.url)
        await self._store(article, arrival, response)

    async def _store(self, article: Waiting, arrival: Arrival, response: Response) -> None:
        now = self.means.tools.now()
        values = {
            "attempts": 0,
            "page_etag": response.headers.get("etag"),
            "page_last_modified": response.headers.get("last-modified"),
        }

        def store() -> Taken:
            with begin(self.means.engine) as session:
                taken = pipeline.take_in(session, arrival, now)
                if taken.article_id != article.article_id:
                    _join(session, article.article_id, taken.article_id)
                for key in {article.article_id, taken.article_id}:
                    look = {**values, "next_attempt": _next_look(article, now)}
                    rows.note_page(session, key, look)
            return taken

        async with self.means.storing:
            taken = await asyncio.to_thread(store)
        _log(article, taken.outcome, taken.reason)
        self.tally["fetched"] += 1
        words = {Outcome.NEW: "new", Outcome.CHANGED: "changed", Outcome.SAME: "unchanged"}
        self.tally[words.get(taken.outcome, "skipped")] += 1

    async def _failed(
        self, article: Waiting, error: FetchError, asked: dt.timedelta | None = None
    ) -> None:
        now = self.means.tools.now()
        if error.code == "rate_limited":
            until = self.means.hosts.paused(authority(article.url), now) or now + TRY_AGAIN[0]
            await self._postpone(article, until)
            return
        self.tally["failed"] += 1
        _log(article, "failed", str(error))
        if len(self.failures) < 20:
            self.failures.append((article.url, str(error)))
        if article.state != "pending":  # its text is kept; only a later look failed
            await self._note(article, {"next_attempt": _next_look(article, now)})
        elif error.code in FINAL or article.attempts >= len(TRY_AGAIN):
            await self._set_aside(article, "failed", str(error), failed=True)
        else:
            later = now + max(TRY_AGAIN[article.attempts], asked or dt.timedelta())
            values = {"attempts": article.attempts + 1, "next_attempt": later}
            await self._note(article, {**values, "reason": error.code})

    async def _note(self, article: Waiting, values: dict[str, Any]) -> None:
        def store() -> None:
            with begin(self.means.engine) as session:
                rows.note_page(session, article.article_id, values)

        async with self.means.storing:
            await asyncio.to_thread(store)

    async def _set_aside(
        self, article: Waiting, state: str, reason: str, *, failed: bool = False
    ) -> None:
        now = self.means.tools.now()
        if not failed:
            self.tally["skipped"] += 1
            _log(article, state, reason)

        def store() -> None:
            with begin(self.means.engine) as session:
                if article.state == "pending":
                    pipeline.set_aside(session, article.article_id, state, reason, now)
                rows.note_page(session, article.article_id, {"next_attempt": None})

        async with self.means.storing:
            await asyncio.to_thread(store)


def _log(article: Waiting, outcome: str, reason: str = "") -> None:
    why = {"reason": reason} if reason else {}
    log.info("page", url=without_secrets(article.url), outcome=str(outcome), **why)


def _by_host(batch: Sequence[Waiting]) -> list[list[Waiting]]:
    groups: dict[str, list[Waiting]] = {}
    for article in batch:
        groups.setdefault(authority(article.url), []).append(article)
    return list(groups.values())


def _arrival(article: Waiting, feed: FeedSettings, response: Response) -> Arrival:
    pending = article.state == "pending"
    return Arrival(
        url=response.url if pending else article.url,  # where an aggregator's link leads
        title=article.title,
        credit=article.credit,
        page=response.body,
        content_type=response.content_type,
        published=article.published,
        publisher=feed.publisher or feed.name,
        kind=feed.kind,
        language=feed.language,
        origin="page",
    )


def _join(session: Session, announced: int, found: int) -> None:
    """Makes what was announced another address of the article that its link led to."""
    article, into = session.get(Article, announced), session.get(Article, found)
    if article and into and rows_of_articles.current_version(session, announced) is None:
        rows_of_articles.merge(session, article, into)


def _leads_home(asked: str, got: str) -> bool:
    """Whether an article's address ends up at a front page: what was there is there no more."""
    return (
        urlsplit(asked).path not in ("", "/")
        and urlsplit(got).path in ("", "/")
        and (not urlsplit(got).query)
    )


def _next_look(article: Waiting, now: dt.datetime) -> dt.datetime | None:
    """When to see whether a page was corrected: a few times in its first week, then never again."""
    born = article.published or article.first_seen
    born = min(born, article.first_seen)
    times = (born + age for age in LOOK_AGAIN)
    return next((time for time in times if time > now + dt.timedelta(hours=1)), None)
