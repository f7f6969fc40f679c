"""A weekday right behind a verb of telling is the one gone by, whatever is told for later."""

import datetime as dt

import pytest

from tests.mentions.telling import document
from tracker.dates import find_dates
from tracker.rulebook import load_rulebook


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The envoy, a lawyer, said Friday the troops would stay.", dt.date(2024, 5, 3)),
        ("Kraus, ending a visit, told Friday how he would vote.", dt.date(2024, 5, 3)),
        ("The envoy, they said, on Friday will meet the king.", dt.date(2024, 5, 10)),
    ],
)
def test_a_weekday_behind_a_verb_of_telling(text: str, first: dt.date) -> None:
    found = [d.interval for d in find_dates(document(text), load_rulebook()) if d.interval]
    assert [interval.first for interval in found] == [first]
