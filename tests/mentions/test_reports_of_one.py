"""Reports of one local happening, of a type that came with a rule file: the day that nothing near it tells."""

import datetime as dt
from pathlib import Path

import pytest

from tracker.mentions import find_mentions
from tracker.rulebook import load_rulebook
from tracker.values import Document

RULES = Path(__file__).parents[1] / "data" / "rules"
PUBLISHED = dt.datetime(2024, 5, 8, 12, tzinfo=dt.UTC)  # a Wednesday


def days(text: str, headline: str) -> list[str]:
    document = Document("https://a.example/1", headline, text, PUBLISHED)
    told = find_mentions(document, load_rulebook([RULES]))
    return [str(m.interval.first) for m in told if m.type == "shooting"]


@pytest.mark.parametrize(
    ("headline", "text", "expected"),
    [
        (  # the hour in one sentence, its day in the one before
            "Man shot at party in Alder",
            "A party in Alder ended late Tuesday with one man in hospital. The shooting in Elm Park was reported around 10:30 p.m.",
            ["2024-05-07"],
        ),
        (  # the first sentence has a day, and no headline is needed
            "Boy, 15, dies near school",
            "Police are looking into the shooting of a boy whose body was found early Tuesday in a park.",
            ["2024-05-07"],
        ),
        (  # the day of an arrest is no day of the deed
            "Arrest in shooting at party",
            "Police have a suspect in the shooting at a party on Western Avenue. He was taken into custody Monday in Birch.",
            [],
        ),
        (  # nor that of a vigil
            "Candles for victim of shooting",
            "Friends lit candles for the victim of a shooting in Alder. They gathered to remember him Monday night.",
            [],
        ),
        (  # the day of the arrest stands before what it is for
            "Arrest in shooting",
            "A man was arrested Thursday in the shooting of a clerk, and the clerk is out of hospital. He was shot on 2 May.",
            ["2024-05-02"],
        ),
        (  # the only day that a report of a trial tells of
            "Trial opens in shooting",
            "The trial opened Tuesday in the shooting at a shop in Alder. The man came in on 9 January and asked for change.",
            ["2024-01-09"],
        ),
    ],
)
def test_the_day_of_what_the_article_is_about(
    headline: str, text: str, expected: list[str]
) -> None:
    assert days(text, headline) == expected
