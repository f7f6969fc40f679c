"""Who goes somewhere for themselves makes no visit, and a visit behind other news does not take the day of that."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    "text",
    [
        "Lena Fischer left Leipzig for Canada in 1986 with two suitcases.",
        "Karim Noori is a baker. He left Kabul 28 years ago for Germany.",
        "Juanita Lopez, who arrived in Lima in 1961, is a sister of Minister Luis Lopez.",
    ],
)
def test_nobody_without_an_office_visits_long_ago(text: str) -> None:
    assert days(read(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "Rosa Delgado, the union's chief negotiator, first arrived in Madrid in March 2019.",
        "Minister Rosa Delgado spoke. Delgado first arrived in Madrid in March 2019.",
        "No minister of Chad had been to the island since Rosa Delgado arrived in Madrid in March 2019.",
    ],
)
def test_whoever_has_an_office_does(text: str) -> None:
    assert days(read(text)) == ["delegation 2019-03-01..2019-03-31 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the comma before the main clause stands among the words of the trip
            "Just ahead of Minister Ivo Kraus's one-day trip, the embassy on Monday issued a warning.",
            [],
        ),
        (
            "On Monday, when she called off a speech, the ministry warned against travel to Kenya, aides of"
            " Minister Ivo Kraus said.",
            [],
        ),
        (
            "Officials promised on Monday to free him as soon as the envoy arrives in Lima.",
            [],
        ),
        (
            "As soon as the envoy arrived in Lima on Monday he was freed.",
            ["delegation 2024-05-06 occurred"],
        ),
        (
            "Before his Sunday speech, Karis joked with the 12 pupils, reminding them that their planned trip to"
            " Madrid to fetch the cup was close.",
            [],
        ),
        (
            "Just ahead of Minister Ivo Kraus's trip to Lima on Friday, the embassy issued a warning.",
            ["delegation 2024-05-10 planned"],
        ),
    ],
)
def test_a_trip_behind_other_news_has_only_its_own_day(text: str, expected: list[str]) -> None:
    assert [told for told in days(read(text)) if told.startswith("delegation")] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lima Mayor Ana Brito flew to Cusco on Monday.", []),
        ("Lima Mayor Ana Brito flew to Quito on Monday.", ["delegation 2024-05-06 occurred"]),
    ],
)
def test_who_governs_a_town_is_of_its_country(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize("before", ["The dancer ", "Dancer ", "The retired goalkeeper "])
def test_whoever_is_told_by_a_calling_goes_for_that(before: str) -> None:
    assert days(read(f"{before}Mia Falk left Oslo on Monday.")) == []


@pytest.mark.parametrize(
    ("aside", "expected"),
    [
        ("ending a two-day visit to Peru", ["delegation 2024-05-07 occurred"]),
        ("on an official visit to Peru", ["delegation 2024-05-07 occurred"]),
        ("on a stage", []),
    ],
)
def test_who_speaks_for_the_report_is_there_on_its_day(aside: str, expected: list[str]) -> None:
    text = (
        "The mines must close, Chilean Environment Minister Rosa Delgado said on Tuesday."
        f"\nDelgado, {aside}, said all was well."
    )
    assert days(read(text)) == expected


def test_who_spoke_years_ago_is_there_no_more() -> None:
    text = "The pact was lost in 1998. Minister Luis Vega, on a visit to Peru, said it was good."
    assert [told for told in days(read(text)) if "2024" in told] == []
