"""The tables of polling: feeds, what became of them, and the hosts they are asked at."""

import datetime as dt

from sqlalchemy import Column, Text
from sqlmodel import Field, SQLModel

from db.columns import instant

__all__ = ["Feed", "FeedMove", "FeedOutage", "Host"]


class Feed(SQLModel, table=True):
    """A configured feed and what polling has learnt of it. The configuration is matched by `name`."""

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True, index=True)
    url: str = Field(sa_column=Column(Text, nullable=False))  # where it is polled now
    configured_url: str = Field(sa_column=Column(Text, nullable=False))
    publisher: str = ""
    kind: str = "independent"
    language: str = "en"
    enabled: bool = True
    state: str = "ok"  # ok, degraded, failing, moved, gone, paused
    reason: str = ""  # stable code of the last outcome that was not fine ("timeout")
    message: str = Field(default="", sa_column=Column(Text, nullable=False))
    etag: str | None = Field(default=None, sa_column=Column(Text))
    last_modified: str | None = Field(default=None, sa_column=Column(Text))
    body_hash: str | None = None
    validated_at: dt.datetime | None = instant()  # last full 200; 8 days later one is forced
    last_checked: dt.datetime | None = instant()
    last_success: dt.datetime | None = instant()
    last_new: dt.datetime | None = instant()  # when it last brought a new article
    next_check: dt.datetime | None = instant(index=True)
    interval_seconds: int | None = None  # adapted
    failures: int = 0
    moved_to: str | None = Field(default=None, sa_column=Column(Text))
    moved_since: dt.datetime | None = instant()


class FeedMove(SQLModel, table=True):
    """A permanent redirect that was taken over."""

    __tablename__ = "feed_move"
    id: int | None = Field(default=None, primary_key=True)
    feed_id: int = Field(foreign_key="feed.id", index=True)
    old_url: str = Field(sa_column=Column(Text, nullable=False))
    new_url: str = Field(sa_column=Column(Text, nullable=False))
    at: dt.datetime | None = instant(nullable=False)


class FeedOutage(SQLModel, table=True):
    """A stretch of time in which a feed could not be read: the gaps that answers must own up to."""

    __tablename__ = "feed_outage"
    id: int | None = Field(default=None, primary_key=True)
    feed_id: int = Field(foreign_key="feed.id", index=True)
    started: dt.datetime | None = instant(nullable=False, index=True)
    ended: dt.datetime | None = instant()
    reason: str = ""


class Host(SQLModel, table=True):
    """Politeness kept per host across restarts."""

    name: str = Field(primary_key=True)
    paused_until: dt.datetime | None = instant()
    strikes: int = 0
    last_start: dt.datetime | None = instant()
    robots: str | None = Field(default=None, sa_column=Column(Text))
    robots_fetched: dt.datetime | None = instant()
