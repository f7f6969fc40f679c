"""Whose story is it: near-duplicate texts, credit lines, the original among copies."""

import datetime as dt
from collections.abc import Callable, Set

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.articles.copies import (
    ALIKE,
    Copyable,
    Neighbours,
    fingerprint,
    join,
    originals,
    sketch_of,
    wordings,
)
from tracker.articles.credit import credit_of
from tracker.articles.overlap import Overlaps

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
    texts = wordings({1: one, 2: other})
    assert texts.sharing(1, [2], ALIKE) == ([2] if expected else [])
    assert texts.sharing(2, [1], ALIKE) == ([1] if expected else [])


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
    articles = Neighbours(
        [article(1, "A", WIRE), article(2, "B", WIRE, hours=24 * 20), article(3, "C", CUT, hours=9)]
    )
    assert articles.promising(1, [2, 3]) == [3]


def test_the_earliest_is_the_original():
    articles = [
        article(1, "A", WIRE, hours=5),
        article(2, "B", WIRE),
        article(3, "C", WIRE, hours=9),
    ]
    assert originals(articles) == {1: 2, 2: None, 3: 2}


def test_the_credited_agency_is_the_original_even_when_it_came_later():
    articles = [
        article(1, "Daily Bugle", WIRE, credit="reuters"),
        article(2, "Reuters", WIRE, hours=6, credit="reuters"),
    ]
    assert originals(articles) == {1: 2, 2: None}


def linked(*pairs: tuple[int, int]) -> Callable[[int, Set[int]], list[int]]:
    """What is alike is what the pairs say."""
    known = {frozenset(pair) for pair in pairs}
    return lambda one, others: [other for other in others if frozenset((one, other)) in known]


def groups_of(found: list[list[int]]) -> set[frozenset[int]]:
    return set(map(frozenset, found))


def test_copies_of_copies_belong_together():
    found = join({1, 2, 3, 4}, [], linked((1, 2), (2, 3)))
    assert groups_of(found) == {frozenset({1, 2, 3}), frozenset({4})}


@given(st.sets(st.tuples(st.integers(0, 9), st.integers(0, 9))), st.integers(0, 10))
def test_it_makes_no_difference_which_of_them_were_there_before(
    pairs: set[tuple[int, int]], early: int
):
    like = linked(*pairs)
    at_once = join(set(range(10)), [], like)
    before = join(set(range(early)), [], like)
    assert groups_of(join(set(range(early, 10)), before, like)) == groups_of(at_once)


@pytest.mark.parametrize(
    ("arriving", "settled", "alike", "most"),
    [
        (300, 0, True, 300),  # all one story: the first finds all others
        (300, 0, False, 300 * 299 // 2),  # all different: every pair once
        (5, 300, True, 300 + 5),  # a story known already: the others are not compared once more
        (5, 300, False, 5 * 300 + 10),
    ],
)
def test_nobody_is_compared_more_than_can_decide(
    arriving: int, settled: int, alike: bool, most: int
):
    compared = 0

    def like(one: int, others: Set[int]) -> list[int]:
        nonlocal compared
        compared += len(others)
        return list(others) if alike else []

    known = range(arriving, arriving + settled)
    before = [set(known)] if alike and settled else [{one} for one in known]
    found = join(set(range(arriving)), before, like)
    assert len(found) == (1 if alike else arriving + settled)
    assert compared <= most


@given(st.permutations(range(6)))
def test_the_order_of_arrival_makes_no_difference(order: list[int]):
    hours = [4, 0, 9, 2, 7, 5]
    by_address = {}
    for number, place in enumerate(order):
        text = WIRE if place < 4 else RETOLD
        by_address[place] = article(number, f"P{place}", text, hours=hours[place])
    texts = wordings({one.id: WIRE if place < 4 else RETOLD for place, one in by_address.items()})
    articles = Neighbours(by_address.values())
    found: dict[int, int | None] = {}
    for members in join(
        articles.articles.keys(), [], lambda one, others: articles.copies(one, others, texts)
    ):
        found |= originals([articles.articles[one] for one in members])
    places = {one.id: place for place, one in by_address.items()}
    named = {places[key]: None if value is None else places[value] for key, value in found.items()}
    assert named == {0: 1, 1: None, 2: 1, 3: 1, 4: 5, 5: None}


SETS = st.dictionaries(st.integers(0, 30), st.frozensets(st.integers(0, 12)), min_size=2)


@given(SETS, st.sampled_from([0.2, 0.5, 1.0]))
def test_overlaps_are_counted_alike_for_frequent_and_rare_members(
    sets: dict[int, frozenset[int]], part: float
):
    overlaps = Overlaps(sets)
    for one, mine in sets.items():
        others = sets.keys() - {one}
        expected = {
            other
            for other in others
            if mine & sets[other]
            and len(mine & sets[other]) >= part * min(len(mine), len(sets[other]))
        }
        assert set(overlaps.sharing(one, others, part)) == expected
