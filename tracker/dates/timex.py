"""What `tracker dates` writes: one plain record a TIMEX3 expression."""

import datetime as dt
from collections.abc import Iterator
from typing import Any

from tracker.dates.find import find_dates
from tracker.rulebook import Rulebook
from tracker.values import DateFound, Document

__all__ = ["tag_document"]


def tag_document(
    doc: str, published: dt.datetime | None, text: str, rulebook: Rulebook, language: str = "en"
) -> list[dict[str, Any]]:
    """The expressions of a text as {doc, start, end, text, value, type}, in text order.

    A range is written as its two ends, as TIMEX3 has it; what could not be resolved has no value and
    is left out.
    """
    document = Document("", "", text, published, language=language)
    return [
        {"doc": doc, "start": found.span.start, "end": found.span.end, "text": found.phrase,
         "value": found.value, "type": found.kind}
        for date in find_dates(document, rulebook)
        for found in _ends(date)
        if found.value
    ]  # fmt: skip


def _ends(date: DateFound) -> Iterator[DateFound]:
    yield from date.parts or (date,)
