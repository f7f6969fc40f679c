"""Events into rows and back: what the columns of events mean, and what is shown of their mentions."""

import datetime as dt
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from db import tables
from db.claims import Claim
from db.listing import Row
from db.tellings import Telling
from tracker.events.choices import independent_sources
from tracker.events.profile import profile_of
from tracker.events.resolve import parted
from tracker.events.words import fold
from tracker.timeline.rows import local
from tracker.values import (
    RECALLED,
    Basis,
    Event,
    Evidence,
    Interval,
    Kind,
    Precision,
    Related,
    Source,
    Span,
    Status,
)

__all__ = ["MATERIAL", "event_columns", "event_value", "names_column", "telling"]

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
    lines = {f" {fold(name)}" for name in names} | {f"={id}" for id in ids if id}
    return "\n".join(["", *sorted(lines), ""])


def _actor_names(event: Event, sources: tuple[Source, ...]) -> str:
    ids = {actor.entity for source in sources for actor in source.mention.actors}
    return names_column(event.actors, ids)


def _place_names(event: Event, sources: tuple[Source, ...]) -> str:
    places = [source.mention.place for source in sources if source.mention.place]
    ids = {id for place in places for id in (place.entity, place.country)}
    return names_column([event.place] if event.place else [], ids)


def _parties(sources: tuple[Source, ...]) -> dict[str, Any]:
    """Who takes part by most tellings, for relations; JSON."""
    profiles = [profile_of(source) for source in sources]
    people = sorted(set().union(*[profile.people for profile in profiles]))
    sides = sorted(set().union(*[profile.sides for profile in profiles]))
    place = _most_told([profile.place for profile in profiles])
    country = _most_told([profile.country for profile in profiles])
    found = {"people": people, "sides": sides, "place": place, "country": country}
    return {name: value for name, value in found.items() if value}


def _most_told(values: Sequence[str]) -> str:
    """The value that most tell, of those that tell any."""
    told = set(values) - {""}
    if len(told) < 2:
        return "".join(told)
    counted = Counter(filter(None, values))
    return min(told, key=lambda value: (-counted[value], value))


def event_value(
    row: tables.Event | Row[Any],
    told: Iterable[Telling],
    changes: tuple[str, ...] = (),
    relations: tuple[Related, ...] = (),
) -> Event:
    """The event that a row, or the listed columns of one, and the mentions linked to it hold."""
    reported, recalled = parted(map(_evidence, sorted(told, key=_source_order)))
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
        sources=reported,
        recalled_by=recalled,
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
        rules=json.loads(row.rules),
    )


def _source_order(told: Telling) -> tuple[bool, dt.datetime, int, str]:
    return (told.copy_of_id is not None, told.published or EARLIEST, told.start, told.key)


def _evidence(told: Telling) -> Evidence:
    return Evidence(
        url=told.url,
        publisher=told.publisher,
        published=local(told.published, told.published_offset),
        evidence=told.quote,
        span=Span(told.start, told.end),
        independent=told.copy_of_id is None,
        kind=Kind(told.kind),
        title=told.title,
        mention=told.key,
        confidence=told.confidence,
        recalled=RECALLED in told.rules,
    )
