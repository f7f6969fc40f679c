"""Weeks in some day of which it was, and those of which it took all days."""

import datetime as dt

import pytest

from tests.mentions.telling import days, read
from tracker.mentions.windows import is_window
from tracker.values import Interval, Precision


@pytest.mark.parametrize(
    ("rule", "expected"), [("en.week.this", True), ("en.span.month-first", False)]
)
def test_a_week_told_by_its_ends_is_no_window(rule, expected):
    week = Interval(dt.date(2024, 6, 3), dt.date(2024, 6, 9), Precision.DAY)
    assert is_window(week, (rule,)) is expected


def test_a_congress_of_a_whole_week_keeps_all_its_days():
    text = (
        "The congress will take place at the National Palace from June 3 to 9, 2024. "
        "A preparatory session of the congress is set for June 3, 2024."
    )
    assert days(read(text)) == ["plenary 2024-06-03..2024-06-09 planned"]
