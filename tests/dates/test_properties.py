"""What holds for every date, whatever the text."""

import datetime as dt
import re

from hypothesis import given
from hypothesis import strategies as st

from tracker.dates import find_dates
from tracker.dates.timex import tag_document
from tracker.rulebook import load_rulebook
from tracker.values import Basis, Document

RULEBOOK = load_rulebook()

RELATIVE = st.sampled_from(
    ["on Friday", "on Monday", "next Tuesday", "last Sunday", "yesterday", "today", "tomorrow", "last week",
     "two weeks ago", "three days ago", "this week", "next week", "over the weekend", "on Thursday last week"]
)  # fmt: skip
ABSOLUTE = st.sampled_from(
    ["on March 5, 2019", "on 5 March 2019", "in June 2018", "in 2017", "in the first quarter of 2016",
     "in the winter of 2015", "in the 1990s", "from May 6 to 9, 2019", "2019-03-05", "from 2009 to 2011"]
)  # fmt: skip
PARTIAL = st.sampled_from(["on June 5", "in March", "on the 19th of this month", "last September"])
VERBS = st.sampled_from(["met", "will meet", "are to meet", "agreed", "plan to meet"])
DAYS = st.dates(dt.date(1995, 1, 10), dt.date(2030, 12, 1))
PIECES = st.lists(
    st.one_of(
        RELATIVE,
        ABSOLUTE,
        PARTIAL,
        st.text(alphabet="aA1 2.,-/May$%'\n20 th–“”\u00a0", max_size=12),
    ),
    max_size=8,
)


def read(text, day):
    published = dt.datetime.combine(day, dt.time(9), dt.UTC)
    return find_dates(Document("", "", text, published), RULEBOOK)


@given(RELATIVE, VERBS, DAYS, st.integers(1, 50))
def test_publication_some_weeks_later_moves_relative_dates_as_far(phrase, verb, day, weeks):
    moved = dt.timedelta(weeks=weeks)
    text = f"The ministers {verb} in Oslo {phrase}."
    before, after = read(text, day), read(text, day + moved)
    assert [date.phrase for date in before] == [date.phrase for date in after]
    for one, other in zip(before, after, strict=True):
        assert one.interval is not None
        assert other.interval is not None
        assert other.interval.first - one.interval.first == moved
        assert other.interval.last - one.interval.last == moved


@given(PIECES, DAYS)
def test_spans_quote_the_phrase_in_order_and_never_overlap(pieces, day):
    text = " ".join(pieces)
    end = 0
    for date in read(text, day):
        assert end <= date.span.start < date.span.end <= len(text)
        assert date.span.of(text) == date.phrase
        assert all(date.span.holds(part.span) for part in date.parts)
        end = date.span.end


@given(PIECES, DAYS)
def test_a_date_ends_no_sooner_than_it_begins_and_has_an_interval_if_it_has_a_day(pieces, day):
    for date in read(" ".join(pieces), day):
        if re.match(r"\d{3}", date.value):
            assert date.interval is not None
            assert date.interval.first <= date.interval.last


@given(st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28), DAYS)
def test_a_coarser_interval_contains_the_finer(year, month, number, today):
    when = dt.date(year, month, number)
    texts = [when.strftime(pattern) for pattern in ("%B %-d, %Y", "%B %Y", "in %Y")]
    texts.append(
        f"the {['first', 'second', 'third', 'fourth'][(month - 1) // 3]} quarter of {year}"
    )
    day, whole_month, whole_year, quarter = (_only(text, today) for text in texts)
    assert whole_year.holds(quarter)
    assert quarter.holds(whole_month)
    assert whole_month.holds(day)


def _only(text, today):
    (date,) = read(text, today)
    assert date.interval is not None
    return date.interval


@given(
    st.one_of(RELATIVE, ABSOLUTE, PARTIAL),
    DAYS,
    st.sampled_from([" ", "  ", "\n", "\t", "\u00a0", " \n"]),
    st.sampled_from(["-", "–", "—", "‑"]),
    st.sampled_from(["'", "’"]),
)
def test_white_space_dashes_and_quotes_do_not_change_the_dates(phrase, day, space, dash, quote):
    text = f"The two countries' envoys met {phrase}, in mid-July, on May 6-9 and in 2009-2010."
    written = text.replace("-", dash).replace("'", quote).replace(" ", space)
    assert [date.value for date in read(text, day)] == [date.value for date in read(written, day)]


@given(PIECES, DAYS)
def test_tagged_expressions_lie_where_they_say(pieces, day):
    text = " ".join(pieces)
    published = dt.datetime.combine(day, dt.time(9), dt.UTC)
    for record in tag_document("a", published, text, RULEBOOK):
        assert text[record["start"] : record["end"]] == record["text"]
        assert record["value"]


@given(ABSOLUTE, DAYS, DAYS)
def test_a_date_given_in_full_does_not_depend_on_publication(phrase, one, other):
    (first,), (second,) = read(f"They met {phrase}.", one), read(f"They met {phrase}.", other)
    assert (first.value, first.interval) == (second.value, second.interval)
    assert first.basis is second.basis is Basis.STATED


def test_without_a_day_of_publication_only_full_dates_are_resolved():
    text = "They met on Friday, on June 5 and on March 5, 2019."
    found = find_dates(Document("", "", text, None), RULEBOOK)
    assert [date.value for date in found] == ["", "", "2019-03-05"]


def test_the_publishers_own_day_is_today():
    late = dt.datetime(2024, 5, 8, 1, 0, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    (date,) = find_dates(Document("", "", "They met today.", late), RULEBOOK)
    assert date.value == "2024-05-08"


def test_the_dateline_is_today_for_a_text_published_a_day_later():
    text = "OSLO, May 7 (Wire) -- The ministers met yesterday and on Wednesday."
    published = dt.datetime(2024, 5, 8, 1, 0, tzinfo=dt.UTC)
    found = find_dates(Document("", "", text, published), RULEBOOK)
    assert [date.value for date in found] == ["2024-05-07", "2024-05-06", "2024-05-08"]
