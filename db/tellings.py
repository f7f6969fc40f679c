"""The mentions that tell listed events, with where they were read: plain rows, as they are shown."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlmodel import Session, col

from db.batches import batches
from db.tables import Article, ArticleVersion, Mention

__all__ = ["Telling", "tellings"]


class Telling(NamedTuple):
    """One mention of an event with where it was read, as it is shown."""

    event_id: str
    key: str
    quote: str
    start: int
    end: int
    confidence: float
    url: str
    publisher: str
    kind: str
    copy_of_id: int | None
    published: dt.datetime | None
    published_offset: int | None
    rules: Sequence[str]
    title: str


def tellings(session: Session, ids: Iterable[str]) -> list[Telling]:
    """The mentions of current article versions that make up these events."""
    columns = (
        col(Mention.event_id), col(Mention.key), col(Mention.quote), col(Mention.evidence_start),
        col(Mention.evidence_end), col(Mention.confidence), col(Article.url), col(Article.publisher), col(Article.kind),
        col(Article.copy_of_id), func.coalesce(col(ArticleVersion.published), col(Article.published)),
        col(Article.published_offset), col(Mention.rules),
        col(ArticleVersion.title), col(Article.title),
    )  # fmt: skip
    query = (
        select(*columns)
        .join(Article, col(Mention.article_id) == col(Article.id))
        .join(ArticleVersion, col(Mention.version_id) == col(ArticleVersion.id))
        .where(col(ArticleVersion.current))
    )
    return [
        Telling._make((*row[:-2], row[-2] or row[-1]))
        for batch in batches(ids)
        for row in session.execute(query.where(col(Mention.event_id).in_(batch)))
    ]
