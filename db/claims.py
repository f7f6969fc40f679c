"""Mentions as linking needs them: plain columns, no objects that are watched. What linking decides about
them is written back in bulk."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import starmap
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import JSON, Text, bindparam, cast, exists, select, update
from sqlmodel import Session, and_, col, func, or_

from db.batches import batches
from db.tables import Article, ArticleVersion, Event, Mention

__all__ = [
    "Claim",
    "Reading",
    "by_keys",
    "forget_rows",
    "in_components",
    "in_windows",
    "published_by",
    "seen_by",
    "stale",
    "write_back",
]

WINDOWS = 60  # in one statement
NOW = col(ArticleVersion.current)  # what article versions of today say


class Reading(NamedTuple):
    """A mention as it is stored, JSON as text, and where it was read. Fields of a tuple are asked in a tenth of
    the time that those of a row take."""

    # What the mention says, and where: the first TOLD.
    key: str
    type: str
    title: str
    start: dt.date
    end: dt.date
    precision: str
    basis: str
    status: str
    actors: str
    place: str | None
    ordinal: int | None
    base: str | None
    numbers: str
    evidence_start: int
    evidence_end: int
    quote: str
    spans: str
    rules: str
    kind: str
    names: str
    words: str
    confidence: float
    canonical_url: str
    publisher: str
    speaker: str
    published_offset: int | None
    published: dt.datetime | None
    # What was made of it.
    copy_of_id: int | None
    event_id: str | None
    component: str | None
    stale: bool
    # What linking does not need, and showing does.
    url: str = ""
    version_id: int = 0
    fetched: dt.datetime | None = None
    version_title: str = ""
    article_title: str = ""

    @property
    def said(self) -> tuple[Any, ...]:
        """What never changes while it stays the same claim of the same article."""
        return self[:TOLD]


TOLD = Reading._fields.index("copy_of_id")


@dataclass(slots=True)
class Claim:
    """A mention: what it says (`told`), and what linking decides of it."""

    told: Reading
    event_id: str | None
    component: str | None
    stale: bool

    @property
    def differs(self) -> bool:
        """Whether anything was decided that is not stored."""
        told = self.told
        return (self.event_id, self.component, self.stale) != (
            told.event_id, told.component, told.stale,
        )  # fmt: skip


PUBLISHED = func.coalesce(col(ArticleVersion.published), col(Article.published))


def _plain(name: str) -> Any:
    """A column of mentions; JSON as its text, which is cheap to fetch and to compare."""
    column = getattr(Mention, name)
    return cast(column, Text).label(name) if isinstance(column.type, JSON) else column


# In the order of a reading's fields.
BASIC: tuple[Any, ...] = (
    *map(_plain, Reading._fields[: Reading._fields.index("canonical_url")]),
    col(Article.canonical_url), col(Article.publisher), col(Article.kind).label("speaker"),
    col(Article.published_offset), PUBLISHED.label("published"),
    col(Article.copy_of_id), col(Mention.event_id), col(Mention.component), col(Mention.stale),
)  # fmt: skip
AROUND: tuple[Any, ...] = (
    col(Article.url), col(Mention.version_id), col(ArticleVersion.fetched),
    col(ArticleVersion.title).label("version_title"), col(Article.title).label("article_title"),
)  # fmt: skip


def _claims(
    session: Session, *where: Any, more: Sequence[Any] = (), sort: bool = True
) -> list[Claim]:
    """Mentions with what they were read from, by key; unless told to `sort`, in any order."""
    query = (
        select(*BASIC, *more)
        .join(Article, col(Mention.article_id) == col(Article.id))
        .join(ArticleVersion, col(Mention.version_id) == col(ArticleVersion.id))
        .where(*where)
    )
    rows = session.connection().execute(query).all()
    if sort:  # here, by what is the first column: a database would move whole rows about
        rows = sorted(rows, key=itemgetter(0))
    told = starmap(Reading, rows)
    return [Claim(each, each.event_id, each.component, each.stale) for each in told]


def stale(session: Session) -> list[Claim]:
    """What is new or changed since events were last linked."""
    return _claims(session, NOW, col(Mention.stale))


def by_keys(session: Session, keys: Iterable[str]) -> list[Claim]:
    """The mentions of these keys."""
    return [
        claim
        for batch in batches(keys)
        for claim in _claims(session, NOW, col(Mention.key).in_(batch))
    ]


def in_components(session: Session, components: Iterable[str]) -> list[Claim]:
    """Every mention of the neighbourhoods."""
    return [
        claim
        for batch in batches(components)
        for claim in _claims(session, NOW, col(Mention.component).in_(batch))
    ]


def in_windows(
    session: Session, types: Sequence[str], windows: Sequence[tuple[dt.date, dt.date]]
) -> list[Claim]:
    """The linked mentions of these types whose interval shares a day with one of the windows, in any order."""
    found: dict[str, Claim] = {}
    linked = (NOW, col(Mention.type).in_(types), col(Mention.component).is_not(None))
    for start in range(0, len(windows), WINDOWS):
        asked = [
            and_(col(Mention.start) <= last, col(Mention.end) >= first)
            for first, last in windows[start : start + WINDOWS]
        ]
        near = _claims(session, *linked, or_(*asked), sort=False)
        found.update((each.told.key, each) for each in near)
    return list(found.values())


def published_by(session: Session, end: dt.datetime) -> list[Claim]:
    """What the articles published before `end` say (in their newest versions), with all around it."""
    return _claims(session, NOW, end > PUBLISHED, more=AROUND)


def seen_by(session: Session, end: dt.datetime) -> list[Claim]:
    """What had been fetched before `end`, in the versions that were the newest then, with all around it."""
    newest = (
        select(col(ArticleVersion.article_id), func.max(ArticleVersion.number).label("number"))
        .where(col(ArticleVersion.fetched) < end)
        .group_by(col(ArticleVersion.article_id))
        .subquery()
    )
    then = exists().where(
        newest.c.article_id == ArticleVersion.article_id, newest.c.number == ArticleVersion.number
    )
    return _claims(session, then, more=AROUND)


def write_back(session: Session, claims: Iterable[Claim]) -> None:
    """Stores what was decided of the mentions; only what differs."""
    rows = [
        {
            "of": claim.told.key,
            "event": claim.event_id,
            "part": claim.component,
            "open": claim.stale,
        }
        for claim in claims
        if claim.differs
    ]
    if rows:
        table = Mention.__table__  # type: ignore[attr-defined]
        decided: dict[str, Any] = {
            "event_id": bindparam("event"),
            "component": bindparam("part"),
            "stale": bindparam("open"),
        }
        statement = update(table).where(table.c.key == bindparam("of")).values(decided)
        session.connection().execute(statement, rows)


def forget_rows(session: Session) -> None:
    """Lets go of what the session remembers of mentions and events, after they were written in bulk."""
    for row in session:
        if isinstance(row, Mention | Event):
            session.expire(row)
