"""Which day a story goes on with, where a sentence goes back to what had come before."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    "aside",
    [
        "The guest had landed in Nairobi late the previous evening.",
        "The guest had arrived in Nairobi on Monday evening and had been met by the foreign minister.",
        "President Lungu had come to Nairobi the day before.",
    ],
)
def test_what_had_come_before_leaves_the_day_of_the_story(aside: str) -> None:
    text = (
        f"President Ruto received President Lungu of Zambia today.\n{aside}\nAfter the talks the sides signed"
        " three agreements.\nIn the evening the host gave a banquet."
    )
    found = days(read(text))
    assert "agreement 2024-05-08 occurred" in found
    assert "ceremony 2024-05-08 occurred" in found


def test_what_came_next_moves_the_story_on() -> None:
    text = (
        "President Ruto received President Lungu of Zambia on Monday.\nPresident Lungu left Nairobi on"
        " Tuesday.\nThe sides signed three agreements."
    )
    assert "agreement 2024-05-07 occurred" in days(read(text))


def test_the_story_goes_on_with_the_last_day_its_opening_tells() -> None:
    text = (
        "Premier Kallas arrived in Oslo on Monday and met Premier Solberg the next day.\nThe two premiers"
        " signed a declaration on mines."
    )
    assert "agreement 2024-05-07 occurred" in days(read(text))


@pytest.mark.parametrize("day", ["today", "on Tuesday"])
def test_what_has_only_an_hour_in_a_visit_of_days_is_of_the_day_of_the_news(day: str) -> None:
    text = f"Minister Kofod began a three-day visit to Kenya {day}. In the morning he met President Ruto."
    first = "2024-05-08" if day == "today" else "2024-05-07"
    assert f"talks {first} occurred" in days(read(text))


@pytest.mark.parametrize("years", ["for 2025-2027", "for 2025", "covering 2025"])
def test_the_years_a_plan_is_for_do_not_date_its_signing(years: str) -> None:
    text = f"The ministers of Chad and Niger held talks in Zinder today.\nThe sides signed a plan of trade {years}."
    assert "agreement 2024-05-08 occurred" in days(read(text))


def test_a_report_with_a_dateline_tells_what_has_just_been_done() -> None:
    report = "ZINDER, May 8. /SNA/. President Ruto has arrived in Niger on a state visit."
    bare = "President Ruto has arrived in Niger on a state visit."
    assert read(report)[0].confidence > 0.6 > read(bare)[0].confidence


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The summit opened on Monday in Lima.\n\nTuesday was a day of talks. A reception was given.",
            "ceremony 2024-05-07 occurred",
        ),
        (
            "Rain fell.\n\nMonday brought the ministers to Lima. They signed a treaty.\n\nTuesday was for partners."
            " The ministers met Premier Li Qiang of China and signed a trade pact.",
            "agreement 2024-05-07 occurred",
        ),
        (
            "Rain fell.\n\nSUNDAY. The 44th summit opened at the palace.\n\nMONDAY was for partners. The leaders"
            " signed a trade pact.",
            "agreement 2024-05-06 occurred",
        ),
        (
            "The summit opened on Sunday in Lima. Leaders signed a treaty on water.\n\nMonday was quiet.",
            "agreement 2024-05-05 occurred",
        ),
    ],
)
def test_a_day_that_opens_its_paragraph_moves_the_story_on(text: str, expected: str) -> None:
    assert expected in days(read(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fiji and Tonga completed an exercise off Suva on Tuesday. Defence ministers of the two countries met "
            "aboard the flagship on the final day.",
            "talks 2024-05-07 occurred",
        ),
        (
            "A three-day exercise of Fijian and Tongan engineers ended near Suva on Monday. Defence ministers watched "
            "the final phase and then signed an agreement on bridges.",
            "agreement 2024-05-06 occurred",
        ),
        (
            "The presidents of Fiji and Tonga met in Suva on Tuesday. Their defence chiefs put their names to a "
            "military accord on the same occasion.",
            "agreement 2024-05-07 occurred",
        ),
        (
            "A parade was held in Suva on Tuesday. Two days earlier parliament had met, and on the morning of the "
            "same day a rocket was launched from Levuka.",
            "weapons_test 2024-05-05 occurred",
        ),
        (
            "The ministers met in Suva on Tuesday. Building began in May 2016. Fiji and Tonga had signed a railway "
            "accord the day before.",
            "agreement 2024-05-06 occurred",
        ),
        (
            "The Senate of Chile passed the budget on Tuesday. The first vote took place a week earlier.",
            "plenary 2024-04-30 occurred",
        ),
        (
            "Chile and Peru ended a joint exercise on Tuesday. Next year's drill will be in Peru in June.",
            "exercise 2025-06-01..2025-06-30 planned",
        ),
        (
            "Iran test-fired two missiles. The first came on 2 May and the next on Tuesday.",
            "weapons_test 2024-05-07 occurred",
        ),
    ],
)
def test_the_day_of_what_goes_with_something_is_counted_from_it(text: str, expected: str) -> None:
    assert expected in days(read(text))


def test_a_drill_in_a_country_is_no_visit_to_it() -> None:
    text = "Chile and Peru ended a joint exercise on Tuesday. Next year's drill will be in Peru in June."
    assert not [m for m in read(text) if m.type == "delegation"]


def test_heads_of_delegations_who_meet_hold_no_summit() -> None:
    text = "The heads of the six ASEAN member states met in Suva on Tuesday."
    assert days(read(text)) == ["summit 2024-05-07 occurred"]
    text = "The heads of the ASEAN delegations met in Suva on Tuesday."
    assert days(read(text)) == ["talks 2024-05-07 occurred"]


def test_the_next_capital_of_a_row_of_visits_is_where_the_visitor_went() -> None:
    text = "President Diaz visited Lome on 5 March, Abuja on 8 March and Bamako on Monday."
    visit = read(text)[1]
    assert visit.title == "President Diaz visits Abuja"
    assert "Togo" not in [actor.name for actor in visit.actors]
