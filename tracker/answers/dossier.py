"""Everything that is known about one event: its values and why, who tells what, what became of it."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from db.engine import Engine, Session, begin
from db.events import Told, told_by_events
from db.reports import surroundings
from db.tables import Event as EventRow
from tracker.answers.quoting import AROUND, Passage, passage
from tracker.timeline.judgements import Judgement, judgements
from tracker.timeline.news import say_change
from tracker.timeline.query import Revision, find_event, history
from tracker.timeline.rows import mention_value
from tracker.values import Event, Evidence, Mention
from tracker.views.when import ordinal, when

__all__ = ["Dossier", "Telling", "Value", "dossier_of"]

UNSAID = {"created": "found", "merged": "put together with another event", "split": "parted from another event",
          "dropped": "no article tells it any more", "revived": "told again"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """One source: its number on the page, its sentence in context, and what it claims (field, value,
    whether the event has that value)."""

    number: int
    source: Evidence
    passage: Passage
    claims: tuple[tuple[str, str, bool], ...]
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Value:
    """A field, its value, why it won, and the numbers of the sources that say so."""

    field: str
    text: str
    why: str
    told_by: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Dossier:
    """One event with all that leads to it. `rivals` are values that did not win."""

    event: Event
    hidden: bool
    values: tuple[Value, ...]
    rivals: tuple[Value, ...]
    tellings: tuple[Telling, ...]
    history: tuple[tuple[dt.datetime, str], ...]
    judgements: tuple[Judgement, ...]


def dossier_of(engine: Engine, id: str) -> Dossier:
    """What is known about the event of that id, or the one it was merged into.

    Raises UsageError, naming ids that look like it, where there is none."""
    with begin(engine, read_only=True) as session:
        event = find_event(session, id)
        row = session.get_one(EventRow, event.id)
        revisions = history(session, event.id)
        tellings = _tellings(session, event)
        judged = tuple(one for one in judgements(session) if event.id in one.events)
    return Dossier(
        event=event,
        hidden=row.hidden,
        values=tuple(_values(event, tellings)),
        rivals=tuple(_rivals(event, tellings)),
        tellings=tellings,
        history=tuple((one.at, _said(one)) for one in reversed(revisions)),
        judgements=judged,
    )


def _tellings(session: Session, event: Event) -> tuple[Telling, ...]:
    told = {each[0].key: each for each in told_by_events(session, [event.id])}
    texts = surroundings(session, event.id, AROUND)
    return tuple(
        _telling(number, source, event, told[source.mention], texts)
        for number, source in enumerate((*event.sources, *event.recalled_by), 1)
        if source.mention in told and source.mention in texts
    )


def _telling(
    number: int, source: Evidence, event: Event, told: Told, texts: Mapping[str, tuple[int, str]]
) -> Telling:
    row = told[0]
    offset, excerpt = texts[row.key]
    marks = [(field, start, end) for field, start, end in row.spans]
    shown = passage(excerpt, offset, row.evidence_start, row.evidence_end, marks)
    return Telling(
        number, source, shown, tuple(_claims(mention_value(row), event)), tuple(row.rules)
    )


def _claims(mention: Mention, event: Event) -> Iterator[tuple[str, str, bool]]:
    place = mention.place.name if mention.place else ""
    yield "type", mention.type.replace("_", " "), mention.type == event.type
    yield "date", when(mention.interval), mention.interval == event.interval
    yield "status", mention.status.value, mention.status is event.status
    if place:
        yield "place", place, place == event.place
    if mention.ordinal:
        yield "ordinal", ordinal(mention.ordinal), mention.ordinal == event.ordinal
    names = [actor.name for actor in mention.actors if not actor.bystander]
    if names:
        yield "actors", ", ".join(names), bool(set(names) & set(event.actors))
    yield "title", mention.title, mention.title == event.title


def _values(event: Event, tellings: Sequence[Telling]) -> Iterator[Value]:
    reasons = dict(event.chosen)
    shown = (
        ("date", when(event.interval)),
        ("type", event.type.replace("_", " ")),
        ("status", event.status.value),
        ("title", event.title),
        ("actors", ", ".join(event.actors)),
        ("place", event.place or ""),
        ("ordinal", ordinal(event.ordinal) if event.ordinal else ""),
        ("base", event.base or ""),
    )
    for field, text in shown:
        if text:
            behind = tuple(
                telling.number
                for telling in tellings
                if any(name == field and agrees for name, _, agrees in telling.claims)
            )
            yield Value(field, text, _reason(reasons.get(field, "")), behind)


def _reason(why: str) -> str:
    return why.partition(": ")[0] if why else ""


def _rivals(event: Event, tellings: Sequence[Telling]) -> Iterator[Value]:
    numbers = {telling.source.mention: telling.number for telling in tellings}
    for field, value, mentions in event.rivals:
        yield Value(
            field, value, "", tuple(sorted(numbers[key] for key in mentions if key in numbers))
        )


def _said(revision: Revision) -> str:
    if revision.change == "changed":
        return "; ".join(say_change(revision.before, revision.after)) or "changed"
    return UNSAID.get(revision.change, revision.change)
