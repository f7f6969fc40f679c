"""Talks of which only one side is named, meetings called by their town, and what never came about."""

import pytest

from tests.mentions.telling import days, read

GONE = "President Olaf Brenner of Chile will visit Peru on Friday. "


@pytest.mark.parametrize(
    ("text", "meeting"),
    [
        (GONE + "Talks with President Ana Brito are planned for Saturday.", "summit"),
        (GONE + "It is a short trip, with talks with President Ana Brito on Saturday.", "summit"),
        (GONE + "Talks with Foreign Minister Ana Brito are planned for Saturday.", "talks"),
        (
            GONE + "Minister Carl Dorn will hold talks with President Ana Brito on Saturday.",
            "talks",
        ),
        (
            "President Olaf Brenner sent Minister Carl Dorn to Peru on Friday. Talks with President Ana Brito are "
            "planned for Saturday.",
            "talks",
        ),
    ],
)
def test_talks_on_a_journey_are_the_traveller_s(text, meeting):
    assert {m.type for m in read(text)} == {"delegation", meeting}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        (
            "The Arab summit opens in Lima on 14 May. The Lima meeting on 14 May is short.",
            ["summit"],
        ),
        (
            "The Arab summit was held in Lima on Sunday. Rojas told the opening session on Sunday that he was ill.",
            ["summit"],
        ),
        (
            "Parliament met in Lima on Sunday. Rojas told the opening session on Sunday that he was ill.",
            ["plenary"],
        ),
    ],
)
def test_what_only_goes_on_with_a_summit_is_no_other_meeting(text, types):
    assert [m.type for m in read(text)] == types


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Talks with the rebels were supposed to open in Lima on 6 May but never did.", []),
        (
            "Talks with a second, smaller force, the Liberation Army, were supposed to open in Lima on 6 May but never did.",
            [],
        ),
        ("A summit of the two presidents was to be held on Monday but did not come off.", []),
        (
            "Talks with the rebels were supposed to open in Lima on 6 May.",
            ["talks 2024-05-06 planned"],
        ),
    ],
)
def test_what_was_to_come_and_never_did_is_no_happening(text, found):
    assert days(read(text)) == found
