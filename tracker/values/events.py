"""One happening, as its sources tell it."""

import datetime as dt
from dataclasses import dataclass, field

from tracker.values.texts import Kind, Span
from tracker.values.times import Basis, Interval
from tracker.values.told import Mention, Status

__all__ = ["Event", "Evidence", "Related", "Source"]


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
