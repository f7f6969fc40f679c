"""The index of words by which events are found: kept with what they belong to, and asked.

PostgreSQL keeps the words in a tsvector, SQLite in an FTS5 table that triggers keep in step. An event's own
words are its title, place, actors and evidence. The words of an article's text find the events it tells,
unless one of these has the word itself and so is what was meant.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, column, event, insert, literal, select, table, update
from sqlalchemy.dialects.postgresql import TSQUERY
from sqlmodel import Session, and_, col, or_

from db.batches import batches
from db.bulk import add_rows
from db.tables import ArticleVersion, Event, Mention, SearchText
from db.words import Term, event_words, joined, terms

__all__ = [
    "finds",
    "index_events",
    "index_versions",
    "repair",
    "unindexed",
    "versions_with",
]


def finds(session: Session, search: str) -> Any:
    """The condition that an event is found by every term of a question; None for one that asks nothing."""
    if not search.strip():
        return None
    asked = [_finds(session, term) for term in terms(search)]
    return and_(*asked) if asked else literal(False)


def _finds(session: Session, term: Term) -> Any:
    own = _having(session, term, SearchText.event_id)
    told = select(col(Mention.version_id)).where(col(Mention.event_id).in_(own))
    by_text = select(col(Mention.event_id)).where(
        col(Mention.version_id).in_(_having(session, term, SearchText.version_id)),
        col(Mention.version_id).not_in(told),
        col(Mention.event_id).is_not(None),
    )
    return or_(col(Event.id).in_(own), col(Event.id).in_(by_text))


def versions_with(session: Session, term: Term) -> frozenset[int]:
    """The ids of the article versions whose title or text holds a term."""
    found = session.execute(_having(session, term, SearchText.version_id))
    return frozenset(id for (id,) in found)


def _having(session: Session, term: Term, owner: Any) -> Select[Any]:
    """What (`SearchText.event_id` or `.version_id`) the words that hold a term belong to."""
    if session.get_bind().dialect.name == "postgresql":
        phrase = " <-> ".join(f"'{word}'" for word in term.words)
        query = literal(phrase + (":*" if term.open else "")).cast(TSQUERY)
        holds = col(SearchText.words).op("@@")(query)
    else:
        index = table("search_index", column("rowid"), column("search_index"))
        phrase = f'"{" ".join(term.words)}"{"*" if term.open else ""}'
        rows = select(index.c.rowid).where(index.c.search_index.op("MATCH")(phrase))
        holds = col(SearchText.id).in_(rows)
    return select(col(owner)).where(holds, col(owner).is_not(None))


def index_events(session: Session, words: Mapping[str, str]) -> None:
    """Makes each event found by its words; writes only what differs."""
    known = _digests(session, SearchText.event_id, words)
    fresh = [_row(told, event_id=id) for id, told in words.items() if id not in known]
    add_rows(session, SearchText, fresh)
    for id, told in words.items():
        if id in known and known[id] != _digest(told):
            changed = update(SearchText).where(col(SearchText.event_id) == id)
            session.execute(changed.values(words=told, digest=_digest(told)))


def index_versions(session: Session, ids: Iterable[int]) -> None:
    """Makes article versions that are not yet found by their words found."""
    for batch in batches(ids):
        known = _digests(session, SearchText.version_id, batch)
        query = select(ArticleVersion).where(col(ArticleVersion.id).in_(batch))
        for version in session.scalars(query):
            if version.id not in known:
                _add_version(session.connection(), version)


@event.listens_for(ArticleVersion, "after_insert")
def _version_stored(_: Any, connection: Connection, version: ArticleVersion) -> None:
    _add_version(connection, version)


def _add_version(connection: Connection, version: ArticleVersion) -> None:
    told = joined((version.title, version.text))
    connection.execute(insert(SearchText), _row(told, version_id=version.id))


def _row(words: str, **owner: Any) -> dict[str, Any]:
    return {"event_id": None, "version_id": None, **owner, "words": words, "digest": _digest(words)}


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def _digests(session: Session, owner: Any, ids: Iterable[Any]) -> dict[Any, str]:
    found: dict[Any, str] = {}
    for batch in batches(ids):
        rows = session.execute(
            select(col(owner), col(SearchText.digest)).where(col(owner).in_(batch))
        )
        found.update((id, digest) for id, digest in rows)
    return found


def unindexed(session: Session) -> tuple[dict[str, str], list[int]]:
    """The live events that are not found by the words they have now, with these; and the article versions
    that are not found by any."""
    live = select(col(Event.id), col(Event.title), col(Event.place), col(Event.actors)).where(
        col(Event.dropped).is_(None), col(Event.redirect_to).is_(None)
    )
    quotes: dict[str, list[str]] = {}
    told = select(col(Mention.event_id), col(Mention.quote)).where(
        col(Mention.event_id).is_not(None)
    )
    for id, quote in session.execute(told.order_by(col(Mention.key))):
        quotes.setdefault(id, []).append(quote)
    told_by = select(col(SearchText.event_id), col(SearchText.digest))
    rows = session.execute(told_by.where(col(SearchText.event_id).is_not(None)))
    known = {id: digest for id, digest in rows}  # noqa: C416 - rows are not tuples to the types
    events = {}
    for id, title, place, actors in session.execute(live):
        words = event_words(title, place, actors, quotes.get(id, ()))
        if known.get(id) != _digest(words):
            events[id] = words
    return events, list(_versions_without(session))


def _versions_without(session: Session) -> Iterator[int]:
    query = (
        select(col(ArticleVersion.id))
        .outerjoin(SearchText, col(SearchText.version_id) == col(ArticleVersion.id))
        .where(col(SearchText.id).is_(None))
    )
    yield from (id for id in session.scalars(query) if id is not None)


def repair(session: Session) -> None:
    """Makes everything found by the words it has now."""
    events, versions = unindexed(session)
    index_events(session, events)
    index_versions(session, versions)
