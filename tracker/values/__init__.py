"""The frozen values that travel between stages.

Dates are inclusive `datetime.date` intervals; spans are character offsets, end exclusive, into the
text of one article version; instants are timezone-aware `datetime.datetime`. Nothing here knows
where a value is stored or shown.
"""

from tracker.values.events import Event, Evidence, Related, Source
from tracker.values.texts import DateFound, Dateline, Document, Kind, Sentence, Span
from tracker.values.times import Basis, Interval, Precision
from tracker.values.told import RECALLED, Actor, Mention, Place, Status

__all__ = [
    "RECALLED",
    "Actor",
    "Basis",
    "DateFound",
    "Dateline",
    "Document",
    "Event",
    "Evidence",
    "Interval",
    "Kind",
    "Mention",
    "Place",
    "Precision",
    "Related",
    "Sentence",
    "Source",
    "Span",
    "Status",
]
