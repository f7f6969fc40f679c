"""The frozen values that travel between stages.

Dates are inclusive `datetime.date` intervals; spans are character offsets, end exclusive, into the
text of one article version; instants are timezone-aware `datetime.datetime`. Nothing here knows
where a value is stored or shown.
"""

import datetime as dt
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

__all__ = [
    "RECALLED",
    "Actor",
    "Basis",
    "DateFound",
    "Dateline",
    "Document",
    "Event",
    "Evidence",
    "Interval",
    "Kind",
    "Mention",
    "Place",
    "Precision",
    "Related",
    "Sentence",
    "Source",
    "Span",
    "Status",
]


RECALLED = "recalled"  # stands among the rules of a mention that an article only recalls


class Precision(StrEnum):
    """How finely a date is known. Weeks and spans of days are `day`, seasons are `quarter`,
    halves and decades are `year`; the interval itself says how wide."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Basis(StrEnum):
    """What a date rests on."""

    STATED = "stated"  # the text gives it in full
    RELATIVE = "relative"  # counted from the publication date ("on Friday", "last June", "June 5")
    CONTEXT = "context"  # counted from another date of the text ("the next day")
    INFERRED = "inferred"  # from the dateline, the publication date or a reading rule


class Status(StrEnum):
    """Where a happening stands in its life. A date gone by is not `occurred`: that needs a report."""

    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    OCCURRED = "occurred"
    UNCONFIRMED = "unconfirmed"
    RECURRING = "recurring"


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
class Interval:
    """Inclusive first and last day and how finely they are known; `first <= last`."""

    first: dt.date
    last: dt.date
    precision: Precision

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"interval ends before it starts: {self.first} > {self.last}")

    @property
    def days(self) -> int:
        """Length in days, at least 1."""
        return (self.last - self.first).days + 1

    def touches(self, other: "Interval", slack: int = 0) -> bool:
        """Whether the two share a day, or lie within `slack` days of each other."""
        reach = dt.timedelta(days=slack)
        return self.first <= other.last + reach and other.first <= self.last + reach

    def holds(self, other: "Interval") -> bool:
        """Whether `other` lies inside."""
        return self.first <= other.first and other.last <= self.last


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


@dataclass(frozen=True, slots=True)
class Actor:
    """A person, country or body that takes part, as named there and as known.

    `entity` is the gazetteer's id ("kim-jong-un"), or None for a name found only by its shape; `role`
    is the part taken in the rule's words ("actor", "guest", "host", "visitor", "destination").
    `kind` says what it is ("person", "country", "body"; empty where unknown) and `country` whose it is
    (the gazetteer's id of that country): linking takes a leader and his country for one side. A `bystander`
    is only named beside those who take part: whose somebody is, where it happens.
    """

    name: str
    entity: str | None = None
    role: str = "actor"
    title: str = ""
    span: Span | None = None
    kind: str = ""
    country: str | None = None
    bystander: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where: as named there, with the gazetteer's id and country where known.

    `country` is the gazetteer's id of the country it lies in; a country itself has it as its `entity`. One
    that is `reported` is where the report was made, taken for where what it tells happened.
    """

    name: str
    entity: str | None = None
    country: str | None = None
    span: Span | None = None
    reported: bool = False


@dataclass(frozen=True, slots=True)
class Mention:
    """One article version's claim that something happened.

    `evidence` is the span of the sentence that says so; `spans` pairs a field's name ("date",
    "type", "actor", "place", "status", "ordinal") with the span of the words that gave it; `rules`
    are the ids of every rule that took part. `base` is the original date of an anniversary as
    ISO text, as fine as it is known ("1948-09-09", "2014-08", "1949"). `numbers` are identifying
    numbers ("plenary:12", "congress:8", "resolution:2397"). `kind` is what of its type it is, where the
    rules tell kinds apart ("nuclear"). `names` are names of no gazetteer told around it, as written (once
    more with an "@" where the text says "in" them; with a "=" the ids of countries that it speaks of, where
    none takes part), and
    `words` those of the article's title and opening, where these tell it: what linking knows a local
    happening by.
    """

    type: str
    title: str
    interval: Interval
    basis: Basis
    status: Status
    evidence: Span
    actors: tuple[Actor, ...] = ()
    place: Place | None = None
    ordinal: int | None = None
    base: str | None = None
    numbers: tuple[str, ...] = ()
    spans: tuple[tuple[str, Span], ...] = ()
    rules: tuple[str, ...] = ()
    kind: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    confidence: float = 0.5

    @property
    def recalled(self) -> bool:
        """Whether its article is about another happening of the type and only recalls this one."""
        return RECALLED in self.rules


@dataclass(frozen=True, slots=True)
class Source:
    """A mention together with where it was read: what linking and resolving work on.

    `key` identifies the mention for ever (a digest of article, version text, type and span);
    `url` is the article's canonical address; `copy_of` is the canonical address of the article this
    one is a syndicated copy of, else None; `quote` is the evidence sentence.
    """

    key: str
    mention: Mention
    url: str
    publisher: str
    kind: Kind
    published: dt.datetime | None
    quote: str
    copy_of: str | None = None

    def __hash__(self) -> int:  # asked for again and again: not of every part
        return hash(self.key)


@dataclass(frozen=True, slots=True)
class Evidence:
    """One source of an event as it is shown. `span` is the sentence's place in the article's text;
    `recalled` where that article is about another happening."""

    url: str
    publisher: str
    published: dt.datetime | None
    evidence: str
    span: Span
    independent: bool
    kind: Kind = Kind.INDEPENDENT
    title: str = ""
    mention: str = ""
    confidence: float = 0.5
    recalled: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """Another event and how it stands to this one: this one is `part_of` it, `has_part` it, `commemorates`
    it, is `commemorated_by` it, `supersedes` it or is `superseded_by` it."""

    kind: str
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Event:
    """One happening: the values resolved from its mentions, and its sources.

    `chosen` says, per field, which mentions gave the value and why it won; `rivals` keeps the competing
    values with the mentions behind them. Where articles report it, those that only recall it beside another
    happening of their own are `recalled_by`, not among the sources. `changes` says what is new about it, where that was asked for.
    """

    id: str
    type: str
    title: str
    interval: Interval
    basis: Basis
    status: Status
    actors: tuple[str, ...] = ()
    place: str | None = None
    ordinal: int | None = None
    base: str | None = None
    confidence: float = 0.5
    sources: tuple[Evidence, ...] = ()
    recalled_by: tuple[Evidence, ...] = ()
    created: dt.datetime | None = None
    updated: dt.datetime | None = None
    sequence: int = 0
    dropped: dt.datetime | None = None
    chosen: tuple[tuple[str, str], ...] = ()
    rivals: tuple[tuple[str, str, tuple[str, ...]], ...] = field(default=())
    changes: tuple[str, ...] = ()
    relations: tuple[Related, ...] = ()
