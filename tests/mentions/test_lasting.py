"""What began on one day and ended on another lasted from the first to the last."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The 14th congress of the party, which opened on 29 April, closed on Saturday.",
            ["plenary 2024-04-29..2024-05-04 occurred"],
        ),
        (
            "The naval drill, which formally began on 2 April, drew 12,000 soldiers of nine nations and ended on Friday.",
            ["exercise 2024-04-02..2024-05-03 occurred"],
        ),
        (
            "The navy said on Monday it had completed the drills off Callao which began on 29 April.",
            ["exercise 2024-04-29..2024-05-06 occurred"],
        ),
        (
            "On Monday the navy of Peru ended its drills off Callao, which had begun on 29 April.",
            ["exercise 2024-04-29..2024-05-06 occurred"],
        ),
        (
            "The peace talks that opened in Lima on 29 April were wrapped up on Monday.",
            ["talks 2024-04-29..2024-05-06 occurred"],
        ),
        (
            "The naval drill began off Callao on 2 May and is due to end on Friday.",
            ["exercise 2024-05-02..2024-05-10 occurred"],
        ),
        (
            "The naval drill got under way on 2 May and has until Friday to run.",
            ["exercise 2024-05-02..2024-05-10 occurred"],
        ),
        (
            "The naval drill, which began on 2 May, was extended by two days to 12 May.",
            ["exercise 2024-05-02..2024-05-12 occurred"],
        ),
        (  # what comes next tells when who came leaves
            "President Rosa Vega landed in Lima on Monday; she is to leave on Friday.",
            ["delegation 2024-05-06..2024-05-10 occurred"],
        ),
        (
            "President Rosa Vega landed in Lima on Monday and stays until Friday.",
            ["delegation 2024-05-06..2024-05-10 occurred"],
        ),
        (
            "President Rosa Vega arrived in Lima on Monday for a visit that ends on Friday.",
            ["delegation 2024-05-06..2024-05-10 occurred"],
        ),
        (
            "The G20 summit opened in Lima on Monday; it closes on Friday.",
            ["summit 2024-05-06..2024-05-10 occurred"],
        ),
        (  # somebody else does
            "President Rosa Vega landed in Lima on Monday; Chancellor Karl Brand leaves Oslo on Friday.",
            ["delegation 2024-05-06 occurred", "delegation 2024-05-10 planned"],
        ),
        (
            "Chancellor Olaf Brenner rounded off three days in Peru on Monday.",
            ["delegation 2024-05-04..2024-05-06 occurred"],
        ),
        (  # who comes back from it does so on its last day
            "Premier Olaf Brenner returned on Monday from a six-day trip to France and Brazil.",
            ["delegation 2024-05-01..2024-05-06 occurred"],
        ),
        (
            "Premier Olaf Brenner came home on Monday after a six-day trip to France and Brazil.",
            ["delegation 2024-05-01..2024-05-06 occurred"],
        ),
        (
            "The naval drill began off Callao on 2 May; it runs until 12 May.",
            ["exercise 2024-05-02..2024-05-12 occurred"],
        ),
        (
            "The two navies began a joint drill off Callao on 2 May that will last until 12 May.",
            ["exercise 2024-05-02..2024-05-12 occurred"],
        ),
        (
            "The two navies began a joint drill off Callao on 2 May for six days.",
            ["exercise 2024-05-02..2024-05-07 occurred"],
        ),
        (
            "The naval drill returned in 2022, from 22 August to 1 September.",
            ["exercise 2022-08-22..2022-09-01 occurred"],
        ),
    ],
)
def test_what_began_and_ended_takes_all_its_days(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The naval drill began on 2 May, when a dispute over fish ended on Friday was unknown.",
        "The naval drill began on 2 May, and on Friday a dispute over fish ended.",
        "The naval drill, which began on 2 May, was extended on Friday.",
        "The naval drill began on 2 May; it was on Friday that a dispute over fish ended.",
        "The naval drill began on 2 May, to the anger of those who fish there for six days.",
    ],
)
def test_what_ended_in_another_clause_ends_nothing_else(text: str) -> None:
    assert days(read(text)) == ["exercise 2024-05-02 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sanctions on the regime, first imposed by Peru in May 2011 and widened in 2013, were lifted on Monday.",
            ["sanctions 2024-05-06 occurred"],
        ),
        (
            "The leaders, who met in Lima on 26 March, set the date of the next summit, which Chile hosts on 6 June.",
            ["summit 2024-03-26 occurred", "summit 2024-06-06 planned"],
        ),
        ("In a letter in March the two presidents agreed to meet.", []),
        (
            "Peru's president, on a visit to Tokyo, met Emperor Naruhito on Monday and Prime Minister Kishida on Tuesday.",
            [
                "delegation 2024-05-06 occurred",
                "summit 2024-05-06 occurred",
                "summit 2024-05-07 occurred",
            ],
        ),
    ],
)
def test_a_day_is_that_of_the_clause_it_stands_in(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


def test_what_is_denied_on_a_day_is_no_happening() -> None:
    assert not read("The minister denied on Monday that a delegation had visited Havana.")


@pytest.mark.parametrize(
    "text",
    [
        "The costs of the Lima summit were published on Monday.",
        "A statement about the summit was issued on Monday.",
        "Tickets for the opening ceremony went on sale on Monday.",
        "Photos of the parade were published on Monday.",
        "News of the missile test broke on Monday.",
        "On Monday a court opened an inquiry into the summit.",
        "Officials finished the wording of the declaration on Monday.",
        "The matter came up in a telephone conversation between the two presidents in March.",
        "The envoy briefed the Swiss foreign minister by telephone on Monday.",
        "The party congress will not be held in November, officials said.",
    ],
)
def test_what_is_only_spoken_of_or_done_by_phone_is_no_happening(text: str) -> None:
    assert not read(text)


def test_whose_day_it_was_is_told_though_its_footage_is_the_matter() -> None:
    text = "The army showed footage of Monday's military parade in Lima."
    assert days(read(text)) == ["ceremony 2024-05-06 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The presidents of Chile and Peru signed an accord in Lima on Tuesday, after a second day of talks.",
            "summit 2024-05-06..2024-05-07 occurred",
        ),
        (
            "The envoys of Chile and Peru met for a third straight day in Lima on Tuesday.",
            "talks 2024-05-05..2024-05-07 occurred",
        ),
        (
            "The last round of talks between Chile and Peru, held in Lima, closed on Tuesday after four days.",
            "talks 2024-05-04..2024-05-07 occurred",
        ),
    ],
)
def test_a_further_day_is_the_last_of_so_many(text: str, expected: str) -> None:
    assert expected in days(read(text))


def test_how_often_they_meet_is_not_how_long():
    text = "The weekly meeting of the Peruvian cabinet, held on May 7, took note of the budget."
    assert days(read(text)) == ["plenary 2024-05-07 occurred"]
