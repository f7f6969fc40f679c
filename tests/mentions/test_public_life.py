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


BY_WHAT_IT_IS = [
    "A short-range missile was fired into the bay on Monday.",
    "The two navies will train together in the strait next week.",
    "A state funeral was held on Monday.",
    "The transitional government took office on Monday.",
    "The national assembly held its opening session on Monday.",
    "Monday marked 100 years since the first telegram crossed the ocean.",
    "Villagers on Monday marked the 40th anniversary of the massacre.",
]
IN_OTHER_WALKS_OF_LIFE = [
    "Doctors performed a series of tests on Monday and sent her home.",
    "Creditors passed a resolution on Monday to wind up the property group.",
    "A magistrate froze the assets of the two brothers on Monday.",
    "The shareholders' general assembly ended on Monday.",
    "Tens of thousands of strikers marched through Lima on Monday.",
    "A judge in Lima agreed on Monday to free the driver on bail.",
    "Peru and Chile are close to signing a pact, the envoy said on Monday.",
]


@pytest.mark.parametrize("told", BY_WHAT_IT_IS)
def test_what_only_states_have_and_remember_is_shown_whoever_takes_part(told):
    assert max(mention.confidence for mention in read(told)) >= SHOWN


@pytest.mark.parametrize("told", IN_OTHER_WALKS_OF_LIFE)
def test_what_is_tested_resolved_or_agreed_elsewhere_is_not_shown(told):
    assert all(mention.confidence < SHOWN for mention in read(told))


@pytest.mark.parametrize(
    "told",
    [
        "Peru and Chile will sign the treaty on Friday or Saturday.",
        "Peru and Chile will sign the treaty on Friday, or by Saturday at the latest.",
    ],
)
def test_one_of_two_days_is_one_happening(told):
    assert len(read(told)) == 1


def test_a_title_keeps_the_not_of_what_will_not_be_allowed():
    told = "Peruvian aircraft would not be allowed to fly over Chilean airspace from May 14."
    assert [m.title for m in read(told)] == [
        "Peruvian aircraft not to be allowed to fly over Chilean airspace"
    ]


def test_the_car_engine_of_a_navy_is_a_weapon_of_a_state_all_the_same():
    told = "Beside a hospital car park the navy test-fired a torpedo on Monday."
    assert max(mention.confidence for mention in read(told)) >= SHOWN
