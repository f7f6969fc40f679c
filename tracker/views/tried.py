"""What a draft of an event type finds in articles: as records, and as a table for the terminal."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from rich.table import Table
from rich.text import Text

from tracker.values import Document, Interval, Mention, Precision, Span, Status
from tracker.views.clean import one_line
from tracker.views.terminal import grid
from tracker.views.when import when

__all__ = ["mention_record", "silent_record", "tried_table"]

Record = Mapping[str, Any]
NOTHING: Record = {
    "title": None, "start": None, "end": None, "precision": None, "basis": None, "status": None,
    "actors": [], "place": None, "ordinal": None, "confidence": None,
}  # fmt: skip


def mention_record(mention: Mention, document: Document, rules: Sequence[str]) -> dict[str, Any]:
    """What one of the draft's `rules` found. The keys are those of `tracker events`, as far as they go."""
    return {
        **_where(mention.type, rules, mention.evidence, document),
        "title": mention.title,
        "start": mention.interval.first.isoformat(),
        "end": mention.interval.last.isoformat(),
        "precision": mention.interval.precision.value,
        "basis": mention.basis.value,
        "status": mention.status.value,
        "actors": [actor.name for actor in mention.actors],
        "place": mention.place.name if mention.place else None,
        "ordinal": mention.ordinal,
        "confidence": round(mention.confidence, 2),
        "words": None,
        "reason": None,
    }


def silent_record(
    type_: str, rule: str, words: Span, sentence: Span, reason: str, document: Document
) -> dict[str, Any]:
    """Words of a rule that gave nothing, and the reason; the same keys."""
    told = {"words": words.of(document.text), "reason": reason}
    return {**_where(type_, [rule], sentence, document), **NOTHING, **told}


def _where(type_: str, rules: Sequence[str], sentence: Span, document: Document) -> dict[str, Any]:
    return {
        "type": type_,
        "rules": list(rules),
        "url": document.url,
        "evidence": sentence.of(document.text),
        "span": list(sentence),
    }


def tried_table(records: Iterable[Record], wide: bool = False) -> Table:
    """One row a record: date, status, title with place, actors and sentence, confidence, rules."""
    table = grid(("date", {}), ("status", {"no_wrap": True}), ("event", {"ratio": 1}),
                 ("sure", {"justify": "right"}), ("rule", {}), wide=wide)  # fmt: skip
    for record in records:
        silent = record["reason"] is not None
        table.add_row(
            Text("" if silent else _when(record), style="bold"),
            Text("nothing", style="yellow") if silent else Text(record["status"]),
            _silent(record) if silent else _told(record),
            "" if silent else f"{record['confidence']:.2f}",
            Text("\n".join(record["rules"]), style="dim"),
        )
    return table


def _when(record: Record) -> str:
    """The date, never finer than it is known, and how fine that is where the words do not show it."""
    first, last = (dt.date.fromisoformat(record[end]) for end in ("start", "end"))
    precision = Precision(record["precision"])
    shown = when(Interval(first, last, precision), short=precision is Precision.DAY)
    return shown if precision is Precision.DAY else f"{shown} ({precision.value})"


def _told(record: Record) -> Text:
    text = Text(one_line(record["title"]))
    if record["status"] == Status.CANCELLED:
        text.stylize("strike")
    parts = [("place", record["place"]), ("actors", ", ".join(record["actors"]))]
    for name, value in parts:
        if value:
            text.append(f"\n{name}: {one_line(value)}", style="dim")
    return _quoted(text, record)


def _silent(record: Record) -> Text:
    return _quoted(Text(f"“{one_line(record['words'])}”: {one_line(record['reason'])}"), record)


def _quoted(text: Text, record: Record) -> Text:
    return text.append(f"\n{one_line(record['url'])}: {one_line(record['evidence'])}", style="dim")
