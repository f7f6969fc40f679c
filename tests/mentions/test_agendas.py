"""Schedules, and what the news of an agency tells of other days than its own."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a weekday in capitals is no place that a report comes from
            "FRIDAY, MAY 10, 2024\n\n10:30 AM: The President meets with President Lungu of Zambia.\n\n"
            "1:15 PM: The President hosts a reception for the King of Tonga.",
            ["ceremony 2024-05-10 planned", "summit 2024-05-10 planned"],
        ),
        (  # one line is an agenda below its day
            "Daily guidance\n\nFriday, 10 May\n\n9 am The President meets with President Lungu of Zambia.",
            ["summit 2024-05-10 planned"],
        ),
        (
            "Monday 13 May\n\n09.30 General Affairs Council\n\n13.00 Working lunch with President Lungu of Zambia",
            ["ceremony 2024-05-13 planned", "talks 2024-05-13 planned"],
        ),
        (  # the days of all of it are those of what stands above the first day
            "VISIT TO CHAD\n\n13 - 14 May 2024\n\nThe Queen will travel to Chad to mark the treaty, which was signed "
            "in Lomé on March 3.\n\nMonday 13 May\n\n10:00 The Queen meets President Deby\n\nTuesday 14 May\n\n"
            "11:00 The Queen opens the new bridge",
            [
                "agreement 2024-03-03 occurred",
                "ceremony 2024-05-14 planned",
                "delegation 2024-05-13..2024-05-14 planned",
                "summit 2024-05-13 planned",
            ],
        ),
        (  # what has no hour is of the day above it
            "Friday, 10 May\n\n9:30 The King meets President Lungu of Zambia.\n\nMonday, 13 May\n\n"
            "The King hosts a reception for the envoys of Togo and Chad.",
            ["ceremony 2024-05-13 planned", "summit 2024-05-10 planned"],
        ),
        ("The shop opens again.\n\n10.30 percent of them met.", []),
        (  # what a diary names below a day is on then, until the day in brackets; each line is another matter
            "MONDAY, MAY 13\n\n- LIMA - Ministerial meeting on mines (to May 26)\n\n- OSLO, Norway - State visit by King Philippe of "
            "Belgium (through May 15).\n\nTUESDAY, MAY 14\n\n- BERN - Conference in support of Chad's farmers\n\n"
            "- ROME - Inauguration of President Ana Brito",
            [
                "ceremony 2024-05-14 planned",
                "delegation 2024-05-13..2024-05-15 planned",
                "talks 2024-05-13..2024-05-26 planned",
                "talks 2024-05-14 planned",
            ],
        ),
        (  # one such line is the opening of a report
            "MONDAY, MAY 6\n\nLIMA - The conference has been much spoken of since.",
            [],
        ),
        (
            "BERLIN - Ministerial conference on Chad's recovery (through May 22), May 21",
            ["talks 2024-05-21..2024-05-22 planned"],
        ),
    ],
)
def test_lines_of_an_agenda_have_its_days(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


def test_an_hour_is_no_part_of_a_title() -> None:
    text = "Monday 13 May\n\n11.00 Bilateral meeting with Prime Minister Rama\n\n12:30 p.m. Lunch"
    assert read(text)[0].title == "Bilateral meeting with Prime Minister Rama"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Envoy Eva Lind will fly to Lima to uphold the pact, which was signed in Quito on January 12.",
            ["agreement 2024-01-12 occurred"],
        ),
        (
            "The minister will open the talks, which were due to start on May 14.",
            ["talks 2024-05-14 planned"],
        ),
        (  # not the day that lies ahead
            "Peru's parliament ratified the pact on Tuesday. It could take effect on June 1. Chile's parliament "
            "approved the budget on the same day.",
            ["agreement 2024-05-07 occurred", "plenary 2024-05-07 occurred"],
        ),
        (
            "The treaty will be signed on June 1. On the same day the leaders will open a bridge.",
            ["agreement 2024-06-01 planned", "ceremony 2024-06-01 planned"],
        ),
        (  # the lead tells no happening, but its day
            "LOME (AFP) - West African leaders on Tuesday ordered troops to the border. The bloc took the decision "
            "at an emergency summit in Lome.",
            ["summit 2024-05-07 occurred"],
        ),
        ("LIMA (AP) - A bus crashed Tuesday. The driver once spoke at a conference on safety.", []),
        (
            "The Cobra Gold drills opened in Rayong on Tuesday.\n\nThe drills, criticised by China, end on May 28.",
            ["exercise 2024-05-07..2024-05-28 occurred"],
        ),
        (
            'The Cobra Gold drills opened in Rayong today.\n\nThe exercise, whose name is "snake", runs through '
            "May 28.",
            ["exercise 2024-05-08..2024-05-28 occurred"],
        ),
        (
            "Commissioner Eva Lind is travelling to Kyiv today, where she will meet Prime Minister Shmyhal.",
            ["delegation 2024-05-08 occurred", "talks 2024-05-08 planned"],
        ),
        (
            "Commissioner Eva Lind left for Kyiv today, where she will meet Prime Minister Shmyhal.",
            ["delegation 2024-05-08 occurred"],
        ),
        (
            "On Monday the United States imposed sanctions on two Iranian banks; the European Union announced measures the same "
            "day.",
            ["sanctions 2024-05-06 occurred", "sanctions 2024-05-06 occurred"],
        ),
        ("When will the Prime Minister meet President Lungu? It is open.", []),
        (
            "The premier ended a weeklong tour of Africa on Sunday.",
            ["delegation 2024-04-29..2024-05-05 occurred"],
        ),
    ],
)
def test_other_days_than_that_of_the_news(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


def test_the_president_is_not_whom_the_president_meets() -> None:
    text = "The President will host President Lungu of Zambia on May 20. The President will address parliament on May 21."
    assert [m.title for m in read(text)] == [
        "President to host President Lungu of Zambia",
        "President to address parliament",
    ]
