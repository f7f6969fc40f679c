"""The timeline as an Atom feed (RFC 4287): an entry for each change that matters, and for no other.

An entry tells of one change and is never rewritten: readers pass over entries that they have seen.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

from db.engine import Session
from db.events import changed_since
from db.tables import EventRevision
from tracker.timeline.news import say_change
from tracker.timeline.query import find_events
from tracker.values import Event
from tracker.views.clean import one_line, web_link
from tracker.views.when import when
from tracker.web.words import Asked

__all__ = ["feed_of"]

NAMESPACE = "http://www.w3.org/2005/Atom"
AUTHORITY = "event-timeline-tracker,2026"
MOST = 60
BATCH = 300
REACH = dt.timedelta(days=92)
BEGINNING = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)  # of a feed that has told nothing yet
TELLING = ("status", "start", "end", "precision", "type", "place")
NEWS = {"created": "New", "split": "New", "dropped": "Dropped", "revived": "Back"}
Change = tuple[dt.datetime, str, Event]


def feed_of(session: Session, question: Asked, now: dt.datetime, base: str) -> bytes:
    """The feed of what became of the events that `question` asks for, newest first."""
    address = question.address("/events.atom", token=None)
    feed = ElementTree.Element("feed", {"xmlns": NAMESPACE, "xml:lang": "en"})
    _add(feed, "title", str(question["name"] or "Timeline"))
    _add(feed, "id", f"tag:{AUTHORITY}:{address}")
    changes = list(_changes(session, question, now))
    _add(feed, "updated", _instant(max((at for at, _, _ in changes), default=BEGINNING)))
    _add(_add(feed, "author"), "name", "Event timeline tracker")
    _add(feed, "link", rel="self", type="application/atom+xml", href=base + address)
    _add(feed, "link", rel="alternate", type="text/html", href=base + question.address("/", name=None, token=None))  # fmt: skip
    for change in changes:
        _entry(feed, change, base)
    ElementTree.indent(feed)
    written: bytes = ElementTree.tostring(feed, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _changes(session: Session, question: Asked, now: dt.datetime) -> Iterator[Change]:
    rows = sorted(changed_since(session, now - REACH), key=lambda row: row.id or 0, reverse=True)
    left = MOST
    telling = [row for row in rows if _said(row)]
    for start in range(0, len(telling), BATCH):
        some = telling[start : start + BATCH]
        asked = replace(
            question.filters, ids=tuple({row.event_id for row in some}), include_dropped=True
        )
        events = {event.id: event for event in find_events(session, asked)}
        for row in some:
            if left and row.at and row.event_id in events:
                left -= 1
                yield row.at, _said(row), events[row.event_id]


def _said(row: EventRevision) -> str:
    """What a change means to a reader; "" where it means nothing to one."""
    if row.change == "changed":
        return "; ".join(say_change(_telling(row.before), _telling(row.after))).capitalize()
    return NEWS.get(row.change, "")


def _telling(columns: Mapping[str, Any]) -> dict[str, Any]:
    return {name: columns[name] for name in TELLING if name in columns}


def _entry(feed: ElementTree.Element, change: Change, base: str) -> None:
    at, said, event = change
    entry = _add(feed, "entry")
    _add(entry, "title", f"{said}: {event.title} ({when(event.interval)})")
    _add(entry, "id", f"tag:{AUTHORITY}:{event.id}/{at:%Y%m%dT%H%M%S.%fZ}")
    for name in ("published", "updated"):
        _add(entry, name, _instant(at))
    _add(entry, "link", rel="alternate", type="text/html", href=f"{base}/events/{event.id}")
    for url in dict.fromkeys(link for source in event.sources if (link := web_link(source.url))):
        _add(entry, "link", rel="related", href=url)
    _add(entry, "category", term=event.type)
    told = [f"{one.publisher}: “{one.evidence}”" for one in event.sources[:3]]
    facts = f"{when(event.interval)} · {event.type.replace('_', ' ')} · {event.status.value}"
    _add(entry, "summary", " — ".join([facts, *told]))


def _add(parent: ElementTree.Element, name: str, text: str = "", **attributes: str) -> Any:
    child = ElementTree.SubElement(parent, name, attributes)
    if text:
        child.text = one_line(text).replace("\ufffe", "").replace("\uffff", "")
    return child


def _instant(at: dt.datetime) -> str:
    return at.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")
