"""Which day a happening has where others are told beside it: rows, asides, turns of the story, years long past."""

import pytest

from tests.mentions.telling import days, read

ROWS = {
    "days of one month": (
        "The navy had fired missiles on April 25, 28 and 29 and again on Friday.",
        ["2024-04-25", "2024-04-28", "2024-04-29", "2024-05-03"],
    ),
    "days far apart": (
        "The navy fired missiles on March 4, 11 and 18.",
        ["2024-03-04", "2024-03-11", "2024-03-18"],
    ),
    "one month of several years": (
        "North Korea fired missiles in March of both 2022 and 2023.",
        ["2022-03-01..2022-03-31", "2023-03-01..2023-03-31"],
    ),
}


@pytest.mark.parametrize("name", ROWS)
def test_each_day_of_a_row_is_told(name: str) -> None:
    text, expected = ROWS[name]
    assert days(read(text)) == [f"weapons_test {day} occurred" for day in expected]


@pytest.mark.parametrize(
    "aside",
    [
        "which opened on May 2, ended on the 6th",
        "which had been going on since May 2, wound up late on Monday",
        "in session from May 2 and under way since May 2, closed on May 6",
    ],
)
def test_what_an_aside_tells_to_be_on_since_a_day_lasts_to_its_end(aside: str) -> None:
    found = days(read(f"The plenary session of the Central Committee, {aside}."))
    assert found == ["plenary 2024-05-02..2024-05-06 occurred"]


def test_since_when_somebody_was_at_odds_is_no_first_day() -> None:
    text = "The talks between Iran and Oman, who have been at odds since April 22, ended on Monday."
    assert days(read(text)) == ["talks 2024-05-06 occurred"]


LEAD = "President Ruto of Kenya laid a wreath in Oslo on Wednesday and left for Nairobi.\n\n"


@pytest.mark.parametrize(
    "turn",
    [
        "The centrepiece came a day earlier.",
        "The high point was Tuesday.",
        "It had all begun on Tuesday.",
    ],
)
def test_a_sentence_that_tells_only_when_something_came_turns_the_story(turn: str) -> None:
    text = f"{LEAD}{turn} Norway and Kenya signed a treaty on fishing."
    expected = "2024-05-07" if not turn.startswith("It") else "2024-05-08"  # "it" is no turn
    assert f"agreement {expected} occurred" in days(read(text))


PRESENT = {
    "since then": "Ruto was sworn in in September 2022 and has travelled widely since, flying to Washington in March.",
    "as recently as": "In 2022 Ruto was sworn in. As recently as March, President Ruto visited Washington.",
    "an aside about somebody": "Ruto, who took office in September 2022, visited Washington in March.",
}


@pytest.mark.parametrize("name", PRESENT)
def test_what_comes_up_to_the_present_is_not_of_a_year_told_in_passing(name: str) -> None:
    assert "delegation 2024-03-01..2024-03-31 occurred" in days(read(PRESENT[name]))


def test_a_previous_one_has_gone_by() -> None:
    text = (
        "Their previous summit, at Astana on July 3, left the presidents of Kenya and Chad at odds."
    )
    assert days(read(text)) == ["summit 2023-07-03 occurred"]


@pytest.mark.parametrize(
    "end",
    [
        "President Ruto wound down a three-day visit to Oslo on Monday.",
        "President Ruto flew home on Monday from a three-day visit to Oslo.",
    ],
)
def test_a_length_reaches_back_from_its_end(end: str) -> None:
    assert days(read(end)) == ["delegation 2024-05-04..2024-05-06 occurred"]


@pytest.mark.parametrize(
    ("happening", "text"),
    [
        pytest.param(
            "agreement 2024-05-08 occurred",
            f"{LEAD}The last such visit came on April 29. Norway and Kenya signed a treaty on fishing.",
            id="a former one does not turn the story",
        ),
        pytest.param(
            "anniversary 2024-05-07 occurred",
            "Crowds lit candles in Tbilisi on Tuesday, exactly 35 years after the massacre.\n\nParliament met on May 26,"
            " 1989.",
            id="exactly so many years after is the day itself",
        ),
        pytest.param(
            "agreement 1994-05-07 occurred",
            "Estonia and Latvia opened a joint border post on Tuesday, 30 years to the day after they signed their border"
            " treaty.",
            id="what something is exactly so many years after has its day",
        ),
        pytest.param(
            "agreement 2024-05-21 planned",
            "The presidents of Ghana and Togo will meet in Lome on May 20, an aide said on Tuesday. A day later they will sign"
            " a treaty in Accra.",
            id="the day on which a plan was told is not that of the plan",
        ),
        pytest.param(
            "plenary 2024-05-11 planned",
            "The drill of Kenya and Chad began on Monday and runs until Friday. The Security Council is to hold an emergency"
            " meeting a day later.",
            id="a day later than an end to come lies ahead",
        ),
        pytest.param(
            "summit 2001-07-01..2001-07-31 occurred",
            "1994 - In May, the presidents of Ghana and Togo hold a summit in Lome.\n\n2001 - In July, the presidents hold a"
            " summit in Lome. In June, they had signed an accord.",
            id="a month behind the year of an entry is its date",
        ),
    ],
)
def test_a_day_told_by_another(happening: str, text: str) -> None:
    assert happening in days(read(text))
