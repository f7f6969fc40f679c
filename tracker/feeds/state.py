"""What polling has learnt of a feed; the fields are the columns of the feed's row."""

import datetime as dt
from dataclasses import dataclass

__all__ = ["FeedState", "Verdict"]


@dataclass(frozen=True, slots=True)
class FeedState:
    """A feed between two checks. `state` is ok, degraded, failing, moved, gone or paused."""

    url: str
    state: str = "ok"
    reason: str = ""
    message: str = ""
    etag: str | None = None
    last_modified: str | None = None
    body_hash: str | None = None
    validated_at: dt.datetime | None = None
    last_checked: dt.datetime | None = None
    last_success: dt.datetime | None = None
    last_new: dt.datetime | None = None
    next_check: dt.datetime | None = None
    interval_seconds: int | None = None
    failures: int = 0
    moved_to: str | None = None
    moved_since: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one check came to: the state to store, and the outcome in one word with its reason.

    `outcome` is read, unchanged, failed, gone or duplicate; `counted` is False for a failure that is
    no fault of the feed (a host that asks for patience, our own network down).
    """

    state: FeedState
    outcome: str
    reason: str = ""
    message: str = ""
    moved_from: str | None = None
