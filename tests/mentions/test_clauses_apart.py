"""What one clause tells does not swallow, date or turn what the next one does."""

import pytest

from tests.mentions.telling import days, read


def test_what_an_aside_tells_of_a_thing_leaves_what_was_done_with_it():
    told = read("On Friday the ministers initialled the treaty, which was agreed in March.")
    assert days(told) == [
        "agreement 2024-03-01..2024-03-31 occurred",
        "agreement 2024-05-03 occurred",
    ]


@pytest.mark.parametrize(
    "towns",
    [
        "Rabat, Morocco; Tunis, Tunisia; and Accra, Ghana,",
        "Rabat, Morocco; and Accra, Ghana",
    ],
)
def test_towns_parted_by_semicolons_are_one_journey(towns: str):
    text = f"Foreign Minister Heiko Maas will travel to {towns} from May 14 to May 20."
    assert days(read(text)) == ["delegation 2024-05-14..2024-05-20 planned"]


def test_a_semicolon_before_another_clause_parts_still():
    text = "The envoys met in Rabat, Morocco, on May 3; Tunis will hold an exercise from May 14 to May 20."
    assert days(read(text)) == [
        "exercise 2024-05-14..2024-05-20 planned",
        "talks 2024-05-03 occurred",
    ]


def test_what_is_planned_in_one_clause_does_not_put_the_next_ahead():
    text = "A round of talks is planned for July; the previous one ended on January 25."
    assert days(read(text)) == [
        "talks 2024-01-25 occurred",
        "talks 2024-07-01..2024-07-31 planned",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The European Parliament gave its consent to the trade agreement on 2 May.",
        "The National Assembly endorsed the pact on 2 May.",
        "Lawmakers voted on 2 May to approve the trade deal with Chile.",
        "The treaty was backed by the Senate on 2 May.",
    ],
)
def test_a_parliament_that_makes_an_agreement_its_own_is_told_once(text: str):
    assert days(read(text)) == ["agreement 2024-05-02 occurred"]


@pytest.mark.parametrize(
    "text",
    [
        "The National Assembly rejected the pact on 2 May.",
        "The National Assembly endorsed the budget on 2 May.",
        "The National Assembly debated the pact on 2 May.",
    ],
)
def test_what_else_a_parliament_does_is_a_session(text: str):
    assert days(read(text)) == ["plenary 2024-05-02 occurred"]


def test_an_anniversary_told_to_be_on_a_day_is_of_that_day_in_the_month_of_its_year():
    told = read("Friday was the tenth anniversary of the May 2014 war.")
    assert [(m.interval.first.isoformat(), m.base) for m in told] == [("2024-05-03", "2014-05")]


def test_when_somebody_had_come_is_not_the_day_of_what_was_done_with_them():
    text = (
        "The talks between Gabriel Boric and Dina Boluarte, who arrived in Santiago yesterday"
        " evening, took place in the palace. Following the talks, the two signed a treaty."
    )
    assert {d for d in days(read(text)) if d.startswith("agreement")} == {
        "agreement 2024-05-08 occurred"
    }


def test_what_is_done_does_not_wait_for_the_deadline_told_before():
    text = (
        "Chad and Niger agreed on a buffer zone. All guns are to leave it by June 10.\n"
        "Following the meeting, the ministers of the two countries signed a memorandum."
    )
    assert not any("2024-06-10" in day for day in days(read(text)))


def test_leaders_who_meet_and_hold_talks_are_told_once():
    for joined in ("and held talks", "where they held talks"):
        text = f"The two presidents met in Quito on May 3, {joined} on tuna."
        assert days(read(text)) == ["summit 2024-05-03 occurred"]
    text = "The leaders of Chile and Peru met on May 3 and the ministers held talks on tuna."
    assert days(read(text)) == ["summit 2024-05-03 occurred", "talks 2024-05-03 occurred"]


def test_a_treaty_signed_on_one_day_is_ratified_on_the_other():
    told = read("The Senate ratified the treaty, signed on 1 May, on Monday.")
    assert [m.interval.first.day for m in told if m.title.startswith("Senate")] == [6]
