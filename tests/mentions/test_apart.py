"""Two tellings of one type in an article: when they are two happenings, and when one told twice."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The leaders of the club met in Oslo on May 6-7. President Ruto met President Lula on the"
            " sidelines on May 7.",
            ["summit 2024-05-06..2024-05-07 occurred", "summit 2024-05-07 occurred"],
        ),
        (
            "Presidents Ruto and Lula met on May 7 in Oslo, on the margins of the African Union summit"
            " (May 6-7).",
            ["summit 2024-05-06..2024-05-07 occurred", "summit 2024-05-07 occurred"],
        ),
        (
            "The king hosted a state dinner on Monday. A concert was held in the opera on Monday.",
            ["ceremony 2024-05-06", "ceremony 2024-05-06"],
        ),
        (
            "President Ruto arrived in Norway on May 6 for a three-day visit. Ruto travels to Sweden on"
            " May 8.",
            ["delegation 2024-05-06..2024-05-08 occurred", "delegation 2024-05-08"],
        ),
        (
            "The ministers of Chad and Niger held talks on May 3. The two sides are expected to hold talks"
            " on fishing later in May.",
            ["talks 2024-05-01..2024-05-31 planned", "talks 2024-05-03 occurred"],
        ),
        (
            "Chad and Niger signed a treaty in Oslo on May 6. Separately, Mali and Togo signed a treaty on"
            " May 6.",
            ["agreement 2024-05-06 occurred", "agreement 2024-05-06 occurred"],
        ),
        (
            "On May 7 President Ruto met President Lula in Oslo. President Lula met President Petro on May 7.",
            ["summit 2024-05-07 occurred", "summit 2024-05-07 occurred"],
        ),
        (
            "On May 7 the presidents of the union meet in Oslo, to be followed by the first Nordic summit.",
            ["summit 2024-05-07", "summit 2024-05-07"],
        ),
    ],
)
def test_happenings_that_the_text_parts_stay_two(text, expected):
    found = days(read(text))
    assert len(found) == len(expected)
    assert all(one.startswith(two) for one, two in zip(found, expected, strict=True))


@pytest.mark.parametrize(
    "text",
    [
        "The king hosted a state dinner on Monday. The dinner was held in the palace on Monday.",
        "President Ruto left Kenya on May 6 for a three-day visit. Ruto returns to Kenya on May 8.",
        "The ministers of Chad and Niger held talks on May 3. Their talks in May were held in Oslo.",
    ],
)
def test_one_happening_told_twice_is_one(text):
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("They signed a memorandum of understanding on rice exports.", 2),
        ("They signed an accord on extradition.", 2),
        ("The declaration on guarding the lake was signed in Kampala.", 1),
        ("They signed two papers, including an accord on extradition.", 1),
    ],
)
def test_documents_of_other_sorts_or_on_other_matters_are_two(told, count):
    text = (
        "Presidents William Ruto and Yoweri Museveni signed a joint declaration on security in Kampala"
        f" on Monday. {told}"
    )
    assert days(read(text)) == ["agreement 2024-05-06 occurred"] * count


@pytest.mark.parametrize(
    ("summit", "count"),
    [("The ASEAN summit opened on Monday.", 2), ("A summit opened on Monday.", 1)],
)
def test_two_who_meet_at_the_summit_of_a_body_have_a_meeting_of_their_own(summit, count):
    text = f"{summit} President William Ruto met President Yoweri Museveni on Monday."
    assert days(read(text)) == ["summit 2024-05-06 occurred"] * count
