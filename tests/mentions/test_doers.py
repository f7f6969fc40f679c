"""Who goes, meets or talks must be of public life: told by the noun that a sentence calls them by."""

import pytest

from tests.mentions.telling import read

SHOWN = 0.5  # min_confidence by default

FOR_THEMSELVES = [
    "A 41-year-old nurse left Ireland on Monday and was found in Spain.",
    "Residents who left Gao on Monday told of shelling.",
    "His lawyer came to London on Monday and found no papers.",
    "Two climbers from Peru and Chile who set off for Nepal on Monday are missing.",
    "Thousands set off on foot for Vienna on Monday.",
    "Fourteen pupils who were on an exchange visit to Tokyo on Monday fell ill.",
    "One of the players flew to Lisbon on Monday.",
    "The singer's tour of Japan opened on Monday in Osaka.",
    "The refugee, 22, said he had come to Sweden on Monday.",
    '"I went to Italy on Monday and lost my passport," the teacher said.',
    "An American who travelled to Kabul on Monday is among the prisoners.",
    "Reporters arriving in Havana on Monday found the hotel full.",
    "Brandt, 45, a plumber, came to Miami on Monday.",
    "The skipper was forced to head back to Sydney on Monday.",
    "Australia left Dhaka on Monday after taking the last wicket.",
    "Ferry workers were locked in talks with the owners in Dublin on Monday.",
    "Talks between nurses and hospital managers resumed in Wellington on Monday.",
    "Two sisters met in Warsaw on Monday.",
    "Union officials met the owners in Oslo on Monday.",
]
FOR_OTHERS = [
    "The envoys left Oslo for Lima on Monday.",
    "An official of the Peruvian ministry who travelled to Oslo on Monday asked for patience.",
    "Peruvian official Rosa Brand left Lima for Oslo on Monday.",
    "The president of Chad, Idris Brand, was expected in Oslo on Monday.",
    "The 84-year-old king left Oslo for Lima on Monday.",
    "The Peruvian president's brother flew to Oslo on Monday.",
    "Scientists of the agency flew from Oslo to Lima on Monday.",
    "A team of Turkish engineers arrived in Accra on Monday.",
    "Two Norwegian diplomats flew to Lima on Monday.",
    "Rebels and the government resumed talks in Lima on Monday.",
    "The unions and the government of Peru resumed talks in Lima on Monday.",
    "North and South Korea held talks on Monday about a joint rugby side.",
    "Rosa Brand flew from Oslo to Lima on Monday for talks on the border.",
    "Foreign Minister Rosa Brand is tired. On Monday Brand flew to Lima.",
]


@pytest.mark.parametrize("told", FOR_THEMSELVES)
def test_what_people_do_for_themselves_is_not_shown(told):
    assert not [mention for mention in read(told) if mention.confidence >= SHOWN]


@pytest.mark.parametrize("told", FOR_OTHERS)
def test_what_is_done_for_a_state_or_a_people_is_shown(told):
    assert [mention for mention in read(told) if mention.confidence >= SHOWN]


def test_a_father_of_whom_leaders_speak_is_shown():
    alone = "The boy's father left Cuba on Monday."
    assert all(mention.confidence < SHOWN for mention in read(alone))
    assert max(m.confidence for m in read(f"Bill Clinton wants calm. {alone}")) >= SHOWN


def test_a_stranger_in_an_article_of_public_life_may_be_public():
    told = "Brandt flew to Oslo on Monday."
    assert all(mention.confidence < SHOWN for mention in read(told))
    around = "Kenya, Japan and Peru kept silent."
    assert max(mention.confidence for mention in read(f"{around} {told}")) >= SHOWN


def test_the_premier_named_behind_the_office_is_one_leader():
    told = "Foreign Minister Nils Brand met with the Peruvian premier, Rosa Vega, on Monday."
    assert [mention.type for mention in read(told)] == ["talks"]


def test_a_day_before_a_name_and_its_short_form_is_that_of_the_summit():
    told = "On Friday he spoke of the May 4 Forum for Ocean Trade (FOT) summit in Niger."
    found = [mention for mention in read(told) if mention.type == "summit"]
    assert [mention.interval.first.isoformat()[5:] for mention in found] == ["05-04"]
