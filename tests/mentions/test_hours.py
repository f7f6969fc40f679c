"""What is told by the hour alone, or goes on with a day that tells of nothing else, has the day the story tells."""

import pytest

from tests.mentions.telling import days, read

LONG_AGO = "Rain fell. It was cold. The roads were closed. "


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Sirens sounded in Suva on Tuesday. Schools were shut. "
            "Tonga fired a ballistic missile from Vava'u at 7:22 a.m.",
            "weapons_test 2024-05-07 occurred",
        ),
        (
            "Shops in Lima stayed shut on Monday. Nobody complained. "
            "Earlier in the morning President Boluarte laid wreaths at the Heroes' Crypt.",
            "ceremony 2024-05-06 occurred",
        ),
        (
            "Fuel ran out in Colombo on Tuesday, as queues grew. "
            "In the late evening, the cabinet held an emergency session.",
            "plenary 2024-05-07 occurred",
        ),
        (
            "Flags flew in Maseru this Wednesday. "
            "At noon King Letsie was to open the new parliament building.",
            "ceremony 2024-05-08",
        ),
    ],
)
def test_an_hour_is_of_the_day_told_before(told, expected):
    assert any(found.startswith(expected) for found in days(read(LONG_AGO + told)))


@pytest.mark.parametrize(
    "told",
    [
        "Rain fell until Tuesday. Premier Rama had met President Begaj in the morning.",
        "Tax fell on Tuesday. President Ruto will receive the Dutch foreign minister at 4 p.m.",
        "Prices fell on Monday. Premier Rama has often met envoys in the morning.",
    ],
)
def test_an_hour_of_another_day_or_of_any_day_has_none_told_before(told):
    assert days(read(LONG_AGO + told)) == []


def test_a_plain_fact_goes_on_with_the_day_of_the_news():
    text = (
        "The lamps stayed on in Dodoma all of Tuesday night. It will take weeks, envoys told reporters. "
        "A package of measures was signed by the Contact Group."
    )
    assert "agreement 2024-05-07 occurred" in days(read(LONG_AGO + text))


@pytest.mark.parametrize(
    "before",
    [
        "The roof had been mended on Tuesday.",
        "They were expected in Dodoma by Tuesday.",
        "A spokesman said on Tuesday that it was late.",
        "It was quiet on Tuesday. It had rained there in March 2019.",
    ],
)
def test_what_had_been_what_was_due_and_older_days_lend_none(before):
    text = f"{LONG_AGO}{before} Premier Rama signed a treaty on wells."
    assert days(read(text)) == []


def test_a_telling_on_the_same_day_is_better_than_one_by_the_hour():
    text = (
        "Tonga on Tuesday fired a ballistic missile over Fiji. Sirens sounded. Schools were shut. "
        "Tonga launched the missile from Vava'u at 7:22 a.m."
    )
    assert days(read(LONG_AGO + text)) == ["weapons_test 2024-05-07 occurred"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The next summit is pencilled in for November.", "summit 2024-11-01..2024-11-30 planned"),
        (
            "The second summit, beside a fair, has been moved to October in Accra.",
            "summit 2024-10-01..2024-10-31 planned",
        ),
        (
            "At their summit in Lomé last July, the five states founded a bank and issued a coin, which "
            "came into circulation on Tuesday.",
            "summit 2023-07-01..2023-07-31 occurred",
        ),
        (
            "During the four-day stay, President Ruto held talks with President Lula on Friday.",
            "summit 2024-05-03 occurred",
        ),
        (
            "President Ruto told President Lula in talks on Monday that the port would open.",
            "summit 2024-05-06 occurred",
        ),
        (
            "Peru and Chile signed a treaty on fishing and agreed to hold talks on visas in October.",
            "talks 2024-10-01..2024-10-31 planned",
        ),
        (
            "Fiji and Samoa initialled a pact, pledging to hold a summit in September.",
            "summit 2024-09-01..2024-09-30 planned",
        ),
        (
            "On Monday President Ruto met President Lula and was to attend a summit on Friday.",
            "summit 2024-05-06 occurred",
        ),
    ],
)
def test_a_date_is_of_its_own_clause(sentence, expected):
    assert expected in days(read(LONG_AGO + sentence))


def test_what_is_agreed_for_later_gives_no_day_to_the_agreement():
    text = "Peru and Chile signed a treaty on fishing and agreed to hold talks on visas in October."
    assert not [d for d in days(read(LONG_AGO + text)) if d.startswith("agreement 2024-10")]


def test_a_day_said_before_it_is_nearer_than_the_occasion_told_before():
    text = (
        "Egils Levits landed in Accra on Tuesday. "
        "The two presidents will talk today at the castle, and there is a state dinner in the hall."
    )
    assert "ceremony 2024-05-08" in " ".join(days(read(text)))
