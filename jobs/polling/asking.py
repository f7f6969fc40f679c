"""Asking feeds what is new, and whose fault it is where nothing comes."""

import asyncio
import datetime as dt
from collections.abc import Sequence
from dataclasses import fields

from sqlalchemy.exc import SQLAlchemyError

from db import feeds as rows
from db.engine import begin
from db.tables import Feed
from jobs.means import Means, limits_of
from jobs.polling.checks import Check, Failure, FeedReport, log
from jobs.polling.storing import store_failure, store_items, store_unchanged, store_waiting
from tracker.addresses import authority
from tracker.errors import FetchError, ReadError, WorldError
from tracker.feeds import outcome
from tracker.feeds.items import FeedRead
from tracker.feeds.read import read_feed
from tracker.feeds.state import FeedState
from tracker.http import Response

__all__ = ["poll_feeds"]

OUR_SIDE = ("dns", "connect")  # what a network that is down looks like from inside


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
        done[failure.check.row.name] = await store_failure(means, failure, excused=down)
    return [result for row in feeds if isinstance(result := done.get(row.name), FeedReport)]


def _checks(means: Means, feeds: Sequence[Feed]) -> list[Check]:
    with begin(means.engine, read_only=True) as session:
        others = {feed.url for feed in means.settings.feeds} | rows.addresses(session)
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
                return await store_waiting(means, check, until)
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
        return await store_unchanged(means, check, response)
    if problem := outcome.problem_of(response.status, response.headers, response.body):
        return Failure(check, FetchError(*problem), response)
    if not response.truncated and outcome.is_same_body(state, outcome.digest(response.body)):
        return await store_unchanged(means, check, response)
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
    return await store_items(means, check, response, feed)
