"""What was done to a thing, where the sentence goes on to tell something else of it."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The treaty that the two presidents signed in Oslo on April 27 has yet to be ratified.",
            ["agreement 2024-04-27 occurred"],
        ),
        (
            "The truce, which the two armies agreed in Doha on April 3, might collapse.",
            ["agreement 2024-04-03 occurred"],
        ),
        (
            "The office was foreseen in the Doha Declaration, which the two presidents adopted on April 27.",
            ["agreement 2024-04-27 occurred"],
        ),
        ("The treaty that may be signed on May 27 bans mines.", []),
        ("The treaty, which should have been signed on April 27, was never finished.", []),
    ],
)
def test_what_is_only_supposed_of_a_thing_leaves_that_it_was_signed(
    text: str, expected: list[str]
) -> None:
    assert days(read(text)) == expected
