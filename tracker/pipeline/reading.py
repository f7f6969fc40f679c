"""Reading stored texts by the rules, and publishing what they say."""

import datetime as dt
import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from db import articles as rows
from db.engine import Engine, begin
from db.tables import Article, ArticleVersion
from tracker import __version__
from tracker.pipeline.copies import mark_copies
from tracker.rulebook import Rulebook
from tracker.values import Document, Kind

if TYPE_CHECKING:
    from tracker.timeline.ledger import Changes

__all__ = [
    "ReadCounts",
    "count_unread",
    "publish",
    "read_unread",
    "reading_digest",
    "stored_document",
]

Progress = Callable[[int, int], None]  # done, total
FAILURES_TOLD = 20
# Characters: some 400 printed pages. A text that never ends must not keep all others waiting.
LONGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class ReadCounts:
    """How many article versions were read by the rules, and what that gave."""

    read: int = 0
    mentions: int = 0
    failed: int = 0
    failures: tuple[str, ...] = ()  # "url: reason", the first few


def reading_digest(rulebook: Rulebook) -> str:
    """Changes whenever a text has to be read again: with the rules, and with the program."""
    return hashlib.sha256(f"{__version__}\0{rulebook.digest}".encode()).hexdigest()[:16]


def count_unread(engine: Engine, rulebook: Rulebook) -> int:
    """How many current article versions today's rules have not read."""
    with begin(engine, read_only=True) as session:
        return len(rows.unread_versions(session, reading_digest(rulebook)))


def read_unread(
    engine: Engine, rulebook: Rulebook, now: dt.datetime, progress: Progress | None = None
) -> ReadCounts:
    """Extracts the mentions of every current version that today's rules have not read yet.

    Each article is one short transaction, so that being killed loses nothing and doubles nothing.
    """
    digest = reading_digest(rulebook)
    with begin(engine, read_only=True) as session:
        waiting = rows.unread_versions(session, digest)
    mentions, failures = 0, []
    for done, version_id in enumerate(waiting, 1):
        try:
            mentions += _read_one(engine, rulebook, version_id, digest, now)
        except Exception as error:  # one text that trips a rule must not lose the rest
            failures.append(_failure(engine, version_id, error))
        if progress:
            progress(done, len(waiting))
    return ReadCounts(
        len(waiting) - len(failures), mentions, len(failures), tuple(failures[:FAILURES_TOLD])
    )


def _read_one(
    engine: Engine, rulebook: Rulebook, version_id: int, digest: str, now: dt.datetime
) -> int:
    from tracker.mentions import find_mentions
    from tracker.timeline import ledger

    with begin(engine, read_only=True) as session:
        document = stored_document(session.get_one(ArticleVersion, version_id), session.get_one)
    mentions = find_mentions(document, rulebook)
    with begin(engine) as session:
        version = session.get(ArticleVersion, version_id)
        if version is None or not version.current:
            return 0  # a newer text came in meanwhile
        ledger.save_mentions(session, version, document, mentions, digest, now)
    return len(mentions)


def stored_document(version: ArticleVersion, get: Callable[..., Article]) -> Document:
    """A stored version as the reading stages see it; `get` gives the article's row."""
    article = get(Article, version.article_id)
    offset = dt.timezone(dt.timedelta(minutes=article.published_offset or 0))
    return Document(
        url=article.url,
        title=version.title,
        text=version.text[:LONGEST],
        published=version.published.astimezone(offset) if version.published else None,
        publisher=article.publisher,
        kind=Kind(article.kind),
        language=article.language,
    )


def _failure(engine: Engine, version_id: int, error: Exception) -> str:
    with begin(engine, read_only=True) as session:
        version = session.get_one(ArticleVersion, version_id)
        url = session.get_one(Article, version.article_id).url
    return f"{url}: {type(error).__name__}: {error}"


def publish(
    engine: Engine, rulebook: Rulebook, now: dt.datetime, run_id: int | None = None
) -> "Changes":
    """Marks copies, links all mentions into events, and records what that changed."""
    from tracker.timeline import ledger

    mark_copies(engine)
    with begin(engine) as session:
        return ledger.relink(session, now, run_id=run_id)
