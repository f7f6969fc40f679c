"""Patterns of regional papers and agencies: programmes, rows of dates, what somebody held, what was one of a row."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # whoever leaves is met before: the day is that of the meeting
            "Before leaving Oslo, President Ana Costa met with Prime Minister Jonas Vik at the mint late on Monday.",
            ["summit 2024-05-06 occurred"],
        ),
        (  # what somebody held has its own day
            "He thanked the guests of the summit he hosted in Riga on March 7.",
            ["summit 2024-03-07 occurred"],
        ),
        ("The measures he opposed on April 3 were dropped before a dinner.", []),
        (  # what was signed, and from when on it holds
            "The ministers of Qatar and Chad on Monday signed an accord to halt all drills at the border from June 1.",
            ["agreement 2024-05-06 occurred"],
        ),
        (  # when it was agreed to hold one is not when it is held
            "The foreign ministers of Chad and Niger agreed in Niamey last November to arrange the summit at an early date.",
            [],
        ),
        (  # what is done already is not of the occasion to come
            "The president will meet his host in Lima on May 15. A fair will be held there on May 14.\n\nThe two leaders first met on the sidelines of the ASEAN Summit in Manila, the Philippines, in November last year.",
            [
                "ceremony 2024-05-14 planned",
                "summit 2023-11-01..2023-11-30 occurred",
            ],
        ),
        (
            "The foreign ministers of Chad and Niger agreed in the old port city of Oran last November to arrange the summit at an early date.",
            [],
        ),
        (  # leaders of parties lead no state
            "The president will brief leaders of the ruling and opposition parties at a breakfast meeting on Friday.",
            ["ceremony 2024-05-10 planned", "talks 2024-05-10 planned"],
        ),
        (  # a row of dates, each with what it was for
            "President Khurelsukh visited Turkey in May 2015, the first such trip; in October 2018 for a feast; and in July 2021, when he stopped over.",
            [
                "delegation 2015-05-01..2015-05-31 occurred",
                "delegation 2018-10-01..2018-10-31 occurred",
                "delegation 2021-07-01..2021-07-31 occurred",
            ],
        ),
        (
            "President Khurelsukh visited Turkey in May 2015; in October 2018 he was ill; and in July 2021 a flood came.",
            ["delegation 2015-05-01..2015-05-31 occurred"],
        ),
        (  # one of a row, told aside
            "The summit, the third between Abiy Ahmed and Isaias Afwerki after years of silence, opened on Monday in Asmara.",
            ["summit 2024-05-06 occurred"],
        ),
        (  # an aside on somebody, and what he did
            "Ana Soto, who also took part in the talks in Lima, travelled to Quito on Monday night.",
            ["delegation 2024-05-06 occurred"],
        ),
        (  # the year of a bill is part of its name
            "The crowd dispersed minutes after lawmakers passed the Finance Bill, 2023, in Nairobi.",
            [],
        ),
        (  # a stadium named after a day supposes nothing
            "On Monday the guests attended a concert at the May Day Stadium.",
            ["ceremony 2024-05-06 occurred"],
        ),
        (  # what is still wanting has no day
            "The presidents of Chad and Niger will sign the pact on Friday. It has to be approved by the European Parliament.",
            ["agreement 2024-05-10 planned"],
        ),
    ],
)
def test_each_happening_has_its_own_day(text, expected):
    assert days(read(text)) == expected


def test_a_programme_is_of_the_only_day_to_come_that_stands_above_it():
    text = (
        "The president of Kenya will visit Addis Ababa on Friday, his office said on Wednesday.\n"
        "The programme:\n"
        "-- 9:40 a.m.: Wreath-laying ceremony at the monument\n"
        "-- 7 p.m.: State banquet at the palace"
    )
    assert days(read(text)) == [
        "ceremony 2024-05-10 planned",
        "ceremony 2024-05-10 planned",
        "delegation 2024-05-10 planned",
    ]


def test_the_hours_of_a_day_that_is_over_stay_of_that_day():
    text = (
        "Events of Wednesday.\n"
        "09:00 Opening ceremony of the book fair by President William Ruto\n"
        "11:00 Talks between the foreign ministers of Kenya and Ethiopia"
    )
    assert {day.split()[1] for day in days(read(text))} == {"2024-05-08"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("It will be their third summit. The previous two were held in 2016 and 2019.", "summit"),
        (
            "It will be a third round of talks. The previous two were held in 2016 and 2019.",
            "talks",
        ),
    ],
)
def test_the_previous_ones_are_of_the_kind_just_named(told, expected):
    text = f"The two sides will hold talks in Lima on Friday. {told}"
    found = [m.type for m in read(text) if m.interval.first.year < 2024]
    assert found == [expected, expected]


def test_earlier_in_the_day_is_that_of_the_report_however_far_below():
    filler = "The road is long. " * 12
    text = (
        f"Pope Francis left Baku for home on Tuesday after a two-day visit.\n\n{filler}\n\n"
        "Earlier in the day, President Aliyev hosted a farewell luncheon for the guest."
    )
    assert "ceremony 2024-05-07 occurred" in days(read(text))


def test_a_meeting_of_two_before_the_summit_is_not_the_summit():
    text = (
        "The leaders of Turkey, Russia and Iran met at a summit in Ankara on Tuesday. President Vladimir Putin spoke there.\n\n"
        "President Hassan Rouhani held a bilateral meeting with President Recep Tayyip Erdogan before the summit."
    )
    assert days(read(text)).count("summit 2024-05-07 occurred") == 2


def test_an_anniversary_next_year_is_not_the_day_of_the_treaty():
    text = "The union will mark the 50th anniversary of its founding treaty, signed in Lagos on May 28, 1975, next year."
    assert [day for day in days(read(text)) if day.startswith("agreement")] == [
        "agreement 1975-05-28 occurred"
    ]
