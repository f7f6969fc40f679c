"""Leaders whom only a word stands for, and the meeting at which the news was decided."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Kenya and Uganda fell out over milk. They met in Kampala on 3 May.",
        "The leaders of the two countries had not spoken for a year. The two sat down in Kampala on 3 May.",
        "The leaders of the bloc fell out over milk. The four gathered in Kampala on 3 May.",
        "African leaders want peace. At their first meeting on 3 May, the leaders gave the rebels a week.",
    ],
)
def test_they_are_the_leaders_told_of_last(text):
    assert days(read(text)) == ["summit 2024-05-03 occurred"]


@pytest.mark.parametrize(
    "text",
    [
        "The presidents of Kenya and Uganda sent their ministers. They met in Kampala on 3 May.",
        "The leaders of the two parties agreed on a list. They met in Kampala on 3 May.",
        "At their meeting on 3 May, the ministers gave the rebels a week. The leaders had asked for that.",
    ],
)
def test_they_are_no_leaders_where_others_are_told_of_last(text):
    assert not [found for found in days(read(text)) if found.startswith("summit")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The order followed a late-night summit in Arusha.", ["summit 2024-05-07 occurred"]),
        (
            "The decision came after an emergency summit of the East African Community, the third this year.",
            ["summit 2024-05-07 occurred"],
        ),
        ("The order followed months of talks in Arusha.", []),
        ("The order comes ahead of a summit in Arusha.", []),
    ],
)
def test_the_news_was_decided_at_the_meeting_behind_it(text, expected):
    opening = "East African leaders on Tuesday ordered a force to Goma. "
    assert days(read(opening + text)) == expected
