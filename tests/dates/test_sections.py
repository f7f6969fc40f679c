"""Dates below a year that stands alone on its line are of that year."""

import datetime as dt

import pytest

from tests.mentions.telling import days, read
from tracker.dates import find_dates
from tracker.rulebook import load_rulebook
from tracker.values import Document

RULEBOOK = load_rulebook()
PUBLISHED = dt.datetime(2025, 9, 14, 10, tzinfo=dt.UTC)


def dates_of(text: str) -> list[str]:
    found = find_dates(Document("", "", text, PUBLISHED), RULEBOOK)
    return [date.value for date in found if date.interval and date.interval.days < 60]


TEXTS = {
    "every day below it, in however many paragraphs": (
        "1998\n\nThe ministers sign on March 4.\n\nIn June, they meet.\n\n2003\nHe comes on May 5. He goes on May 7.",
        ["1998-03-04", "1998-06", "2003-05-05", "2003-05-07"],
    ),
    "with marks around the year": (
        "**1998**\n\nThe ministers sign on March 4.\n\n2003:\n\nHe comes from May 5 to 7.",
        ["1998-03-04", "2003-05-05/2003-05-07"],
    ),
    "not below another heading": (
        "1998\n\nThey sign on March 4.\n\n2003\n\nHe comes on May 5.\n\nWhat comes next\n\nThey meet on October 3.",
        ["1998-03-04", "2003-05-05", "2025-10-03"],
    ),
    "in the year of publication as far as it has gone by": (
        "2024\n\nThey sign on March 4.\n\n2025\n\nShe came on May 5. In November, they met in Rome.",
        ["2024-03-04", "2025-05-05", "2024-11"],
    ),
    "not where one year stands alone": (
        "They met on May 5.\n\n2019\n\nThey signed on March 4.",
        ["2025-05-05", "2025-03-04"],
    ),
    "not below a column of years": (
        "2019\n2020\n2021\n\nThey signed on March 4.",
        ["2025-03-04"],
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_a_day_is_of_the_year_above_it(name: str) -> None:
    text, expected = TEXTS[name]
    assert dates_of(text) == expected


def test_what_a_timeline_tells_is_of_the_year_above_it() -> None:
    text = (
        "1962\n\nPresident Kennedy imposes an embargo on Cuba on Feb. 7.\n\n2015\n\nThe presidents of Cuba and the"
        " United States hold a summit in Panama on April 11."
    )
    assert days(read(text)) == ["sanctions 1962-02-07 occurred", "summit 2015-04-11 occurred"]
