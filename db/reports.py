"""Queries for people: the feeds' health, their outages, the stored articles."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, case, col, func, or_, select

from db.tables import Article, ArticleVersion, Event, Feed, FeedOutage, Mention, Run, Sighting

__all__ = [
    "ArticleRow",
    "FeedRow",
    "Figures",
    "OutageRow",
    "article_rows",
    "feed_rows",
    "figures",
    "is_there",
    "outage_rows",
    "surroundings",
    "told_names",
]


@dataclass(frozen=True, slots=True)
class FeedRow:
    """A feed and how many articles it listed for the first time in the last week."""

    feed: Feed
    weekly: int


@dataclass(frozen=True, slots=True)
class OutageRow:
    """A stretch of time in which a feed gave nothing; `ended` is None while it lasts."""

    feed: str
    started: dt.datetime
    ended: dt.datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleRow:
    """A stored article with the feeds that listed it, the number of its versions and its text now."""

    article: Article
    feeds: tuple[str, ...]
    versions: int
    text: str | None


def feed_rows(session: Session, now: dt.datetime) -> list[FeedRow]:
    """Every known feed by name."""
    week_ago = now - dt.timedelta(days=7)
    weekly = (
        select(Sighting.feed_id, func.count().label("fresh"))
        .where(col(Sighting.first_seen) >= week_ago)
        .group_by(col(Sighting.feed_id))
        .subquery()
    )
    query = select(Feed, func.coalesce(weekly.c.fresh, 0)).outerjoin(
        weekly, weekly.c.feed_id == Feed.id
    )
    return [FeedRow(feed, count) for feed, count in session.exec(query.order_by(Feed.name))]


def outage_rows(session: Session, since: dt.datetime, until: dt.datetime) -> list[OutageRow]:
    """The outages that touch the time from `since` to `until`, oldest first."""
    query = (
        select(Feed.name, FeedOutage.started, FeedOutage.ended, FeedOutage.reason)
        .join(FeedOutage, col(FeedOutage.feed_id) == col(Feed.id))
        .where(col(FeedOutage.started) <= until)
        .where(or_(col(FeedOutage.ended).is_(None), col(FeedOutage.ended) >= since))
        .order_by(col(FeedOutage.started), Feed.name)
    )
    return [
        OutageRow(name, start, end, why) for name, start, end, why in session.exec(query) if start
    ]


def article_rows(
    session: Session,
    *,
    feed: str | None = None,
    publisher: str | None = None,
    state: str | None = None,
    since: dt.datetime | None = None,
    until: dt.datetime | None = None,
    search: str = "",
    limit: int | None = None,
    text: bool = False,
) -> list[ArticleRow]:
    """Stored articles, newest first; with `text` the text of the current version."""
    query = select(Article)
    if feed is not None:
        listed = select(Sighting.article_id).join(Feed, col(Feed.id) == col(Sighting.feed_id))
        query = query.where(col(Article.id).in_(listed.where(col(Feed.name) == feed)))
    if publisher is not None:
        query = query.where(func.lower(Article.publisher) == publisher.lower())
    if state is not None:
        query = query.where(col(Article.state) == state)
    if since is not None:
        query = query.where(col(Article.published) >= since)
    if until is not None:
        query = query.where(col(Article.published) < until)
    if search:
        query = query.where(col(Article.title).icontains(search, autoescape=True))
    query = query.order_by(col(Article.published).desc().nulls_last(), Article.canonical_url)
    articles = session.exec(query.limit(limit)).all()
    feeds, versions = _feeds(session), _versions(session)
    texts = _texts(session) if text else {}
    return [
        ArticleRow(one, feeds.get(one.id, ()), versions.get(one.id, 0), texts.get(one.id))
        for one in articles
    ]


def _feeds(session: Session) -> dict[int | None, tuple[str, ...]]:
    query = select(Sighting.article_id, Feed.name).join(Feed, col(Feed.id) == col(Sighting.feed_id))
    found: dict[int | None, tuple[str, ...]] = {}
    for article, name in session.exec(query.order_by(Feed.name)):
        found[article] = (*found.get(article, ()), name)
    return found


def _versions(session: Session) -> dict[int | None, int]:
    query = select(ArticleVersion.article_id, func.count()).group_by(col(ArticleVersion.article_id))
    return dict(session.exec(query).all())


def _texts(session: Session) -> dict[int | None, str]:
    query = select(ArticleVersion.article_id, ArticleVersion.text)
    return dict(session.exec(query.where(col(ArticleVersion.current))).all())


def told_names(session: Session, column: str) -> list[str]:
    """The actors or places of all shown events, as often as they are told."""
    shown = select(getattr(Event, column)).where(
        col(Event.dropped).is_(None), col(Event.redirect_to).is_(None)
    )
    found: list[str] = []
    for value in session.exec(shown):
        found += [str(one) for one in (value if isinstance(value, list) else [value]) if one]
    return found


def surroundings(session: Session, event_id: str, around: int) -> dict[str, tuple[int, str]]:
    """By mention of an event: a stretch of the article around its sentence, and where that begins."""
    start = case(
        (col(Mention.evidence_start) > around, col(Mention.evidence_start) - around), else_=0
    )
    excerpt = func.substr(ArticleVersion.text, start + 1, Mention.evidence_end - start + around)
    query = (
        select(Mention.key, start, excerpt)
        .join(ArticleVersion, col(Mention.version_id) == col(ArticleVersion.id))
        .where(Mention.event_id == event_id)
    )
    return {key: (first, text or "") for key, first, text in session.exec(query)}


@dataclass(frozen=True, slots=True)
class Figures:
    """How much is stored: shown events by status, articles and enabled feeds by state."""

    events: dict[str, int]
    articles: dict[str, int]
    feeds: dict[str, int]
    last_pass: dt.datetime | None


def figures(session: Session) -> Figures:
    """The figures of this moment."""
    shown = (col(Event.dropped).is_(None), col(Event.redirect_to).is_(None), ~col(Event.hidden))
    return Figures(
        events=_counts(session, Event.status, *shown),
        articles=_counts(session, Article.state),
        feeds=_counts(session, Feed.state, col(Feed.enabled)),
        last_pass=session.exec(select(func.max(Run.finished))).one(),
    )


def _counts(session: Session, column: str, *where: Any) -> dict[str, int]:
    query = select(col(column), func.count()).where(*where).group_by(col(column))
    return dict(session.exec(query).all())


def is_there(session: Session) -> None:
    """Reads a row; fails where the database cannot be read."""
    session.exec(select(col(Run.id)).limit(1)).first()
