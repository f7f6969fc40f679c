"""What was the first since a day tells of the time before, too."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "North Korea conducted a nuclear test on Monday, its first since 3 September 2017.",
            ["weapons_test 2017-09-03 occurred", "weapons_test 2024-05-06 occurred"],
        ),
        (
            "The two Koreas will hold talks on Friday, the first since 2015.",
            ["talks 2015-01-01..2015-12-31 occurred", "talks 2024-05-10 planned"],
        ),
        (
            "The two sides held their first formal talks since December 2015 on Tuesday.",
            ["talks 2015-12-01..2015-12-31 occurred", "talks 2024-05-07 occurred"],
        ),
        (
            "Officials of both sat down in Lima on Tuesday for their first formal talks since May 2019.",
            ["talks 2019-05-01..2019-05-31 occurred", "talks 2024-05-07 occurred"],
        ),
        (
            "It was the first time since May 2019 that a missile had flown over the island.",
            ["weapons_test 2019-05-01..2019-05-31 occurred"],
        ),
        (
            "The measures against Chad would be the bloc's first sanctions since 22 March 2021.",
            ["sanctions 2021-03-22 occurred"],
        ),
    ],
)
def test_the_first_since_a_day_is_two_happenings(text, expected):
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    "since",
    [
        "the war ended in March 2021",
        "the 2015 election",
        "taking office in January 2023",
        "Friday next week",
    ],
)
def test_since_anything_else_it_is_one(since):
    found = read(f"The two sides signed a treaty on Monday, the first since {since}.")
    assert days(found) == ["agreement 2024-05-06 occurred"]


def test_who_was_the_first_since_did_nothing_before():
    text = "The envoy met Ana Brito in Lima on Monday, the first Cuban minister to enter the house since 1958."
    assert all(mention.interval.first.year == 2024 for mention in read(text))


def test_the_one_before_has_the_people_named_with_it():
    text = (
        "President Olaf Brenner visited Chad on Monday, the first Norwegian visit since that of "
        "President Erik Dahl in November 1964."
    )
    then = next(m for m in read(text) if m.interval.first.year == 1964)
    assert "Erik Dahl" in [actor.name for actor in then.actors]
    assert "Olaf Brenner" not in [actor.name for actor in then.actors]


def test_what_tells_the_time_before_by_itself_leads():
    text = (
        "The two Koreas will hold talks on Friday, the first since 2015. "
        "The two countries last held high-level talks in Bern in 2015."
    )
    then = next(m for m in read(text) if m.interval.first.year == 2015)
    assert then.evidence.of(text).startswith("The two countries")


def test_what_somebody_did_since_tells_the_last_time_unless_it_is_something_else() -> None:
    first = "It was the first visit to Seoul by a Peruvian president since "
    assert days(read(first + "Alan Garcia crossed the strait by boat in October 2007.")) == [
        "delegation 2007-10-01..2007-10-31 occurred"
    ]
    assert days(read(first + "Alan Garcia came to power in July 2006.")) == []
    assert days(read("It was the first missile test since Kim Jong Un held a parade in 2017.")) == [
        "ceremony 2017-01-01..2017-12-31 occurred"
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It will be the third summit between the two sides, after those of June 2000 and October 2007, both held in Lima.",
            ["summit 2000-06-01..2000-06-30 occurred", "summit 2007-10-01..2007-10-31 occurred"],
        ),
        (
            "Premier Olaf Brenner arrived in Lima on Friday for a visit, his second to Peru after the one in October 2022.",
            ["delegation 2022-10-01..2022-10-31 occurred", "delegation 2024-05-03 occurred"],
        ),
        (
            "The summit in Lima, like the one held in Quito on June 12, 2018, began with a handshake.",
            ["summit 2018-06-12 occurred"],
        ),
        (
            "Xi Jinping has shown his interest with trips in November 2015 and November 2017.",
            [
                "delegation 2015-11-01..2015-11-30 occurred",
                "delegation 2017-11-01..2017-11-30 occurred",
            ],
        ),
        ("After the summit the leaders parted, and one in May 2019 resigned.", []),
        ("Hospital stays in May 2019 and June 2020 left the president weak.", []),
    ],
)
def test_those_of_which_only_the_days_are_told_came_about_then(text, expected):
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "North Korea has not tested a nuclear device since September 3, 2017.",
            ["weapons_test 2017-09-03 occurred"],
        ),
        (
            "The two sides have not held talks since May 2019.",
            ["talks 2019-05-01..2019-05-31 occurred"],
        ),
        (
            "The allies have held no live-fire drills since August 2018.",
            ["exercise 2018-08-01..2018-08-31 occurred"],
        ),
        (
            "No sanctions have been imposed on Peru since July 2015.",
            ["sanctions 2015-07-01..2015-07-31 occurred"],
        ),
        ("North Korea has not tested a nuclear device since Monday.", []),
        ("No treaty has been signed since he took office in May 2019.", []),
    ],
)
def test_what_has_not_been_since_a_day_was_on_that_day(text, expected):
    assert [told for told in days(read(text)) if "2024" not in told] == expected
