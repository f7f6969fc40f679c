"""Saves mentions and keeps the events they make.

What is linked is a function of the mentions of all current article versions; how it is done touches only
the neighbourhood of what changed. Every function works within the caller's transaction.
"""

import datetime as dt
from collections import Counter
from collections.abc import Collection, Sequence

from db import events as queries
from db import tables
from db.claims import forget_rows
from db.engine import Session
from tracker.events.collecting import no_collecting
from tracker.timeline.changes import Changes
from tracker.timeline.identity import Trace, heirs
from tracker.timeline.linking import Pool, gather
from tracker.timeline.relating import relate_events
from tracker.timeline.rows import mention_columns, mention_key
from tracker.timeline.writing import Writer
from tracker.values import Document, Mention

__all__ = ["Changes", "relink", "save_mentions", "touch_article"]


def save_mentions(
    session: Session,
    version: tables.ArticleVersion,
    document: Document,
    mentions: Sequence[Mention],
    digest: str,
    now: dt.datetime,
) -> int:
    """Stores what an article version claims, in place of what it was read to claim before.

    Marks the version as read by the rules `digest`. Gives the number of mentions that are new,
    changed or gone.
    """
    version.rules, version.read_at = digest, now
    session.add(version)
    told = _rows(session, version, document, mentions)
    stored = _stored(session, version, told.keys())
    come = [row for key, row in told.items() if key not in stored]
    gone = [row for key, row in stored.items() if key not in told]
    edited = [key for key in told.keys() & stored.keys() if _edit(stored[key], told[key])]
    _replace(session, gone, come)
    session.flush()
    return len(come) + len(gone) + len(edited)


def _stored(
    session: Session, version: tables.ArticleVersion, told: Collection[str]
) -> dict[str, tables.Mention]:
    """What the version was read to claim before. An article edited back to an earlier text takes up that
    version's mentions again: the same words are the same claim."""
    rows = queries.mentions_of_article(session, version.article_id)
    for row in rows:
        if row.version_id != version.id and row.key in told:
            row.version_id, row.stale = version.id or 0, True
    return {row.key: row for row in rows if row.version_id == version.id}


def _rows(
    session: Session,
    version: tables.ArticleVersion,
    document: Document,
    mentions: Sequence[Mention],
) -> dict[str, tables.Mention]:
    article = session.get_one(tables.Article, version.article_id)
    seen: Counter[str] = Counter()
    rows: dict[str, tables.Mention] = {}
    for mention in mentions:
        plain = mention_key(article.canonical_url, version.text_hash, mention)
        key = mention_key(article.canonical_url, version.text_hash, mention, seen[plain])
        seen[plain] += 1
        rows[key] = tables.Mention(
            key=key,
            version_id=version.id or 0,
            article_id=version.article_id,
            **mention_columns(mention, mention.evidence.of(document.text)),
        )
    return rows


COLUMNS = tuple(
    name
    for name in tables.Mention.model_fields
    if name not in {"key", "version_id", "article_id", "event_id", "stale", "component"}
)


def _edit(stored: tables.Mention, told: tables.Mention) -> bool:
    """Brings a stored mention up to date with today's reading; gives whether anything differed."""
    differing = [name for name in COLUMNS if getattr(stored, name) != getattr(told, name)]
    for name in differing:
        setattr(stored, name, getattr(told, name))
    if differing:
        stored.stale = True
    return bool(differing)


def _replace(
    session: Session, gone: Sequence[tables.Mention], come: Sequence[tables.Mention]
) -> None:
    """Takes away and adds mentions; what was re-read stays with the event it belonged to."""
    inherit(gone, come)
    events = queries.events_by_id(session, {row.event_id for row in gone if row.event_id})
    for event in events.values():
        event.stale = True
    for component in {row.component for row in gone if row.component}:
        queries.mark_component(session, component)
    for row in gone:
        session.delete(row)
    session.add_all(come)


def inherit(gone: Sequence[tables.Mention], come: Sequence[tables.Mention]) -> None:
    """Gives each new mention the event of the mention whose place it took."""
    by_key = {row.key: row for row in come}
    found = heirs(map(trace, gone), [trace(row) for row in come if row.event_id is None])
    for old in gone:
        if old.event_id and old.key in found:
            by_key[found[old.key]].event_id = old.event_id


def trace(row: tables.Mention) -> Trace:
    """What a mention is recognised by."""
    return Trace(
        row.key, row.article_id, row.type, row.start.toordinal(), row.end.toordinal(), row.quote
    )


def touch_article(session: Session, article_id: int) -> None:
    """Asks for the mentions of an article to be linked again: its publisher, date or being a copy of
    another article changed."""
    for row in queries.mentions_of_article(session, article_id):
        row.stale = True


def relink(session: Session, now: dt.datetime, run_id: int | None = None) -> Changes:
    """Brings the events up to date with the mentions of all current article versions.

    Writes only what differs; a second call writes nothing.
    """
    with no_collecting():
        return _relink(session, now, run_id)


def _relink(session: Session, now: dt.datetime, run_id: int | None) -> Changes:
    _retire(session)
    session.flush()
    with session.no_autoflush:
        pool: Pool = gather(session)
    writer = Writer(session, now, run_id)
    writer.publish(pool)
    writer.let_plans_lapse()
    session.flush()
    changes = writer.changes()
    relate_events(session, changes.ids | writer.rebound)
    forget_rows(session)
    return changes


def _retire(session: Session) -> None:
    """Lets go of the mentions of article versions that are no longer current."""
    gone = queries.retired(session)
    if not gone:
        return
    inherit(gone, [told[0] for told in queries.told_stale(session)])
    for event in queries.events_by_id(session, {r.event_id for r in gone if r.event_id}).values():
        event.stale = True
    for row in gone:
        if row.component:
            queries.mark_component(session, row.component)
        row.event_id, row.component, row.stale = None, None, False
    session.flush()
