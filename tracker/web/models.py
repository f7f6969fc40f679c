"""What the answers of the programming interface look like, for those who write against it."""

import datetime as dt
from typing import Any

from pydantic import BaseModel

from tracker.values import Basis, Kind, Precision, Status

__all__ = ["Event", "EventInFull", "Feed", "Problem", "Quarter", "Upcoming"]


class Problem(BaseModel):
    """What is wrong, in one sentence."""

    detail: str


class Source(BaseModel):
    """An article that tells an event, and the sentence that does."""

    url: str
    publisher: str
    published: dt.datetime | None
    evidence: str
    span: tuple[int, int]
    independent: bool
    kind: Kind
    title: str
    confidence: float


class Relation(BaseModel):
    """Another event and how it stands to this one."""

    kind: str
    id: str
    title: str


class Event(BaseModel):
    """One event; start and end are inclusive days."""

    id: str
    type: str
    title: str
    start: dt.date
    end: dt.date
    precision: Precision
    basis: Basis
    status: Status
    actors: list[str]
    place: str | None
    ordinal: int | None
    base: str | None
    confidence: float
    sources: list[Source]
    recalled_by: list[Source] = []
    created: dt.datetime | None
    updated: dt.datetime | None
    relations: list[Relation]
    changes: list[str] = []


class Rival(BaseModel):
    """A value that some source gives and that did not win."""

    field: str
    value: str


class Revision(BaseModel):
    """One entry of an event's history."""

    at: dt.datetime
    change: str
    before: dict[str, Any]
    after: dict[str, Any]


class EventInFull(Event):
    """One event with why it has its values, and what became of it."""

    chosen: dict[str, str]
    rivals: list[Rival]
    history: list[Revision]


class Upcoming(BaseModel):
    """An anniversary or a planned event."""

    kind: str
    type: str
    title: str
    start: dt.date
    end: dt.date
    precision: Precision
    status: str
    ordinal: int | None
    round: bool
    base: str | None
    event: str | None
    actors: list[str]
    place: str | None
    note: str
    sources: list[Source]


class Feed(BaseModel):
    """A feed and how it fares."""

    name: str
    url: str
    state: str
    last_success: dt.datetime | None
    next_check: dt.datetime | None
    weekly: int
    failures: int
    reason: str
    message: str


class Claim(BaseModel):
    """What some sources say otherwise."""

    id: str
    field: str
    value: str
    publishers: str


class Outage(BaseModel):
    """A time in which a feed gave nothing."""

    feed: str
    since: dt.datetime
    until: dt.datetime | None
    reason: str


class Quarter(BaseModel):
    """The briefing of a quarter; `possible` holds events whose date is too coarse to say."""

    quarter: str
    first: dt.date
    last: dt.date
    headline: str
    events: list[Event]
    possible: list[Event]
    ahead: list[Upcoming]
    changed: list[Event]
    disputed: list[Claim]
    outages: list[Outage]
