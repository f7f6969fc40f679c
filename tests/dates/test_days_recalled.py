"""Which day "a day earlier" and "that evening" are counted from."""

import datetime as dt

import pytest

from tests.mentions.telling import document
from tracker.dates import find_dates
from tracker.rulebook import load_rulebook


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (  # paragraphs after a day of long ago: that of the news
            "They met on May 7.\n\nTheir first talks were on Nov. 7, 2016.\n\nTrade has grown.\n\nA day earlier, they opened a bridge.",
            dt.date(2024, 5, 6),
        ),
        (
            "They met on May 7. Their first talks were on Nov. 7, 2016. A day earlier, they had opened a bridge.",
            dt.date(2016, 11, 6),
        ),
        (  # behind a day that lies ahead: the last one gone by
            "On Tuesday they signed a pact on what is to change from November 1.\n\nThat evening they attended a concert.",
            dt.date(2024, 5, 7),
        ),
        ("They come on May 28. That evening they will attend a concert.", dt.date(2024, 5, 28)),
    ],
)
def test_the_day_counted_from(text: str, last: dt.date) -> None:
    found = [d.interval for d in find_dates(document(text), load_rulebook()) if d.interval]
    assert found[-1].first == last
