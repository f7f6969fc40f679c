"""What a sentence without a date takes its day from: the sentence before, the verb before, its own opening."""

import pytest

from tests.mentions.telling import days, read

LONG_AGO = "Rain fell. It was cold. The roads were closed. "


def test_a_day_told_without_a_happening_dates_what_the_next_sentence_tells():
    text = LONG_AGO + (
        "On July 31, 2019, Battulga became the first Mongolian guest since 2011."
        " The two sides issued a joint declaration on trade."
    )
    assert days(read(text)) == ["agreement 2019-07-31 occurred"]


@pytest.mark.parametrize(
    "before",
    [
        "Mongolia has had guests since July 31, 2019.",
        "They spoke on July 31 and on August 5, 2019.",
    ],
)
def test_a_bound_or_one_of_several_days_dates_no_further_sentence(before):
    text = LONG_AGO + f"{before} President Battulga signed a treaty on trade."
    assert days(read(text)) == []


def test_the_verbs_of_a_row_have_one_day():
    text = (
        "The ministers of Chad and Niger met on Monday. Minister Annadif met Minister Sangare in a tent,"
        " talked for an hour and, shortly before noon, signed a treaty on wells."
    )
    assert "agreement 2024-05-06 occurred" in days(read(LONG_AGO + text))


def test_later_in_the_day_says_more_than_a_date_far_off():
    text = (
        "President Lula met President Ruto on Thursday. Later in the day President Lula met the president of"
        " Chad and proposed a school of fishing, to be built in Chad in January."
    )
    assert "summit 2025-01-01..2025-01-31 planned" not in days(read(LONG_AGO + text))


def test_the_only_date_of_a_sentence_that_it_opens_holds_to_its_end():
    text = (
        "Last Friday in the palace, the leaders of Chad and Niger stood before the flags of both lands and of"
        " the union, while their foreign ministers, who had argued until dawn, initialed a peace treaty."
    )
    assert "agreement 2024-05-03 occurred" in days(read(LONG_AGO + text))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The union's 11th congress, which opened in Awasa on May 3 and closes today, is to name a chair.",
            ["plenary 2024-05-03..2024-05-08 occurred"],
        ),
        (
            "The naval exercise began on May 1 and ran until May 7.",
            ["exercise 2024-05-01..2024-05-07 occurred"],
        ),
        (
            "The naval exercise began on May 1 and the parade ended on May 7.",
            ["ceremony 2024-05-07 occurred", "exercise 2024-05-01 occurred"],
        ),
    ],
)
def test_what_is_told_to_end_on_a_day_lasts_until_it(sentence, expected):
    assert days(read(sentence)) == expected


def test_what_a_treaty_may_bring_does_not_put_its_signing_in_doubt():
    assert days(read("The ministers signed a treaty on May 3 that may end the war.")) == [
        "agreement 2024-05-03 occurred"
    ]
    assert days(read("The ministers spoke of talks that may take place on May 13.")) == []


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "A rocket was fired from Suva on March 29, falling far out in the sea, and another followed on"
            " April 15.",
            ["weapons_test 2024-03-29 occurred", "weapons_test 2024-04-15 occurred"],
        ),
        (
            "Nobody forgot the missile tests of 21 July 1995, nor those of March 1996.",
            ["weapons_test 1995-07-21 occurred", "weapons_test 1996-03-01..1996-03-31 occurred"],
        ),
        (
            "A rocket was fired from Suva on March 29, and another followed it to sea.",
            ["weapons_test 2024-03-29 occurred"],
        ),
    ],
)
def test_one_more_of_the_kind_just_told_has_its_own_date(sentence, expected):
    assert days(read(sentence)) == expected


def test_the_day_that_names_an_old_pact_is_not_that_of_what_is_done_to_it():
    text = (
        "On May 4 the cabinet approved the suspension of the September 19, 2018 military agreement."
    )
    assert days(read(text)) == ["agreement 2024-05-04 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the day that the sentence before opens with, not that of the news
            "Last Friday brought relief to Lusaka. Creditors and the government reached a deal on the debt.",
            ["agreement 2024-05-03 occurred"],
        ),
        (
            "Police closed the roads on Monday. By nightfall the ministers of Chad and Niger had signed the accord.",
            ["agreement 2024-05-06 occurred"],
        ),
        (
            "The square had filled by Monday noon. Before the liturgy President William Ruto had held talks with Egils Levits.",
            ["talks 2024-05-06 occurred"],
        ),
        (
            "Guests filled the stadium on Monday. President William Ruto took the oath of office before them.",
            ["ceremony 2024-05-06 occurred"],
        ),
        (  # which accord is meant, not that it was reached on that day
            "Drivers went on strike on Monday. The accord they reached in Oslo was scorned by their union.",
            [],
        ),
        ("Drivers struck on Monday. The two presidents had never met before.", []),
    ],
)
def test_a_plain_fact_has_the_day_of_the_sentence_before(text, expected):
    assert days(read(text)) == expected


def test_how_long_after_something_it_came_does_not_take_the_news_from_its_day():
    text = "Ten years after the war ended, Serbia and Kosovo signed an accord in Ohrid."
    assert days(read(text)) == ["agreement 2024-05-08 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Central Committee of the party held a plenary meeting from 20 to 22 April. "
            "The meeting took place in Hanoi.",
            ["plenary 2024-04-20..2024-04-22 occurred"],
        ),
        (
            "The Communist Party of Cuba opened its plenum on Monday. The meeting will end on Friday.",
            ["plenary 2024-05-06..2024-05-10 occurred"],
        ),
        (
            "The Politburo of the party held a plenary session on Monday. The meeting adopted a plan.",
            ["plenary 2024-05-06 occurred"],
        ),
        (
            "Parliament passed the budget on Monday. The meeting of Arab foreign ministers opens on Friday.",
            ["plenary 2024-05-06 occurred", "talks 2024-05-10 planned"],
        ),
        (
            "Parliament passed the budget on Monday. The foreign ministers of Peru and Chile held a "
            "meeting in Lima on Tuesday. The meeting ended on Wednesday.",
            ["plenary 2024-05-06 occurred", "talks 2024-05-07..2024-05-08 occurred"],
        ),
    ],
)
def test_the_meeting_goes_on_with_the_plenum_told_last(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The two navies began their drills off Oran on Monday. The drills will end on Friday.",
            ["exercise 2024-05-06..2024-05-10 occurred"],
        ),
        (
            "Talks between Chad and Sudan began on Monday. The talks ended on Tuesday.",
            ["talks 2024-05-06..2024-05-07 occurred"],
        ),
        (
            "Talks between Chad and Sudan began on Monday. Talks between Peru and Chile ended on Tuesday.",
            ["talks 2024-05-06 occurred", "talks 2024-05-07 occurred"],
        ),
    ],
)
def test_what_began_in_one_sentence_and_ends_in_another_lasts(
    text: str, expected: list[str]
) -> None:
    assert days(read(text)) == expected
