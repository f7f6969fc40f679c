"""Asking feeds what is new, and storing it: one transaction a feed, so that validators are never ahead of articles."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields, replace

from sqlalchemy.exc import SQLAlchemyError

from db import feeds as rows
from db.engine import Session, begin
from db.tables import Article, Feed, Sighting
from jobs.log import logger
from jobs.means import Means, limits_of
from tracker import pipeline
from tracker.addresses import authority
from tracker.articles import counters
from tracker.errors import FetchError, ReadError, WorldError
from tracker.feeds import outcome, schedule
from tracker.feeds.fulltext import carried_text
from tracker.feeds.items import FeedRead, Item
from tracker.feeds.read import read_feed
from tracker.feeds.state import FeedState, Verdict
from tracker.http import Response
from tracker.pipeline import Arrival, Outcome
from tracker.settings import FeedSettings

__all__ = ["FeedReport", "poll_feeds"]

log = logger("poll")

Prepared = tuple[Item, Arrival]
OUR_SIDE = ("dns", "connect")  # what a network that is down looks like from inside


@dataclass(frozen=True, slots=True)
class FeedReport:
    """What one check of one feed came to, in a line."""

    name: str
    outcome: str  # read, unchanged, failed, gone, duplicate, waiting
    new: int = 0
    changed: int = 0
    reason: str = ""
    message: str = ""

    @property
    def fine(self) -> bool:
        """Whether the feed could be read, or was rightly left alone."""
        return self.outcome in ("read", "unchanged", "waiting")


@dataclass(frozen=True, slots=True)
class Check:
    """One feed about to be asked."""

    row: Feed
    settings: FeedSettings
    state: FeedState
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that brought nothing; held back until it is known whose fault that is."""

    check: Check
    error: WorldError
    response: Response | None = None


async def poll_feeds(means: Means, feeds: Sequence[Feed]) -> list[FeedReport]:
    """Asks every one of `feeds`; one report each, in the same order."""
    done: dict[str, FeedReport | Failure] = {}
    checks = _checks(means, feeds)

    async def one(check: Check) -> None:
        done[check.row.name] = await _guarded(means, check)
        means.report(len(done), len(checks))

    async with asyncio.TaskGroup() as group:
        for check in checks:
            group.create_task(one(check))
    failures = [result for result in done.values() if isinstance(result, Failure)]
    reached = len(failures) < len(done)
    down = not reached and _network_is_down(means, failures)
    for failure in failures:
        done[failure.check.row.name] = await _store_failure(means, failure, excused=down)
    return [result for row in feeds if isinstance(result := done.get(row.name), FeedReport)]


def _checks(means: Means, feeds: Sequence[Feed]) -> list[Check]:
    others = {feed.url for feed in means.settings.feeds} | {row.url for row in feeds}
    checks = []
    for row in feeds:
        if (settings := means.feed(row.name)) is not None:
            apart = frozenset(others - {row.url, settings.url})
            checks.append(Check(row, settings, _state(row), apart))
    return checks


def _state(row: Feed) -> FeedState:
    return FeedState(**{field.name: getattr(row, field.name) for field in fields(FeedState)})


def _network_is_down(means: Means, failures: Sequence[Failure]) -> bool:
    """Whether nothing at all could be reached, on several hosts since one last was: then the fault is ours."""
    if not all(failure.error.code in OUR_SIDE for failure in failures):
        return False
    means.hosts.unreachable |= {authority(failure.check.state.url) for failure in failures}
    down = len(means.hosts.unreachable) > 1
    if down and failures:
        log.warning("our own network seems to be down", feeds=len(failures))
    return down


async def _guarded(means: Means, check: Check) -> FeedReport | Failure:
    """The check, with any mistake of ours in it made the trouble of this one feed."""
    try:
        return await _check(means, check)
    except SQLAlchemyError:
        raise  # a database in trouble is everybody's
    except Exception as error:
        log.error("feed failed", feed=check.row.name, why=f"{type(error).__name__}: {error}")
        log.debug("feed failed", exc_info=True)
        return Failure(check, WorldError("internal", f"{type(error).__name__}: {error}"[:300]))


async def _check(means: Means, check: Check) -> FeedReport | Failure:
    host = authority(check.state.url)
    try:
        async with means.hosts.turn(host):
            now = means.tools.now()
            # Asked only now: whoever had the turn before may have been told to wait.
            if (until := means.hosts.paused(host, now)) is not None:
                return await _store_waiting(means, check, until)
            response = await _ask(means, check, now)
            means.hosts.heed(response, now)
            return await _answered(means, check, response)
    except FetchError as error:
        return Failure(check, error)


async def _ask(means: Means, check: Check, now: dt.datetime) -> Response:
    state, afresh = check.state, outcome.must_ask_afresh(check.state, now)
    return await means.fetcher.get(
        state.url,
        headers=check.settings.headers,
        etag=None if afresh else state.etag,
        last_modified=None if afresh else state.last_modified,
        allowed=check.settings.allow_private,
        limits=limits_of(means.settings, means.settings.fetch.feed_limit),
    )


async def _answered(means: Means, check: Check, response: Response) -> FeedReport | Failure:
    state = check.state
    conditional = bool(state.etag or state.last_modified)
    if response.status == 304 and conditional:
        return await _store_unchanged(means, check, response)
    if problem := outcome.problem_of(response.status, response.headers, response.body):
        return Failure(check, FetchError(*problem), response)
    if not response.truncated and outcome.is_same_body(state, outcome.digest(response.body)):
        return await _store_unchanged(means, check, response)
    try:
        feed = await means.workers.run(
            read_feed,
            response.body,
            response.url,
            means.tools.now(),
            content_type=response.content_type,
            selector=check.settings.links,
            limit=means.settings.fetch.feed_limit,
        )
    except ReadError as error:
        if not response.truncated or error.code != "not_a_feed":
            return Failure(check, error, response)
        feed = FeedRead(
            "", ()
        )  # what came before the cut tells nothing, not even that it is no feed
    return await _store_items(means, check, response, feed)


# --- storing ------------------------------------------------------------


async def _store_items(
    means: Means, check: Check, response: Response, feed: FeedRead
) -> FeedReport:
    if response.truncated:
        feed = replace(feed, problems=("cut off on the way", *feed.problems))
    arrivals = await _arrivals(means, check, feed)
    async with means.storing:
        return await asyncio.to_thread(_store_items_now, means, check, response, feed, arrivals)


def _store_items_now(
    means: Means, check: Check, response: Response, feed: FeedRead, arrivals: Sequence[Prepared]
) -> FeedReport:
    now = means.tools.now()
    asked = _asked(means, check, response, now)
    complete = not response.truncated and not any(
        problem.startswith("cut") for problem in feed.problems
    )
    with begin(means.engine) as session:
        verdict = outcome.read(check.state, asked, feed, complete=complete, new=0)
        counts = {Outcome.NEW: 0, Outcome.CHANGED: 0}
        if verdict.outcome != "duplicate":
            counts = _take_items(session, check, arrivals, now)
        learnt = _learnt(session, check, asked, now)
        state = replace(check.state, interval_seconds=learnt)
        new = counts[Outcome.NEW]
        verdict = outcome.read(state, asked, feed, complete=complete, new=new)
        _write(session, check, verdict, now)
    changed = counts[Outcome.CHANGED]
    return _report(check, verdict, response, new=new, changed=changed)


async def _arrivals(means: Means, check: Check, feed: FeedRead) -> list[Prepared]:
    """The items not seen before, or edited since, as arrivals; texts are read outside the transaction."""
    now = means.tools.now()

    def unseen() -> list[Item]:
        with begin(means.engine, read_only=True) as session:
            seen = rows.seen_items(session, _id(check.row))
            items = [item for item in feed.items if item.fingerprint not in seen]
            if not counters.may_count(items):
                return items
            listed = [_listed(*row) for row in rows.listed_items(session, _id(check.row))]
        known = counters.with_known_links(items, feed.items, listed)
        return [item for item in known if item.fingerprint not in seen]

    prepared = []
    for item in await asyncio.to_thread(unseen):
        arrival = _arrival(check.settings, item)
        if not arrival.announces:
            arrival = await _read(means, arrival, now)
        prepared.append((item, arrival))
    return prepared


def _listed(sighting: Sighting, article: Article) -> counters.Listed:
    content = sighting.item_hash.partition(":")[2]
    return counters.Listed(article.url, sighting.guid, content, article.title, article.published)


async def _read(means: Means, arrival: Arrival, now: dt.datetime) -> Arrival:
    try:
        return await means.workers.run(pipeline.prepare, arrival, now)
    except ReadError as error:
        return replace(arrival, problem=("failed", str(error)))


def _arrival(feed: FeedSettings, item: Item) -> Arrival:
    text = carried_text(item, feed.full_text)
    configured = "language" in feed.model_fields_set
    return Arrival(
        url=item.url,
        title=item.title,
        text=text or None,
        text_is_html=bool(text),
        published=item.published,
        published_raw=item.published_raw,
        publisher=feed.publisher or feed.name,
        kind=feed.kind,
        language=feed.language if configured else item.language or feed.language,
        origin="feed",
        external_id=item.guid or None,
        credit=item.credit,
    )


def _take_items(
    session: Session, check: Check, arrivals: Sequence[Prepared], now: dt.datetime
) -> dict[Outcome, int]:
    counts = dict.fromkeys(Outcome, 0)
    for item, arrival in arrivals:
        try:
            taken = pipeline.take_in(session, arrival, now)
        except ReadError:
            continue  # an address that is none: one bad item never loses the rest
        counts[taken.outcome] += 1
        edited = rows.sight(
            session, _id(check.row), taken.article_id, item.guid, item.fingerprint, now
        )
        # The feed says something else about it now: so may the page.
        if edited and arrival.text is None:
            rows.ask_again(session, taken.article_id, now)
            counts[Outcome.CHANGED] += taken.outcome is Outcome.SAME
    return counts


async def _store_unchanged(means: Means, check: Check, response: Response) -> FeedReport:
    now = means.tools.now()
    asked = _asked(means, check, response, now)

    def store() -> Verdict:
        with begin(means.engine) as session:
            state = replace(check.state, interval_seconds=_learnt(session, check, asked, now))
            verdict = outcome.unchanged(state, asked)
            _write(session, check, verdict, now)
        return verdict

    async with means.storing:
        return _report(check, await asyncio.to_thread(store), response)


async def _store_failure(means: Means, failure: Failure, *, excused: bool) -> FeedReport:
    check, error, response = failure.check, failure.error, failure.response
    now = means.tools.now()
    asked = _asked(means, check, response, now)
    if excused:
        verdict = outcome.postponed(check.state, asked, error.code, error.message)
    else:
        until = means.hosts.paused(authority(check.state.url), now)
        verdict = outcome.failed(check.state, asked, error.code, error.message, paused_until=until)

    def store() -> None:
        with begin(means.engine) as session:
            _write(session, check, verdict, now)

    async with means.storing:
        await asyncio.to_thread(store)
    return _report(check, verdict, response)


async def _store_waiting(means: Means, check: Check, until: dt.datetime) -> FeedReport:
    def store() -> None:
        with begin(means.engine) as session:
            later = max(check.state.next_check or until, until)
            rows.save_feed(session, _id(check.row), {"next_check": later})

    async with means.storing:
        await asyncio.to_thread(store)
    message = f"its host asked for patience until {until:%Y-%m-%d %H:%M} UTC"
    return FeedReport(check.row.name, "waiting", reason="host_paused", message=message)


def _asked(
    means: Means, check: Check, response: Response | None, now: dt.datetime
) -> outcome.Asked:
    bounds, own = means.settings.schedule, check.settings.interval
    pace = schedule.Pace(
        own or bounds.interval, bounds.min_interval, bounds.max_interval, fixed=own is not None
    )
    asked = outcome.Asked(now, pace, means.tools.dice(), others=check.others)
    if response is None:
        return asked
    return replace(
        asked,
        hops=tuple((hop.url, hop.status) for hop in response.hops),
        headers=response.headers,
        body_hash=outcome.digest(response.body),
    )


def _learnt(session: Session, check: Check, asked: outcome.Asked, now: dt.datetime) -> int:
    week_ago = now - schedule.WEEK
    count = rows.fresh_count(session, _id(check.row), week_ago)
    return schedule.adapted(asked.pace, count, rows.known_since(session, _id(check.row)), now)


def _write(session: Session, check: Check, verdict: Verdict, now: dt.datetime) -> None:
    feed_id = _id(check.row)
    rows.save_feed(session, feed_id, asdict(verdict.state))
    if verdict.moved_from:
        rows.move_feed(session, feed_id, verdict.moved_from, verdict.state.url, now)
    if verdict.outcome in ("failed", "gone"):
        rows.open_outage(session, feed_id, verdict.reason, now)
    else:
        rows.close_outage(session, feed_id, now)


def _report(
    check: Check,
    verdict: Verdict,
    response: Response | None = None,
    *,
    new: int = 0,
    changed: int = 0,
) -> FeedReport:
    facts = {"outcome": verdict.outcome, "new": new, "changed": changed, "reason": verdict.reason}
    way = " > ".join(str(hop.status) for hop in response.hops) if response else ""
    due = verdict.state.next_check
    log.info(
        "feed checked",
        feed=check.row.name,
        **{name: fact for name, fact in facts.items() if fact},
        **({"status": way} if way else {}),
        next=f"{due:%Y-%m-%d %H:%M}" if due else "never",
    )
    return FeedReport(
        check.row.name, verdict.outcome, new, changed, verdict.reason, verdict.message
    )


def _id(row: Feed) -> int:
    assert row.id is not None
    return row.id
