"""Queries about articles, their versions and their other addresses."""

from sqlmodel import Session, col, delete, or_, select, update

from db.tables import Article, ArticleAlias, ArticleVersion, Sighting

__all__ = ["add_alias", "current_version", "find", "merge", "unread_versions"]


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
