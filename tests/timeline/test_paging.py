"""A long list a page at a time: nothing twice, nothing left out, whatever the order."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.engine import begin
from db.listing import ORDERS
from tests.telling import article, mention
from tracker.answers.sorting import Sort
from tracker.errors import UsageError
from tracker.timeline.ledger import relink
from tracker.timeline.paging import cursor_of, place_of
from tracker.timeline.query import Filters, count_events, find_events, find_page

TOWNS = ["Lund", "Oslo", "Åre", "Bergen", "Turku", "Umeå", "Vaasa"]


@pytest.fixture
def filled(engine, now):
    with begin(engine) as session:
        for number, town in enumerate(TOWNS):
            told = mention(
                ("talks", "exercise")[number % 2], f"2024-05-{10 + number // 2}", "Norland:country",
                f"Something happens in {town}", town,
            )  # fmt: skip
            published = f"2024-05-{20 + number}"
            article(
                session, f"https://a.example/{number}", told, now=now, published=published,
                text=f"{told.title}",
            )  # fmt: skip
            if number % 3 == 0:
                article(
                    session, f"https://b.example/{number}", told, now=now, published=published,
                    text=f"{told.title} indeed",
                )  # fmt: skip
        relink(session, now)
    return engine


def pages(session, asked):
    """Every page, one after the other."""
    found = []
    while True:
        page = find_page(session, asked)
        found.append(page)
        if not page.next:
            return found
        asked = replace(asked, after=page.next)


@pytest.mark.parametrize("as_of", [None, dt.date(2025, 1, 1)], ids=["now", "then"])
@pytest.mark.parametrize("sort", ORDERS)
def test_the_pages_of_a_list_make_the_list(filled, sort, as_of):
    asked = Filters(sort=sort, as_of=as_of)
    with begin(filled, read_only=True) as session:
        whole = find_events(session, asked)
        for limit in (1, 3, 7, 8):
            found = pages(session, replace(asked, limit=limit))
            assert [event for page in found for event in page.events] == list(whole)
            assert {page.total for page in found} == {len(TOWNS)}
            assert all(len(page.events) == limit for page in found[:-1])


@pytest.mark.parametrize(
    ("sort", "key", "reverse"),
    [
        ("date", lambda event: (event.interval.first, event.type), False),
        ("newest", lambda event: event.interval.first, True),
        ("sources", lambda event: len(event.sources), True),
        ("type", lambda event: (event.type, event.interval.first), False),
        ("updated", lambda event: event.updated, True),
    ],
)
def test_a_list_is_in_the_order_asked_for(filled, sort, key, reverse):
    with begin(filled, read_only=True) as session:
        found = find_events(session, Filters(sort=sort))
    assert [key(event) for event in found] == sorted(map(key, found), reverse=reverse)


def test_the_orders_are_those_of_the_command_line():
    assert set(ORDERS) == set(Sort)


def test_what_comes_in_between_two_pages_neither_doubles_nor_hides_others(filled, now):
    with begin(filled, read_only=True) as session:
        first = find_page(session, Filters(limit=3))
    with begin(filled) as session:
        early = mention("talks", "2024-05-01", "Sudland:country", "Early talks in Kemi", "Kemi")
        article(session, "https://c.example/early", early, now=now, published="2024-05-02")
        relink(session, now)
    with begin(filled, read_only=True) as session:
        rest = find_page(session, Filters(after=first.next))
        whole = find_events(session)
    assert [event.id for event in whole[1:]] == [
        event.id for event in (*first.events, *rest.events)
    ]


def test_counting_takes_every_filter_into_account(filled):
    with begin(filled, read_only=True) as session:
        for asked in (Filters(types=("talks",)), Filters(search="lund"), Filters(limit=2),
                      Filters(places=("oslo", "turku"), min_confidence=0.1),
                      Filters(changed_since=dt.date(2020, 1, 1), types=("talks",))):  # fmt: skip
            whole = replace(asked, limit=None)
            assert count_events(session, asked) == len(find_events(session, whole))


@given(st.text() | st.builds(lambda sort, key: cursor_of(sort, key), st.sampled_from(sorted(ORDERS)),
                             st.lists(st.text() | st.integers() | st.none())))  # fmt: skip
def test_what_is_no_cursor_is_refused(text):
    if not text:
        assert place_of(text, "date", [dt.date]) == ()
        return
    with pytest.raises(UsageError, match="not a cursor"):
        place_of(text, "date", [dt.date, dt.date, str, str])


def test_a_cursor_of_another_order_is_refused(filled):
    with begin(filled, read_only=True) as session:
        page = find_page(session, Filters(limit=1, sort="title"))
        with pytest.raises(UsageError, match="not a cursor"):
            find_events(session, Filters(after=page.next))


INSTANTS = st.integers(-(10**10), 10**10).map(
    lambda second: dt.datetime(2000, 1, 1, 0, 0, 0, 7, tzinfo=dt.UTC) + dt.timedelta(seconds=second)
)
PLAIN = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=90)


@given(INSTANTS, st.dates(), PLAIN)
def test_a_cursor_gives_back_what_it_was_made_of(instant, day, text):
    cursor = cursor_of("updated", (instant, day, 7, text))
    assert place_of(cursor, "updated", [dt.datetime, dt.date, int, str]) == (instant, day, 7, text)
