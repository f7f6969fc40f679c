"""Meetings told by who saw whom, by their number, and by the day until which they go on."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "President Petro Poroshenko flies to Ottawa on Monday and sees Justin Trudeau the following day.",
            "summit 2024-05-14 planned",
        ),
        (
            "The general left for Rome, where he is to see Pope Francis on Friday.",
            "talks 2024-05-10 planned",
        ),
        (
            "Envoys go back to the villa in Oslo next Monday for an eighth round on the harbour.",
            "talks 2024-05-13 planned",
        ),
        ("The talks in Oslo continue until Friday.", "talks 2024-05-10 planned"),
        (
            "Between Friday and Monday Foreign Minister Wang Yi is to negotiate with Antony Blinken.",
            "talks 2024-05-10..2024-05-13 planned",
        ),
    ],
)
def test_a_meeting_in_plain_words(text, told):
    assert told in days(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Angela Merkel saw Emmanuel Macron's proposal on Monday as a step too far.",
        "Joe Biden had asked for the meeting the previous day.",
        "Joe Biden shelved the meeting last week.",
        "It rained. They saw Joe Biden in Oslo last Friday and Xi Jinping at the villa on Monday.",
    ],
)
def test_no_meeting_in_words_that_look_like_one(text):
    assert days(read(text)) == []


def test_next_wednesday_is_never_the_last_one():
    text = (
        "Next Wednesday he was to have hosted the leaders of Peru and Chile at a summit in Quito."
    )
    assert all(one.interval.first.isoformat() == "2024-05-15" for one in read(text))
