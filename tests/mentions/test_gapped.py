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
