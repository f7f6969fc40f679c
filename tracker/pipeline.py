"""From an arrival to the timeline: take in, read, publish. The stages are pure; this is where they meet the database.

An article comes in two ways: a feed announces it (no text yet: it waits as `pending`), and its text
arrives, from the feed itself, a fetched page or an import. Every step may be repeated: nothing doubles.
"""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from db.engine import Engine, Session, begin
from tracker.rulebook import Rulebook
from tracker.text.page import Page
from tracker.values import Kind

if TYPE_CHECKING:
    from tracker.timeline.ledger import Changes

__all__ = [
    "Arrival",
    "Outcome",
    "ReadCounts",
    "Taken",
    "prepare",
    "publish",
    "read_unread",
    "set_aside",
    "take_in",
]

Progress = Callable[[int, int], None]  # done, total


class Outcome(StrEnum):
    """What an arrival meant for the stored article."""

    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Arrival:
    """Something that came in about one article.

    With neither `text`, `page` nor `extracted` it is an announcement: the article is noted as `pending`.
    `text` is plain text or, with `text_is_html`, a fragment of HTML (a feed's content). `page` is a
    whole page as served, `content_type` its header. `extracted` is `page` already read (see `prepare`).
    `published` is what the feed or file says; `origin` is "feed", "page" or "import".
    """

    url: str
    title: str = ""
    text: str | None = None
    text_is_html: bool = False
    page: bytes | None = None
    content_type: str = ""
    extracted: Page | None = None
    published: dt.datetime | None = None
    publisher: str = ""
    kind: Kind = Kind.INDEPENDENT
    language: str = "en"
    origin: str = "page"
    external_id: str | None = None
    credit: str = ""  # whose story the feed says it is (`<source>` of an aggregator's item)
    problem: tuple[str, str] | None = None  # (state, reason): why `page` is no article


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of an arrival: the article, the outcome, why, and its state now."""

    article_id: int
    outcome: Outcome
    reason: str
    state: str = "ready"  # pending, ready, teaser, blocked, skipped, failed
    version_id: int | None = None


@dataclass(frozen=True, slots=True)
class ReadCounts:
    """How many article versions were read by the rules, and what that gave."""

    read: int = 0
    mentions: int = 0
    failed: int = 0
    failures: tuple[str, ...] = field(default=())  # "url: reason", the first few


def prepare(arrival: Arrival, now: dt.datetime) -> Arrival:
    """The same arrival with its page or HTML read. Pure and slow: call it outside a transaction.

    What is no article (a consent wall, a bot challenge, a PDF) comes back with `problem` set.
    """
    raise NotImplementedError


def take_in(session: Session, arrival: Arrival, now: dt.datetime) -> Taken:
    """Stores what is new about one article, and says what that was.

    The article is found by its canonical address; a different text is a new version, the same text
    changes no row. An arrival that was not prepared is prepared here.
    """
    raise NotImplementedError


def set_aside(
    session: Session, article_id: int, state: str, reason: str, now: dt.datetime
) -> None:
    """Notes why an article has no text: `state` is failed, skipped, blocked or pending (to try again)."""
    raise NotImplementedError


def read_unread(
    engine: Engine, rulebook: Rulebook, now: dt.datetime, progress: Progress | None = None
) -> ReadCounts:
    """Extracts the mentions of every current version that today's rules have not read yet.

    Each article is one short transaction, so that being killed loses nothing and doubles nothing.
    """
    raise NotImplementedError


def publish(
    engine: Engine, rulebook: Rulebook, now: dt.datetime, run_id: int | None = None
) -> "Changes":
    """Links all mentions into events and records what that changed."""
    from tracker.timeline import ledger

    with begin(engine) as session:
        return ledger.relink(session, now, run_id=run_id)
