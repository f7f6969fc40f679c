"""Whose story is it: near-duplicate texts, credit lines, the original among copies."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.articles.copies import (
    Copyable,
    alike,
    credit_of,
    fingerprint,
    group,
    sketch_of,
    worth_comparing,
)

WIRE = (
    "The foreign ministers of the two countries met at a lakeside hotel on Tuesday and agreed to reopen the"
    " land crossing that has been shut since the spring, officials of both sides said after the meeting.\n\n"
    "The crossing will first be open to lorries, and to travellers from the first week of next month, the"
    " host's spokesman told reporters. He gave no date for the railway bridge further north.\n\n"
    "Trade between the neighbours fell by a third last year, figures of the customs office show, and fruit"
    " growers on both banks of the river have asked for months that the bridge be opened again."
)
CUT = "By our own staff.\n\n" + WIRE.rsplit("\n\n", 1)[0]
RETOLD = (
    "Lorries may soon roll over the border bridge again. After talks by the lake, the two top diplomats"
    " said on Tuesday that they want to end the closure that began in spring.\n\n"
    "Travellers will have to wait a few weeks longer, according to a spokesman, and nothing was said about"
    " trains. Growers of fruit had pressed for the step, since exports have dropped by about a third."
)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (WIRE, WIRE, True),
        (WIRE, CUT, True),
        (WIRE, WIRE.upper(), True),
        (WIRE, RETOLD, False),
        (WIRE, "", False),
        ("Talks were held.", "Talks were held", True),
        ("Talks were held.", "Talks were cancelled.", False),
    ],
)
def test_a_copy_repeats_the_words_and_not_only_the_facts(one: str, other: str, expected: bool):
    assert alike(one, other) is expected
    assert alike(other, one) is expected


@pytest.mark.parametrize(
    ("text", "stated", "agency"),
    [
        ("GENEVA (Reuters) - The ministers met on Tuesday.", "", "reuters"),
        ("GENEVA, Aug. 6 (Yonhap) -- The ministers met.", "", "yonhap"),
        ("Geneva/AFP — The ministers met.", "", "afp"),
        ("The ministers met.\n\nThey parted.\n\nSource: Xinhua", "", "xinhua"),
        ("The ministers met.\n\n(AP)", "", "ap"),
        ("The ministers met.", "The Associated Press", "ap"),
        ("The ministers met.", "www.reuters.com", "reuters"),
        ("The ministers met, Reuters reported on Tuesday.", "", ""),
        ("AP courses are popular with pupils.", "", ""),
        ("The ministers met.", "A Local Paper", ""),
    ],
)
def test_a_story_says_whose_it_is(text: str, stated: str, agency: str):
    assert credit_of(text, stated) == agency


def article(
    number: int, publisher: str, text: str, *, hours: int = 0, credit: str = ""
) -> Copyable:
    return Copyable(
        id=number,
        publisher=publisher,
        address=f"https://{publisher.lower()}.example/{number}",
        published=dt.datetime(2026, 3, 10, tzinfo=dt.UTC) + dt.timedelta(hours=hours),
        credit=credit,
        wire=False,
        sketch=sketch_of(fingerprint(text)),
    )


def test_articles_weeks_apart_are_not_compared():
    one, other = article(1, "A", WIRE), article(2, "B", WIRE, hours=24 * 20)
    assert not worth_comparing(one, other)
    assert worth_comparing(one, article(3, "C", CUT, hours=20))


def test_the_earliest_is_the_original():
    articles = [
        article(1, "A", WIRE, hours=5),
        article(2, "B", WIRE),
        article(3, "C", WIRE, hours=9),
    ]
    assert group(articles, lambda *_: True) == {1: 2, 2: None, 3: 2}


def test_the_credited_agency_is_the_original_even_when_it_came_later():
    articles = [
        article(1, "Daily Bugle", WIRE, credit="reuters"),
        article(2, "Reuters", WIRE, hours=6, credit="reuters"),
    ]
    assert group(articles, lambda *_: True) == {1: 2, 2: None}


def test_copies_of_copies_belong_to_one_original():
    articles = [
        article(1, "A", WIRE),
        article(2, "B", WIRE, hours=1),
        article(3, "C", WIRE, hours=2),
    ]
    chain = {frozenset((1, 2)), frozenset((2, 3))}
    found = group(articles, lambda one, other: frozenset((one.id, other.id)) in chain)
    assert found == {1: None, 2: 1, 3: 1}


@given(st.permutations(range(6)))
def test_the_order_of_arrival_makes_no_difference(order: list[int]):
    hours = [4, 0, 9, 2, 7, 5]
    by_address = {}
    for number, place in enumerate(order):
        text = WIRE if place < 4 else RETOLD
        by_address[place] = article(number, f"P{place}", text, hours=hours[place])
    texts = {one.id: WIRE if place < 4 else RETOLD for place, one in by_address.items()}
    found = group(
        list(by_address.values()), lambda one, other: alike(texts[one.id], texts[other.id])
    )
    places = {one.id: place for place, one in by_address.items()}
    named = {places[key]: None if value is None else places[value] for key, value in found.items()}
    assert named == {0: 1, 1: None, 2: 1, 3: 1, 4: 5, 5: None}
