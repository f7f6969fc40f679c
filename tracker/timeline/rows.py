"""Values into rows and back: what the columns of mentions and events mean."""

import datetime as dt
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

from db import tables
from db.claims import TOLD, Claim
from db.listing import Row, Telling
from tracker.events.profile import profile_of
from tracker.events.resolve import independent_sources
from tracker.events.words import fold
from tracker.values import (
    Actor,
    Basis,
    Event,
    Evidence,
    Interval,
    Kind,
    Mention,
    Place,
    Precision,
    Related,
    Source,
    Span,
    Status,
)

__all__ = [
    "MATERIAL",
    "event_columns",
    "event_value",
    "mention_columns",
    "mention_key",
    "names_column",
    "source_value",
    "telling",
]

SOURCES = 100_000  # kept at hand: what is asked for again is rarely another one
EARLIEST = dt.datetime.min.replace(tzinfo=dt.UTC)

# What an iCal client must be told of; other columns change without a new SEQUENCE.
MATERIAL = (
    "type",
    "title",
    "start",
    "end",
    "precision",
    "status",
    "actors",
    "place",
    "ordinal",
    "base",
)


def mention_key(url: str, text_hash: str, mention: Mention, number: int = 0) -> str:
    """A key that is the same whenever the same text is read to claim the same there."""
    parts = (url, text_hash, mention.type, mention.evidence.start, mention.evidence.end, number)
    return hashlib.sha256("\0".join(map(str, parts)).encode()).hexdigest()[:24]


def mention_columns(mention: Mention, quote: str) -> dict[str, Any]:
    """The columns that hold a mention."""
    return {
        "type": mention.type,
        "title": mention.title,
        "start": mention.interval.first,
        "end": mention.interval.last,
        "precision": mention.interval.precision.value,
        "basis": mention.basis.value,
        "status": mention.status.value,
        "actors": [_actor_columns(actor) for actor in mention.actors],
        "place": _place_columns(mention.place),
        "ordinal": mention.ordinal,
        "base": mention.base,
        "numbers": list(mention.numbers),
        "evidence_start": mention.evidence.start,
        "evidence_end": mention.evidence.end,
        "quote": quote,
        "spans": [[field, span.start, span.end] for field, span in mention.spans],
        "rules": list(mention.rules),
        "kind": mention.kind,
        "names": list(mention.names),
        "words": list(mention.words),
        "confidence": mention.confidence,
    }


def _actor_columns(actor: Actor) -> dict[str, Any]:
    told = {
        "name": actor.name,
        "entity": actor.entity,
        "role": actor.role,
        "title": actor.title,
        "kind": actor.kind,
        "country": actor.country,
        "span": _span_columns(actor.span),
    }
    return {name: value for name, value in told.items() if value}


def _place_columns(place: Place | None) -> dict[str, Any] | None:
    if place is None:
        return None
    told = {
        "name": place.name,
        "entity": place.entity,
        "country": place.country,
        "span": _span_columns(place.span),
    }
    return {name: value for name, value in told.items() if value}


def _span_columns(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _span(columns: Any) -> Span | None:
    return Span(*columns) if columns else None


def _actor(columns: Mapping[str, Any]) -> Actor:
    return Actor(**{**columns, "span": _span(columns.get("span"))})


def _place(columns: Mapping[str, Any] | None) -> Place | None:
    return Place(**{**columns, "span": _span(columns.get("span"))}) if columns else None


def mention_value(row: tables.Mention) -> Mention:
    """The mention that a row holds."""
    return _mention(
        row,
        actors=tuple(map(_actor, row.actors)),
        place=_place(row.place),
        numbers=tuple(row.numbers),
        spans=tuple((field, Span(start, end)) for field, start, end in row.spans),
        rules=tuple(row.rules),
        names=tuple(row.names),
        words=tuple(row.words),
    )


def _mention(row: tables.Mention | Row[Any], **told: Any) -> Mention:
    """The mention of a row's plain columns and of what its other columns hold."""
    return Mention(
        type=row.type,
        title=row.title,
        interval=Interval(row.start, row.end, Precision(row.precision)),
        basis=Basis(row.basis),
        status=Status(row.status),
        evidence=Span(row.evidence_start, row.evidence_end),
        ordinal=row.ordinal,
        base=row.base,
        kind=row.kind,
        confidence=row.confidence,
        **told,
    )


def source_value(claim: Row[Any], copies: Mapping[int, str] | None = None) -> Source:
    """A mention with where it was read, of columns as `db.claims` gives them.

    `copies` gives the canonical address of an article by its id.
    """
    original = claim.copy_of_id
    copy_of = None if original is None else (copies or {}).get(original, str(original))
    return _source(Said(claim), copy_of)


class Said:
    """The columns of a claim that tell it, equal to those of another reading of the same claim."""

    __slots__ = ("_told", "row")

    def __init__(self, row: Row[Any]) -> None:
        self.row, self._told = row, tuple(row[:TOLD])

    def __hash__(self) -> int:
        return hash(self._told)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and self._told == other._told


@lru_cache(maxsize=SOURCES)
def _source(said: Said, copy_of: str | None) -> Source:
    row = said.row
    return Source(
        key=row.key,
        mention=_mention(
            row,
            actors=_actors(row.actors),
            place=_place(json.loads(row.place)) if row.place else None,
            numbers=_words(row.numbers),
            spans=tuple((field, Span(start, end)) for field, start, end in json.loads(row.spans)),
            rules=_words(row.rules),
            names=_words(row.names),
            words=_words(row.words),
        ),
        url=row.canonical_url,
        publisher=row.publisher,
        kind=Kind(row.speaker),
        published=_local(row.published, row.published_offset),
        quote=row.quote,
        copy_of=copy_of,
    )


@lru_cache(maxsize=10_000)
def _actors(text: str) -> tuple[Actor, ...]:
    return tuple(map(_actor, json.loads(text)))


@lru_cache(maxsize=10_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _local(instant: dt.datetime | None, offset: int | None) -> dt.datetime | None:
    if instant is None or offset is None:
        return instant
    return instant.astimezone(dt.timezone(dt.timedelta(minutes=offset)))


def event_columns(event: Event, sources: tuple[Source, ...]) -> dict[str, Any]:
    """The columns that hold an event's values."""
    return {
        "type": event.type,
        "title": event.title,
        "start": event.interval.first,
        "end": event.interval.last,
        "precision": event.interval.precision.value,
        "basis": event.basis.value,
        "status": event.status.value,
        "actors": list(event.actors),
        "actor_names": _actor_names(event, sources),
        "place_names": _place_names(event, sources),
        "parties": _parties(sources),
        "place": event.place,
        "ordinal": event.ordinal,
        "base": event.base,
        "confidence": event.confidence,
        "independent_sources": independent_sources(sources),
        "chosen": [list(pair) for pair in event.chosen],
        "rivals": [[field, value, list(keys)] for field, value, keys in event.rivals],
    }


def names_column(names: Iterable[str], ids: Iterable[str | None] = ()) -> str:
    """Names and the gazetteer's ids as a filter looks for them (see `db.listing`)."""
    lines = [f" {fold(name)}" for name in names] + [f"={id}" for id in ids if id]
    return "".join(f"\n{line}" for line in sorted(set(lines))) + "\n"


def _actor_names(event: Event, sources: tuple[Source, ...]) -> str:
    actors = [actor for source in sources for actor in source.mention.actors]
    return names_column(event.actors, (actor.entity for actor in actors))


def _place_names(event: Event, sources: tuple[Source, ...]) -> str:
    places = [source.mention.place for source in sources if source.mention.place]
    ids = [id for place in places for id in (place.entity, place.country)]
    return names_column([event.place] if event.place else [], ids)


def _parties(sources: tuple[Source, ...]) -> dict[str, Any]:
    """Who takes part by most tellings, for relations; JSON."""
    profiles = [profile_of(source) for source in sources]
    found: dict[str, Any] = {}
    for name in ("people", "sides"):
        names = sorted(frozenset().union(*(getattr(profile, name) for profile in profiles)))
        if names:
            found[name] = names
    for name in ("place", "country"):
        told = Counter(value for profile in profiles if (value := getattr(profile, name)))
        if told:
            found[name] = min(told, key=lambda value: (-told[value], value))
    return found


def event_value(
    row: tables.Event | Row[Any],
    told: Iterable[Telling],
    changes: tuple[str, ...] = (),
    relations: tuple[Related, ...] = (),
) -> Event:
    """The event that a row, or the listed columns of one, and the mentions linked to it hold."""
    return Event(
        id=row.id,
        type=row.type,
        title=row.title,
        interval=Interval(row.start, row.end, Precision(row.precision)),
        basis=Basis(row.basis),
        status=Status(row.status),
        actors=tuple(row.actors),
        place=row.place,
        ordinal=row.ordinal,
        base=row.base,
        confidence=row.confidence,
        sources=tuple(map(_evidence, sorted(told, key=_source_order))),
        created=row.created,
        updated=row.updated,
        sequence=row.sequence,
        dropped=row.dropped or (row.updated if row.redirect_to else None),
        chosen=tuple((field, why) for field, why in row.chosen),
        rivals=tuple((field, value, tuple(keys)) for field, value, keys in row.rivals),
        changes=changes,
        relations=relations,
    )


def telling(claim: Claim) -> Telling:
    """What is shown of a mention that was read with everything around it."""
    row = claim.told
    return Telling(
        event_id=row.event_id or "",
        key=row.key,
        quote=row.quote,
        start=row.evidence_start,
        end=row.evidence_end,
        url=row.url,
        publisher=row.publisher,
        confidence=row.confidence,
        kind=row.speaker,
        copy_of_id=row.copy_of_id,
        published=row.published,
        published_offset=row.published_offset,
        title=row.version_title or row.article_title,
    )


def _source_order(told: Telling) -> tuple[bool, dt.datetime, int, str]:
    return (told.copy_of_id is not None, told.published or EARLIEST, told.start, told.key)


def _evidence(told: Telling) -> Evidence:
    return Evidence(
        url=told.url,
        publisher=told.publisher,
        published=_local(told.published, told.published_offset),
        evidence=told.quote,
        span=Span(told.start, told.end),
        independent=told.copy_of_id is None,
        kind=Kind(told.kind),
        title=told.title,
        mention=told.key,
        confidence=told.confidence,
    )
