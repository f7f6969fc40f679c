"""An event's columns as they are shown: resolved, a plan gone by marked as such, people's word above all."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from tracker.events.resolve import resolve
from tracker.timeline.event_rows import event_columns, names_column
from tracker.values import Source, Status

__all__ = ["OPEN", "final_columns"]

DATED = ("start", "end", "precision")
OPEN = (Status.PLANNED.value, Status.POSTPONED.value)


def final_columns(
    sources: tuple[Source, ...], judged: Mapping[str, Any], today: dt.date
) -> dict[str, Any]:
    """The columns of the event that `sources` tell, with what people judged of it, on the day `today`."""
    columns = event_columns(resolve(sources, quoted=False), sources)
    _lapse(columns, today)
    _override(columns, dict(judged))
    return columns


def _override(columns: dict[str, Any], judged: dict[str, Any]) -> None:
    """Sets what people decided over what was resolved; the machine's value stays visible as a rival."""
    columns["hidden"] = judged.pop("hidden", False)
    notes = {("date" if name in DATED else name): why for name, why in judged.pop("notes", [])}
    for field, why in notes.items():
        machine = (columns["start"], columns["end"]) if field == "date" else (columns[field],)
        columns["rivals"] = [*columns["rivals"], [field, "/".join(map(str, machine)), []]]
        told = [pair for pair in columns["chosen"] if pair[0] != field]
        columns["chosen"] = [*told, [field, why]]
    if "place" in judged:
        columns["place_names"] = names_column(filter(None, [judged["place"]]))
    columns.update(judged)


def _lapse(columns: dict[str, Any], today: dt.date) -> None:
    if columns["status"] in OPEN and columns["end"] < today:
        columns["status"] = Status.UNCONFIRMED.value
