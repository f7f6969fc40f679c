"""Phrases that speak of time: found by rule and resolved to intervals, each saying why."""

from tracker.dates.find import find_dates

__all__ = ["find_dates"]
