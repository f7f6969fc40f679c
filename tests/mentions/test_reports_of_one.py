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


def test_the_day_told_later_is_the_one_that_is_shown_for_it() -> None:
    text = "A judge on Tuesday sentenced a man in last month's shooting at a shop. The clerk was wounded on April 20."
    document = Document("https://a.example/1", "Sentence in shooting", text, PUBLISHED)
    told = [m for m in find_mentions(document, load_rulebook([RULES])) if m.type == "shooting"]
    assert [span.of(text) for m in told for field, span in m.spans if field == "date"] == [
        "April 20"
    ]


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
        (  # only the sentence behind the first tells when
            "Grief in Alder",
            "A man is dead after he was shot at a light on Elm Road. It happened about 3 p.m. Tuesday.",
            ["2024-05-07"],
        ),
        (  # the first sentence tells of it in other words than the headline
            "Clerk shot dead in Alder",
            "A clerk was killed in an apparent robbery on a porch Tuesday night, police said. She was 24.",
            ["2024-05-07"],
        ),
        (  # what the day is of is how he was by then
            "Man shot in Alder",
            "A man is in hospital this morning after he was shot in Elm Park. Police say it happened about 11 last night.",
            ["2024-05-07"],
        ),
        (  # a month at first, the day in it later
            "Sentence in shooting",
            "A judge on Tuesday sentenced a man in last month's shooting at a shop. The clerk was wounded on April 20. The man had been arrested on April 28.",
            ["2024-04-20"],
        ),
        (  # no day at first, and that of the report is none of it
            "Two shot at park named",
            "Police have named two men who were shot at a park in Alder. They are 22 and 18. Both were playing ball when they were hit just after midnight Saturday.",
            ["2024-05-04"],
        ),
        (  # it was a basketball court, not a court
            "Man shot at park",
            "A man walked away Tuesday night from a basketball court in Alder after he was shot in the hip.",
            ["2024-05-07"],
        ),
        (  # the clause of the deed is not that of the charge
            "Arrest in court killing",
            "Police have charged a man in the shooting of a teen, who was killed Monday night in Elm Park. He was picked up Tuesday.",
            ["2024-05-06"],
        ),
        (  # whom the police named was not shot on that day
            "Man shot in shop named",
            "Police on Tuesday identified the man who was shot in a shop in Alder. He is 26.",
            [],
        ),
        (  # a year to the day, and an age between
            "A year on, a family waits",
            "Tuesday marks one year since Ana Duarte, 38, was shot in her home in Alder.",
            ["2023-05-07"],
        ),
        (
            "A week on",
            "A week to the day after Ana Duarte was shot in a shop, her mother stood there Tuesday.",
            ["2024-04-30"],
        ),
    ],
)
def test_the_day_of_what_the_article_is_about(
    headline: str, text: str, expected: list[str]
) -> None:
    assert days(text, headline) == expected
