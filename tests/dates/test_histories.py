"""In a text about years long past a day without its year is of the year last spoken of."""

import datetime as dt

import pytest

from tracker.dates import find_dates
from tracker.rulebook import load_rulebook
from tracker.values import Document

RULEBOOK = load_rulebook()
PUBLISHED = dt.datetime(2024, 5, 8, 10, tzinfo=dt.UTC)

PAST = "War broke out on 28 February 1998. A truce was made on 13 October 1998 and broken on 15 January 1999."


def days_of(text: str) -> list[str]:
    found = find_dates(Document("", "", text, PUBLISHED), RULEBOOK)
    return [str(date.interval.first) for date in found if date.interval]


def test_a_sentence_later_the_year_of_the_paragraph_holds():
    text = f"{PAST} The envoys met in Rambouillet on 6 February 1999. It was signed on 18 March in Paris."
    assert days_of(text)[3:] == ["1999-02-06", "1999-03-18"]


@pytest.mark.parametrize(
    "text",
    [
        f"{PAST} The pact dates from 12 June 2003.\n\nThe two sides met on 3 May.",
        f"{PAST} The pact was signed on 12 June 2003. They met yesterday, and on 3 May.",
        f"{PAST} The pact was signed on 12 June 2003. It will be renewed on 3 May.",
        "The two sides met on Monday. The pact was signed on 12 June 2003. It was renewed on 3 May.",
    ],
)
def test_news_among_history_keeps_its_own_year(text):
    assert days_of(text)[-1] == "2024-05-03"


def test_a_heading_of_few_words_gives_the_months_below_it_their_year():
    text = (
        "Talks went on for long.\n\n2015 negotiations\n\nApril\n\nA framework came on the 2nd.\n\n"
        "July\n\nThe accord followed."
    )
    assert days_of(text) == ["2015-01-01", "2015-04-01", "2015-04-02", "2015-07-01"]


def test_a_day_of_the_days_just_spoken_of_is_of_their_year():
    text = "The congress sat from 3 to 9 June 2003. On the last day it passed the June 9 Charter."
    assert days_of(text)[-1] == "2003-06-09"


def test_a_verb_told_as_past_before_a_day_weeks_ahead_is_that_of_the_announcement():
    assert days_of("The firm said it is calling for the redemption on July 4.") == ["2024-07-04"]


def test_a_day_just_gone_by_is_news_also_beside_years_long_past():
    text = (
        "The wars of March 3, 1980, June 5, 1981, and May 9, 1982 ended in the truce of 7 August 1988. "
        "The neighbours condemned the raid on Apr. 25."
    )
    assert days_of(text)[-1] == "2024-04-25"


def test_the_year_of_a_named_day_may_stand_behind_what_it_names():
    assert days_of("They recalled the July 4 communique of 1972.")[0] == "1972-07-04"
    assert days_of("They saw on July 4 the film of 1972.")[0] != "1972-07-04"


def test_the_day_after_a_month_is_no_day():
    assert days_of("I was in Lahore in February 1999. The next day there was rain.") == [
        "1999-02-01"
    ]


def test_a_day_alone_is_not_of_the_long_past_month_that_another_paragraph_recalled():
    found = days_of(
        "He spoke on May 6. It was the first such visit since March 2007.\n\nThey met on the 5th."
    )
    assert found[-1] == "2024-05-05"


def test_the_same_day_is_that_of_the_news_where_paragraphs_before_only_recalled_another():
    text = "He came on May 6. The treaty was signed on June 19, 2003.\n\nThey dined.\n\nHe left on the same day."
    assert days_of(text)[-1] == "2024-05-06"


def test_the_same_day_is_the_one_that_the_paragraph_tells():
    text = "He came on May 6.\n\nThe treaty was signed on June 19, 2003. He left on the same day."
    assert days_of(text)[-1] == "2003-06-19"
