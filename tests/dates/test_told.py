"""Which year the words around a day without one have told of, and which they have not."""

import datetime as dt

import pytest

from tracker.dates import find_dates
from tracker.rulebook import load_rulebook
from tracker.values import Document

RULEBOOK = load_rulebook()


def last_day_of(text: str, published: str) -> str:
    day = dt.datetime.fromisoformat(f"{published}T10:00:00+00:00")
    found = find_dates(Document("", "", text, day), RULEBOOK)
    return str([date.interval.first for date in found if date.interval][-1])


@pytest.mark.parametrize(
    "text",
    [
        "They praised the accord, signed on 5 November 2019, and greeted the new cabinet in Aden on 30 December.",
        "The accord, which dates from 5 November 2019, was hailed again in Aden on 30 December.",
        "The accord, reached on 5 November 2019, was hailed again in Aden on 30 December.",
    ],
)
def test_the_year_of_an_aside_is_not_that_of_what_follows(text):
    assert last_day_of(text, "2021-01-06") == "2020-12-30"


def test_the_year_of_an_aside_holds_where_publication_is_far():
    text = "The accord, reached on 5 November 2019, was signed in Riyadh on 12 December."
    assert last_day_of(text, "2021-06-06") == "2019-12-12"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The crisis broke out on January 3.", "2024-01-03"),
        ("The congress met in January.", "2024-01-01"),
        ("The firm said shares will be sold on January 3.", "2025-01-03"),
        ("It was made public in addresses by both presidents on March 20.", "2024-03-20"),
        ("They announced on January 3 that they were leaving.", "2024-01-03"),
        ("A second round, planned for May 17, was called off.", "2025-05-17"),
        ("A second round, planned for August 17, was called off.", "2024-08-17"),
        ("It will redeem preferred shares on January 3.", "2025-01-03"),
        ("A congress called for January 3 will elect him.", "2025-01-03"),
        ("The rocket was launched on December 29.", "2024-12-29"),
    ],
)
def test_a_day_right_behind_a_past_verb_has_gone_by(text, day):
    assert last_day_of(text, "2024-12-28") == day


def test_the_end_of_the_year_is_that_of_publication_in_a_new_paragraph_or_ahead():
    told = "The pact came into force on 12 August 2006."
    assert (
        last_day_of(f"{told} It was revised before the end of the year.", "2018-08-13")
        == "2006-01-01"
    )
    for plan in (
        " It is to be revised by the end of the year.",
        "\n\nIt was for the end of the year.",
    ):
        assert last_day_of(told + plan, "2018-08-13") == "2018-01-01"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last year they met on March 3.", "2024-03-03"),
        ("They quarrelled. Two years ago they met in Oslo in June.", "2023-06-01"),
        ("Last year they agreed to meet on May 3.", "2025-05-03"),
        ("In 2024 they met on April 2, in the middle of a storm.", "2024-04-02"),
        ("In 2024 the bridge was planned, and it opened on April 2.", "2025-04-02"),
        ("They had met in 2024. They met again on April 2.", "2025-04-02"),
        ("Last year's forum was held in Oslo on March 3.", "2024-03-03"),
        ("Last year's pact lapsed in Oslo on March 3.", "2025-03-03"),
        ("The pact of last year lapsed on March 3.", "2025-03-03"),
    ],
)
def test_a_year_that_a_sentence_opens_with_is_that_of_its_days(text, day):
    assert last_day_of(text, "2025-04-21") == day


def test_a_sentence_that_goes_on_from_a_day_long_past_is_of_its_year():
    text = "On 1 March 2017 he was sworn in. On 9 March he named a cabinet."
    assert last_day_of(text, "2024-05-28") == "2017-03-09"


@pytest.mark.parametrize(
    "text",
    [
        "On 1 March 2017 he was sworn in. On 9 April he met the envoy.",  # near publication
        "On 1 May 2017 he was sworn in. On 9 April he met the envoy.",  # before the day told
        "On 1 March 2017 he was sworn in.\n\nOn 9 April he met the envoy.",
    ],
)
def test_news_behind_a_day_long_past_is_of_this_year(text):
    assert last_day_of(text, "2024-05-28") == "2024-04-09"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ministers to meet in Paris on Thursday", "2024-05-30"),
        ("The talks are meant to end the war; they began on Thursday.", "2024-05-23"),
        ("The talks were put off. They have been postponed to Thursday.", "2024-05-30"),
        ("Ahead of Thursday's vote the leaders met.", "2024-05-30"),
        ("Ahead of Sunday's vote the leaders met.", "2024-05-26"),
        ("In contrast to Thursday, when many came, the square was empty.", "2024-05-23"),
        ("Until Thursday, they had not said so.", "2024-05-23"),
        ("Kim Osei, aged 52, will succeed Kwame P. Mensah on Thursday.", "2024-05-30"),
        ("The European Parliament votes on Thursday.", "2024-05-30"),
        ("They will pay an unspecified sum on Thursday.", "2024-05-30"),
        ("The goal was to repay the loan by February.", "2024-02-01"),
        ("The goal was to repay the loan by September.", "2024-09-01"),
        ("By Thursday the water had gone.", "2024-05-23"),
    ],
)
def test_a_weekday_goes_the_way_the_words_point(text, day):
    assert last_day_of(text, "2024-05-28") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Speaking in Lusaka on Friday, he urged patience.", "2024-05-03"),
        ("Attending the fair on Friday, she urged patience.", "2024-05-03"),
        ("She is speaking in Lusaka on Friday.", "2024-05-10"),
    ],
)
def test_a_verb_in_ing_looks_ahead_only_behind_a_form_of_be(text, day):
    assert last_day_of(text, "2024-05-07") == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In 2017 the two grew close. Lungu visited Pretoria on March 9.", "2017-03-09"),
        (
            "On March 9, 2017, Lungu came to Pretoria. The next day he left. They met again on April 2.",
            "2017-04-02",
        ),
        ("Lungu visited Pretoria in March 2017. The two signed a pact on May 2.", "2017-05-02"),
        ("Lungu visited Pretoria in March 2017. The two signed a pact in May.", "2017-05-01"),
        ("A pact of 2017 was never ratified. They met again on April 2.", "2022-04-02"),
        ("On June 9, 2017, Lungu came to Pretoria. They met again on April 2.", "2022-04-02"),
        ("In 2017 the two grew close. They are to meet on April 2.", "2023-04-02"),
        ("In 2017 the two grew close. They met again on October 2.", "2022-10-02"),
        ("Lungu has ruled since March 2017. The two signed a pact in May.", "2022-05-01"),
        ("Lungu, who came to power in March 2017, rules still. They met in May.", "2022-05-01"),
        ("In 2017 the two grew close.\n\nThey met again on April 2.", "2022-04-02"),
    ],
)
def test_a_paragraph_goes_on_in_the_year_with_which_it_begins(text, day):
    assert last_day_of(text, "2022-11-20") == day


def test_the_year_of_a_name_is_that_of_when_it_was_held():
    assert (
        last_day_of("The Vostok-2018 drills were held in September.", "2024-05-08") == "2018-09-01"
    )
    assert last_day_of("EXPO 2017 was opened in June.", "2024-12-08") == "2017-06-01"


def test_the_year_of_a_name_is_not_that_of_what_becomes_of_it():
    assert last_day_of("The Expo 2015 park was flooded in January.", "2024-05-08") == "2024-01-01"


def test_a_day_that_names_a_paper_tells_no_year_of_the_news():
    text = "They recalled the Joint Statement of June 11, 1993, and hailed that of May 6."
    assert last_day_of(text, "2024-05-08") == "2024-05-06"


def test_the_day_before_is_that_of_the_news_once_a_paragraph_lies_between():
    text = "They opened the line on May 7. Work had begun on April 2, 2013.\n\n{}The day before, they met."
    assert last_day_of(text.format("It has ten stations.\n\n"), "2024-05-08") == "2024-05-06"
    assert last_day_of(text.format(""), "2024-05-08") == "2013-04-01"


@pytest.mark.parametrize("noun", ["sit-down", "start-up"])
def test_a_noun_that_begins_with_a_verb_does_not_look_ahead(noun):
    text = f"Negotiators from Lima and Santiago had their fifth {noun} in Quito on Tuesday."
    assert last_day_of(text, "2010-06-30") == "2010-06-29"
