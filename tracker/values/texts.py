"""What is read: a text, who speaks in it, its places, sentences and dates."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from tracker.values.times import Basis, Interval

__all__ = ["DateFound", "Dateline", "Document", "Kind", "Sentence", "Span"]


class Kind(StrEnum):
    """Who speaks in a feed."""

    STATE = "state"
    GOVERNMENT = "government"
    WIRE = "wire"
    INDEPENDENT = "independent"


class Span(
    NamedTuple
):  # made by the thousand in every article: a tuple is made in a third of the time
    """Character offsets, end exclusive: `text[span.start:span.end]` is the quoted phrase."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The phrase of `text` that this span quotes."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Whether `other` lies inside."""
        return self.start <= other.start and other.end <= self.end

    def meets(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article's text: its span there, its own text, its paragraph's number."""

    span: Span
    text: str
    paragraph: int


@dataclass(frozen=True, slots=True)
class Dateline:
    """What the head of an article says of itself ("Pyongyang, August 6 (KCNA) --").

    `span` covers the dateline up to where the sentence proper begins; any part may be missing.
    """

    span: Span
    place: str | None = None
    date: dt.date | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One article version as the reading stages see it.

    `text` is plain text with paragraphs parted by blank lines; every span refers to it.
    `published` keeps the publisher's own UTC offset; its date there is "today" for the text.
    """

    url: str
    title: str
    text: str
    published: dt.datetime | None
    publisher: str = ""
    kind: Kind = Kind.INDEPENDENT
    language: str = "en"


@dataclass(frozen=True, slots=True)
class DateFound:
    """A phrase of the text that speaks of time, and what it denotes.

    `value` is the TIMEX3 value (2013-03-22, 2013-W12, 2013-03, 2013-Q1, 2012-SU, 2013, 201, P3D,
    PRESENT_REF); `interval` is None where it denotes no calendar interval (a bare duration, an
    unresolved phrase, then with an empty `value`). `anchor` is the day it was counted from, `reason`
    says in a few lower-case words why it was read so ("past: 'met' governs it").
    """

    span: Span
    phrase: str
    value: str
    interval: Interval | None
    basis: Basis
    rule: str
    kind: str = "DATE"  # TIMEX3 type: DATE, TIME, DURATION, SET
    anchor: dt.date | None = None
    reason: str = ""
    parts: tuple["DateFound", ...] = ()  # the ends of a range, each with its own phrase and value
