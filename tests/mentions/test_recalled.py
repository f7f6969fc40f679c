"""What is recalled in passing: who only felt something about it, where it was, what came of it."""

import pytest

from tests.mentions.telling import days, read


def taking(text: str) -> set[str]:
    return {a.name for m in read(text) for a in m.actors if not a.bystander}


@pytest.mark.parametrize(
    "text",
    [
        "Last week's summit in Lima drew an angry response from Chile.",
        "The summit of Peru and Laos in Lima on Monday angered Chile.",
        "The summit of Peru and Laos in Lima on Monday was condemned by Chile.",
        "Chile criticised the summit held in Lima on Monday.",
        "Chile recalled its envoy after the president's visit to Lima on Monday.",
    ],
)
def test_who_only_feels_something_about_it_takes_no_part(text: str) -> None:
    assert read(text)
    assert "Chile" not in taking(text)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Pyongyang fired two missiles on Monday.", None),
        ("Washington imposed sanctions on Iran on Monday.", None),
        ("The parliament of Peru ratified the Dayton agreement on Monday.", None),
        ("Last week's Helsinki summit between the two presidents worries Congress.", "Helsinki"),
        ("The Minsk peace talks between Peru and Chile on Monday failed.", "Minsk"),
    ],
)
def test_a_capital_is_the_place_of_a_meeting_called_by_it_and_else_the_state(
    text: str, place: str | None
) -> None:
    found = read(text)[0].place
    assert (found.name if found else None) == place


@pytest.mark.parametrize(
    "text",
    [
        "Leaders of Peru and Chile pledged on Monday at a summit in Oslo to share water.",
        "Leaders of Peru and Chile agreed on Monday at a summit in Oslo to resume talks.",
        "Leaders of Peru and Chile decided on Monday at their summit in Oslo to open the border.",
        "The summit of Peru and Chile in Oslo on Monday did not end the row.",
        "The summit of Peru and Chile in Oslo on Monday did little to calm nerves.",
    ],
)
def test_a_summit_at_which_something_is_to_be_done_or_that_was_in_vain_was_held(text: str) -> None:
    assert "summit 2024-05-06 occurred" in days(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "The summit in Oslo on Monday did not take place.",
        "Ana Brito's visit to Chile on Monday did not go ahead.",
    ],
)
def test_what_did_not_come_about_was_not_held(text: str) -> None:
    assert not read(text)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Japan protested on Monday when Chile fired a missile.", "Chile fires a missile"),
        (
            "The EU objected on Monday after Minsk signed a pact with Peru.",
            "Minsk signs a pact with Peru",
        ),
        (
            "At talks in Geneva on Monday North Korea and the United States discussed arms.",
            "Talks between North Korea and the United States in Geneva",
        ),
        (
            "At the summit in Oslo on Monday Peru and Chile quarrelled.",
            "Summit between Peru and Chile in Oslo",
        ),
        (
            "The leaders of Peru and Chile agreed on Monday at a summit in Oslo to resume talks.",
            "Summit between Peru and Chile in Oslo",
        ),
    ],
)
def test_a_title_tells_who_did_it_and_not_who_is_named_beside(text: str, title: str) -> None:
    assert title in {mention.title for mention in read(text)}


def test_a_day_counted_from_one_that_the_sentence_tells_is_not_counted_from_the_news() -> None:
    text = "The visit of Ana Brito to Oslo on April 19 came a week after her talks with Chile."
    assert "talks 2024-04-12 occurred" in days(read(text))
    text = "The visit of Ana Brito to Oslo in April came a week after her talks with Chile."
    assert days(read(text)) == ["delegation 2024-04-01..2024-04-30 occurred"]


def test_the_day_of_another_pair_is_not_that_of_this_one() -> None:
    text = "Both sides marked on January 18 the 70th anniversary of ties between China and Vietnam."
    (found,) = read(text, "2020-01-19")
    assert found.base != "1950-01-31"
