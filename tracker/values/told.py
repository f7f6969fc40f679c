"""What one article tells of a happening."""

from dataclasses import dataclass
from enum import StrEnum

from tracker.values.texts import Span
from tracker.values.times import Basis, Interval

__all__ = ["RECALLED", "Actor", "Mention", "Place", "Status"]


RECALLED = "recalled"  # stands among the rules of a mention that an article only recalls


class Status(StrEnum):
    """Where a happening stands in its life. A date gone by is not `occurred`: that needs a report."""

    PLANNED = "planned"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"
    OCCURRED = "occurred"
    UNCONFIRMED = "unconfirmed"
    RECURRING = "recurring"


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
