"""How the feeds fare, as records."""

from typing import Any

from db.engine import begin
from db.reports import FeedRow, feed_rows
from db.tables import Feed
from tracker.addresses import without_secrets
from tracker.answers.means import Means
from tracker.clock import now

__all__ = ["feed_records", "in_words", "is_unwell"]


def feed_records(means: Means) -> list[dict[str, Any]]:
    """Every configured feed, then those that once were."""
    with begin(means.engine, read_only=True) as session:
        known = {row.feed.name: _record(row) for row in feed_rows(session, now())}
    records = [
        known.pop(feed.name) if feed.name in known else _unpolled(feed.name, feed.url)
        for feed in means.settings.feeds
    ]
    return records + [{**record, "state": "not configured"} for record in known.values()]


def _record(row: FeedRow) -> dict[str, Any]:
    feed = row.feed
    return {
        "name": feed.name,
        "url": without_secrets(feed.url),
        "state": _state(feed) if feed.enabled else "disabled",
        "last_success": feed.last_success.isoformat() if feed.last_success else None,
        "next_check": feed.next_check.isoformat() if feed.next_check else None,
        "weekly": row.weekly,
        "failures": feed.failures,
        "reason": feed.reason,
        "message": feed.message,
    }


def _state(feed: Feed) -> str:
    """The stored state; a feed that only our own network keeps us from is not called well."""
    if feed.state == "ok" and feed.reason:
        return "unreached"
    return "new" if feed.state == "ok" and feed.last_success is None else feed.state


def _unpolled(name: str, url: str) -> dict[str, Any]:
    return {"name": name, "url": without_secrets(url), "state": "new", "last_success": None,
            "next_check": None, "weekly": 0, "failures": 0, "reason": "", "message": ""}  # fmt: skip


def is_unwell(record: dict[str, Any]) -> bool:
    """Whether something is wrong with a feed."""
    return bool(record["reason"] or record["failures"])


def in_words(record: dict[str, Any]) -> str:
    """The reason with what is known about it, each said once."""
    reason, message = record["reason"], record["message"]
    return message if message.startswith(reason) else f"{reason}: {message}" if message else reason
