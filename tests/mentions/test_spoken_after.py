"""The meeting after which somebody said what the news tells is of the day of the news."""

import pytest

from tests.mentions.telling import days, read

OPENING = "LIMA, Peru (AP) _ Peru's army shut a bridge on Tuesday. Rain fell. It was cold. "


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "After a two-hour meeting at his house with President Luis Arce, President Gabriel Boric "
            "said he had no hope.",
            "summit 2024-05-07 occurred",
        ),
        (
            '"We agree," Foreign Minister Ana Brito said after talks with her Chilean counterpart.',
            "talks 2024-05-07 occurred",
        ),
        (
            "Following a short meeting with Prime Minister Olaf Brenner, Antony Blinken told the crowd to wait.",
            "talks 2024-05-07 occurred",
        ),
    ],
)
def test_what_was_said_right_after_a_meeting_dates_it(told, expected):
    assert days(read(OPENING + told)) == [expected]


@pytest.mark.parametrize(
    "told",
    [
        "After every meeting with President Luis Arce, President Gabriel Boric said, he slept well.",
        "After a long meeting with the abbot, he said, he felt free.",
        "After a previous meeting with President Luis Arce, President Gabriel Boric said he was glad.",
        "After a meeting with reporters, President Gabriel Boric said he would rest.",
        "After a meeting with President Luis Arce, President Gabriel Boric went to bed.",
    ],
)
def test_what_is_said_after_meetings_of_no_day_dates_none(told):
    assert days(read(OPENING + told)) == []


def test_what_was_said_after_a_meeting_of_long_ago_is_no_news():
    text = OPENING + (
        "In 1985 the museum lent a vase. "
        '"We can do business," President Ronald Reagan said after talks with Mikhail Gorbachev.'
    )
    assert days(read(text)) == []


def test_a_statement_after_their_talks_is_of_the_day_on_which_they_signed():
    text = (
        "QUITO (AP) _ Presidents Gabriel Boric and Luis Arce signed a rail pact on Tuesday. "
        "Their states fell out in May 2019. In a statement issued after the talks, Boric and Arce called for calm."
    )
    assert days(read(text)) == ["agreement 2024-05-07 occurred", "summit 2024-05-07 occurred"]


def test_ministers_who_meet_as_the_news_is_told_did_so_whatever_they_look_into():
    text = (
        "NAIROBI, Kenya (AP) _ The union said Tuesday it would help. Health ministers of the members meeting in "
        "the Kenyan capital agreed to ask who burned the clinic on 6 April 1994."
    )
    assert days(read(text)) == ["talks 2024-05-07 occurred"]


def test_one_who_is_told_of_in_full_and_by_the_last_name_met_once():
    text = (
        "Consul Prudence Okafor ended an old quarrel on Tuesday, meeting with Benin's trade minister.\n\n"
        "On Monday the clerk Joseph Adande was ill. On Tuesday, Okafor and Adande met again in Bern."
    )
    assert days(read(text)).count("talks 2024-05-07 occurred") == 1


@pytest.mark.parametrize(
    ("who", "type_"),
    [("Minister Ana Brito", "talks"), ("President Gabriel Boric", "summit")],
)
def test_leaders_who_see_somebody_each_alone_do_not_meet(who, type_):
    text = f"President Luis Arce and President Santiago Pena met separately on Monday with {who}."
    assert read(text)[0].type == type_
