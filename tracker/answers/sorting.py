"""Orders of a list of events."""

from enum import StrEnum

__all__ = ["Sort"]


class Sort(StrEnum):
    """Orders of a list of events."""

    DATE = "date"
    NEWEST = "newest"
    UPDATED = "updated"
    SOURCES = "sources"
    TYPE = "type"
    TITLE = "title"
