"""Which of the dates of a sentence a happening takes, where others stand nearer."""

import pytest

from tests.mentions.telling import days, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # a count back, of what came before
            "The visit comes four months after the Camp David summit, in which they agreed to meet yearly.",
            ["summit 2024-01-01..2024-01-31 occurred"],
        ),
        ("Since taking office in June, Duterte often makes visits to China.", []),
        ("The drills have been held yearly since 2005, except in 2021.", []),
        ("She asked for a meeting with the president on Monday and was told no.", []),
        (
            "In November his party won the polls, and soon after, Mr. Silva undertook a visit to India.",
            [],
        ),
        (  # somebody's name is no month
            "Prime Minister Theresa May signed the accord in London on Monday.",
            ["agreement 2024-05-06 occurred"],
        ),
        (  # what journalists were told of a happening
            "The ministry held a briefing for foreign correspondents on Monday regarding the Arab Summit.",
            [],
        ),
        ("The spokesman gave a briefing on Monday on the results of the summit.", []),
        (
            "The minister told reporters on Monday about the Arab summit of 2 May.",
            ["summit 2024-05-02 occurred"],
        ),
        (  # a day that only says which thing is meant, and one of an occasion
            "In response to the April 7 attacks, Spain and Ireland agreed a joint declaration on aid.",
            [],
        ),
        (
            "At the April 8 ceremony the ministers of Chad and Niger signed a treaty on grazing.",
            ["agreement 2024-04-08 occurred", "ceremony 2024-04-08 occurred"],
        ),
        (  # a season beside the day that is counted from
            "The vote on Monday, the last of the spring, came two days after Prime Minister Kristersson visited Budapest.",
            ["delegation 2024-05-04 occurred"],
        ),
        (  # what somebody said on a day, and what he said of the day before
            "Speaking to cadets on Tuesday, President Putin said that the day before the Russian navy had fired a ballistic missile.",
            ["weapons_test 2024-05-06 occurred"],
        ),
        (  # "that" parts the day of what is told from who tells it
            "He told lawmakers on Tuesday that on Friday India and Nepal had signed a pact on visas.",
            ["agreement 2024-05-03 occurred"],
        ),
        (  # a clause that tells who said it, in the midst of the words
            "NATO will next week open its largest exercise since the Cold War, its commander said Tuesday, a "
            "months-long drill off Norway.",
            ["exercise 2024-05-13..2024-05-19 planned"],
        ),
        (  # a day behind "said" names nothing that stands behind it
            "Japan will next month begin joint drills with Australia, its minister said Tuesday, a long exercise off Darwin.",
            ["exercise 2024-06-01..2024-06-30 planned"],
        ),
        (  # two verbs of one subject, and the day before the first
            "The leaders of Spain and Portugal yesterday welcomed President Lula to a round table at Sintra, a town "
            "outside Lisbon, and signed a treaty on fisheries.",
            ["agreement 2024-05-07 occurred", "summit 2024-05-07 occurred"],
        ),
        (  # what somebody had done before, told aside
            "The Chilean envoy, who had left Havana on April 11 with two aides, signed the protocol with Peru.",
            ["delegation 2024-04-11 occurred"],
        ),
        (  # a plan opens its clause, whatever was done before it
            "Foreign Minister Wang left for Lima, where between Wednesday and Friday he is to hold talks with Peru.",
            ["talks 2024-05-08..2024-05-10 planned"],
        ),
        (  # what something is the first since has a name, and the day is that of the clause
            "Russia began its biggest military drills since the Cold War on Tuesday, with guests from China.",
            ["exercise 2024-05-07 occurred"],
        ),
        (  # "order on" a day supposes nothing
            "The president issued an order on Tuesday freezing government property of Peru.",
            ["sanctions 2024-05-07 occurred"],
        ),
        (  # when the occasion began, after which it was signed
            "The accord was signed after the 27th summit of the bloc, which opened on 4 May.",
            ["summit 2024-05-04 occurred"],
        ),
        (  # what began the stretch is of its date
            "They have spoken twice since the summit in Hanoi in February 2019.",
            ["summit 2019-02-01..2019-02-28 occurred"],
        ),
        (  # the thing before "of" is of that date, not what was done about it
            "The bloc has imposed measures on the regime in response to the election of August 2020.",
            [],
        ),
        (  # a year told aside is not that of a day told outside it
            "Talks on establishing ties, broken off two years ago, are to begin again in Lima on 29 and 30 May.",
            ["talks 2024-05-29..2024-05-30 planned"],
        ),
        (  # a year told aside
            "The envoy, who was taken prisoner in 1977, spent several days in Lagos.",
            [],
        ),
        (  # what somebody else will do is not of the day just told
            "It came before the May 20 inauguration of the president. Prime Minister Taro Sato is due to hold "
            "talks with Kofi Mensah in Lima.",
            ["ceremony 2024-05-20 planned"],
        ),
        (  # a visit's days are not those of a meeting on it
            "Lee, who arrived in Hanoi on Sunday for a four-day visit, met Minister Pham Duc on Tuesday.",
            ["delegation 2024-05-05..2024-05-08 occurred", "talks 2024-05-07 occurred"],
        ),
        (
            "The envoy returned from the assembly in Bern at the weekend and will report soon.",
            ["delegation 2024-05-04..2024-05-05 occurred"],
        ),
        (  # each of a list has its own
            "There were a delegation of deputies visiting Rome on 25 January 2024, a delegation of mayors "
            "visiting Bonn on 24 March 2024, and talks.",
            ["delegation 2024-01-25 occurred", "delegation 2024-03-24 occurred"],
        ),
        (
            "The minister attended opening ceremonies in Hwasong (April 15) and at the Wonsan resort (April 24).",
            ["ceremony 2024-04-15 occurred", "ceremony 2024-04-24 occurred"],
        ),
        (  # one verb in front of "and", another behind it
            "North Korea conducted a nuclear test on January 6 and launched a long-range rocket on February 7.",
            ["weapons_test 2024-01-06 occurred", "weapons_test 2024-02-07 occurred"],
        ),
        (
            "Japan reacted after North Korea fired a missile over the mainland and into the Pacific in 1998.",
            ["weapons_test 1998-01-01..1998-12-31 occurred"],
        ),
        (  # a year that names the happening, and the month it came about in
            "Clothes were shown at the 2024 Spring Garment Exhibition in April.",
            ["ceremony 2024-04-01..2024-04-30 occurred"],
        ),
        (
            "The bill passed the senate and moves to the lower house for debate on Friday.",
            ["plenary 2024-05-10 planned"],
        ),
    ],
)
def test_a_happening_takes_the_date_that_is_its_own(text, expected):
    assert days(read("Little else was new. " + text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (  # an attribution, not the day of a report
            "The line was set out at a plenary meeting held in December 1962, the report said.",
            ["plenary 1962-12-01..1962-12-31 occurred"],
        ),
        ("Nothing of the May 3 report said that talks were held.", []),
        (  # what was done before a meeting is over
            "Ahead of the meeting, leaders laid a wreath at the monument on Tuesday.",
            ["ceremony 2024-05-07 occurred"],
        ),
        (
            "He was promoted ahead of a major meeting of the ruling party in June.",
            ["plenary 2024-06-01..2024-06-30 planned"],
        ),
    ],
)
def test_a_word_behind_or_before_a_date_says_whose_it_is(text, expected):
    assert days(read("Little else was new. " + text)) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The summit between Chile and Peru, originally planned for May 20, will now be held on June 6.",
            ["summit 2024-06-06 planned"],
        ),
        (
            "The summit between Chile and Peru, originally due on May 20, was held on May 4 in Quito.",
            ["summit 2024-05-04 occurred"],
        ),
        (
            "The summit of the two leaders, which had been set for May 20, has been moved to June 6.",
            ["summit 2024-06-06 planned"],
        ),
        (
            "The summit between Chile and Peru had been planned for May 20 but was held on May 4.",
            ["summit 2024-05-04 occurred"],
        ),
    ],
)
def test_what_was_planned_for_one_day_is_of_the_day_that_took_its_place(text, found):
    assert days(read(text)) == found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Moldova is pulling out of the 1992 transit accord.", []),
        (
            "Moldova pulled out of the 1992 transit accord on Monday.",
            ["agreement 2024-05-06 occurred"],
        ),
        (
            "The president announced on Monday that Moldova was leaving the 1992 Riga pact.",
            ["agreement 2024-05-06 occurred"],
        ),
        (  # the treaty's day is not that of its approval
            "Parliament approved the free trade agreement with Chad signed on 3 May in Accra.",
            ["agreement 2024-05-03 occurred"],
        ),
        (
            "The two sides reached a truce deal on Monday that is to take effect on Sunday, mediators said.",
            ["agreement 2024-05-06 occurred", "agreement 2024-05-12 planned"],
        ),
        (
            "The accord took effect on Monday, nearly five years after it was signed in June 2019.",
            ["agreement 2019-06-01..2019-06-30 occurred", "agreement 2024-05-06 occurred"],
        ),
    ],
)
def test_what_was_made_before_or_begins_later_keeps_its_own_day(text, expected):
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Presidents meeting in Lomé on Monday promised to scrap tariffs by 2027.", "2024-05-06"),
        ("On Monday ministers signed a memorandum on building the dam by June 2026.", "2024-05-06"),
        ("Chad and Niger plan to sign the pact by December.", "2024-12-01..2024-12-31"),
        ("The sanctions on Chad are due to be lifted by 15 July.", "2024-07-15"),
        ("Kenya has agreed to ratify the treaty by the end of June.", "2024-06-01..2024-06-30"),
    ],
)
def test_a_day_by_which_an_aim_is_to_be_reached_is_not_that_of_what_was_done(text, expected):
    (found,) = days(read(text))
    assert found.split()[1] == expected


def test_how_long_something_had_not_happened_is_no_day_ahead():
    text = "Rossi is the most senior European official to visit the island state in four years."
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The missile tests of April 5 and 16 were condemned.", ["2024-04-05", "2024-04-16"]),
        ("Talks on 9, 11 and 15 April ended in Doha.", ["2024-04-09", "2024-04-11", "2024-04-15"]),
        ("The ministers met on Monday and on Tuesday signed nothing.", ["2024-05-06"]),
    ],
)
def test_the_days_of_one_list_are_days_of_one_thing(text, expected):
    assert [each.split()[1] for each in days(read(text))] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chad and Niger signed the accord on this very day in 1999.", "1999-05-08"),
        ("The summit planned for June has been postponed to October.", "2024-10-01..2024-10-31"),
        ("The summit was brought forward from October to September 12.", "2024-09-12"),
        (
            "The talks, due to begin on Monday in Doha, have been put off until 3 June.",
            "2024-06-03",
        ),
        (
            "The launch of the satellite was put off from Saturday because of the wind.",
            "2024-05-11",
        ),
    ],
)
def test_what_is_moved_or_recalled_has_the_day_that_the_words_count_to(text, expected):
    (found,) = days(read(text))
    assert found.split()[1] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The measures that the bloc had lifted in 2015 came back into force against Chad on Monday.",
            ["sanctions 2024-05-06 occurred"],
        ),
        (
            "The general who led the coup in 2021 took the oath of office on Monday.",
            ["ceremony 2024-05-06 occurred"],
        ),
        (
            "The delegation that left Lima on Friday arrived in Oslo on Monday.",
            ["delegation 2024-05-03 occurred", "delegation 2024-05-06 occurred"],
        ),
        (
            "He is the man who in 2015 signed the accord.",
            ["agreement 2015-01-01..2015-12-31 occurred"],
        ),
        (
            "Chad must ratify the accord, a vote expected on Friday.",
            ["agreement 2024-05-10 planned"],
        ),
    ],
)
def test_the_day_of_a_clause_that_tells_which_one_is_not_that_of_the_main_clause(text, expected):
    assert days(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The juntas founded a confederation in March and issued a passport, which came out on Monday.",
            ["agreement 2024-03-01..2024-03-31 occurred"],
        ),
        (
            "A train from Lima, where a strike began in March, drew in as the ceremony was opening.",
            [],
        ),
        ("Angela Merkel cancelled her trip on Monday.", []),
        (
            "Angela Merkel cancelled her trip to Lima on 20 May.",
            ["delegation 2024-05-20 cancelled"],
        ),
    ],
)
def test_the_day_of_what_is_told_beside_a_happening_is_not_its_own(text, expected):
    assert days(read("Rain fell. It was cold. " + text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Chinese President Xi Jinping arrived in Shanghai on Monday.", []),
        ("Narendra Modi left for Mumbai on Monday.", []),
        ("Narendra Modi arrived in Shanghai on Monday.", ["delegation 2024-05-06 occurred"]),
    ],
)
def test_who_goes_to_a_town_of_the_own_country_pays_no_visit(text, expected):
    assert days(read(text)) == expected


def test_what_is_to_come_only_when_something_else_has_has_no_day_told_before():
    text = (
        "The summit of NATO is on 11 June in Brussels. Only when it is over will parliament vote."
    )
    assert days(read(text)) == ["summit 2024-06-11 planned"]


def test_a_day_of_the_news_is_not_of_the_year_of_what_began_long_ago():
    text = (
        "The talks began near Oslo in October 2012, and the accord was signed in Lima on August 24."
    )
    found = days(read(text, "2016-09-27"))
    assert "agreement 2016-08-24 occurred" in found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Minister Silva, who had flown to Bern on Monday, signed the accord with Peru.", False),
        ("Minister Silva, who flew to Bern on Monday, signed the accord with Peru.", True),
        ("Minister Silva, who had been ill, signed the accord with Peru on Monday.", True),
    ],
)
def test_what_somebody_had_done_before_has_a_day_of_its_own(text: str, expected: bool) -> None:
    assert ("agreement 2024-05-06 occurred" in days(read(text))) == expected
