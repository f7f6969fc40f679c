"""When something happened, how finely that is known, and on what it rests."""

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

__all__ = ["Basis", "Interval", "Precision"]


class Precision(StrEnum):
    """How finely a date is known. Weeks and spans of days are `day`, seasons are `quarter`,
    halves and decades are `year`; the interval itself says how wide."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


class Basis(StrEnum):
    """What a date rests on."""

    STATED = "stated"  # the text gives it in full
    RELATIVE = "relative"  # counted from the publication date ("on Friday", "last June", "June 5")
    CONTEXT = "context"  # counted from another date of the text ("the next day")
    INFERRED = "inferred"  # from the dateline, the publication date or a reading rule


@dataclass(frozen=True, slots=True)
class Interval:
    """Inclusive first and last day and how finely they are known; `first <= last`."""

    first: dt.date
    last: dt.date
    precision: Precision

    def __post_init__(self) -> None:
        if self.first > self.last:
            raise ValueError(f"interval ends before it starts: {self.first} > {self.last}")

    @property
    def days(self) -> int:
        """Length in days, at least 1."""
        return (self.last - self.first).days + 1

    def touches(self, other: "Interval", slack: int = 0) -> bool:
        """Whether the two share a day, or lie within `slack` days of each other."""
        reach = dt.timedelta(days=slack)
        return self.first <= other.last + reach and other.first <= self.last + reach

    def holds(self, other: "Interval") -> bool:
        """Whether `other` lies inside."""
        return self.first <= other.first and other.last <= self.last
