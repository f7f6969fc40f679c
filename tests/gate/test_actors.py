"""The matcher of the gate: who is the same actor, and who is not asked for."""

import pytest

from tests.gate.actors import compared


@pytest.mark.parametrize(
    ("told", "gold"),
    [
        ("Joe Biden", "Joseph R. Biden, Jr."),
        ("Takeo Akiba", "Akiba Takeo"),
        ("North Korea", "DPRK"),
        ("Philippines", "Philippine government"),
        ("Cho Tae-yong", "Cho Taeyong"),
        ("Workers' Party of Korea", "Workers' Party"),
        ("Jose Ramirez", "José Ramírez"),
        ("Norway", "Norwegian embassy in Lima"),
    ],
)
def test_spellings_of_one_actor_are_the_same(told, gold):
    assert compared([told], [gold], "").counts == (1, 0, 0)


@pytest.mark.parametrize(
    ("told", "gold"),
    [
        ("North Korea", "South Korea"),
        ("Barack Obama", "Obama administration"),
        ("Peru", "Ana Brito"),
    ],
)
def test_two_actors_are_two(told, gold):
    assert compared([told], [gold], "").counts == (0, 1, 1)


def test_what_has_no_name_is_not_asked_for():
    assert compared([], ["the President", "veterans"], "").counts == (0, 0, 0)


def test_whom_only_the_title_names_is_neither_right_nor_wrong():
    assert compared(["Chile"], ["Ana Brito"], "Ana Brito visits Chile").counts == (0, 0, 1)
