"""What is called off or put off, and what is only threatened with it: text beside what must be read."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The minister cancelled her attendance at the summit in Lima on Friday.", "summit 2024-05-10 planned"),
        ("He scrapped plans to attend the opening of the embassy in Quito on Friday.", "ceremony 2024-05-10 planned"),
        (
            "President Ana Brito called off a trip to attend the signing of the Lima Accord on Friday.",
            "agreement 2024-05-10 planned",
        ),
        (
            "The National Assembly on Tuesday ratified the treaty whose signing was cancelled in 2019.",
            "agreement 2024-05-07 occurred",
        ),
        (
            "After President Ana Brito had to put off a trip, the two leaders agreed to hold their summit on May 20.",
            "summit 2024-05-20 planned",
        ),
    ],
)  # fmt: skip
def test_what_goes_on_without_somebody_is_not_called_off(text: str, expected: str) -> None:
    assert expected in days(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Chile threatened to cancel the talks due on May 20.",
        "Chile may call off the talks due on May 20.",
        "Chile is considering postponing the talks due on May 20.",
        "Chile refused to put off the talks due on May 20.",
        "Chile denied that the talks with Peru on May 20 had been called off.",
        "Chile has not cancelled its talks with Peru on May 20.",
    ],
)
def test_what_is_only_threatened_or_denied_leaves_the_plan_as_it_was(text: str) -> None:
    found = read(text)
    assert days(found) == ["talks 2024-05-20 planned"]
    assert not {"calls", "cancel", "postpone", "put", "postpones"} & set(found[0].title.split())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unable to agree on an agenda, Peru and Chile called off the talks on May 20.", "cancelled"),
        ("Not only were the talks of Peru and Chile on May 20 cancelled, but their envoys left.", "cancelled"),
        ("Peru will cancel the talks with Chile scheduled for May 20.", "cancelled"),
        ("Peru and Chile agreed to postpone the talks scheduled for May 20.", "postponed"),
        ("Peru rescheduled its long awaited talks with Chile from May 13 to May 20.", "postponed"),
    ],
)  # fmt: skip
def test_what_is_done_is_done(text: str, expected: str) -> None:
    assert days(read(text)) == [f"talks 2024-05-20 {expected}"]


def test_what_is_told_aside_of_somebody_is_not_what_they_do_next() -> None:
    found = read("Peru, which cancelled the drills, will host the summit with Chile on May 20.")
    assert days(found) == ["summit 2024-05-20 planned"]
    assert [mention.title for mention in found] == ["Peru to host the summit with Chile"]


def test_a_list_of_those_who_meet_is_told_whole_where_its_verb_follows() -> None:
    found = read("The summit of Peru, Bolivia and Chile was put off to May 20.")
    assert [mention.title for mention in found] == ["Summit of Peru, Bolivia and Chile put off"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At the summit in Lima on Monday, Brito apologised for the cancelled gathering in Quito.", "summit 2024-05-06 occurred"),
        ("The ministers met in Lima on Monday and regretted the cancelled visit.", "talks 2024-05-06 occurred"),
        ("The talks in Oslo on Monday replaced a postponed round in Bern.", "talks 2024-05-06 occurred"),
        ("The talks in Oslo on Monday took the place of Peru's postponed visit.", "talks 2024-05-06 occurred"),
        ("The talks due in Oslo on Monday were cancelled.", "talks 2024-05-06 cancelled"),
    ],
)  # fmt: skip
def test_what_was_called_off_is_the_thing_that_is_called_so(text: str, expected: str) -> None:
    assert expected in days(read(text))
