"""Event ids as people give them: redirected, shortened, mistyped."""

from rapidfuzz.process import extract

from db import events as queries
from db import tables
from db.engine import Session
from tracker.errors import UsageError

__all__ = ["event_row"]


def event_row(session: Session, id: str) -> tables.Event:
    """The event of that id, or the one it was merged into; the first letters are enough if they fit one.

    Raises UsageError naming ids that look like it.
    """
    key = "".join(letter for letter in id.lower() if letter.isalnum())
    row = session.get(tables.Event, key)
    seen = set()
    while row is not None and row.redirect_to and row.id not in seen:
        seen.add(row.id)
        row = session.get(tables.Event, row.redirect_to)
    if row is None:
        row = _only_start(session, key)
    if row is None:
        raise UsageError(f'no event "{id}"{_hint(session, key)}')
    return row


def _only_start(session: Session, id: str) -> tables.Event | None:
    """The event whose id starts so, if it is the only one: the first letters are enough to type."""
    found = queries.ids_like(session, id, limit=2) if len(id) >= 4 else []
    return session.get(tables.Event, found[0]) if len(found) == 1 else None


def _hint(session: Session, id: str) -> str:
    known = queries.ids_like(session, id[:1]) or queries.ids_like(session, "")
    near = [found for found, _, _ in extract(id, known, limit=3, score_cutoff=50)]
    if near:
        return f"; did you mean {', '.join(near)}?"
    return "; `tracker events` lists the ids" if known else "; the timeline is empty"
