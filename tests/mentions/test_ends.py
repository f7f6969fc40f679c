"""How long what was told before goes on."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    "more",
    [
        "The drills run until 17 May.",
        "The exercise is scheduled to last through 17 May.",
        "The drill, due to continue until 17 May, is the largest in years.",
    ],
)
def test_what_goes_on_until_a_day_takes_all_its_days(more: str) -> None:
    text = f"Twelve navies began a naval exercise off Callao on Monday. {more}"
    assert "exercise 2024-05-06..2024-05-17 occurred" in days(read(text))


@pytest.mark.parametrize(
    "more",
    [
        "The drill costs little, and the schools are closed until 17 May.",
        "The talks run until 17 May.",
    ],
)
def test_what_else_goes_on_ends_nothing(more: str) -> None:
    text = f"Twelve navies began a naval exercise off Callao on Monday. {more}"
    assert "exercise 2024-05-06 occurred" in days(read(text))


def test_what_an_opening_of_long_ago_goes_on_to_tell_is_not_of_today() -> None:
    text = "The fishing treaty was opened for signature in Lima on 20 March. Sixty states signed it then."
    assert days(read(text)) == ["agreement 2024-03-20 occurred"]


def test_an_edition_of_last_year_has_the_days_told_of_it() -> None:
    text = "The drills began on Monday. Last year's edition was held from 3 to 14 April."
    assert "exercise 2023-04-03..2023-04-14 occurred" in days(read(text))


def test_what_is_debated_came_about_no_more_than_what_fell_through() -> None:
    text = "Peru's parliament took up Chile's accession on Monday."
    assert days(read(text)) == ["plenary 2024-05-06 occurred"]
    text = "A meeting between President Diaz and President Ortega, planned for 5 May, fell through."
    assert days(read(text)) == ["summit 2024-05-05 cancelled"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fiji and Tonga completed a joint exercise off Suva on Tuesday. It had begun six days before off Levuka.",
            "exercise 2024-05-01..2024-05-07 occurred",
        ),
        (
            "Fiji and Tonga concluded talks on fish in Suva on Tuesday. They had started three days earlier.",
            "talks 2024-05-04..2024-05-07 occurred",
        ),
        (
            "Fiji and Tonga wrapped up a joint exercise off Suva on Tuesday. The drill had opened on 1 May.",
            "exercise 2024-05-01..2024-05-07 occurred",
        ),
        (
            "Fiji and Tonga began a joint exercise off Suva on Tuesday. It lasts until 17 May.",
            "exercise 2024-05-07..2024-05-17 occurred",
        ),
        (
            "Fiji and Tonga began a joint exercise off Suva on Tuesday. The drill, which runs until 17 May, is small.",
            "exercise 2024-05-07..2024-05-17 occurred",
        ),
    ],
)
def test_the_next_sentence_tells_the_first_day_or_the_last(text: str, expected: str) -> None:
    assert days(read(text)) == [expected]


def test_what_they_open_or_go_on_with_tells_no_days_of_what_was_told() -> None:
    text = "Fiji and Tonga completed a joint exercise off Suva on Tuesday. They opened a school on 3 May."
    assert "exercise 2024-05-07 occurred" in days(read(text))
    text = "Fiji and Tonga began a joint exercise off Suva on Tuesday. They will continue talks until 17 May."
    assert days(read(text)) == ["exercise 2024-05-07 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru and Chile began a joint exercise on Monday. It will last two weeks.",
            "exercise 2024-05-06..2024-05-19 occurred",
        ),
        (
            "Peru and Chile began a joint exercise on Monday. The two-week drill involves 900 soldiers.",
            "exercise 2024-05-06..2024-05-19 occurred",
        ),
        (
            "Peru and Chile ended a joint exercise on Monday. The five-day drill involved 900 soldiers.",
            "exercise 2024-05-02..2024-05-06 occurred",
        ),
        (
            "President Diaz arrived in Lima on Monday. The three-day visit is his first since 2017.",
            "delegation 2024-05-06..2024-05-08 occurred",
        ),
        (
            "A delegation of the Lao assembly left Quito on Monday after a stay of five days.",
            "delegation 2024-05-02..2024-05-06 occurred",
        ),
        (
            "Talks between Peru and Chile entered their third day in Lima on Monday.",
            "talks 2024-05-04..2024-05-06 occurred",
        ),
    ],
)
def test_the_next_sentence_tells_how_long_it_lasts(text: str, expected: str) -> None:
    assert expected in days(read(text))


def test_the_length_of_something_else_is_not_that_of_what_was_told() -> None:
    text = "Peru and Chile began a joint exercise on Monday. The two-week truce in Yemen held."
    assert days(read(text)) == ["exercise 2024-05-06 occurred"]
    text = "Peru test-fired a missile on Monday. It will last two weeks."
    assert days(read(text)) == ["weapons_test 2024-05-06 occurred"]
