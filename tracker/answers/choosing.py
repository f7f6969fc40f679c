"""Why no events were found."""

from dataclasses import fields, replace

from db.engine import Session
from tracker.timeline.query import Filters, count_events

__all__ = ["why_none"]

UNSURE = "--min-confidence"
NAMES = {
    "since": "--since", "until": "--until", "types": "--type", "actors": "--actor", "places": "--place",
    "statuses": "--status", "search": "--search", "min_sources": "--min-sources", "related": "--related",
    "changed_since": "--changed-since", "as_of": "--as-of", "min_confidence": UNSURE,
    "after": "--cursor",
}  # fmt: skip


def why_none(session: Session, asked: Filters) -> str:
    """ "no events match", and which filter excluded most: without it there would be some."""
    plain = Filters()
    bounded = bool(
        asked.since and asked.until
    )  # a quarter, say: neither end is a filter of its own
    counts = {
        NAMES[field.name]: count_events(session, replace(asked, **{field.name: getattr(plain, field.name)}))
        for field in fields(Filters)
        if field.name in NAMES and getattr(asked, field.name) != getattr(plain, field.name)
        and not (bounded and field.name in ("since", "until"))
    }  # fmt: skip
    if bounded:
        counts["the period"] = count_events(session, replace(asked, since=None, until=None))
    name = max(counts, key=lambda one: counts[one], default="")
    if name == UNSURE and counts[name]:
        return f"no events match; {counts[name]} less sure would: --min-confidence 0 shows them"
    if name and counts[name]:
        return f"no events match; without {name} there would be {counts[name]}"
    return (
        "no events match"
        if counts
        else "the timeline is empty: try tracker ingest or tracker import"
    )
