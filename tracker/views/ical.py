"""The timeline as a calendar (RFC 5545, RFC 7986). The only importer of icalendar.

All-day entries; the end is the day after the last. What is known only to the month is not put on a
day. Anniversaries arrive already expanded, one entry a year, so that a 29 February and the ordinal
come out right in every calendar program. Nothing here reads the clock: the same events give the same
bytes, and an entry's stamp moves only when the event does.
"""

import datetime as dt
from collections.abc import Iterable, Mapping
from typing import Any

import icalendar

from tracker.timeline.query import Upcoming
from tracker.values import Event, Evidence, Interval, Precision, Status
from tracker.views.clean import printable, web_link
from tracker.views.when import ordinal, when

__all__ = ["UNDATED_STAMP", "calendar", "has_a_day"]

DOMAIN = "event-timeline-tracker"
REFRESH = dt.timedelta(hours=6)
MORNING = dt.timedelta(hours=9)
# For entries that rest on no stored event, such as a yearly day from the shipped list.
UNDATED_STAMP = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)

_STATUS = {
    Status.OCCURRED: "CONFIRMED",
    Status.RECURRING: "CONFIRMED",
    Status.CANCELLED: "CANCELLED",
}


def calendar(
    events: Iterable[Event],
    ahead: Iterable[Upcoming] = (),
    *,
    name: str = "Timeline",
    bases: Mapping[str, Event] | None = None,
    alarm: int | None = None,
) -> bytes:
    """A calendar file of `events` and of the anniversaries among `ahead` that fall on a known day.

    `bases` are the events that anniversaries commemorate, by id: their revision is the entry's. With
    `alarm`, what is planned and anniversaries ring so many days before.
    """
    found = icalendar.Calendar()
    found.add("prodid", f"-//{DOMAIN}//EN")
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    for key in ("name", "x-wr-calname"):
        found.add(key, _text(name))
    found.add("refresh-interval", REFRESH, parameters={"value": "DURATION"})
    found.add("x-published-ttl", "PT6H")
    shown = [event for event in events if has_a_day(event.interval)]
    for event in shown:
        found.add_component(_event(event, alarm))
    told = {(event.id, event.interval) for event in shown}
    for entry in ahead:
        is_told = (entry.event, entry.interval) in told
        if entry.kind == "anniversary" and has_a_day(entry.interval) and not is_told:
            made = _anniversary(entry, (bases or {}).get(entry.event or ""))
            found.add_component(_ringing(made, alarm))
    content: bytes = found.to_ical()
    return content


_KINDS = {"part_of": "PARENT", "has_part": "CHILD"}


def has_a_day(interval: Interval) -> bool:
    """Whether the interval may be drawn in a calendar without inventing a day."""
    return interval.precision is Precision.DAY


def _event(event: Event, alarm: int | None) -> icalendar.Event:
    status = "CANCELLED" if event.dropped else _STATUS.get(event.status, "TENTATIVE")
    entry = _entry(f"{event.id}@{DOMAIN}", _summary(event), event.interval, status)
    _stamp(entry, event)
    entry.add("categories", [event.type.replace("_", " ")])
    if event.place:
        entry.add("location", _text(event.place))
    entry.add("description", _description(event))
    for related in event.relations:
        kind = _KINDS.get(related.kind, "SIBLING")
        entry.add("related-to", f"{related.id}@{DOMAIN}", parameters={"RELTYPE": kind})
    _add_url(entry, event.sources)
    ahead = event.status in (Status.PLANNED, Status.POSTPONED) and not event.dropped
    return _ringing(entry, alarm) if ahead else entry


def _ringing(entry: icalendar.Event, alarm: int | None) -> icalendar.Event:
    """The entry with an alarm at nine in the morning, so many days before it."""
    if alarm is not None:
        bell = icalendar.Alarm()
        bell.add("action", "DISPLAY")
        bell.add("description", entry["SUMMARY"])
        bell.add("trigger", MORNING - dt.timedelta(days=alarm))
        entry.add_component(bell)
    return entry


def _summary(event: Event) -> str:
    marks = {Status.PLANNED: "planned", Status.POSTPONED: "postponed", Status.CANCELLED: "cancelled",
             Status.UNCONFIRMED: "unconfirmed"}  # fmt: skip
    mark = marks.get(event.status)
    return f"{event.title} ({mark})" if mark else event.title


def _anniversary(due: Upcoming, base: Event | None) -> icalendar.Event:
    uid = f"{due.key or due.event or due.title}-{due.interval.first.year}@{DOMAIN}"
    entry = _entry(_text(uid), anniversary_title(due), due.interval, "CONFIRMED")
    _stamp(entry, base)
    entry.add("categories", ["anniversary"])
    if due.place:
        entry.add("location", _text(due.place))
    notes = [f"Original date: {due.base}" if due.base else "", due.note, *_sources(due.sources)]
    if description := "\n".join(note for note in notes if note):
        entry.add("description", _text(description))
    if base is not None:
        entry.add("related-to", f"{base.id}@{DOMAIN}")
    _add_url(entry, due.sources)
    return entry


def anniversary_title(due: Upcoming) -> str:
    """The title with its ordinal: "2nd anniversary of …", unless the title says it already."""
    if due.ordinal is None or ordinal(due.ordinal) in due.title:
        return due.title
    return f"{due.title} ({ordinal(due.ordinal)})"


def _entry(uid: str, summary: str, interval: Interval, status: str) -> icalendar.Event:
    entry = icalendar.Event()
    entry.add("uid", uid)
    entry.add("summary", _text(summary))
    entry.add("dtstart", interval.first)
    entry.add("dtend", interval.last + dt.timedelta(days=1))
    entry.add("status", status)
    entry.add("transp", "TRANSPARENT")
    return entry


def _stamp(entry: icalendar.Event, event: Event | None) -> None:
    updated = (event.updated if event else None) or UNDATED_STAMP
    entry.add("dtstamp", updated.replace(microsecond=0))
    entry.add("last-modified", updated.replace(microsecond=0))
    entry.add("sequence", event.sequence if event else 0)
    if event and event.created:
        entry.add("created", event.created.replace(microsecond=0))


def _description(event: Event) -> str:
    facts = [
        f"{when(event.interval)} · {event.type.replace('_', ' ')} · {event.status.value}",
        f"With: {', '.join(event.actors)}" if event.actors else "",
        f"Original date: {event.base}" if event.base else "",
        f"Event {event.id}",
    ]
    lines = [fact for fact in facts if fact] + _sources(event.sources)
    return _text("\n".join(lines))


def _sources(sources: Iterable[Evidence]) -> list[str]:
    return [
        f"\n“{source.evidence}”\n{source.publisher}{_day(source.published)} {web_link(source.url)}"
        for source in sources
    ]


def _day(published: dt.datetime | None) -> str:
    return f", {published:%Y-%m-%d}" if published else ""


def _add_url(entry: icalendar.Event, sources: tuple[Evidence, ...]) -> None:
    if url := next((link for source in sources if (link := web_link(source.url))), ""):
        entry.add("url", url)


def _text(value: Any) -> str:
    # Control characters have no place in a calendar file (RFC 5545, 3.1), not even escaped ones.
    return printable(str(value)).replace("\t", " ")
