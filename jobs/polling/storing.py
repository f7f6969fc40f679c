"""Storing what a check brought: one transaction a feed, so that validators are never ahead of articles."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, replace

from db import feeds as rows
from db.engine import Session, begin
from jobs.means import Means
from jobs.polling.arrivals import Prepared, arrivals_of
from jobs.polling.checks import Check, Failure, FeedReport, log, reported
from tracker import pipeline
from tracker.addresses import authority
from tracker.errors import ReadError
from tracker.feeds import outcome, schedule
from tracker.feeds.items import FeedRead
from tracker.feeds.state import Verdict
from tracker.http import Response
from tracker.pipeline import Outcome

__all__ = ["store_failure", "store_items", "store_unchanged", "store_waiting"]


async def store_items(means: Means, check: Check, response: Response, feed: FeedRead) -> FeedReport:
    if response.truncated:
        feed = replace(feed, problems=("cut off on the way", *feed.problems))
    arrivals = await arrivals_of(means, check, feed)
    async with means.storing:
        return await asyncio.to_thread(_store_now, means, check, response, feed, arrivals)


def _store_now(
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
    return reported(check, verdict, response, new=new, changed=changed)


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
        edited = rows.sight(session, check.id, taken.article_id, item.guid, item.fingerprint, now)
        # The feed says something else about it now: so may the page.
        if edited and arrival.text is None:
            rows.ask_again(session, taken.article_id, now)
            counts[Outcome.CHANGED] += taken.outcome is Outcome.SAME
    return counts


async def store_unchanged(means: Means, check: Check, response: Response) -> FeedReport:
    now = means.tools.now()
    asked = _asked(means, check, response, now)

    def store() -> Verdict:
        with begin(means.engine) as session:
            state = replace(check.state, interval_seconds=_learnt(session, check, asked, now))
            verdict = outcome.unchanged(state, asked)
            _write(session, check, verdict, now)
        return verdict

    async with means.storing:
        return reported(check, await asyncio.to_thread(store), response)


async def store_failure(means: Means, failure: Failure, *, excused: bool) -> FeedReport:
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
    return reported(check, verdict, response)


async def store_waiting(means: Means, check: Check, until: dt.datetime) -> FeedReport:
    def store() -> None:
        with begin(means.engine) as session:
            later = max(check.state.next_check or until, until)
            rows.save_feed(session, check.id, {"next_check": later})

    async with means.storing:
        await asyncio.to_thread(store)
    message = f"its host asked for patience until {until:%Y-%m-%d %H:%M} UTC"
    log.info("feed waits", feed=check.row.name, reason="host_paused", why=message)
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
    count = rows.fresh_count(session, check.id, week_ago)
    return schedule.adapted(asked.pace, count, rows.known_since(session, check.id), now)


def _write(session: Session, check: Check, verdict: Verdict, now: dt.datetime) -> None:
    feed_id = check.id
    rows.save_feed(session, feed_id, asdict(verdict.state))
    if verdict.moved_from:
        rows.move_feed(session, feed_id, verdict.moved_from, verdict.state.url, now)
    if verdict.outcome in ("failed", "gone"):
        rows.open_outage(session, feed_id, verdict.reason, now)
    else:
        rows.close_outage(session, feed_id, now)
