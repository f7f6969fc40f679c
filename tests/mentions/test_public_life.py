"""What is of public life only where somebody known or in office has a part in it, or the article names some."""

import pytest

from tests.mentions.telling import read

SHOWN = 0.5  # min_confidence by default

OF_NEIGHBOURS = [
    "The block club's meeting took place on Wednesday. Neighbors said the street needs lights.",
    "Relatives held a candlelight vigil on Monday. Her funeral was held on Tuesday at the church.",
    "The choir's spring concert took place on Monday in the school hall.",
    "The chess society held its annual general meeting on Tuesday.",
]
OF_A_STATE = [
    "The block club's meeting with Kenya's ambassador took place on Monday.",
    "Talks between the government and the rebels took place on Monday.",
    "A funeral was held on Monday. Peru and Chile sent wreaths, and Cuba a letter.",
    "President Ana Duarte held a meeting on Monday.",
]


@pytest.mark.parametrize("told", OF_NEIGHBOURS)
def test_what_neighbours_do_is_kept_but_not_shown(told):
    found = read(told)
    assert found
    assert all(mention.confidence < SHOWN for mention in found)


@pytest.mark.parametrize("told", OF_A_STATE)
def test_what_states_and_people_in_office_do_is_shown(told):
    assert max(mention.confidence for mention in read(told)) >= SHOWN


def test_what_gave_talks_is_read_where_rules_for_leaders_only_find_none():
    told = (
        "Foreign Minister Wang Yi told his Indian counterpart Sushma Swaraj during their talks in "
        "Delhi on Monday that trade would grow."
    )
    assert [mention.type for mention in read(told)] == ["talks"]
