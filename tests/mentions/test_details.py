"""What a sentence tells of a local happening in detail, and which of the happenings an article tells are several."""

from pathlib import Path

import pytest

from tests.mentions.telling import read
from tracker.mentions.details import details_in, regions_in, roads_in
from tracker.mentions.language import load_language
from tracker.rulebook import load_rulebook

RULES = load_rulebook([Path(__file__).parents[1] / "data" / "rules"])
ENGLISH = load_language(RULES)


@pytest.mark.parametrize(
    ("text", "details"),
    [
        ("A 34-year-old man was hurt.", {"+34"}),
        ("Lena Orr, 28, was hurt.", {"+28"}),
        ("Two men, ages 31 and 24, were hurt.", {"+31", "+24"}),
        ("The victim, who is 52, was hurt.", {"+52"}),
        ("They are 22 and 25. He turned 19.", {"+22", "+25", "+19"}),
        ("It was 12 minutes. It was 3.5 miles.", set()),
        ("A 29-year-old man was arrested after a woman was hurt.", set()),
        ("Police charged Ed Moor, 29, with theft.", set()),
        ("In 2014, 17 fires were counted.", set()),
        ("Officers were called about 11:20 p.m.", {"~23.3"}),
        ("It broke out at about 9.30pm.", {"~21.5"}),
        ("Shots were heard shortly before noon.", {"~12.0"}),
        ("It burned just after midnight.", {"~24.0"}),
        ("They were hit around 3 this afternoon.", {"~15.0"}),
        ("It began about three in the afternoon.", {"~15.0"}),
        ("It went down around 10:30 at the pier.", {"~10.5", "~22.5"}),
        ("He was arrested about 9 p.m.", set()),
        ("The pier closes at 11 p.m.", set()),
        ("About 20 people saw it.", set()),
        ("It was in the 400 block of Elm Road.", {"^400 Elm Road"}),
        ("It was in the 800 block of Linden.", {"^800 Linden"}),
        ("She lives at 1512 West Elm Street.", {"^1512 West Elm Street"}),
        ("Some 400 Elm Grove pupils came.", set()),
        ("He sat on the porch of a house.", {"*home"}),
        ("A clerk was robbed at a gas station.", {"*store"}),
        ("He was walking home.", set()),
        ("Officers caught the man at a motel.", set()),
    ],
)
def test_details(text, details):
    assert set(details_in(text, ENGLISH)) == details


def test_roads_are_known_by_their_last_own_word():
    found = roads_in("A man ran from East 23rd Street to Old Mill Road, an officer said.", ENGLISH)
    assert found == {"23rd", "mill"}


def test_a_town_with_its_region():
    assert list(regions_in("DURHAM, N.C. (AP) — A man")) == ["&DURHAM, N.C."]
    assert list(regions_in("A man of Salem, Oregon, said")) == ["&Salem, Oregon"]
    assert list(regions_in("OSLO, March 3 (AP) — A man")) == []


def told(text: str) -> list[set[str]]:
    """The ages and roads told with each shooting."""
    found = [m for m in read(text, "2024-05-08", RULES) if m.type == "shooting"]
    return [{n for n in m.names if n[0] == "+" or n.endswith("Road")} for m in found]


def test_what_is_told_as_one_more_is_another():
    text = (
        "A 34-year-old woman was shot on Tuesday evening on Elm Road, police in Quillton said. She is stable.\n\n"
        "About three hours later, a 20-year-old man was shot in an argument on Oak Road.\n\n"
        "The third shooting was on Mill Road, where a 51-year-old was hit."
    )
    assert told(text) == [{"+34", "Elm Road"}, {"+20", "Oak Road"}, {"+51", "Mill Road"}]


def test_one_more_of_the_week_takes_nothing_of_the_opening():
    text = (
        "Quillton police have a stack of cases. Among them is a 17-year-old hit on Elm Road.\n\n"
        "Officers asked for help. A reward was offered. Two streets were closed. Many came.\n\n"
        "Also this week, a 29-year-old man was shot on Tuesday evening on Oak Road."
    )
    assert told(text) == [{"+29", "Oak Road"}]


def test_another_hour_and_road_are_of_another():
    text = (
        "A man was shot on Tuesday about 6 p.m. on Elm Road in Quillton.\n\n"
        "A woman was shot on Tuesday about 9:30 p.m. on Oak Road."
    )
    assert told(text) == [{"Elm Road"}, {"Oak Road"}]


@pytest.mark.parametrize(
    "text",
    [
        "A 31-year-old man was shot on Tuesday in a bar in Quillton. A 17-year-old boy was shot on Tuesday as he ran into a house.",
        "Three people were shot on Tuesday in Quillton. The second victim was shot in the leg on Tuesday.",
        "A man was shot on Tuesday about 6 p.m. on Elm Road in Quillton. The man shot on Tuesday was stable at 9 p.m.",
    ],
)
def test_several_victims_are_of_one(text):
    assert len(told(text)) == 1


def test_a_block_of_another_telling_is_not_its_own():
    text = (
        "A man was shot on Tuesday on Elm Road in Quillton.\n\n"
        "In an unrelated shooting, a woman was shot on Tuesday in the 900 block of Oak Road."
    )
    assert told(text) == [{"Elm Road"}, {"^900 Oak Road", "Oak Road"}]
