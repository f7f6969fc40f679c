"""States join alliances and unions and leave them; a union is spoken of as a country, too."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Malta joined the European Union on 1 May 2004.", "2004-05-01 occurred"),
        ("Mali, tired of lectures, left ECOWAS on Tuesday.", "2024-05-07 occurred"),
        (
            "Bolivia will belong to BRICS from 1 January 2025.",
            "2025-01-01 planned",
        ),
        (
            "Bulgaria and Romania entered the Schengen area on Monday.",
            "2024-05-06 occurred",
        ),
        (
            "The republic has been a member of the African Union since 7 May 2013.",
            "2013-05-07 occurred",
        ),
    ],
)
def test_joining_and_leaving_are_agreements(text, expected):
    assert days(read(text)) == [f"agreement {expected}"]


@pytest.mark.parametrize(
    "text",
    [
        "Norway joined the European Union in condemning the coup on Monday.",
        "European leaders joined the crowd on Monday.",
        "Chad joined Brussels on Monday.",
        "The premier left the European Union summit on Monday.",
        "Four members joined the opposition alliance on Monday.",
    ],
)
def test_whoever_joins_something_else_makes_no_agreement(text):
    assert "agreement" not in {mention.type for mention in read(text)}


def test_a_union_is_a_country_too():
    assert days(read("The European Union imposed sanctions on Chad on Monday.")) == [
        "sanctions 2024-05-06 occurred"
    ]
    (mention,) = read("China and the European Union signed a treaty on Monday.")
    assert [actor.name for actor in mention.actors] == ["China", "European Union"]
