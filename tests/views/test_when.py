"""Dates in words: never finer than they are known."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.values import Interval, Precision
from tracker.views.when import ordinal, when

CASES = [
    ("2025-06-21", "2025-06-21", "day", "21 June 2025", "21 Jun"),
    ("2025-06-21", "2025-06-23", "day", "21-23 June 2025", "21-23 Jun"),
    ("2025-04-28", "2025-05-02", "day", "28 April - 2 May 2025", "28 Apr - 2 May"),
    (
        "2025-12-28",
        "2026-01-03",
        "day",
        "28 December 2025 - 3 January 2026",
        "28 Dec 2025 - 3 Jan 2026",
    ),
    ("2025-06-01", "2025-06-30", "day", "1-30 June 2025", "1-30 Jun"),
    ("2025-05-01", "2025-05-31", "month", "May 2025", "in May"),
    ("2025-04-01", "2025-05-31", "month", "April-May 2025", "in Apr-May"),
    ("2025-04-01", "2025-06-30", "quarter", "Q2 2025", "Q2 2025"),
    ("2025-03-01", "2025-05-31", "quarter", "March-May 2025", "in Mar-May"),
    ("2025-12-01", "2026-02-28", "quarter", "December 2025 - February 2026", "Dec 2025 - Feb 2026"),
    ("2025-01-01", "2025-12-31", "year", "2025", "2025"),
    ("2025-01-01", "2025-06-30", "year", "January-June 2025", "in Jan-Jun"),
    ("2010-01-01", "2019-12-31", "year", "2010-2019", "2010-2019"),
    ("2024-02-01", "2024-02-29", "month", "February 2024", "in Feb"),
]


@pytest.mark.parametrize(("first", "last", "precision", "long", "short"), CASES)
def test_an_interval_is_said_as_people_say_it(
    first: str, last: str, precision: str, long: str, short: str
) -> None:
    interval = Interval(
        dt.date.fromisoformat(first), dt.date.fromisoformat(last), Precision(precision)
    )
    assert when(interval) == long
    assert when(interval, short=True, year=False) == short


@given(st.dates(), st.integers(0, 4000), st.sampled_from(Precision))
def test_any_interval_can_be_said_and_names_its_years(
    first: dt.date, days: int, precision: Precision
) -> None:
    last = first + dt.timedelta(days=min(days, (dt.date.max - first).days))
    text = when(Interval(first, last, precision))
    assert str(last.year) in text


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "1st"), (2, "2nd"), (3, "3rd"), (4, "4th"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (80, "80th"), (111, "111th"), (122, "122nd")],
)  # fmt: skip
def test_ordinals(number: int, word: str) -> None:
    assert ordinal(number) == word
