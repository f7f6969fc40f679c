"""Queries about articles, their versions and their other addresses."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select as select_columns
from sqlmodel import Session, col, delete, func, or_, select, update

from db.batches import batches
from db.tables import Article, ArticleAlias, ArticleVersion, RawPage, Sighting

__all__ = [
    "Candidate",
    "add_alias",
    "candidates",
    "current_texts",
    "current_version",
    "find",
    "forget_page",
    "had_before",
    "kept_page",
    "kept_pages",
    "merge",
    "set_copy_of",
    "set_matched",
    "unmatched",
    "unread_versions",
    "with_text",
]


def find(session: Session, key: str) -> Article | None:
    """The article of a canonical address, its own or another it is known by."""
    found = session.exec(select(Article).where(Article.canonical_url == key)).first()
    if found is None and (alias := session.get(ArticleAlias, key)) is not None:
        found = session.get(Article, alias.article_id)
    return found


def current_version(session: Session, article_id: int) -> ArticleVersion | None:
    """The newest text of an article, if it has any."""
    query = select(ArticleVersion).where(
        ArticleVersion.article_id == article_id, col(ArticleVersion.current)
    )
    return session.exec(query).first()


def had_before(
    session: Session, article_id: int, title: str, text_hash: str, published: dt.datetime | None
) -> bool:
    """Whether an earlier version of an article said just this."""
    query = select(ArticleVersion).where(
        ArticleVersion.article_id == article_id, ArticleVersion.text_hash == text_hash
    )
    return any((one.title, one.published) == (title, published) for one in session.exec(query))


def kept_pages(session: Session) -> list[int]:
    """The ids of the current versions of which the page is kept, oldest first."""
    query = select(RawPage.version_id).join(
        ArticleVersion, col(ArticleVersion.id) == col(RawPage.version_id)
    )
    return list(
        session.exec(query.where(col(ArticleVersion.current)).order_by(col(RawPage.version_id)))
    )


def kept_page(session: Session, version_id: int) -> tuple[Article, ArticleVersion, RawPage] | None:
    """A version with its article and the page it was read from; None if it is current no more."""
    version, page = session.get(ArticleVersion, version_id), session.get(RawPage, version_id)
    if version is None or page is None or not version.current:
        return None
    return session.get_one(Article, version.article_id), version, page


def forget_page(session: Session, version_id: int) -> None:
    """Drops the kept page of a version: a newer one has it."""
    session.exec(delete(RawPage).where(col(RawPage.version_id) == version_id))


def with_text(session: Session, text_hash: str) -> list[tuple[Article, ArticleVersion]]:
    """The articles whose newest text has that digest."""
    query = select(Article, ArticleVersion).join(
        ArticleVersion, col(ArticleVersion.article_id) == col(Article.id)
    )
    matching = query.where(ArticleVersion.text_hash == text_hash, col(ArticleVersion.current))
    return list(session.exec(matching.order_by(col(Article.id)).limit(100)).all())


def add_alias(session: Session, key: str, article: Article) -> None:
    """Makes an article known by another canonical address too."""
    if session.get(ArticleAlias, key) is None:
        session.add(ArticleAlias(canonical_url=key, article_id=article.id or 0))
        session.flush()


def merge(session: Session, article: Article, into: Article) -> None:
    """Makes `article`, which has no text, another address of `into`; what feeds listed it move along."""
    key = article.canonical_url
    listed = select(Sighting.feed_id).where(Sighting.article_id == into.id)
    session.exec(
        delete(Sighting).where(
            col(Sighting.article_id) == article.id, col(Sighting.feed_id).in_(listed)
        )
    )
    for table in (Sighting, ArticleAlias):
        session.exec(
            update(table).where(col(table.article_id) == article.id).values(article_id=into.id)
        )
    session.delete(article)
    session.flush()
    add_alias(session, key, into)


def unread_versions(session: Session, digest: str) -> list[int]:
    """The ids of the current versions that the rules of `digest` have not read, oldest first."""
    unread = or_(col(ArticleVersion.rules).is_(None), ArticleVersion.rules != digest)
    query = (
        select(ArticleVersion.id)
        .join(Article, col(Article.id) == col(ArticleVersion.article_id))
        .where(col(ArticleVersion.current), unread, Article.state == "ready")
        .order_by(col(ArticleVersion.id))
    )
    return [one for one in session.exec(query) if one is not None]


@dataclass(frozen=True, slots=True)
class Candidate:
    """What finding copies needs of an article. `published` falls back to when it was first seen."""

    id: int
    publisher: str
    address: str
    published: dt.datetime
    credit: str
    kind: str
    fingerprint: str
    copy_of_id: int | None


def unmatched(session: Session) -> list[int]:
    """The ids of the articles whose newest text has not been sought in others."""
    query = select(Article.id).where(col(Article.unmatched), Article.state == "ready")
    return [one for one in session.exec(query.order_by(col(Article.id))) if one is not None]


def candidates(session: Session, waiting: Sequence[int], reach: dt.timedelta) -> list[Candidate]:
    """The articles with text published within `reach` of any of `waiting`, and all of the groups these are in."""
    born = func.coalesce(Article.published, Article.first_seen)
    first: dt.datetime | None = None
    last: dt.datetime | None = None
    for some in batches(waiting):
        query = select(func.min(born), func.max(born)).where(col(Article.id).in_(some))
        for earliest, latest in session.exec(query):
            first, last = min(first or earliest, earliest), max(last or latest, latest)
    if first is None or last is None:
        return []
    near = list(_candidates(session, born >= first - reach, born <= last + reach))
    known = {one.id for one in near}
    heads = sorted({one.copy_of_id or one.id for one in near})
    for some in batches(heads):
        of_group = or_(col(Article.copy_of_id).in_(some), col(Article.id).in_(some))
        near += [one for one in _candidates(session, of_group) if one.id not in known]
    return near


def _candidates(session: Session, *conditions: Any) -> Iterator[Candidate]:
    found = select_columns(
        col(Article.id), col(Article.publisher), col(Article.canonical_url), col(Article.published),
        col(Article.first_seen), col(Article.credit), col(Article.kind), col(Article.fingerprint),
        col(Article.copy_of_id),
    ).where(col(Article.state) == "ready", *conditions)  # fmt: skip
    for id_, publisher, address, published, seen, credit, kind, wording, copy_of in session.execute(
        found
    ):
        yield Candidate(id_, publisher, address, published or seen, credit, kind, wording, copy_of)


def current_texts(session: Session, article_ids: Sequence[int]) -> dict[int, str]:
    """The newest text of each article."""
    texts: dict[int, str] = {}
    for some in batches(article_ids):
        query = select(ArticleVersion.article_id, ArticleVersion.text).where(
            col(ArticleVersion.article_id).in_(some), col(ArticleVersion.current)
        )
        texts.update(session.exec(query).all())
    return texts


def set_copy_of(session: Session, article_id: int, original: int | None) -> None:
    """Notes whose copy an article is."""
    session.exec(update(Article).where(col(Article.id) == article_id).values(copy_of_id=original))


def set_matched(session: Session, article_ids: Sequence[int]) -> None:
    """Notes that these articles' texts have been sought in others."""
    for some in batches(article_ids):
        session.exec(update(Article).where(col(Article.id).in_(some)).values(unmatched=False))
