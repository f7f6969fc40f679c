"""Entries of a dated list take their year from the entry before."""

import datetime as dt

import pytest

from tracker.dates import find_dates
from tracker.rulebook import load_rulebook
from tracker.values import Document

RULEBOOK = load_rulebook()
PUBLISHED = dt.datetime(2025, 9, 14, 10, tzinfo=dt.UTC)


def days_of(text: str) -> list[str]:
    found = find_dates(Document("", "", text, PUBLISHED), RULEBOOK)
    return [str(date.interval.first) for date in found if date.interval]


LISTS = {
    "the year of the entry before holds": (
        "May 6, 2023 - Envoys sit down.\n\nMay 11 - They sign.\n\nOct 29 - They return.",
        ["2023-05-06", "2023-05-11", "2023-10-29"],
    ),
    "a new year begins where the months start again": (
        "Oct 29, 2022: Talks.\nDec 9: More talks.\nJan 18: A summit.\nJanuary: Secret talks.\nMarch 8: A vote.",
        ["2022-10-29", "2022-12-09", "2023-01-18", "2023-01-01", "2023-03-08"],
    ),
    "the newest may stand first": (
        "March 8, 2021 — A vote.\nJan 18 — A summit.\nDec 9 — Talks.",
        ["2021-03-08", "2021-01-18", "2020-12-09"],
    ),
    "a heading gives its year": (
        "2019\n\nFeb 27: A summit.\n\n• June 30: A handshake.\n\n2020\n\nJune 16: A blast.",
        ["2019-01-01", "2019-02-27", "2019-06-30", "2020-01-01", "2020-06-16"],
    ),
    "a date inside an entry is near its head": (
        "Dec 9, 2022 - They fix Dec 28 for it and Jan. 5 for the rest.",
        ["2022-12-09", "2022-12-28", "2023-01-05"],
    ),
    "a day behind the list is not of the list": (
        "May 6, 2023 - Envoys sit down.\n\nThe two sides met on Sept. 3 and will meet on Oct. 2.",
        ["2023-05-06", "2025-09-03", "2025-10-02"],
    ),
    "a release that opens with its own day is no list": (
        "Sept. 12, 2025 - The ministers spoke of the pact that was signed in December.",
        ["2025-09-12", "2024-12-01"],
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_an_entry_takes_its_year_from_the_list(name):
    text, expected = LISTS[name]
    assert days_of(text) == expected
