"""What is done with events once they are found: sorted, cut, and why there are none."""

from collections.abc import Sequence
from dataclasses import fields, replace

from db.engine import Session
from tracker.answers.sorting import Sort, in_order
from tracker.timeline.query import Filters, find_events
from tracker.values import Event

__all__ = ["arranged", "why_none"]

NAMES = {
    "since": "--since", "until": "--until", "types": "--type", "actors": "--actor", "places": "--place",
    "statuses": "--status", "search": "--search", "min_sources": "--min-sources", "related": "--related",
    "changed_since": "--changed-since", "as_of": "--as-of",
}  # fmt: skip


def arranged(
    events: Sequence[Event], sort: Sort, limit: int | None, min_confidence: float = 0.0
) -> tuple[Event, ...]:
    """The events that are sure enough, in order, at most `limit`."""
    found = [event for event in events if event.confidence >= min_confidence]
    return tuple(in_order(found, sort)[:limit])


def why_none(session: Session, asked: Filters) -> str:
    """ "no events match", and which filter excluded most: without it there would be some."""
    plain = Filters()
    counts = {
        NAMES[field.name]: len(find_events(session, replace(asked, **{field.name: getattr(plain, field.name)})))
        for field in fields(Filters)
        if field.name in NAMES and getattr(asked, field.name) != getattr(plain, field.name)
    }  # fmt: skip
    if asked.since and asked.until:
        counts["the period"] = len(find_events(session, replace(asked, since=None, until=None)))
    name = max(counts, key=lambda one: counts[one], default="")
    if name and counts[name]:
        return f"no events match; without {name} there would be {counts[name]}"
    return (
        "no events match"
        if counts
        else "the timeline is empty: try tracker ingest or tracker import"
    )
