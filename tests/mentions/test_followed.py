"""A sentence that leaves out what was done: who followed, what days are counted from, whom "they" means."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected", "title"),
    [
        (
            "Paris imposed sanctions on Belarus on Sunday. London followed on Monday.",
            ["sanctions 2024-05-05 occurred", "sanctions 2024-05-06 occurred"],
            "United Kingdom imposes sanctions on Belarus",
        ),
        (
            "Sweden joined the treaty in January. Norway will follow in July.",
            [
                "agreement 2024-01-01..2024-01-31 occurred",
                "agreement 2024-07-01..2024-07-31 planned",
            ],
            "Norway joins the treaty",
        ),
        (
            "Prime Minister Oli arrived in Beijing on Friday. President Duterte followed on Sunday.",
            ["delegation 2024-05-03 occurred", "delegation 2024-05-05 occurred"],
            "President Rodrigo Duterte arrives in Beijing",
        ),
        (
            "Japan's parliament ratified the accord on 1 May. Australia's parliament did so on 3 May.",
            ["agreement 2024-05-01 occurred", "agreement 2024-05-03 occurred"],
            "Australia's parliament ratifies the accord",
        ),
        (
            "Brazil imposed sanctions on Belarus on Sunday. Two ministers abstained. Peru followed suit on Monday.",
            ["sanctions 2024-05-05 occurred", "sanctions 2024-05-06 occurred"],
            "Peru imposes sanctions on Belarus",
        ),
    ],
)
def test_who_follows_does_the_same(text: str, expected: list[str], title: str) -> None:
    mentions = read(text)
    assert days(mentions) == expected
    assert title in [mention.title for mention in mentions]


@pytest.mark.parametrize(
    "text",
    [
        "Paris imposed sanctions on Belarus on Sunday. Protests followed on Monday.",
        "Paris imposed sanctions on Belarus on Sunday. Minsk followed the news on Monday.",
        "Paris imposed sanctions on Belarus on Sunday. It rained. London followed on Monday.",
    ],
)
def test_what_only_came_later_is_not_the_same(text: str) -> None:
    assert days(read(text)) == ["sanctions 2024-05-05 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The leaders of Kenya and Uganda held a summit in Nairobi on 10 April. "
            "A week before the summit the foreign ministers met in Kampala.",
            ["summit 2024-04-10 occurred", "talks 2024-04-03 occurred"],
        ),
        (
            "Erdogan and Putin met in Sochi on 22 April. Five days before Sochi, Iran ratified a treaty.",
            ["agreement 2024-04-17 occurred", "summit 2024-04-22 occurred"],
        ),
        (
            "The president of Fiji visited Tonga from 10 to 12 April. "
            "A day after the visit, Fiji ratified the treaty.",
            ["agreement 2024-04-13 occurred", "delegation 2024-04-10..2024-04-12 occurred"],
        ),
        (
            "Chad and Sudan held talks in Doha on 10 April. Iran fired a missile two days before the talks.",
            ["talks 2024-04-10 occurred", "weapons_test 2024-04-08 occurred"],
        ),
        (
            "Peru and Chile signed an accord on 10 April. Ten days after the storm, the ministers met in Lima.",
            ["agreement 2024-04-10 occurred"],
        ),
    ],
)
def test_days_are_counted_from_what_was_told_before(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


def test_what_days_are_counted_from_has_no_part_in_what_is_counted() -> None:
    text = (
        "Kenya and Uganda held talks in Hanoi on 10 April. "
        "Two weeks after the talks in Hanoi, Iran tested a missile."
    )
    test = next(mention for mention in read(text) if mention.type == "weapons_test")
    assert [actor.name for actor in test.actors] == ["Iran"]
    assert test.place is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Erdogan spoke with President Putin by phone. The two met in 2019.",
            ["summit 2019-01-01..2019-12-31 occurred"],
        ),
        (
            "Chad and Sudan held talks on Monday. They met in 2019.",
            ["talks 2019-01-01..2019-12-31 occurred", "talks 2024-05-06 occurred"],
        ),
        ("John Smith, a baker, and Jane Doe live in Leeds. They met in 2019.", []),
    ],
)
def test_they_who_met_are_the_two_told_before(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected
