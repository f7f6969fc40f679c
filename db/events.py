"""Queries about mentions, events and their history. Ids and keys in, rows out."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy.orm import load_only
from sqlmodel import Session, col, or_, select

from db.batches import batches
from db.tables import Article, ArticleVersion, Event, EventRelation, EventRevision, Mention

__all__ = [
    "Told",
    "canonical_urls",
    "changed_since",
    "current_keys",
    "events_by_id",
    "ids_like",
    "ids_redirected",
    "live_events",
    "mark_component",
    "mark_mentions",
    "mentions_of_article",
    "mentions_of_version",
    "orphans",
    "overdue",
    "redirects",
    "relations_of",
    "retired",
    "revisions_of",
    "told_at",
    "told_by_events",
    "told_by_keys",
    "told_stale",
]


# Linking reads many versions: never their texts and pages.
LIGHT = load_only(
    ArticleVersion.article_id,  # type: ignore[arg-type]
    ArticleVersion.number,  # type: ignore[arg-type]
    ArticleVersion.title,  # type: ignore[arg-type]
    ArticleVersion.published,  # type: ignore[arg-type]
    ArticleVersion.fetched,  # type: ignore[arg-type]
    ArticleVersion.current,  # type: ignore[arg-type]
)

Told = tuple[Mention, Article, ArticleVersion]


def _told(session: Session, *where: Any, versions: Any = None) -> list[Told]:
    """Mentions of current article versions (or of `versions`), with article and version, by key."""
    query = (
        select(Mention, Article, ArticleVersion)
        .join(Article, col(Mention.article_id) == col(Article.id))
        .join(ArticleVersion, col(Mention.version_id) == col(ArticleVersion.id))
        .where(col(ArticleVersion.current) if versions is None else versions, *where)
        .order_by(col(Mention.key))
        .options(LIGHT)
    )
    return [(mention, article, version) for mention, article, version in session.exec(query)]


def told_stale(session: Session) -> list[Told]:
    """What is new or changed since events were last linked."""
    return _told(session, col(Mention.stale))


def told_by_events(session: Session, ids: Iterable[str]) -> list[Told]:
    """The mentions that make up the events."""
    return [
        told for batch in batches(ids) for told in _told(session, col(Mention.event_id).in_(batch))
    ]


def retired(session: Session) -> list[Mention]:
    """Mentions still linked although another version of their article is current."""
    query = (
        select(Mention)
        .join(ArticleVersion, col(Mention.version_id) == col(ArticleVersion.id))
        .where(~col(ArticleVersion.current))
        .where(or_(col(Mention.event_id).is_not(None), col(Mention.component).is_not(None)))
    )
    # sorted here: asked to, SQLite would look at every mention rather than at the few old versions
    return sorted(session.exec(query), key=lambda mention: mention.key)


def mentions_of_version(session: Session, version_id: int) -> list[Mention]:
    """What one article version claims."""
    return list(session.exec(select(Mention).where(Mention.version_id == version_id)))


def mentions_of_article(session: Session, article_id: int) -> list[Mention]:
    """What all versions of an article claim."""
    return list(session.exec(select(Mention).where(Mention.article_id == article_id)))


def canonical_urls(session: Session, ids: Iterable[int]) -> dict[int, str]:
    """The canonical addresses of articles, by id."""
    return {
        id: url
        for batch in batches(ids)
        for id, url in session.exec(
            select(Article.id, Article.canonical_url).where(col(Article.id).in_(batch))
        )
        if id is not None
    }


def mark_component(session: Session, component: str) -> None:
    """Asks for a neighbourhood to be linked again."""
    for mention in session.exec(select(Mention).where(Mention.component == component)):
        mention.stale = True
        session.add(mention)


def current_keys(session: Session, keys: Iterable[str]) -> list[str]:
    """Those of the keys that mentions of current article versions have."""
    return [
        key
        for batch in batches(keys)
        for key in session.exec(
            select(Mention.key)
            .join(ArticleVersion, col(Mention.version_id) == col(ArticleVersion.id))
            .where(col(ArticleVersion.current), col(Mention.key).in_(batch))
        )
    ]


def told_at(session: Session, urls: Iterable[str]) -> list[Told]:
    """What the articles of these canonical addresses say now."""
    return [
        told
        for batch in batches(urls)
        for told in _told(session, col(Article.canonical_url).in_(batch))
    ]


def mark_mentions(session: Session, keys: Iterable[str]) -> None:
    """Asks for mentions to be linked again."""
    for batch in batches(keys):
        for mention in session.exec(select(Mention).where(col(Mention.key).in_(batch))):
            mention.stale = True


def told_by_keys(session: Session, keys: Iterable[str]) -> list[Told]:
    """Mentions of current article versions, by key."""
    return [told for batch in batches(keys) for told in _told(session, col(Mention.key).in_(batch))]


def events_by_id(session: Session, ids: Iterable[str]) -> dict[str, Event]:
    """The events of these ids."""
    return {
        event.id: event
        for batch in batches(ids)
        for event in session.exec(select(Event).where(col(Event.id).in_(batch)))
    }


def orphans(session: Session) -> list[Event]:
    """Live events that lost a mention since they were last linked."""
    query = select(Event).where(col(Event.stale)).order_by(col(Event.id))
    return list(session.exec(query))


def overdue(session: Session, today: dt.date, statuses: Sequence[str]) -> list[Event]:
    """Live events in one of the statuses whose last day is gone."""
    query = (
        select(Event)
        .where(col(Event.status).in_(statuses), col(Event.end) < today)
        .where(col(Event.dropped).is_(None), col(Event.redirect_to).is_(None))
        .order_by(col(Event.id))
    )
    return list(session.exec(query))


def live_events(session: Session) -> list[Event]:
    """Every event that is neither dropped nor merged away, also those hidden by hand."""
    query = select(Event).where(col(Event.dropped).is_(None), col(Event.redirect_to).is_(None))
    return list(session.exec(query))


def ids_like(session: Session, prefix: str, limit: int = 2000) -> list[str]:
    """Event ids that start with `prefix`."""
    query = select(Event.id).where(col(Event.id).startswith(prefix, autoescape=True))
    return list(session.exec(query.order_by(col(Event.id)).limit(limit)))


def ids_redirected(session: Session, id: str) -> list[str]:
    """Every id that leads to this event now, directly or by way of others."""
    found: list[str] = []
    layer = [id]
    while layer:
        query = select(Event.id).where(col(Event.redirect_to).in_(layer)).order_by(col(Event.id))
        layer = [each for each in session.exec(query) if each not in found]
        found += layer
    return found


def redirects(session: Session) -> dict[str, str]:
    """Where each merged id leads."""
    query = select(Event.id, Event.redirect_to).where(col(Event.redirect_to).is_not(None))
    return {id: target for id, target in session.exec(query) if target}


def changed_since(session: Session, start: dt.datetime) -> list[EventRevision]:
    """Every entry of any event's history from `start` on, oldest first."""
    query = select(EventRevision).where(col(EventRevision.at) >= start)
    return list(session.exec(query.order_by(col(EventRevision.id))))


def revisions_of(session: Session, ids: Iterable[str]) -> list[EventRevision]:
    """The history of these events, oldest first."""
    rows = [
        row
        for batch in batches(ids)
        for row in session.exec(select(EventRevision).where(col(EventRevision.event_id).in_(batch)))
    ]
    return sorted(rows, key=lambda row: row.id or 0)


def relations_of(session: Session, ids: Iterable[str]) -> list[EventRelation]:
    """The relations in which these events stand, on either side."""
    found = {
        (row.event_id, row.kind, row.other_id): row
        for batch in batches(ids)
        for row in session.exec(
            select(EventRelation).where(
                or_(col(EventRelation.event_id).in_(batch), col(EventRelation.other_id).in_(batch))
            )
        )
    }
    return [found[key] for key in sorted(found)]
