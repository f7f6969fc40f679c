"""The same on a further day, where the sentence leaves out what: who did it, where, which of a series it was."""

import pytest

from tests.mentions.telling import days, read


def _told(text: str) -> list[str]:
    return sorted(f"{m.interval.first} {m.title}" for m in read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru signed the pact in March 2023, Chile in April 2023 and Bolivia on 2 May 2023.",
            [
                "2023-03-01 Peru signs the pact",
                "2023-04-01 Chile signs the pact",
                "2023-05-02 Bolivia signs the pact",
            ],
        ),
        (
            "Peru ratified the accord on 5 March 2024 and Chile followed suit on 9 April 2024.",
            ["2024-03-05 Peru ratifies the accord", "2024-04-09 Chile ratifies the accord"],
        ),
        (
            "The foreign ministers of Peru and Chile met in Lima on 5 May 2021 and in Arica on 8 May 2021.",
            [
                "2021-05-05 Foreign ministers of Peru and Chile meet in Lima",
                "2021-05-08 Foreign ministers of Peru and Chile meet in Arica",
            ],
        ),
        (
            "The first summit of the four was held in Lima in April 2002. It was followed by ones in Quito "
            "(16 October 2007), Bogota (18 November 2010) and Arica (29 September 2014).",
            [
                "2002-04-01 First summit of the four held in Lima",
                "2007-10-16 Summit in Quito",
                "2010-11-18 Summit in Bogota",
                "2014-09-29 Summit in Arica",
            ],
        ),
        (
            "Armenian Prime Minister Nikol Pashinyan went to Rome in March 2023, to Oslo in April 2023 and to Bern on "
            "2 May 2023.",
            [
                "2023-03-01 Armenian Prime Minister Nikol Pashinyan goes to Rome",
                "2023-04-01 Armenian Prime Minister Nikol Pashinyan goes to Oslo",
                "2023-05-02 Armenian Prime Minister Nikol Pashinyan goes to Bern",
            ],
        ),
        (
            "Togo signed a treaty with Benin in March 2023 and with Niger on 3 May 2023.",
            [
                "2023-03-01 Togo signs a treaty with Benin",
                "2023-05-03 Togo signs a treaty with Niger",
            ],
        ),
        (
            "President Ruto met Yoweri Museveni in March 2023 and Samia Suluhu Hassan on 5 May 2023.",
            [
                "2023-03-01 President Ruto meets Yoweri Museveni",
                "2023-05-05 President Ruto meets Samia Suluhu Hassan",
            ],
        ),
    ],
)
def test_who_and_where_of_a_further_day_are_those_said_with_it(text, expected):
    assert _told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The presidents will hold a summit in Lima on June 12, the foreign ministry said on Wednesday.",
        "The minister is to meet his Peruvian counterpart on Thursday and speak in Arica on Friday.",
        "Peru imposed sanctions on Chile on Monday, and Chile on Tuesday recalled its ambassador.",
        "Nikol Pashinyan went to Rome in March 2023, to the fury of his party in April 2023.",
        "India tested a missile on Monday, the missile agency said on Tuesday.",
        "Peru signed the pact on 5 March 2024, a grand affair, and that was followed a week later by a strike.",
    ],
)
def test_what_else_was_said_or_done_on_another_day_is_no_further_telling(text):
    assert len(read(text)) == 1


def test_one_of_a_series_is_of_the_type_told_of_last():
    text = (
        "The two navies held a joint exercise off Arica in May 2019. Their ministers held a first round of talks "
        "in Lima on 2 March 2020. A second followed on 3 June 2021."
    )
    assert "talks 2021-06-03 occurred" in days(read(text))
    assert not [m for m in read(text) if m.type == "exercise" and m.interval.first.year == 2021]


def test_the_next_of_a_row_has_its_own_day():
    text = "The first package of penalties against Chad was adopted on 2 May, the second two days later."
    assert days(read(text)) == ["sanctions 2024-05-02 occurred", "sanctions 2024-05-04 occurred"]


def test_another_thing_of_the_kind_has_its_own_day():
    text = "India tested a heavy missile in March 2023, an anti-ship missile in April 2023 and another on 2 May 2023."
    assert days(read(text)) == [
        "weapons_test 2023-03-01..2023-03-31 occurred",
        "weapons_test 2023-04-01..2023-04-30 occurred",
        "weapons_test 2023-05-02 occurred",
    ]


def test_who_is_named_with_a_further_day_takes_no_part_in_the_first():
    text = "President Ruto met Yoweri Museveni in March 2023 and Samia Suluhu Hassan on 5 May 2023."
    first, second = (sorted(actor.name for actor in mention.actors) for mention in read(text))
    assert "Samia Suluhu Hassan" not in first
    assert "Yoweri Museveni" not in second


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Pakistan has tested nuclear devices three times since: in 2006, 2009 and twice in 2016.",
            ["2006", "2009", "2016"],
        ),
        (
            "President Ruto has met Yoweri Museveni twice, in Kampala in March 2022 and in Nairobi on 6 May 2023.",
            ["2022", "2023"],
        ),
        ("Kenya signed the pact twice, the minister said on Monday.", ["2024"]),
    ],
)
def test_how_often_it_was_leads_to_its_days(text, expected):
    assert [str(m.interval.first.year) for m in read(text)] == expected
