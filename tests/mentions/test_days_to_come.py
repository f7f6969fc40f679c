"""Days that are told beside others: in brackets, below a heading, on a programme, on the eve of something."""

import pytest

from tests.mentions.telling import days, read


def test_a_day_in_brackets_is_the_last_of_what_the_line_tells() -> None:
    text = (
        "MONDAY, MAY 13\n\n- APIA - Commonwealth summit opens in Samoa (to May 17).\n\n- CALI - UN biodiversity"
        " conference (until May 24). Follows an earlier one in 2022.\n\nTUESDAY, MAY 14\n\n- OSLO -"
        " Foreign minister of Chad visits Norway (through May 15).\n\n- RIGA - Latvia and Estonia sign a treaty."
    )
    assert days(read(text)) == [
        "agreement 2024-05-14 planned",
        "delegation 2024-05-14..2024-05-15 planned",
        "summit 2024-05-13..2024-05-17 planned",
        "talks 2024-05-13..2024-05-24 planned",
    ]


def test_items_of_one_day_are_happenings_of_their_own() -> None:
    text = (
        "MONDAY, MAY 13\n\n- OSLO - Foreign ministers of Chad and Norway hold talks.\n\n- ROME - Foreign ministers of"
        " Iran and Italy hold talks.\n\nTUESDAY, MAY 14\n\n- RIGA - Parliament meets."
    )
    assert days(read(text)).count("talks 2024-05-13 planned") == 2


@pytest.mark.parametrize(
    "programme",
    [
        "It is a two-day stop, with talks with Premier Orban on Monday.",
        "On the programme are talks with Premier Orban on Monday and a dinner on Tuesday.",
    ],
)
def test_a_weekday_behind_a_day_to_come_is_the_next(programme: str) -> None:
    found = days(read(f"President Xi flies to Budapest on Sunday. {programme}"))
    assert any(day.endswith(" 2024-05-13 planned") for day in found)


@pytest.mark.parametrize(
    "aside",
    [
        "The trip follows talks with Premier Orban on Monday.",
        "Monday's talks with Premier Orban yielded nothing.",
        "He held talks with Premier Orban on Monday.",
    ],
)
def test_a_weekday_of_what_came_before_has_gone_by(aside: str) -> None:
    found = days(read(f"President Xi flies to Budapest on Sunday. {aside}"))
    assert not any(day.endswith(" 2024-05-13 planned") for day in found)


def test_the_eve_is_that_of_the_first_day_of_what_is_named() -> None:
    text = (
        "The summit of the union opens in Seoul on June 4, and a fair follows on June 6.\n\nPresident Yoon will host a"
        " dinner for the leaders on the eve of the summit."
    )
    assert "ceremony 2024-06-03 planned" in days(read(text))


@pytest.mark.parametrize(
    "plan",
    [
        "Talks between the ministers of Iran and Oman have been set for the morning of June 3.",
        "Talks between the ministers of Iran and Oman have been booked for the evening of June 3.",
        "Talks between the ministers of Iran and Oman are arranged for midday on June 3.",
    ],
)
def test_what_is_set_for_a_part_of_a_day_lies_ahead(plan: str) -> None:
    assert days(read(plan)) == ["talks 2024-06-03 planned"]


def test_the_length_of_one_thing_is_not_that_of_the_next() -> None:
    text = "It was a three-day stop, with talks with Premier Orban on Monday."
    assert days(read(text)) == ["talks 2024-05-06 occurred"]


def test_the_day_of_the_deal_has_gone_by_though_what_it_says_lies_ahead() -> None:
    text = "U.S. troops will leave Niger under a deal reached on Sunday."
    assert days(read(text)) == ["agreement 2024-05-05 occurred"]
    text = "Chile is to send troops to Peru under an agreement signed on Friday."
    assert days(read(text)) == ["agreement 2024-05-03 occurred"]
