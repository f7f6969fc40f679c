"""Lists of dated entries: every sentence of an entry has the date that opens it."""

import pytest

from tests.mentions.telling import days, read

ENTRIES = [
    "{0}: Laos and Cuba sign a treaty in Havana. The two presidents meet.\n"
    "{1}: A parade is held in Vientiane.",
    "{0}. Laos and Cuba sign a treaty in Havana. The two presidents meet.\n\n"
    "{1}. A parade is held in Vientiane.",
    "• {0} – Laos and Cuba sign a treaty in Havana. The two presidents meet.\n"
    "• {1} – A parade is held in Vientiane.",
    "{0}\nLaos and Cuba sign a treaty in Havana. The two presidents meet.\n"
    "{1}\nA parade is held in Vientiane.",
]


@pytest.mark.parametrize("text", ENTRIES)
def test_every_sentence_of_an_entry_has_its_date(text):
    written = text.format("6 June 2014", "5 September 2014")
    assert sorted(days(read(f"How it came about.\n\n{written}"))) == [
        "agreement 2014-06-06 occurred",
        "ceremony 2014-09-05 occurred",
        "summit 2014-06-06 occurred",
    ]


def test_one_line_that_a_date_opens_is_no_chronology():
    text = "Rain fell.\n\nThe river rose.\n\n6 June 2014: The sun shone. Laos signed a treaty."
    assert "agreement" not in {mention.type for mention in read(text)}


def test_an_entry_ends_with_its_line():
    text = (
        "So it went.\n\n6 June 2014: Laos and Cuba sign a treaty.\n5 May 2015: The dam opens.\n\n"
        "What is left to do is to sign a treaty of transit."
    )
    assert [m.type for m in read(text)].count("agreement") == 1


def test_headings_of_a_year_and_a_month_tell_nothing_themselves_and_date_no_sentence_by_themselves():
    text = (
        "2015 summit\n\nApril\n\nOn 10 April 2015 Laos signed a treaty with Cuba in Panama City.\n\n"
        "July\n\nThe treaty came into force on 20 July 2015.\n\nOutlook\n\nA visit to Havana has been spoken of."
    )
    assert days(read(text)) == ["agreement 2015-04-10 occurred", "agreement 2015-07-20 occurred"]


def test_a_day_in_an_entry_says_more_than_the_month_that_heads_it():
    text = (
        "April 2016: Talks are held in Vienna on April 16.\n"
        "September-November 2020: Shells fall. Baku stages a parade on December 10.\n"
        "January 2021: On January 11, Laos and Cuba sign a treaty.\n"
        "May 2021: Presidents Ruto and Lula meet in Oslo on May 4 and sign a treaty."
    )
    assert days(read(text, "2024-05-08")) == [
        "agreement 2021-01-11 occurred",
        "agreement 2021-05-04 occurred",
        "ceremony 2020-12-10 occurred",
        "summit 2021-05-04 occurred",
        "talks 2016-04-16 occurred",
    ]
