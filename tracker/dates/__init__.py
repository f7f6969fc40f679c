"""Phrases that speak of time: found by rule and resolved to intervals, each saying why."""

from tracker.dates.find import days_of_report, find_dates
from tracker.dates.lines import opens_a_line

__all__ = ["days_of_report", "find_dates", "opens_a_line"]
