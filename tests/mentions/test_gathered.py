"""The meeting at which the news was told, the guest who was named before, and what is in its middle."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            '"It was worth it," he told the leaders gathered for the 12th Andean Summit.',
            "summit 2024-05-07 occurred",
        ),
        (
            '"We have it," Rabuka told reporters on the second day of an Oceanian summit.',
            "summit 2024-05-07 occurred",
        ),
    ],
)
def test_those_gathered_date_their_meeting(told, expected):
    opening = "President Boluarte wept on Tuesday as the crowd sang. Rain fell. It was cold. "
    assert days(read(opening + told)) == [expected]


@pytest.mark.parametrize(
    "told",
    [
        "Delegates will be gathered for a summit in Lome.",
        "Donors had gathered for a previous summit in Lome.",
    ],
)
def test_those_who_gather_another_time_date_none(told):
    opening = "President Boluarte wept on Tuesday as the crowd sang. Rain fell. It was cold. "
    assert days(read(opening + told)) == []


def test_a_meeting_told_with_its_own_days_is_not_told_again_by_those_gathered():
    text = (
        "The Andean summit in Quito, which opened on Monday, was stormy. Rain fell on Tuesday. "
        '"It was worth it," he told the leaders gathered for the Andean summit.'
    )
    assert days(read(text)) == ["summit 2024-05-06 occurred"]


def test_what_is_in_its_middle_goes_on_as_the_news_is_told():
    text = (
        "Rain fell. It was cold. The roads were closed. "
        "Meanwhile Finland is in the middle of Arctic Forge, its largest military exercise."
    )
    assert [found for found in days(read(text)) if found.startswith("exercise")] == [
        "exercise 2024-05-08 occurred"
    ]


def test_talks_of_a_leader_with_a_guest_who_leads_are_a_summit():
    text = (
        "Kenyan President William Ruto arrived in Lusaka on Monday. "
        "Zambian President Hakainde Hichilema held talks with his guest on Tuesday."
    )
    mention = next(m for m in read(text) if m.type == "summit")
    assert mention.interval.first.isoformat() == "2024-05-07"
    assert {"William Ruto", "Hakainde Hichilema"} <= {actor.name for actor in mention.actors}


def test_a_guest_nobody_came_as_is_nobody():
    text = (
        "Prices rose in Lusaka. President Hakainde Hichilema held talks with the guest on Tuesday."
    )
    assert {m.type for m in read(text)} <= {"talks"}


def test_he_is_whom_his_own_sentence_names_before():
    text = (
        "The mayor stood beside Egils Levits and Alar Karis. President Ruto had come on Monday; "
        "he met President Egils Levits on Tuesday."
    )
    assert "summit 2024-05-07 occurred" in days(read(text))


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Thousands had flocked to the inauguration of President William Ruto.", ["ceremony"]),
        ("Six premiers were present at the signing of the accord.", ["agreement"]),
        ("Few had come to the opening ceremony of the previous games.", []),
        ("Thousands will come to the inauguration of President William Ruto.", []),
    ],
)
def test_what_people_had_come_to_was_on_the_day_of_the_news(sentence, expected):
    found = read(f"Drums could be heard from afar on Tuesday. {sentence}")
    assert [mention.type for mention in found] == expected
    assert {str(mention.interval.first) for mention in found} <= {"2024-05-07"}


def test_what_the_same_person_did_later_on_a_day_is_another_meeting():
    text = (
        "On Monday the archbishop called on Ayatollah Ali al-Sistani in Najaf. "
        "Later he attended an interfaith gathering at Ur."
    )
    assert days(read(text)) == ["talks 2024-05-06 occurred", "talks 2024-05-06 occurred"]
