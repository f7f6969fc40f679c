"""Days told by the hour, at the end of a sentence or of another deed, and those on which somebody is charged with it."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # "before" and "after" lead to the hour, not to another clause
            "The envoys met in Lima just after midnight Tuesday.",
            ["talks 2024-05-07 occurred"],
        ),
        (
            "The two presidents signed the pact shortly before 9 on Monday night.",
            ["agreement 2024-05-06 occurred"],
        ),
        (
            "The envoy flew to Lima just before 9 p.m. Monday and promptly met the president.",
            ["delegation 2024-05-06 occurred", "talks 2024-05-06 occurred"],
        ),
        (  # a length of time is no hour
            "The leaders of Peru and Chile met for 12 hours before Monday's parade.",
            ["ceremony 2024-05-06 occurred"],
        ),
        (  # what came right before it has no other day
            "The two sides signed a truce after a long night of bargaining in Lima on Sunday.",
            ["agreement 2024-05-05 occurred"],
        ),
        (  # what was done before it has the day by itself
            "The two sides signed a truce after rebels attacked the capital on Sunday.",
            [],
        ),
        (
            "The king opened the bridge as he toured the north on Sunday.",
            ["ceremony 2024-05-05 occurred"],
        ),
        (  # the day of the ruling is not that of the deed
            "A general accused of launching a missile without orders will stand trial, a judge ruled Monday.",
            [],
        ),
        (
            "The general was arrested Friday for launching a missile without orders in January.",
            ["weapons_test 2024-01-01..2024-01-31 occurred"],
        ),
        (  # the accusation is all that is told
            "He is accused of launching a missile without orders on Monday.",
            ["weapons_test 2024-05-06 occurred"],
        ),
        (
            "A minister accused of signing a secret pact with Laos last month pleaded not guilty Monday.",
            ["agreement 2024-04-01..2024-04-30 occurred"],
        ),
        (  # what somebody never did before stands in a clause of its own
            "The minister was received on Monday by a king he had never met.",
            ["talks 2024-05-06 occurred"],
        ),
        (  # whoever did it did it
            "The army is asking for help in finding whoever fired a ballistic missile on Monday.",
            ["weapons_test 2024-05-06 occurred"],
        ),
        ("The army has counted 12 missile launches this year through Sunday.", []),
    ],
)
def test_the_day_is_that_of_the_deed(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


def test_what_has_been_done_is_news_in_the_second_sentence_too() -> None:
    text = "There is news from the coast this Wednesday morning. A bridge to the island has been opened."
    assert days(read(text)) == ["ceremony 2024-05-08 occurred"]
