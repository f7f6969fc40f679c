"""When things happened from which another day is counted, at which it came about, or of which a clause tells."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru test-fired a missile on Tuesday, six days after Chile's launch of a ballistic missile.",
            ["weapons_test 2024-05-07 occurred", "weapons_test 2024-05-01 occurred"],
        ),
        (
            "Four days after the ministers signed the treaty in Oslo, Peru on Tuesday imposed sanctions on Chile.",
            ["agreement 2024-05-03 occurred", "sanctions 2024-05-07 occurred"],
        ),
        (
            "Chile fired two missiles on Tuesday, hours before the presidents of Peru and Bolivia met in Lima.",
            ["weapons_test 2024-05-07 occurred", "summit 2024-05-07 occurred"],
        ),
        (
            "The council adopted a resolution on Tuesday. It was adopted five days after Peru tested a missile.",
            ["sanctions 2024-05-07 occurred", "weapons_test 2024-05-02 occurred"],
        ),
        (
            "The minister flew to Oslo on Tuesday, two days before talks are to resume in Geneva.",
            ["delegation 2024-05-07 occurred", "talks 2024-05-09 planned"],
        ),
        (
            "President Boric arrived in Oslo on Monday, a day after he met President Boluarte in Lima.",
            ["delegation 2024-05-06 occurred", "summit 2024-05-05 occurred"],
        ),
        (
            "Peru lifted the sanctions on Tuesday, a year after the Senate ratified the accord.",
            ["agreement 2023-01-01..2023-12-31 occurred", "sanctions 2024-05-07 occurred"],
        ),
    ],
)
def test_what_a_day_is_counted_from_has_the_day_that_comes_of_it(text, expected):
    assert days(read(text)) == sorted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "Senators met on Tuesday, two days after threats to leave the treaty.",
        "Two weeks before the summit in Lima, little is ready.",
    ],
)
def test_what_nothing_is_counted_from_has_no_such_day(text):
    assert not [m for m in read(text) if m.type in ("agreement", "sanctions", "summit")]


def test_the_meeting_at_which_the_news_came_about_has_its_day():
    text = "West African leaders on Monday imposed sanctions on Guinea. The decision was taken at a summit in Accra."
    assert "summit 2024-05-06 occurred" in days(read(text))
    assert "summit 2024-05-06 occurred" not in days(
        read(text.replace("was taken at", "will be taken at"))
    )


def test_a_clause_set_in_between_leaves_the_story_where_it_was():
    text = (
        "The presidents of Peru and Chile signed a treaty in Lima on Tuesday. Gabriel Boric, who landed in "
        "Arica on May 4, smiled. The two sides exchanged nine documents."
    )
    assert {str(m.interval.first) for m in read(text) if m.type == "agreement"} == {"2024-05-07"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru lifted the sanctions it imposed on the bank in 2018.",
            ["sanctions 2018-01-01..2018-12-31 occurred", "sanctions 2024-05-08 occurred"],
        ),
        (
            "Peru lifted the sanctions on the bank in 2018.",
            ["sanctions 2018-01-01..2018-12-31 occurred"],
        ),
        (
            "In 2021, the two presidents met in Lima in March and signed a pact in July.",
            ["agreement 2021-07-01..2021-07-31 occurred", "summit 2021-03-01..2021-03-31 occurred"],
        ),
        (
            "The summit had been planned for late March and was moved.",
            [],
        ),
    ],
)
def test_whose_the_date_behind_is(text, expected):
    assert days(read(text)) == sorted(expected)


def test_other_documents_are_signed_beside_the_first():
    text = "The presidents of Peru and Chile signed a fishing treaty in Lima on Tuesday. "
    beside = read(text + "Three other documents were signed.")
    again = read(text + "The treaty was signed in Lima.")
    assert [m.type for m in beside].count("agreement") == 2
    assert [m.type for m in again].count("agreement") == 1


@pytest.mark.parametrize(
    ("sentence", "day"),
    [
        ("He and President Dina Boluarte signed a treaty on fishing.", "2024-04-03"),
        ("They signed a treaty on fishing.", "2024-04-03"),
        ("He has signed many treaties.", None),
        ("They will sign a treaty on fishing.", None),
    ],
)
def test_what_he_or_they_did_next_has_the_day_however_long_ago(sentence, day):
    text = f"President Gabriel Boric visited Lima on April 3. {sentence}"
    found = [str(m.interval.first) for m in read(text) if m.type == "agreement"]
    assert found == ([day] if day else [])


def test_what_ended_after_so_many_days_lasted_them():
    assert days(read("The talks wrapped up in Doha on Tuesday after three days.")) == [
        "talks 2024-05-05..2024-05-07 occurred"
    ]
    assert days(read("The talks opened in Doha on Tuesday after three days.")) == [
        "talks 2024-05-07 occurred"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The accord was signed in Lima a day after the two foreign ministers met there on Sunday.",
            ["agreement 2024-05-06 occurred", "talks 2024-05-05 occurred"],
        ),
        (
            "Chile fired a ballistic missile two weeks before the drills began on Monday.",
            ["exercise 2024-05-06 occurred", "weapons_test 2024-04-22 occurred"],
        ),
        (
            "Two days after the summit ended on Friday, Chile test-fired a cruise missile.",
            ["summit 2024-05-03 occurred", "weapons_test 2024-05-05 occurred"],
        ),
    ],
)
def test_what_is_counted_from_another_with_a_day_of_its_own_has_the_day_of_the_count(
    text, expected
):
    assert days(read(text)) == expected


def test_what_has_a_day_already_is_not_counted_again():
    text = "The accord was signed on Monday, a day after the two foreign ministers met there."
    assert days(read(text)) == ["agreement 2024-05-06 occurred", "talks 2024-05-05 occurred"]


def test_what_is_told_of_the_thing_counted_from_does_not_date_the_main_clause():
    text = "The pact was renewed ten years after the first treaty, which was signed in Lima on 5 July 2001, took effect."
    assert days(read(text)) == ["agreement 2001-07-05 occurred"]
