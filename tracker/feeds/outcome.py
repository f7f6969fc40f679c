"""What an answer means for a feed. Pure decisions: what to store, and why."""

import datetime as dt
import hashlib
import itertools
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from tracker.addresses import without_secrets
from tracker.feeds import schedule
from tracker.feeds.items import FeedRead
from tracker.feeds.schedule import Pace
from tracker.feeds.state import FeedState, Verdict
from tracker.walls import in_words, is_challenge

__all__ = [
    "Asked",
    "digest",
    "failed",
    "is_same_body",
    "must_ask_afresh",
    "postponed",
    "problem_of",
    "read",
    "unchanged",
]

TRUST_IN_304 = dt.timedelta(days=8)
MOVE_AFTER = dt.timedelta(days=7)
PERMANENT = (301, 308)
STATUS_CODES = {
    401: "forbidden",
    403: "forbidden",
    404: "not_found",
    410: "gone",
    429: "rate_limited",
}


@dataclass(frozen=True, slots=True)
class Asked:
    """The circumstances of one check. `hops` are (url, status) of every answer on the way, the last included;
    `headers` and `body_hash` are the last answer's; `others` the addresses of the other feeds."""

    now: dt.datetime
    pace: Pace
    dice: float = 0.0
    hops: tuple[tuple[str, int], ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)
    body_hash: str | None = None
    others: Collection[str] = ()


def must_ask_afresh(state: FeedState, now: dt.datetime) -> bool:
    """Whether to leave the validators out: some servers answer 304 for ever."""
    return state.validated_at is None or now - state.validated_at >= TRUST_IN_304


def digest(body: bytes) -> str:
    """What an unchanged body is known by."""
    return hashlib.sha256(body).hexdigest()[:32]


def is_same_body(state: FeedState, body_hash: str) -> bool:
    """Whether this body has been read already."""
    return state.body_hash is not None and state.body_hash == body_hash


def problem_of(
    status: int, headers: Mapping[str, str], body: bytes = b""
) -> tuple[str, str] | None:
    """The stable code and the words for an answer without a usable body, None for a good one."""
    if 200 <= status < 300:
        return None
    if is_challenge(status, headers, body):
        return "bot_wall", f"{in_words('bot_wall')}: the server wants a browser (HTTP {status})"
    if status >= 500:
        return "server_error", f"HTTP {status}"
    return STATUS_CODES.get(status, f"http_{status}"), f"HTTP {status}"


def unchanged(state: FeedState, asked: Asked) -> Verdict:
    """After a 304, or a body that was read before."""
    full = asked.hops[-1][1] != 304
    after = _moved(_well(state, asked, None), asked)
    after = replace(
        after,
        etag=asked.headers.get("etag", None if full else state.etag),
        last_modified=asked.headers.get("last-modified", None if full else state.last_modified),
        validated_at=asked.now if full else state.validated_at,
    )
    # A feed degraded by what it contains stays so while it contains the same.
    if state.state == "degraded" and after.state == "ok":
        after = replace(after, state="degraded", reason=state.reason, message=state.message)
    return Verdict(after, "unchanged", moved_from=_old_url(state, after))


def read(state: FeedState, asked: Asked, feed: FeedRead, *, complete: bool, new: int) -> Verdict:
    """After a body that could be read. `complete` is False where part of it was lost on the way.

    Validators are stored only with what they stand for: never for a body that was cut short.
    """
    after = _moved(_well(state, asked, feed.ttl), asked)
    if after.state != "paused":
        reason = feed.problems[0] if feed.problems else ""
        if reason and after.state == "ok":
            after = replace(
                after, state="degraded", reason=reason, message="; ".join(feed.problems)
            )
    after = replace(
        after,
        etag=asked.headers.get("etag") if complete else None,
        last_modified=asked.headers.get("last-modified") if complete else None,
        body_hash=asked.body_hash if complete else None,
        validated_at=asked.now if complete else None,
        last_new=asked.now if new else state.last_new,
    )
    outcome = "duplicate" if after.state == "paused" else "read"
    return Verdict(after, outcome, after.reason, after.message, _old_url(state, after))


def failed(
    state: FeedState,
    asked: Asked,
    code: str,
    message: str,
    *,
    paused_until: dt.datetime | None = None,
) -> Verdict:
    """After a check that brought nothing. The stored articles and validators stay as they are.

    What is gone where a feed is only for now says nothing about the feed.
    """
    if code == "gone" and not _is_elsewhere(asked.hops):
        after = replace(state, state="gone", reason=code, message=message, next_check=None)
        return Verdict(replace(after, last_checked=asked.now), "gone", code, message)
    counted = code != "rate_limited"
    failures = state.failures + counted
    wait = schedule.retry_after(asked.headers, asked.now)
    ends = [end for end in (paused_until, asked.now + wait if wait else None) if end]
    after = replace(
        state,
        state="paused" if failures >= schedule.PATIENCE else "failing",
        reason=code,
        message=message,
        failures=failures,
        last_checked=asked.now,
        next_check=schedule.after_failure(
            _own(state, asked.pace),
            failures,
            asked.now,
            asked.dice,
            not_before=max(ends, default=None),
        ),
    )
    if code in ("not_a_feed", "bot_wall"):  # a captive portal's redirect is no move
        after = replace(after, moved_to=None, moved_since=None)
    return Verdict(after, "failed", code, message)


def _is_elsewhere(hops: tuple[tuple[str, int], ...]) -> bool:
    return any(status not in PERMANENT for _, status in hops[:-1])


def postponed(state: FeedState, asked: Asked, code: str, message: str) -> Verdict:
    """After a check that failed because our own network is down: nothing counts against the feed."""
    soon = asked.now + asked.pace.shortest
    after = replace(state, last_checked=asked.now, next_check=soon, message=message, reason=code)
    return Verdict(after, "failed", code, message)


def _own(state: FeedState, pace: Pace) -> Pace:
    if not state.interval_seconds:
        return pace
    return replace(pace, interval=dt.timedelta(seconds=state.interval_seconds))


def _well(state: FeedState, asked: Asked, ttl: int | None) -> FeedState:
    hint = schedule.cache_hint(asked.headers, ttl)
    return replace(
        state,
        state="ok",
        reason="",
        message="",
        failures=0,
        last_checked=asked.now,
        last_success=asked.now,
        next_check=schedule.after_success(
            asked.pace, state.interval_seconds, hint, asked.now, asked.dice
        ),
    )


def _moved(state: FeedState, asked: Asked) -> FeedState:
    """`state` with what the redirects say about where the feed lives."""
    target = _permanent_target(state.url, asked.hops)
    if target is None:
        return replace(state, moved_to=None, moved_since=None)
    if target in asked.others:
        message = f"it has moved to {without_secrets(target)}, which is another feed already"
        slow = asked.now + asked.pace.longest
        return replace(
            state, state="paused", reason="duplicate_of", message=message, next_check=slow
        )
    since = state.moved_since if state.moved_to == target and state.moved_since else asked.now
    if _only_secured(state.url, target) or asked.now - since >= MOVE_AFTER:
        return replace(state, url=target, moved_to=None, moved_since=None)
    return replace(
        state,
        state="moved",
        reason="moved",
        message=f"it says it has moved to {without_secrets(target)}; believed after 7 days of saying so",
        moved_to=target,
        moved_since=since,
    )


def _permanent_target(url: str, hops: tuple[tuple[str, int], ...]) -> str | None:
    """Where an unbroken chain of permanent redirects from `url` leads."""
    target = None
    for (_, status), (following, _) in itertools.pairwise(hops):
        if status not in PERMANENT:
            break
        target = following
    return target if target != url else None


def _only_secured(old: str, new: str) -> bool:
    before, after = urlsplit(old), urlsplit(new)
    same = (before.hostname, before.path, before.query) == (after.hostname, after.path, after.query)
    return same and (before.scheme, after.scheme) == ("http", "https")


def _old_url(before: FeedState, after: FeedState) -> str | None:
    return before.url if before.url != after.url else None
