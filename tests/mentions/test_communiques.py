"""What official texts tell of one visit or session over several sentences, and what they only decide."""

import pytest

from tests.mentions.telling import days, read
from tracker.mentions.names import find_names
from tracker.rulebook import load_rulebook


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Noboa left Fiji this evening. The guest had been in Fiji since midday on Monday. On the first "
            "day the two presidents held talks for three hours. They then issued a joint declaration on fisheries.",
            [
                "agreement 2024-05-06 occurred",
                "delegation 2024-05-06..2024-05-08 occurred",
                "summit 2024-05-06 occurred",
            ],
        ),
        (
            "The forum opened on 6 May in Suva and closed today. On its opening day, President Noboa and President "
            "Lungu held talks.",
            ["summit 2024-05-06 occurred", "talks 2024-05-06..2024-05-08 occurred"],
        ),
        (
            "Foreign Minister Eva Lind left Fiji on Tuesday. No such guest had been in Fiji since May 2011.",
            ["delegation 2024-05-07 occurred"],
        ),
        (
            "The ministers signed a pact on trade in Suva on Tuesday. The evening before, the Fijian minister gave a "
            "dinner.",
            ["agreement 2024-05-07 occurred", "ceremony 2024-05-06 occurred"],
        ),
    ],
)
def test_a_stay_has_its_first_day_and_its_last(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreign Minister Eva Lind paid an official visit to Senegal on 5-6 May.\n\nThe minister held talks with "
            "Foreign Minister Amadou Ba.\n\nThe two ministers signed a memorandum of understanding on fisheries.",
            [
                "agreement 2024-05-05..2024-05-06 occurred",
                "delegation 2024-05-05..2024-05-06 occurred",
                "talks 2024-05-05..2024-05-06 occurred",
            ],
        ),
        (
            "The fifth session of the Joint Commission was held in Lomé from 5 to 7 May. At the end of the session "
            "the two ministers signed the Agreed Minutes.",
            ["agreement 2024-05-07 occurred", "talks 2024-05-05..2024-05-07 occurred"],
        ),
        (
            "Foreign Minister Eva Lind toured Chad and Togo from 15 to 30 April. The minister signed a treaty on visas.",
            ["delegation 2024-04-15..2024-04-30 occurred"],
        ),
    ],
)
def test_what_came_about_on_a_stay_that_is_over_is_of_its_days(
    text: str, expected: list[str]
) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    "deadline",
    ["under which Chad is to receive two ships by 2028", "which aims to end hunger by June 2030"],
)
def test_by_when_a_pact_is_to_be_carried_out_does_not_date_it(deadline: str) -> None:
    text = f"The two ministers met on Sunday in Zinder. They signed a memorandum {deadline}."
    assert "agreement 2024-05-05 occurred" in days(read(text))


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("in the northern district and will run until Monday", "2024-05-07..2024-05-13"),
        ("with 300 troops after a storm that will last until Monday", "2024-05-07"),
    ],
)
def test_what_began_somewhere_runs_until_its_last_day(where: str, expected: str) -> None:
    assert days(read(f"The manoeuvres began on 7 May {where}.")) == [
        f"exercise {expected} occurred"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The EU on Monday decided to hold a summit in Lisbon.", []),
        ("The EU on Monday pledged to lift the sanctions on Mali.", []),
        (
            "The Security Council on Monday decided to extend the mandate of the mission in Mali.",
            ["sanctions 2024-05-06 occurred"],
        ),
        (
            "The Senate on Monday voted to ratify the treaty with Oman.",
            ["agreement 2024-05-06 occurred"],
        ),
    ],
)
def test_the_day_of_a_decision_is_not_that_of_what_is_to_be_held(
    text: str, expected: list[str]
) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize("day", ["Monday", "5 May", "Tuesday"])
def test_the_day_that_opens_a_sentence_is_no_part_of_a_name(day: str) -> None:
    text = f"On {day} the Trade Commission met in Lima."
    assert "Trade Commission" in [name.text for name in find_names(text, load_rulebook())]


@pytest.mark.parametrize(
    ("opening", "expected"),
    [
        ("The two presidents came to Lima by boat yesterday.", "summit 2024-05-07 occurred"),
        (
            "The envoys of the two presidents came to Lima by boat yesterday.",
            "talks 2024-05-07 occurred",
        ),
    ],
)
def test_they_are_those_with_whom_the_sentence_before_opens(opening: str, expected: str) -> None:
    assert expected in days(read(f"{opening} Then they sat down for talks on water."))


def test_earlier_in_the_day_is_of_the_day_of_the_report_a_paragraph_on() -> None:
    text = (
        "A banquet was given yesterday in Lomé. The delegation flew in on 4 May.\n\nEarlier in the day, the guests "
        "laid a wreath at the tower."
    )
    found = days(read(text))
    assert found.count("ceremony 2024-05-07 occurred") == 2
    assert "delegation 2024-05-04 occurred" in found


@pytest.mark.parametrize(
    "text",
    [
        "The six nations met again, for the first time since they forged diplomatic ties three decades ago.",
        "The treaty that the two signed in Lima on 3 May 1998 comes into force.",
    ],
)
def test_a_rough_count_of_decades_and_the_day_of_another_clause_date_nothing(text: str) -> None:
    found = [m for m in read(text) if m.kind in ("reached", "in-force")]
    assert not found


def test_the_next_round_of_a_summit_is_one() -> None:
    text = (
        "The presidents of Chad, Niger and Togo met on Tuesday in Lomé. They signed a declaration on water. The next "
        "round will be hosted by Niger in 2026."
    )
    assert "summit 2026-01-01..2026-12-31 planned" in days(read(text))
