"""Which day a story goes on with, where a sentence goes back to what had come before."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    "aside",
    [
        "The guest had landed in Nairobi late the previous evening.",
        "The guest had arrived in Nairobi on Monday evening and had been met by the foreign minister.",
        "President Lungu had come to Nairobi the day before.",
    ],
)
def test_what_had_come_before_leaves_the_day_of_the_story(aside: str) -> None:
    text = (
        f"President Ruto received President Lungu of Zambia today.\n{aside}\nAfter the talks the sides signed"
        " three agreements.\nIn the evening the host gave a banquet."
    )
    found = days(read(text))
    assert "agreement 2024-05-08 occurred" in found
    assert "ceremony 2024-05-08 occurred" in found


def test_what_came_next_moves_the_story_on() -> None:
    text = (
        "President Ruto received President Lungu of Zambia on Monday.\nPresident Lungu left Nairobi on"
        " Tuesday.\nThe sides signed three agreements."
    )
    assert "agreement 2024-05-07 occurred" in days(read(text))
