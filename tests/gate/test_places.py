"""The matcher of the gate: which places are one, and which lie in another."""

import pytest

from tests.gate.places import compared_place


@pytest.mark.parametrize(
    ("told", "gold"),
    [
        ("Lima", "LIMA"),
        ("St. Petersburg", "Saint Petersburg"),
        ("Lisbon", "Portugal"),
        ("Red Square", "Moscow"),
        ("Red Square", "Russia"),
        ("Fishers' Hall", "Fishers’ Hall, Lima"),
        ("Lima", "Fishers’ Hall, Lima"),
    ],
)
def test_the_same_place_or_one_that_lies_in_it_is_right(told, gold):
    assert compared_place(told, gold, "") == (1, 0, 0)


@pytest.mark.parametrize(("told", "gold"), [("Lima", "Quito"), ("Lima", "Chile"), ("Peru", "Oslo")])
def test_another_place_is_wrong_and_the_true_one_lost(told, gold):
    assert compared_place(told, gold, "") == (0, 1, 1)


def test_the_country_of_the_city_only_loses_the_city():
    assert compared_place("Peru", "Lima", "") == (0, 0, 1)
    assert compared_place("", "Lima", "") == (0, 0, 1)


def test_a_place_that_the_gold_has_only_in_its_title_is_neither_right_nor_wrong():
    assert compared_place("Lima", "", "Ana Brito visits Lima") == (0, 0, 0)
    assert compared_place("Lima", "", "Ana Brito speaks") == (0, 1, 0)
