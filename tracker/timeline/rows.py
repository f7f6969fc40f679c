"""Mentions into rows and back: what the columns of mentions mean, and where each was read."""

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from db import tables
from db.claims import Reading
from tracker.values import (
    Actor,
    Basis,
    Interval,
    Kind,
    Mention,
    Place,
    Precision,
    Source,
    Span,
    Status,
)

__all__ = ["local", "mention_columns", "mention_key", "mention_value", "source_value"]

# By their values: an enumeration takes thrice as long to ask.
PRECISIONS = {each.value: each for each in Precision}
BASES = {each.value: each for each in Basis}
STATUSES = {each.value: each for each in Status}
KINDS = {each.value: each for each in Kind}
SOURCES = 100_000  # kept at hand: what is asked for again is rarely another one


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
        "bystander": actor.bystander,
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
        "reported": place.reported,
    }
    return {name: value for name, value in told.items() if value}


def _span_columns(span: Span | None) -> list[int] | None:
    return [span.start, span.end] if span else None


def _actor(columns: Mapping[str, Any]) -> Actor:
    span = columns.get("span")
    return Actor(**{**columns, "span": Span(*span)}) if span else Actor(**columns)


def _place(columns: Mapping[str, Any]) -> Place:
    span = columns.get("span")
    return Place(**{**columns, "span": Span(*span)}) if span else Place(**columns)


def _spans(columns: Iterable[Sequence[Any]]) -> tuple[tuple[str, Span], ...]:
    return tuple((field, Span(start, end)) for field, start, end in columns)


def mention_value(row: tables.Mention) -> Mention:
    """The mention that a row holds."""
    return _mention(
        row,
        actors=tuple(map(_actor, row.actors)),
        place=_place(row.place) if row.place else None,
        numbers=tuple(row.numbers),
        spans=_spans(row.spans),
        rules=tuple(row.rules),
        names=tuple(row.names),
        words=tuple(row.words),
    )


def _mention(row: tables.Mention | Reading, **told: Any) -> Mention:
    """The mention of a row's plain columns and of what its other columns hold."""
    return Mention(
        type=row.type,
        title=row.title,
        interval=_interval(row.start, row.end, row.precision),
        basis=BASES[row.basis],
        status=STATUSES[row.status],
        evidence=Span(row.evidence_start, row.evidence_end),
        ordinal=row.ordinal,
        base=row.base,
        kind=row.kind,
        confidence=row.confidence,
        **told,
    )


@lru_cache(maxsize=10_000)
def _interval(first: dt.date, last: dt.date, precision: str) -> Interval:
    return Interval(first, last, PRECISIONS[precision])


def source_value(claim: Reading, copies: Mapping[int, str] | None = None) -> Source:
    """A mention with where it was read.

    `copies` gives the canonical address of an article by its id.
    """
    original = claim.copy_of_id
    copy_of = None if original is None else (copies or {}).get(original, str(original))
    return _source(Said(claim), copy_of)


class Said:
    """What tells a claim, equal to that of another reading of the same claim. Known by its key: hashing all of
    it would cost more than what is spared."""

    __slots__ = ("row",)

    def __init__(self, row: Reading) -> None:
        self.row = row

    def __hash__(self) -> int:
        return hash(self.row.key)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Said) and self.row.said == other.row.said


@lru_cache(maxsize=SOURCES)
def _source(said: Said, copy_of: str | None) -> Source:
    row = said.row
    return Source(
        key=row.key,
        mention=_mention(
            row,
            actors=_actors(row.actors),
            place=_place_of(row.place) if row.place else None,
            numbers=_words(row.numbers),
            spans=_spans_of(row.spans),
            rules=_words(row.rules),
            names=_words(row.names),
            words=_words(row.words),
        ),
        url=row.canonical_url,
        publisher=row.publisher,
        kind=KINDS[row.speaker],
        published=local(row.published, row.published_offset),
        quote=row.quote,
        copy_of=copy_of,
    )


# Columns of JSON, read once where several claims say the same.
decoded = json.JSONDecoder().decode


@lru_cache(maxsize=10_000)
def _actors(text: str) -> tuple[Actor, ...]:
    return tuple(map(_actor, decoded(text)))


@lru_cache(maxsize=10_000)
def _place_of(text: str) -> Place | None:
    columns = decoded(text)
    return _place(columns) if columns else None


@lru_cache(maxsize=10_000)
def _spans_of(text: str) -> tuple[tuple[str, Span], ...]:
    return _spans(decoded(text))


@lru_cache(maxsize=10_000)
def _words(text: str) -> tuple[str, ...]:
    return tuple(decoded(text))


def local(instant: dt.datetime | None, offset: int | None) -> dt.datetime | None:
    """The instant in the publisher's own time, `offset` minutes from UTC."""
    if instant is None or offset is None:
        return instant
    return instant.astimezone(dt.timezone(dt.timedelta(minutes=offset)))
