"""Stretches of days that only say in which some day it was: "last week", "at the weekend", "the first week of May"."""

from collections.abc import Collection

from tracker.values import Interval

__all__ = ["is_window"]

WEEK, WEEKEND = 7, 2
WEEK_BEGINS = (0, 6)  # on a Monday, on a Sunday
SATURDAY = 5
OF_THE_WEEKEND, OF_A_MONTH = (
    ".weekend",
    ".month.week",
)  # how the ids of the rules that find them end
BY_ITS_ENDS = ".span."  # in the ids of those that find a first day and a last


def is_window(interval: Interval, rules: Collection[str]) -> bool:
    """Whether it is a week or a weekend as such, some day of which is meant. A meeting that took
    a Saturday and a Sunday has its dates from other rules."""
    begins = interval.first.weekday()
    if interval.days == WEEK:
        if any(BY_ITS_ENDS in rule for rule in rules):
            return False  # "from January 19 to 25"
        return begins in WEEK_BEGINS or any(rule.endswith(OF_A_MONTH) for rule in rules)
    return (
        interval.days == WEEKEND
        and begins == SATURDAY
        and any(rule.endswith(OF_THE_WEEKEND) for rule in rules)
    )
