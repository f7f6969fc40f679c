"""Events as data: the JSON shape other programs rely on, and CSV that spreadsheets may open."""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tracker.timeline.query import Revision, Upcoming
from tracker.values import Event, Evidence
from tracker.views.clean import cell
from tracker.views.lives import life_of

__all__ = [
    "EVENT_COLUMNS", "UPCOMING_COLUMNS", "as_csv", "as_json", "as_jsonl", "as_line", "event_record",
    "history_records", "life_record", "upcoming_record",
]  # fmt: skip

Record = Mapping[str, Any]
EVENT_COLUMNS = (
    "id", "type", "title", "start", "end", "precision", "basis", "status", "actors", "place", "ordinal", "base",
    "confidence", "sources", "urls", "recalled_by", "created", "updated", "relations",
)  # fmt: skip
UPCOMING_COLUMNS = (
    "kind", "type", "title", "start", "end", "precision", "status", "ordinal", "round", "base", "event", "actors",
    "place", "note", "sources", "urls",
)  # fmt: skip
_ACTING = re.compile("[\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def event_record(event: Event) -> dict[str, Any]:
    """One event in the stable shape; keys may be added, never taken away or renamed."""
    return {
        "id": event.id,
        "type": event.type,
        "title": event.title,
        "start": event.interval.first.isoformat(),
        "end": event.interval.last.isoformat(),
        "precision": event.interval.precision.value,
        "basis": event.basis.value,
        "status": event.status.value,
        "actors": list(event.actors),
        "place": event.place,
        "ordinal": event.ordinal,
        "base": event.base,
        "confidence": event.confidence,
        "sources": [_source(source) for source in event.sources],
        "recalled_by": [_source(source) for source in event.recalled_by],
        "created": event.created.isoformat() if event.created else None,
        "updated": event.updated.isoformat() if event.updated else None,
        "relations": [
            {"kind": one.kind, "id": one.id, "title": one.title} for one in event.relations
        ],
        **({"changes": list(event.changes)} if event.changes else {}),
    }


def life_record(event: Event, revisions: Iterable[Revision]) -> dict[str, Any]:
    """What became of it: `life` as the articles told it, `history` as the timeline learnt it; and why each
    value won (`chosen`) over which others (`rivals`)."""
    return {
        "chosen": dict(event.chosen),
        "rivals": [
            {"field": field, "value": value, "sources": _tellers(event, keys)}
            for field, value, keys in event.rivals
        ],
        "life": [
            {
                "said": stage.said.isoformat() if stage.said else None,
                "status": stage.status,
                "days": stage.days,
                "publisher": stage.publisher,
            }
            for stage in life_of(event)
        ],
        "history": history_records(revisions),
    }


def history_records(revisions: Iterable[Revision]) -> list[dict[str, Any]]:
    """What changed when, as data."""
    return [
        {
            "at": one.at.isoformat(),
            "change": one.change,
            "before": dict(one.before),
            "after": dict(one.after),
        }
        for one in revisions
    ]


def _tellers(event: Event, mentions: Sequence[str]) -> list[str]:
    return sorted({one.url for one in event.sources if one.mention in mentions})


def _source(source: Evidence) -> dict[str, Any]:
    return {
        "url": source.url,
        "publisher": source.publisher,
        "published": source.published.isoformat() if source.published else None,
        "evidence": source.evidence,
        "span": [source.span.start, source.span.end],
        "independent": source.independent,
        "kind": source.kind.value,
        "title": source.title,
        "confidence": source.confidence,
    }


def upcoming_record(entry: Upcoming) -> dict[str, Any]:
    """One anniversary or planned event ahead."""
    return {
        "kind": entry.kind,
        "type": entry.type,
        "title": entry.title,
        "start": entry.interval.first.isoformat(),
        "end": entry.interval.last.isoformat(),
        "precision": entry.interval.precision.value,
        "status": entry.status,
        "ordinal": entry.ordinal,
        "round": entry.round,
        "base": entry.base,
        "event": entry.event,
        "actors": list(entry.actors),
        "place": entry.place,
        "note": entry.note,
        "sources": [_source(source) for source in entry.sources],
    }


def as_jsonl(records: Iterable[Record]) -> Iterator[str]:
    """One line a record. Nothing a terminal would obey is left in it: JSON escapes controls."""
    for record in records:
        yield as_line(record)


def as_json(records: Iterable[Record]) -> str:
    """All records as one JSON array."""
    return _terminal_safe(json.dumps(list(records), ensure_ascii=False, indent=2))


def as_line(value: Any) -> str:
    """Any value as JSON on one line."""
    return _terminal_safe(json.dumps(value, ensure_ascii=False))


def _terminal_safe(text: str) -> str:
    # json leaves U+007F to U+009F and the direction marks as they are; escaped they mean the same.
    return _ACTING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def as_csv(records: Iterable[Record], columns: Sequence[str] = ()) -> str:
    """A table with a header: `columns`, and what the records have besides. Lists are joined by "; ", sources
    become their number and addresses."""
    rows = [_flat(record) for record in records]
    out = io.StringIO()
    names = list(dict.fromkeys([*columns, *(name for row in rows for name in row)]))
    if names:
        writer = csv.DictWriter(out, fieldnames=names, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    return out.getvalue()


def _flat(record: Record) -> dict[str, str]:
    flat: dict[str, str] = {}
    for key, value in record.items():
        if key == "sources":
            flat["sources"] = str(len(value))
            flat["urls"] = cell("; ".join(source["url"] for source in value))
        elif key == "recalled_by":
            flat[key] = cell("; ".join(source["url"] for source in value))
        elif isinstance(value, list):
            flat[key] = cell("; ".join(map(_plain, value)))
        else:
            flat[key] = "" if value is None else cell(str(value))
    return flat


def _plain(part: Any) -> str:
    return f"{part['kind']} {part['id']}" if isinstance(part, Mapping) else str(part)
