"""The date a trigger takes, and why."""

from typing import NamedTuple

from tracker.values import DateFound, Interval

__all__ = ["HEADS", "Dated"]

HEADS = "heads the entry"  # why: "May 2006: …", a line of a chronicle


class Dated(NamedTuple):
    """The date a trigger takes, how far it is (0 at hand, 3 too far), and why.

    `close` where it belongs to the very phrase: "the May launch", "talks in Geneva on Friday".
    """

    date: DateFound
    interval: Interval
    cost: float
    reason: str
    close: bool = False
