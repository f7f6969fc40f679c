"""What `tracker dates` writes: one plain record a TIMEX3 expression."""

import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from tracker.dates import calendar
from tracker.dates.find import find_dates
from tracker.rulebook import Rulebook
from tracker.values import DateFound, Document

__all__ = ["tag_document"]

UNITS: Final = ("weekend", "month", "year", "century")  # the smallest first


def tag_document(
    doc: str, published: dt.datetime | None, text: str, rulebook: Rulebook, language: str = "en"
) -> list[dict[str, Any]]:
    """The expressions of a text as {doc, start, end, text, value, type}, in text order.

    A range is written as its two ends, as TIMEX3 has it, and what is part of a month or year without being
    a unit itself ("the last week of May") as the unit it lies in; what could not be resolved has no value
    and is left out.
    """
    document = Document("", "", text, published, language=language)
    return [
        {"doc": doc, "start": found.span.start, "end": found.span.end, "text": found.phrase,
         "value": _one_unit(found), "type": found.kind}
        for found in sorted(_expressions(document, rulebook), key=lambda found: found.span.start)
    ]  # fmt: skip


def _one_unit(date: DateFound) -> str:
    """The value of a date, or of the unit that holds it where its value names the first day and the last."""
    if "/" not in date.value or date.interval is None:
        return date.value
    first = date.interval.first
    units = (calendar.step(unit, first, 0) for unit in UNITS)
    return next((one.value for one in units if one.interval.holds(date.interval)), f"{first}")


def _expressions(document: Document, rulebook: Rulebook) -> Iterator[DateFound]:
    for date in find_dates(document, rulebook):
        yield from (found for found in date.parts or (date,) if found.value)
