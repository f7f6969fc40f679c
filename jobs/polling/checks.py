"""One check of one feed: what is known before it, and what it came to."""

from dataclasses import dataclass

from db.tables import Feed
from jobs.log import logger
from tracker.errors import WorldError
from tracker.feeds.state import FeedState, Verdict
from tracker.http import Response
from tracker.settings import FeedSettings

__all__ = ["Check", "Failure", "FeedReport", "reported"]

log = logger("poll")


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

    @property
    def id(self) -> int:
        """The number of the feed's row."""
        assert self.row.id is not None
        return self.row.id


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that brought nothing; held back until it is known whose fault that is."""

    check: Check
    error: WorldError
    response: Response | None = None


def reported(
    check: Check,
    verdict: Verdict,
    response: Response | None = None,
    *,
    new: int = 0,
    changed: int = 0,
) -> FeedReport:
    """The check in a line, which is logged on the way."""
    facts = {
        "outcome": verdict.outcome, "new": new, "changed": changed, "reason": verdict.reason,
        "why": verdict.message,
    }  # fmt: skip
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
