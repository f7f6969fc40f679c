"""What is read out of a sentence, and what is not."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.mentions.telling import days, document, read
from tracker.mentions import explain
from tracker.rulebook import load_rulebook

ARTICLE = (
    "ASTANA, May 7 -- President Tokayev received Prime Minister Mirziyo Rakhim here on Monday. "
    "The two leaders signed a treaty on water.\n\n"
    "In April, a delegation of the transport ministry visited Tashkent. "
    "Experts said on Friday that another nuclear test could follow.\n\n"
    "The foreign ministers will meet in Bishkek on May 20."
)


def test_several_happenings_are_told_apart():
    assert days(read(ARTICLE)) == [
        "agreement 2024-05-06 occurred",
        "delegation 2024-04-01..2024-04-30 occurred",
        "summit 2024-05-06 occurred",
        "talks 2024-05-20 planned",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The spokesman said on Tuesday that no talks would be held.",
        "If the two sides hold talks on Friday, prices may fall.",
        "The president did not sign the treaty on Monday.",
        "Analysts say the army could test a missile in June.",
        "A May 2024 report says sanctions have failed.",
        "The two presidents spoke by telephone on Monday.",
        "No one has signed a treaty like it since 1990.",
        "The senator called on Tuesday for sanctions on the generals.",
        "Peru appealed in Lima on Monday for talks with Chile.",
        "Canada threatened on Friday sanctions against Iran.",
        "India refused to test a cruise missile on Monday.",
        "The Dutch parliament refused to ratify a tax treaty with Ghana on Monday.",
        "The Dutch parliament refused on Monday to ratify a tax treaty with Ghana.",
        "Japan decided against signing the treaty with Peru on Monday.",
        "It is unclear whether Japanese officials met in Cairo on Monday.",
        "It is unclear whether the presidents of Chile and Peru and the Bolivian foreign minister met in Lima on Monday.",
        "The opposition urged the foreign ministers of Chile and Peru on Monday to hold talks in Lima.",
        "Did Chile sign the treaty with Peru on Monday?",
        "Will Xi Jinping visit Pyongyang on Friday?",
    ],
)
def test_what_is_denied_supposed_or_only_reported_is_no_event(text):
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The ministers will hold talks in Bern on May 20.", "planned"),
        ("The summit, planned for May 20, has been called off.", "cancelled"),
        ("The visit to Rome on May 20 was postponed, the palace said.", "postponed"),
        ("The ministers held talks in Bern on May 2.", "occurred"),
    ],
)
def test_the_words_give_the_status(text, status):
    assert [m.status.value for m in read(text)] == [status]


def test_a_report_s_date_is_not_the_happening_s():
    text = "State media said on Friday that the army had fired two missiles on Thursday."
    assert days(read(text)) == ["weapons_test 2024-05-02 occurred"]


def test_a_visit_of_three_days_lasts_three_days():
    text = "King Felipe left for Oslo on Monday for a three-day visit."
    assert days(read(text)) == ["delegation 2024-05-06..2024-05-08 occurred"]


def test_two_tellings_of_one_day_are_one_mention():
    text = (
        "The two armies began a joint drill on Monday.\n\nThe drill that began on Monday is large."
    )
    assert len(read(text)) == 1


def test_a_known_day_does_not_date_the_anniversary_of_its_namesake():
    (found,) = read(
        "The 2nd anniversary of the entry into force of the partnership treaty between Russia"
        " and North Korea falls on 4 December 2026.",
        published="2026-10-01",
    )
    assert (found.interval.first, found.ordinal) == (dt.date(2026, 12, 4), 2)
    assert found.base == "2024"  # not 19 June, the day of its signing


def test_an_anniversary_is_counted():
    (found,) = read("The two states marked the 30th anniversary of diplomatic ties on 2 May.")
    assert (found.ordinal, found.base, found.interval.first) == (30, "1994", dt.date(2024, 5, 2))


def test_a_resolution_s_number_is_no_year():
    (found,) = read("The council adopted Resolution 1999 on 3 May 2024.")
    assert found.interval.first == dt.date(2024, 5, 3)


def test_names_resolve_to_one_entity_across_spellings():
    text = (
        "Sergei Shoygu arrived in Minsk on Monday.\n\nOn Tuesday Shoygu met President Lukashenko."
    )
    visitors = {a.entity for m in read(text) for a in m.actors if a.kind == "person"}
    assert visitors == {"sergei-shoigu", "alexander-lukashenko"}


def test_people_nobody_has_heard_of_are_found_by_their_office():
    (found,) = read("Foreign Minister Ilse Brandvold met her Finnish counterpart on Monday.")
    assert [a.name for a in found.actors if a.kind == "person"] == ["Ilse Brandvold"]


def test_every_span_quotes_the_text():
    for mention in read(ARTICLE):
        assert mention.evidence.of(ARTICLE).strip()
        for _, span in mention.spans:
            assert 0 <= span.start < span.end <= len(ARTICLE)
            assert mention.evidence.holds(span) or span.of(ARTICLE)


@given(st.integers(min_value=-200, max_value=200))
def test_moving_the_publication_by_weeks_moves_weekdays_by_weeks(weeks):
    text = "The ministers held talks in Bern on Monday."
    first = dt.date(2024, 5, 8)
    moved = first + dt.timedelta(weeks=weeks)
    (here,), (there,) = read(text), read(text, moved.isoformat())
    assert there.interval.first - here.interval.first == dt.timedelta(weeks=weeks)


@given(st.text(max_size=300))
def test_any_text_can_be_read(text):
    read(text)


def test_a_trigger_that_gave_nothing_says_why():
    told = explain(document("The ministers did not hold talks on Monday."), load_rulebook())
    assert [(e.mention, "negated" in e.reason) for e in told] == [(None, True)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The emirate held joint drills in 2006, 2009 and 2013.", ["2006", "2009", "2013"]),
        ("May 4, 2019 - The two ministers sign a border treaty in Lima.", ["2019-05-04"]),
        (
            "King Felipe will visit Oslo on May 15 and Bergen on May 18.",
            ["2024-05-15", "2024-05-18"],
        ),
    ],
)
def test_enumerations_and_chronicles_are_read(text, first):
    found = sorted(m.interval.first.isoformat() for m in read(text))
    assert [day[: len(wanted)] for day, wanted in zip(found, first, strict=True)] == first


def test_numbers_that_identify_are_kept():
    (found,) = read("The council adopted Resolution 2397 on 3 May 2024.")
    assert found.numbers == ("resolution:2397",)


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("The first Summit for Democracy was held on 9 May 2024.", ("summit:1",)),
        ("The party held its first congress in 36 years on 6 May 2024.", ()),
        ("The first full congress since the famine opened on 6 May 2024.", ()),
    ],
)
def test_the_first_in_years_is_not_the_first_of_all(text, numbers):
    (found,) = read(text)
    assert found.numbers == numbers


def test_what_an_opening_tells_without_a_date_is_of_that_day():
    (found,) = read(
        "The mayor has opened the memorial bridge with a ceremony attended by the king."
    )
    assert (found.interval.first, found.basis.value) == (dt.date(2024, 5, 8), "inferred")


def test_confidence_differs_with_what_supports_it():
    sure = read("The ministers held talks in Bern on 2 May 2024.")[0].confidence
    vague = read("A summit was held in 1999.")[0].confidence
    assert vague < sure


def test_a_list_of_trigger_words_is_no_prose():
    assert read("On 6 May " + "talks, " * 500) == ()


def test_two_happenings_of_one_day_are_told_apart_by_their_hours():
    found = read(
        "North Korea fired a ballistic missile from Wonsan on Wednesday morning. Hours later, "
        "North Korea fired two cruise missiles from Sondok on Wednesday afternoon."
    )
    assert len(found) == 2


def test_what_is_signed_after_holding_talks_is_of_their_day():
    text = "Peru and Chile signed the treaty after holding talks in Lima on June 19."
    assert "agreement 2024-06-19 occurred" in days(read(text, "2024-11-12"))


def test_what_was_adopted_at_the_end_of_a_meeting_is_of_its_day():
    text = (
        "The presidents of Peru and Chile met in Lima on Friday. "
        "A joint declaration was adopted at the end of the meeting."
    )
    assert "agreement 2024-05-03 occurred" in days(read(text, "2024-05-05"))


def test_no_happening_reaches_over_a_date_and_a_comma_into_the_next_clause():
    text = (
        "Chad hosted a forum on April 25-27, and Vice President Rui Rocha came to Lome on April 29 to see the"
        " opening."
    )
    assert "delegation 2024-04-29 occurred" in days(read(text))


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("A meeting took place on Monday to mark the 75th anniversary of the factory.", "occurred"),
        (
            "A meeting will take place on May 20 to mark the 75th anniversary of the factory.",
            "planned",
        ),
    ],
)
def test_what_was_done_to_mark_an_anniversary_has_marked_it(text, status):
    found = [m for m in read("Rain fell. " + text) if m.type == "anniversary"]
    assert [m.status.value for m in found] == [status]
