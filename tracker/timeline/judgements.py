"""Judgements: what people decided about events, kept apart from everything the machine writes.

A judgement remembers the mentions it speaks of by what identifies them in any database: the article's
address, the kind of happening, its days and the sentence. So it is found again after re-reading, after
an upgrade, and in another database.
"""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from db import events as queries
from db import judgements as rows
from db import tables
from db.engine import Session
from db.events import Told
from tracker.errors import UsageError
from tracker.timeline.identity import Trace, heirs
from tracker.timeline.ids import event_row
from tracker.timeline.rulings import Ruling, Rulings

__all__ = [
    "Judgement",
    "contradictions",
    "decide",
    "export",
    "import_judgements",
    "in_force",
    "judgements",
    "sides_of",
    "undo",
]

Anchor = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One decision, as it is shown and exported."""

    number: int
    verb: str
    events: tuple[str, ...]
    value: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""
    who: str = ""
    made: dt.datetime | None = None
    undone: dt.datetime | None = None


def decide(
    session: Session,
    verb: str,
    sides: Sequence[Sequence[Told]],
    *,
    events: Sequence[str],
    value: Mapping[str, Any] | None = None,
    why: str = "",
    who: str = "",
    now: dt.datetime,
) -> int:
    """Stores a judgement about happenings, each side given by its mentions; gives its number.

    Raises UsageError, and stores nothing, if it contradicts a judgement in force.
    """
    row = tables.Judgement(
        verb=verb,
        subject={"events": list(events), "sides": [list(map(_anchor, side)) for side in sides]},
        value=dict(value or {}),
        why=why,
        who=who,
        made=now,
    )
    session.add(row)
    session.flush()
    for numbers in contradictions(session):
        if row.id in numbers:
            others = ", ".join(str(number) for number in numbers if number != row.id)
            raise UsageError(
                f"this contradicts judgement {others}: `tracker undo {others.split(',')[0]}` first"
            )
    _ask_again(session, row)
    return row.id or 0


def sides_of(session: Session, ids: Sequence[str]) -> list[list[Told]]:
    """The mentions that make up each event."""
    return [queries.told_by_events(session, [event_row(session, id).id]) for id in ids]


def undo(session: Session, number: int | None, now: dt.datetime) -> Judgement:
    """Takes a judgement back, the last one unless `number` says which; gives it."""
    row = rows.judgement(session, number) if number else rows.last_in_force(session)
    if row is None:
        raise UsageError(
            f"there is no judgement {number}" if number else "there is nothing to undo"
        )
    if row.undone is not None:
        raise UsageError(f"judgement {row.id} was undone already")
    row.undone = now
    _ask_again(session, row)
    if row.verb == "same":
        _give_back(session, row)
    return _value(row)


def _give_back(session: Session, row: tables.Judgement) -> None:
    """Lets the mentions of events that were put together count as those of their own event again."""
    for id, side in zip(row.subject["events"], _sides(row), strict=True):
        for told in queries.told_by_keys(session, _find(session, side).values()):
            told[0].event_id = id
    session.flush()


def judgements(session: Session, *, undone: bool = False) -> tuple[Judgement, ...]:
    """All judgements in force, oldest first; with `undone` also those taken back."""
    return tuple(_value(row) for row in rows.judgements(session, undone=undone))


def _value(row: tables.Judgement) -> Judgement:
    return Judgement(
        number=row.id or 0,
        verb=row.verb,
        events=tuple(row.subject.get("events", ())),
        value=row.value,
        why=row.why,
        who=row.who,
        made=row.made,
        undone=row.undone,
    )


def _anchor(told: Told) -> Anchor:
    row, article, _ = told
    return {
        "key": row.key,
        "url": article.canonical_url,
        "type": row.type,
        "start": row.start.isoformat(),
        "end": row.end.isoformat(),
        "quote": row.quote,
    }


def in_force(session: Session, until: dt.datetime | None = None) -> Rulings:
    """All judgements in force (or those made before `until`), their sides found again among today's
    mentions."""
    made = rows.judgements(session)
    stored = [row for row in made if until is None or (row.made and row.made < until)]
    if not stored:
        return Rulings()
    found = _find(session, [a for row in stored for side in _sides(row) for a in side])
    return Rulings(
        tuple(
            Ruling(
                number=row.id or 0,
                verb=row.verb,
                sides=tuple(
                    frozenset(found[a["key"]] for a in side if a["key"] in found)
                    for side in _sides(row)
                ),
                value=_columns(row.value),
                why=row.why,
                event=next(iter(row.subject.get("events", ())), ""),
            )
            for row in stored
        )
    )


def _sides(row: tables.Judgement) -> list[list[Anchor]]:
    return list(row.subject.get("sides", ()))


def _columns(value: Mapping[str, Any]) -> dict[str, Any]:
    days = {name: dt.date.fromisoformat(value[name]) for name in ("start", "end") if name in value}
    return {**value, **days}


def _find(session: Session, anchors: Iterable[Anchor]) -> dict[str, str]:
    """The present key of each anchor's mention: its own, or that of the claim which took its place."""
    wanted = {anchor["key"]: anchor for anchor in anchors}
    found = {key: key for key in queries.current_keys(session, wanted)}
    lost = [anchor for key, anchor in wanted.items() if key not in found]
    if not lost:
        return found
    told = queries.told_at(session, {anchor["url"] for anchor in lost})
    articles = {article.canonical_url: article.id or 0 for _, article, _ in told}
    gone = [
        Trace(
            anchor["key"],
            articles[anchor["url"]],
            anchor["type"],
            dt.date.fromisoformat(anchor["start"]).toordinal(),
            dt.date.fromisoformat(anchor["end"]).toordinal(),
            anchor["quote"],
        )
        for anchor in lost
        if anchor["url"] in articles
    ]
    taken = set(found.values())
    come = [
        Trace(
            row.key, row.article_id, row.type, row.start.toordinal(), row.end.toordinal(), row.quote
        )
        for row, _, _ in told
        if row.key not in taken
    ]
    return found | heirs(gone, come)


def contradictions(session: Session) -> tuple[tuple[int, ...], ...]:
    """Numbers of judgements in force that cannot all hold; none of them is applied."""
    return in_force(session).contradictions()


def _ask_again(session: Session, row: tables.Judgement) -> None:
    """Marks the mentions a judgement speaks of, so that the next linking looks at them."""
    keys = _find(session, [anchor for side in _sides(row) for anchor in side]).values()
    queries.mark_mentions(session, keys)
    session.flush()


def export(session: Session) -> list[dict[str, Any]]:
    """The judgements in force as plain records that `import_judgements` takes in elsewhere."""
    return [
        {
            "verb": row.verb,
            "subject": row.subject,
            "value": row.value,
            "why": row.why,
            "who": row.who,
            "made": row.made.isoformat() if row.made else None,
        }
        for row in rows.judgements(session)
    ]


def import_judgements(session: Session, records: Iterable[Mapping[str, Any]]) -> tuple[int, int]:
    """Takes in exported judgements that are not there yet; gives how many are new and how many known."""
    known = [_content(row.model_dump()) for row in rows.judgements(session, undone=True)]
    new = old = 0
    for record in records:
        row = _row(record)
        if _content(row.model_dump()) in known:
            old += 1
            continue
        session.add(row)
        session.flush()
        _ask_again(session, row)
        known.append(_content(row.model_dump()))
        new += 1
    return new, old


def _content(row: Mapping[str, Any]) -> tuple[Any, ...]:
    return row["verb"], row["subject"], row["value"], row["why"], row["who"], row["made"]


def _row(record: Mapping[str, Any]) -> tables.Judgement:
    verbs = ("same", "different", "edit", "hide", "pin")
    try:
        if record["verb"] not in verbs:
            raise UsageError(f'"{record["verb"]}" is no judgement: {", ".join(verbs)}')
        return tables.Judgement(
            verb=record["verb"],
            subject=dict(record["subject"]),
            value=dict(record.get("value", {})),
            why=str(record.get("why", "")),
            who=str(record.get("who", "")),
            made=dt.datetime.fromisoformat(record["made"]),
        )
    except (KeyError, TypeError, ValueError) as error:
        raise UsageError(f"not an exported judgement: {error}") from error
