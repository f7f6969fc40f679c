"""What is told as done and what is yet to come, where a word of the sentence may mislead."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    "text",
    [
        "The king on Wednesday paid tribute to fallen sailors at the cemetery.",
        "Two presidents signed an economic cooperation plan in Kyiv on Wednesday.",
        "The ministers on Wednesday adopted an action plan for the coming years.",
        "Ghana on Wednesday became the third country to ratify the fisheries treaty.",
        "Ghana on Wednesday became the ninth country to ratify the fisheries treaty.",
        "The parliament voted on Wednesday to ratify the border treaty with Togo.",
    ],
)
def test_what_was_done_on_the_day_of_publication_is_no_plan(text: str) -> None:
    assert {mention.status.value for mention in read(text)} == {"occurred"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The treaty will be signed in Lima on Wednesday.", ["agreement 2024-05-08 planned"]),
        (
            "Officials from both countries hold talks in Bern on Friday.",
            ["talks 2024-05-10 planned"],
        ),
        ("The two sides sign the agreement on Friday.", ["agreement 2024-05-10 planned"]),
        ("The naval drills start on Friday off the coast.", ["exercise 2024-05-10 planned"]),
        ("The two sides signed the agreement on Friday.", ["agreement 2024-05-03 occurred"]),
        (
            "The bloc's finance ministers are meeting in Turin on May 24 and 25.",
            ["talks 2024-05-24..2024-05-25 planned"],
        ),
    ],
)
def test_a_verb_in_the_present_beside_a_weekday_looks_ahead(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The government last week indicated its interest in resuming talks with the rebels.",
        "The North last month expressed willingness to hold talks with the South.",
        "Ahead of the summit, the ministry on Sunday issued a travel warning.",
        "Days before the talks, the army on Sunday warned its neighbour.",
    ],
)
def test_a_wish_or_what_a_sentence_is_set_against_is_not_of_the_day(text: str) -> None:
    assert days(read(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The 11-day naval drill off the coast, which drew the fleets of four countries, ended on Monday.",
            ["exercise 2024-04-26..2024-05-06 occurred"],
        ),
        (
            "The largest naval exercise in years, held over four months, culminated last week.",
            ["exercise 2024-04-29..2024-05-05 occurred"],
        ),
    ],
)
def test_what_came_to_its_end_on_a_day_lasted_until_then(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The third round of talks is scheduled to take place before the end of June.",
            ["talks 2024-06-01..2024-06-30 planned"],
        ),
        ("The treaty must be ratified by December 31.", []),
        ("The front is preparing talks in Bern on Friday.", ["talks 2024-05-10 planned"]),
        (
            "A meeting of the ministers is planned for September next year in Oslo.",
            ["talks 2025-09-01..2025-09-30 planned"],
        ),
    ],
)
def test_what_is_to_come_by_a_day_is_planned_unless_it_only_must(
    text: str, expected: list[str]
) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An invitation could come at the summit in Oslo on 11 and 12 July.",
            ["summit 2024-07-11..2024-07-12 planned"],
        ),
        ("No deal was reached at the talks in Oslo on Monday.", ["talks 2024-05-06 occurred"]),
        (
            "The ministers meet on Monday next week in Oslo and may recommend a pause.",
            ["talks 2024-05-13 planned"],
        ),
        (
            "They initialled a first accord in June 2019, which was never ratified.",
            ["agreement 2019-06-01..2019-06-30 occurred"],
        ),
        ("The minister may not attend the talks in Oslo on Friday.", []),
        ("The two sides may sign the accord in Oslo on Friday.", []),
    ],
)
def test_what_is_denied_or_supposed_is_not_its_occasion_or_what_another_clause_tells(
    text: str, expected: list[str]
) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # the decision is what happened
            "The bloc's foreign ministers agreed on Wednesday to lift the sanctions on Chad.",
            ["sanctions 2024-05-08 occurred"],
        ),
        (
            "The EU's ambassadors will agree on Friday to lift the sanctions on Chad.",
            ["sanctions 2024-05-10 planned"],
        ),
        (  # what is only supposed is the draft's, not the veto's
            "Russia on Monday vetoed a draft resolution that would have renewed the mission.",
            ["sanctions 2024-05-06 occurred"],
        ),
        (
            "The council imposed sanctions on Peru; the measures take effect on Friday.",
            ["sanctions 2024-05-10 planned"],
        ),
    ],
)
def test_what_was_decided_happened_whatever_it_was_about(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "President Brito arrived in Bern on Tuesday and goes on to Oslo on Thursday.",
            ["delegation 2024-05-07 occurred", "delegation 2024-05-09 planned"],
        ),
        (
            "Minister Brito met Olaf Brenner on Tuesday and was to see Erik Dahl on Thursday.",
            ["talks 2024-05-07 occurred", "talks 2024-05-09 planned"],
        ),
        (
            "President Brito will fly to Bern on Friday after holding talks in Oslo on Tuesday.",
            ["delegation 2024-05-10 planned", "talks 2024-05-07 occurred"],
        ),
        (
            "President Brito will fly to Bern on Friday after wrapping up his visit to Oslo on Thursday.",
            ["delegation 2024-05-09 planned", "delegation 2024-05-10 planned"],
        ),
    ],
)
def test_each_of_two_days_has_its_own_standing(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The talks, set for Friday, have been pushed back to 30 June.", "2024-06-30"),
        ("The talks due in Bern on Friday were postponed until next Tuesday.", "2024-05-14"),
        ("The talks, set for Friday, were called off, and the vote moved to June.", "2024-05-10"),
        ("The talks on Friday were called off.", "2024-05-03"),
    ],
)
def test_what_is_put_off_is_of_the_day_it_is_put_off_to(text: str, expected: str) -> None:
    (talks,) = read(text)
    assert str(talks.interval.first) == expected


def test_the_day_on_which_something_was_put_off_is_not_its_own() -> None:
    (talks,) = read("The palace on Friday postponed talks with Chad that were set for 20 June.")
    assert str(talks.interval.first) == "2024-06-20"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On the second day of a three-day visit to Chad", "2024-05-05..2024-05-07"),
        ("On the final day of his three-day stay in Chad", "2024-05-04..2024-05-06"),
        ("On the tenth day of a three-day visit to Chad", "2024-05-04..2024-05-06"),
        ("At the start of a three-day visit to Chad", "2024-05-06..2024-05-08"),
    ],
)
def test_which_of_its_days_it_is_tells_when_a_visit_began(text: str, expected: str) -> None:
    found = days(read(f"{text}, King Olaf Brenner planted a tree on Monday."))
    assert f"delegation {expected} occurred" in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad's parliament was to vote on the treaty on Tuesday.", "plenary 2024-05-07 planned"),
        ("Peace talks were to begin in Juba on Monday.", "talks 2024-05-06 planned"),
        (
            "The ministers were due to meet in Oslo on Friday, but fog closed the airport.",
            "talks 2024-05-03 planned",
        ),
        (
            "The ministers are due to meet in Oslo on Friday, but fog closed the airport.",
            "talks 2024-05-10 planned",
        ),
        ("Peace talks began in Juba on Monday.", "talks 2024-05-06 occurred"),
    ],
)
def test_what_was_to_come_has_not_occurred_for_its_day_to_have_gone_by(text, expected):
    assert days(read(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The two presidents told their ministers to reopen the bridge by April.",
        "The king on Friday ordered the company to hold talks with its workers.",
        "The premier instructed both sides on Monday to sign the accord in Bern.",
    ],
)
def test_what_somebody_is_told_to_do_is_not_done(text: str) -> None:
    assert days(read(text)) == []


def test_a_time_by_which_something_is_to_be_done_is_not_that_of_what_came_before() -> None:
    text = (
        "BERN, May 8 (XYZ) - President Ana Kovac and President Olaf Brenner have told their ministers to report by "
        "the autumn, Kovac said after talks in the town hall."
    )
    assert days(read(text)) == ["summit 2024-05-08 occurred"]


@pytest.mark.parametrize(
    "text",
    [
        "President Ana Brito began a visit to Peru on Monday that had been put off last October.",
        "On Monday President Ana Brito began a visit to Peru which was postponed from March.",
    ],
)
def test_what_became_of_an_earlier_plan_is_not_what_became_of_the_visit(text: str) -> None:
    assert days(read(text)) == ["delegation 2024-05-06 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The visit to Peru on Monday was called off.", "cancelled"),
        ("The visit to Peru that was set for Monday was postponed.", "postponed"),
    ],
)
def test_what_became_of_the_visit_itself_stands(text: str, expected: str) -> None:
    assert {m.status.value for m in read(text)} == {expected}


@pytest.mark.parametrize(
    "text",
    [
        "The judge was not invited to the banquet given by the king on Monday.",
        "The mayor stayed away from the banquet given by the king on Monday.",
    ],
)
def test_who_was_not_there_denies_no_occasion(text: str) -> None:
    assert days(read(text)) == ["ceremony 2024-05-06 occurred"]


def test_what_somebody_asked_for_as_they_spoke_does_not_put_the_occasion_ahead() -> None:
    text = "The king called on the members to act as he addressed the African Union summit here on Wednesday."
    assert days(read(text)) == ["summit 2024-05-08 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The drills set for June were suspended, the ministry said.",
            "exercise 2024-06-01..2024-06-30 cancelled",
        ),
        (
            "The session of parliament planned for Monday was suspended.",
            "plenary 2024-05-13 cancelled",
        ),
        (
            "The navy abandoned a missile test scheduled for 19 May.",
            "weapons_test 2024-05-19 cancelled",
        ),
        (
            "Talks between Chad and Sudan, planned for 15 May, will not take place.",
            "talks 2024-05-15 cancelled",
        ),
        (
            "Ghana scrapped plans for a summit with Togo in July.",
            "summit 2024-07-01..2024-07-31 cancelled",
        ),
        (
            "Talks planned for Friday will go ahead although flights were suspended.",
            "talks 2024-05-10 planned",
        ),
        (
            "The summit planned for July is to go on, but trade has been suspended.",
            "summit 2024-07-01..2024-07-31 planned",
        ),
    ],
)
def test_what_was_set_for_a_day_and_is_halted_is_called_off(text: str, expected: str) -> None:
    assert days(read(text)) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The opposition wants parliament to meet on Monday.",
        "Chile has asked the Security Council to meet on Friday.",
        "Italy demanded an emergency summit on 12 May.",
        "The union appealed to President Duda to sign the treaty on Friday.",
        "The group pressed for sanctions on Belarus to be adopted on Monday.",
        "The senator said the European Union should hold a summit with Turkey in June.",
    ],
)
def test_what_somebody_wishes_of_others_is_no_plan(text: str) -> None:
    assert days(read(text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Peru urged calm after the ministers of Chad and Sudan held talks on Monday.",
            "talks 2024-05-06 occurred",
        ),
        ("Workers demanded pay as parliament convened on Monday.", "plenary 2024-05-06 occurred"),
        (
            "The foreign minister of Kenya, who demanded an apology, met his Ugandan counterpart on Monday.",
            "talks 2024-05-06 occurred",
        ),
        (
            "Peru asked Chile to mediate and the foreign ministers met in Lima on Monday.",
            "talks 2024-05-06 occurred",
        ),
    ],
)
def test_what_somebody_wishes_beside_what_was_done_leaves_that(text: str, expected: str) -> None:
    assert days(read(text)) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was not until President Ruto came to Kampala on 3 May that the row ended.",
            ["delegation 2024-05-03 occurred"],
        ),
        (
            "Ghana not only signed the treaty on Monday, it also paid.",
            ["agreement 2024-05-06 occurred"],
        ),
        ("President Ruto did not come to Kampala on 3 May.", []),
        ("There was no reception at the embassy on Friday.", []),
    ],
)
def test_what_only_came_late_is_not_denied(text, expected):
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "An accord between Peru and Chile reached on 5 May 2014 was never fully observed.",
            ["agreement 2014-05-05 occurred"],
        ),
        (
            "Chile promised to revive a water accord with Peru concluded in Lima in 2010.",
            ["agreement 2010-01-01..2010-12-31 occurred"],
        ),
        (
            "Peru and Chile signed the treaty on Monday but it is not in force.",
            ["agreement 2024-05-06 occurred"],
        ),
        ("No accord between Peru and Chile was reached on 5 May 2014.", []),
        ("There was no accord between Peru and Chile reached in May 2014.", []),
    ],
)
def test_what_is_wished_or_denied_of_a_thing_leaves_what_was_done_to_it(
    text: str, expected: list[str]
) -> None:
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # on a Wednesday, Thursday is that of last week
            "Foreign Minister Lena Voss, who had left for Fiji on Thursday, reached Suva on Monday.",
            ["delegation 2024-05-02 occurred", "delegation 2024-05-06 occurred"],
        ),
        (  # the day it was set for lies ahead still
            "President Ana Brito's talks with Olaf Brenner have been set for the morning of August 5.",
            ["talks 2024-08-05 planned"],
        ),
        (
            "Norway bade farewell to its former premier Gro Berg on Saturday.",
            ["ceremony 2024-05-04 occurred"],
        ),
    ],
)
def test_what_came_before_the_news_is_no_day_to_come(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected


def test_what_a_rule_tells_as_done_is_not_put_off_by_its_own_words() -> None:
    text = "The sanctions on Chad were put on hold on Monday."
    assert days(read(text)) == ["sanctions 2024-05-06 occurred"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The ministers of Peru and Chile signed an agreement in Lima on Monday to reopen embassies.",
            ["agreement 2024-05-06 occurred"],
        ),
        (
            "Peru and Chile signed a deal on Monday to launch a spy satellite.",
            ["agreement 2024-05-06 occurred"],
        ),
        ("Peru rejected a proposal on Monday to hold talks with Chile.", []),
        ("Peru and Chile signed a plan on Monday to hold naval drills from 20 to 24 May.",
         ["agreement 2024-05-06 occurred", "exercise 2024-05-20..2024-05-24 planned"]),
        ("The Security Council on Monday adopted a resolution to impose sanctions on Mali.",
         ["sanctions 2024-05-06 occurred"]),
        ("President Ana Brito of Peru flew to Chile on Monday to open an embassy.",
         ["ceremony 2024-05-06 occurred", "delegation 2024-05-06 occurred"]),
    ],
)  # fmt: skip
def test_what_there_is_only_a_deal_to_do_is_not_done(text: str, expected: list[str]) -> None:
    assert days(read(text)) == expected
