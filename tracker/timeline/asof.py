"""The timeline as it was known on a day: the same linking and resolving over what had come out by then."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping

from db import claims, tables
from db.claims import Claim
from db.engine import Session
from tracker.events import link, same
from tracker.timeline.final import final_columns
from tracker.timeline.identity import fresh_id
from tracker.timeline.judgements import in_force
from tracker.timeline.rows import source_value

__all__ = ["rows_as_of"]

Row = tuple[tables.Event, list[Claim]]


def rows_as_of(session: Session, day: dt.date, *, seen: bool = False) -> list[Row]:
    """The events that the articles published by `day` tell (or, with `seen`, those fetched by then, in
    the versions of then), with the judgements made by then, each with its mentions.

    The rows are not stored ones. Ids are those of today where the event is still known.
    """
    end = dt.datetime.combine(day + dt.timedelta(days=1), dt.time(), dt.UTC)
    told = claims.seen_by(session, end) if seen else claims.published_by(session, end)
    by_key = {each.told.key: each for each in told}
    sources = {key: source_value(each.told) for key, each in by_key.items()}
    rulings = in_force(session, until=end)
    groups = rulings.regroup(
        [tuple(source.key for source in group) for group in link(sources.values())],
        lambda one, other: same(sources[one], sources[other]).value,
    )
    taken: set[str] = set()
    found = []
    for group in groups:
        members = [by_key[key] for key in group]
        columns = final_columns(tuple(sources[key] for key in group), rulings.overrides(group), day)
        since = min(_known(each, seen) for each in members)
        row = tables.Event(id=_id(group, by_key, taken), created=since, updated=since, **columns)
        found.append((row, members))
    return sorted(found, key=lambda each: (each[0].start, each[0].end, each[0].type, each[0].id))


def _known(claim: Claim, seen: bool) -> dt.datetime:
    told = claim.told
    instant: dt.datetime | None = told.fetched if seen else told.published
    return instant or told.fetched or dt.datetime.max.replace(tzinfo=dt.UTC)


def _id(group: Iterable[str], told: Mapping[str, Claim], taken: set[str]) -> str:
    """The id that most of the group's mentions have today, else one of its own."""
    today = Counter(id for key in group if (id := told[key].event_id) and id not in taken)
    id = min(today, key=lambda each: (-today[each], each), default="")
    id = id or fresh_id(min(group), taken)
    taken.add(id)
    return id
