"""Phrases that speak of time: found by rule, resolved to intervals, and chosen for a clause."""

from tracker.dates.choose import choose_date
from tracker.dates.find import find_dates

__all__ = ["choose_date", "find_dates"]
