"""Phrases that speak of time: found by rule and resolved to intervals, each saying why."""

from tracker.dates.find import find_dates
from tracker.dates.lines import opens_a_line

__all__ = ["find_dates", "opens_a_line"]
