"""Every table: those of polling from a page of their own, all others on this one.

Rows hold plain columns; what they mean is known to `tracker.timeline` and `tracker.pipeline`, which turn
values into rows and back. Instants are stored in UTC and come back aware. Nothing is SQLite-only.
"""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Column, Index, LargeBinary, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from db.columns import Words, document, instant
from db.feed_tables import Feed, FeedMove, FeedOutage, Host

__all__ = [
    "Article",
    "ArticleAlias",
    "ArticleVersion",
    "Event",
    "EventRelation",
    "EventRevision",
    "Feed",
    "FeedMove",
    "FeedOutage",
    "Host",
    "Judgement",
    "Mention",
    "RawPage",
    "Run",
    "SearchText",
    "Sighting",
]


class Article(SQLModel, table=True):
    """One page of a publisher, under its canonical address."""

    id: int | None = Field(default=None, primary_key=True)
    canonical_url: str = Field(sa_column=Column(Text, nullable=False, unique=True, index=True))
    url: str = Field(sa_column=Column(Text, nullable=False))  # as it was given: what users see
    external_id: str | None = Field(default=None, sa_column=Column(Text))
    publisher: str = Field(default="", index=True)
    kind: str = "independent"
    language: str = "en"
    title: str = Field(default="", sa_column=Column(Text, nullable=False))
    state: str = Field(default="pending", index=True)  # ready, teaser, blocked, skipped, failed
    reason: str = ""
    published: dt.datetime | None = instant(index=True)
    published_offset: int | None = None  # minutes east of UTC that the publisher wrote
    published_source: str = ""  # feed, metadata, markup, text, import, refused (an impossible date)
    published_raw: str = Field(default="", sa_column=Column(Text, nullable=False))  # as refused
    credit: str = Field(default="", sa_column=Column(Text, nullable=False))  # whose story it is
    first_seen: dt.datetime | None = instant(nullable=False)
    last_seen: dt.datetime | None = instant()
    attempts: int = 0
    next_attempt: dt.datetime | None = instant(index=True)  # when to fetch the page (again)
    page_etag: str | None = Field(default=None, sa_column=Column(Text))
    page_last_modified: str | None = Field(default=None, sa_column=Column(Text))
    copy_of_id: int | None = Field(default=None, foreign_key="article.id")
    fingerprint: str = Field(default="", sa_column=Column(Text, nullable=False))  # of its wording
    unmatched: bool = Field(
        default=False, index=True
    )  # its newest text was not yet sought in others


class ArticleAlias(SQLModel, table=True):
    """Another canonical address under which an article came in."""

    __tablename__ = "article_alias"
    canonical_url: str = Field(sa_column=Column(Text, primary_key=True))
    article_id: int = Field(foreign_key="article.id", index=True)


class Sighting(SQLModel, table=True):
    """A feed has listed an article."""

    __table_args__ = (UniqueConstraint("feed_id", "article_id"),)
    id: int | None = Field(default=None, primary_key=True)
    feed_id: int = Field(foreign_key="feed.id", index=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    guid: str = Field(default="", sa_column=Column(Text, nullable=False))
    first_seen: dt.datetime | None = instant(nullable=False)
    item_hash: str = ""  # of what the feed itself says, to notice an edited item


class ArticleVersion(SQLModel, table=True):
    """The text of an article at one fetch. Never changed; a changed text is a new version."""

    __tablename__ = "article_version"
    __table_args__ = (
        UniqueConstraint("article_id", "number"),
        # Only of those that were replaced: an index of the others would tempt SQLite to read them all.
        Index("ix_article_version_replaced", "id",
              sqlite_where=text("current = 0"), postgresql_where=text("NOT current")),
    )  # fmt: skip
    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    number: int = 1
    title: str = Field(default="", sa_column=Column(Text, nullable=False))
    text: str = Field(default="", sa_column=Column(Text, nullable=False))
    text_hash: str = Field(default="", index=True)
    published: dt.datetime | None = instant()
    fetched: dt.datetime | None = instant(nullable=False)
    origin: str = "page"  # page, feed, import
    current: bool = True
    rules: str | None = Field(
        default=None, index=True
    )  # digest of the rules that read it; None: unread
    read_at: dt.datetime | None = instant()


class RawPage(SQLModel, table=True):
    """What an article version was read from, as it was served: apart, so that nobody loads it unasked."""

    __tablename__ = "raw_page"
    version_id: int = Field(foreign_key="article_version.id", primary_key=True)
    body: bytes = Field(sa_column=Column(LargeBinary, nullable=False))  # zlib
    media_type: str = ""  # with its charset, as served


SHOWN = "redirect_to IS NULL AND dropped IS NULL AND hidden = 0"


class Event(SQLModel, table=True):
    """One happening with its resolved values. An id, once shown, stays: `redirect_to` or `dropped`."""

    __table_args__ = (
        Index("ix_event_type_start", "type", "start"),
        Index(
            "ix_event_timeline",
            "start",
            "end",
            "type",
            "id",
            "confidence",  # counted with the rest, without a look at each event
            sqlite_where=text(SHOWN),
            postgresql_where=text(SHOWN.replace("= 0", "= false")),
        ),
    )
    id: str = Field(primary_key=True)
    type: str = Field(index=True)
    title: str = Field(default="", sa_column=Column(Text, nullable=False))
    start: dt.date
    end: dt.date = Field(index=True)
    precision: str = "day"
    basis: str = "stated"
    status: str = Field(default="occurred", index=True)
    actors: list[str] = document()
    # For filters: folded names (" name") and the gazetteer's ids ("=id"), one a line.
    actor_names: str = Field(default="", sa_column=Column(Text, nullable=False))
    place_names: str = Field(default="", sa_column=Column(Text, nullable=False))
    parties: dict[str, Any] = document(dict)  # who takes part, by kind, for relations
    place: str | None = Field(default=None, sa_column=Column(Text))
    ordinal: int | None = None
    base: str | None = None
    confidence: float = 0.5
    independent_sources: int = 1
    chosen: list[Any] = document()
    rivals: list[Any] = document()
    hidden: bool = False  # by a judgement
    stale: bool = Field(default=False, index=True)  # lost a mention since events were last linked
    created: dt.datetime | None = instant(nullable=False)
    updated: dt.datetime | None = instant(nullable=False, index=True)
    sequence: int = 0
    redirect_to: str | None = Field(default=None, foreign_key="event.id")
    dropped: dt.datetime | None = instant()


class Mention(SQLModel, table=True):
    """One article version's claim that something happened."""

    __table_args__ = (Index("ix_mention_type_start", "type", "start"),)
    key: str = Field(primary_key=True)
    version_id: int = Field(foreign_key="article_version.id", index=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    event_id: str | None = Field(default=None, foreign_key="event.id", index=True)
    type: str
    title: str = Field(default="", sa_column=Column(Text, nullable=False))
    start: dt.date
    end: dt.date
    precision: str = "day"
    basis: str = "stated"
    status: str = "occurred"
    actors: list[Any] = document()
    place: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
    ordinal: int | None = None
    base: str | None = None
    numbers: list[str] = document()
    evidence_start: int
    evidence_end: int
    quote: str = Field(default="", sa_column=Column(Text, nullable=False))
    spans: list[Any] = document()  # [field, start, end]
    rules: list[str] = document()
    kind: str = ""  # what of its type, where rules tell kinds apart
    names: list[str] = document()  # told around it, of no gazetteer
    words: list[str] = document()  # of the article's title and opening, where they tell it
    confidence: float = 0.5
    stale: bool = Field(default=True, index=True)  # new or changed since events were last linked
    component: str | None = Field(default=None, index=True)  # neighbourhood: its smallest key


class EventRelation(SQLModel, table=True):
    """One event is part of, commemorates or supersedes another."""

    __tablename__ = "event_relation"
    event_id: str = Field(foreign_key="event.id", primary_key=True)
    kind: str = Field(primary_key=True)  # part_of, commemorates, supersedes
    other_id: str = Field(foreign_key="event.id", primary_key=True, index=True)
    why: str = ""


class EventRevision(SQLModel, table=True):
    """What changed in an event, and when: its history."""

    __tablename__ = "event_revision"
    id: int | None = Field(default=None, primary_key=True)
    event_id: str = Field(foreign_key="event.id", index=True)
    at: dt.datetime | None = instant(nullable=False, index=True)
    run_id: int | None = Field(default=None, foreign_key="run.id")
    change: str = ""  # created, changed, merged, split, dropped, revived
    before: dict[str, Any] = document(dict)
    after: dict[str, Any] = document(dict)


class SearchText(SQLModel, table=True):
    """The words by which an event, or an article version, is found. SQLite's index of them is made in the
    migration, as are the triggers that keep it."""

    __tablename__ = "search_text"
    __table_args__ = (
        Index("ix_search_text_words", "words", postgresql_using="gin").ddl_if(dialect="postgresql"),
    )
    id: int | None = Field(default=None, primary_key=True)
    event_id: str | None = Field(default=None, foreign_key="event.id", unique=True)
    version_id: int | None = Field(default=None, foreign_key="article_version.id", unique=True)
    words: str = Field(sa_column=Column(Words(), nullable=False))
    digest: str  # of the words, to notice others


class Judgement(SQLModel, table=True):
    """What a person decided. Never written by a machine, never overwritten by one."""

    id: int | None = Field(default=None, primary_key=True)
    verb: str  # same, different, edit, hide, pin
    subject: dict[str, Any] = document(dict)
    value: dict[str, Any] = document(dict)
    why: str = Field(default="", sa_column=Column(Text, nullable=False))
    who: str = ""
    made: dt.datetime | None = instant(nullable=False)
    undone: dt.datetime | None = instant()


class Run(SQLModel, table=True):
    """One pass of a job."""

    id: int | None = Field(default=None, primary_key=True)
    job: str
    started: dt.datetime | None = instant(nullable=False)
    finished: dt.datetime | None = instant()
    outcome: str = ""  # ok, partial, failed, interrupted
    counts: dict[str, Any] = document(dict)
