"""Queries about feeds: their rows, what is due, sightings, outages, hosts."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, or_
from sqlmodel import Session, col, select

from db.tables import Article, Feed, FeedMove, FeedOutage, Host, Sighting

__all__ = [
    "Waiting",
    "addresses",
    "ask_again",
    "close_outage",
    "feed_rows",
    "fresh_count",
    "hosts",
    "known_since",
    "listed_items",
    "move_feed",
    "note_page",
    "open_outage",
    "save_feed",
    "save_host",
    "seen_items",
    "sight",
    "sync_feeds",
    "waiting_articles",
]


def sync_feeds(session: Session, wanted: Iterable[Mapping[str, Any]]) -> None:
    """Makes one row per configured feed (name, url, publisher, kind, language, enabled).

    A feed whose configured address changed starts afresh there; one no longer configured is kept, disabled.
    """
    rows = {row.name: row for row in session.exec(select(Feed))}
    for values in wanted:
        row = rows.pop(values["name"], None)
        if row is None:
            session.add(Feed(**values, configured_url=values["url"]))
            continue
        _update(row, {key: value for key, value in values.items() if key not in ("name", "url")})
        if row.configured_url != values["url"]:
            _update(row, {**FRESH, "url": values["url"], "configured_url": values["url"]})
    for row in rows.values():
        _update(row, {"enabled": False})


FRESH: dict[str, Any] = {
    "state": "ok",
    "reason": "",
    "message": "",
    "etag": None,
    "last_modified": None,
    "body_hash": None,
    "validated_at": None,
    "next_check": None,
    "failures": 0,
    "moved_to": None,
    "moved_since": None,
}


def _update(row: Any, values: Mapping[str, Any]) -> None:
    for key, value in values.items():
        if getattr(row, key) != value:
            setattr(row, key, value)


def feed_rows(
    session: Session,
    *,
    names: Sequence[str] = (),
    due_at: dt.datetime | None = None,
) -> list[Feed]:
    """The enabled feeds, those due longest first; `names` and `due_at` narrow them.

    A feed that is gone is looked at only when it is named.
    """
    query = select(Feed).where(Feed.enabled)
    query = query.where(col(Feed.name).in_(names) if names else Feed.state != "gone")
    if due_at is not None:
        due = or_(
            col(Feed.next_check).is_(None),
            col(Feed.next_check) <= due_at,
            col(Feed.last_checked) > due_at,  # the clock was set back: what it planned is void
        )
        query = query.where(due)
    order = func.coalesce(Feed.next_check, dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
    return list(session.exec(query.order_by(order, col(Feed.id))))


def addresses(session: Session) -> set[str]:
    """Where the enabled feeds are asked now, wherever they were configured to be."""
    return set(session.exec(select(Feed.url).where(Feed.enabled)))


def save_feed(session: Session, feed_id: int, values: Mapping[str, Any]) -> None:
    """Writes what a check has learnt of a feed."""
    row = session.get_one(Feed, feed_id)
    _update(row, values)


def move_feed(session: Session, feed_id: int, old: str, new: str, now: dt.datetime) -> None:
    """Notes that a feed is polled at another address from now on."""
    session.add(FeedMove(feed_id=feed_id, old_url=old, new_url=new, at=now))


def open_outage(session: Session, feed_id: int, reason: str, now: dt.datetime) -> None:
    """Notes that a feed cannot be read since `now`; an outage that is already open goes on."""
    if _open_outage(session, feed_id) is None:
        session.add(FeedOutage(feed_id=feed_id, started=now, reason=reason))


def close_outage(session: Session, feed_id: int, now: dt.datetime) -> None:
    """Notes that a feed can be read again."""
    if (outage := _open_outage(session, feed_id)) is not None:
        outage.ended = now


def _open_outage(session: Session, feed_id: int) -> FeedOutage | None:
    query = select(FeedOutage).where(FeedOutage.feed_id == feed_id, col(FeedOutage.ended).is_(None))
    return session.exec(query).first()


def seen_items(session: Session, feed_id: int) -> set[str]:
    """The fingerprints of everything the feed has listed."""
    return set(session.exec(select(Sighting.item_hash).where(Sighting.feed_id == feed_id)))


def listed_items(
    session: Session, feed_id: int, limit: int = 2000
) -> list[tuple[Sighting, Article]]:
    """What the feed has listed last, with the articles these are."""
    query = select(Sighting, Article).join(Article, col(Article.id) == Sighting.article_id)
    query = query.where(Sighting.feed_id == feed_id).order_by(col(Sighting.id).desc()).limit(limit)
    return list(session.exec(query).all())


def sight(
    session: Session, feed_id: int, article_id: int, guid: str, fingerprint: str, now: dt.datetime
) -> bool:
    """Notes that a feed lists an article; True when it listed it before with other content."""
    query = select(Sighting).where(Sighting.feed_id == feed_id, Sighting.article_id == article_id)
    row = session.exec(query).first()
    if row is None:
        session.add(
            Sighting(
                feed_id=feed_id,
                article_id=article_id,
                guid=guid,
                first_seen=now,
                item_hash=fingerprint,
            )
        )
        session.flush()
        return False
    edited = row.item_hash.partition(":")[2] != fingerprint.partition(":")[2]
    _update(row, {"guid": guid, "item_hash": fingerprint})
    return edited


def fresh_count(session: Session, feed_id: int, since: dt.datetime) -> int:
    """How many articles the feed has listed for the first time since then."""
    query = select(func.count()).where(
        Sighting.feed_id == feed_id, col(Sighting.first_seen) >= since
    )
    return session.exec(query).one()


def known_since(session: Session, feed_id: int) -> dt.datetime | None:
    """When the feed first listed anything."""
    query = select(Sighting.first_seen).where(Sighting.feed_id == feed_id)
    return session.exec(query.order_by(col(Sighting.id)).limit(1)).first()


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article whose page is to be fetched, and the feed that listed it first."""

    article_id: int
    url: str
    title: str
    credit: str
    state: str
    attempts: int
    first_seen: dt.datetime
    published: dt.datetime | None
    feed: str
    external_id: str | None
    etag: str | None
    last_modified: str | None


def waiting_articles(
    session: Session, now: dt.datetime, *, names: Sequence[str] = (), limit: int = 500
) -> list[Waiting]:
    """Articles whose page is due, the longest waiting first: pending ones, and those to look at again."""
    first = (
        select(func.min(Sighting.id))
        .where(Sighting.article_id == Article.id)
        .correlate(Article)
        .scalar_subquery()
    )
    never = col(Article.next_attempt).is_(None) & (Article.state == "pending")
    query = (
        select(Article, Feed.name)
        .join(Sighting, col(Sighting.id) == first)
        .join(Feed, col(Feed.id) == Sighting.feed_id)
        .where(or_(never, col(Article.next_attempt) <= now))
        .order_by(func.coalesce(Article.next_attempt, Article.first_seen), col(Article.id))
        .limit(limit)
    )
    if names:
        query = query.where(col(Feed.name).in_(names))
    return [_waiting(article, name) for article, name in session.exec(query)]


def _waiting(article: Article, feed: str) -> Waiting:
    assert article.id is not None
    assert article.first_seen is not None
    return Waiting(
        article.id,
        article.url,
        article.title,
        article.credit,
        article.state,
        article.attempts,
        article.first_seen,
        article.published,
        feed,
        article.external_id,
        article.page_etag,
        article.page_last_modified,
    )


def note_page(session: Session, article_id: int, values: Mapping[str, Any]) -> None:
    """Writes what is remembered of an article's page (attempts, next_attempt, page_etag, …), if
    the article is still there: it may have turned out to be another one."""
    if (article := session.get(Article, article_id)) is not None:
        _update(article, values)


def ask_again(session: Session, article_id: int, now: dt.datetime) -> None:
    """Has an article's page fetched in the next pass, without its validators."""
    values = {"next_attempt": now, "attempts": 0, "page_etag": None, "page_last_modified": None}
    _update(session.get_one(Article, article_id), values)


def hosts(session: Session) -> list[Host]:
    """What is remembered of every host."""
    return list(session.exec(select(Host)))


def save_host(session: Session, name: str, values: Mapping[str, Any]) -> None:
    """Writes what is remembered of one host."""
    row = session.get(Host, name)
    if row is None:
        session.add(Host(name=name, **values))
    else:
        _update(row, values)
