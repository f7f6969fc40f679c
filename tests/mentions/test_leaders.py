"""When a meeting is one of leaders: by their offices, by what came about at it, by the series it is one of."""

import pytest

from tests.mentions.telling import read


@pytest.mark.parametrize(
    "text",
    [
        "The Norwegian prime minister and the Swedish prime minister held talks in Bern on Monday.",
        "The Colombian head of state was received by Brazilian President Lula on Monday.",
        "Brenner, the president of Chile, held talks with Kovac, his Serbian counterpart, on Monday.",
        "The first fruit was the meeting on Monday in which Prime Minister Ana Brito heard President Carl Dorn admit it.",
        "Presidents of the member states will gather in Lima on Friday for a session of the Security Council.",
        "The Turkish leader met President Ana Brito in Lima on Monday.",
        "Mali's military ruler was received by President Ana Brito in Lima on Monday.",
        "Communist Party leader Xi Jinping met President Olaf Brenner on Monday.",
        "Taliban leader Ana Brito met President Olaf Brenner in Kabul on Monday.",
        "The Emir of Kuwait and the Sultan of Oman met on Monday in Muscat.",
        "The President had a meeting on Monday with the Prime Minister of Chile, Ana Brito.",
        "General Secretary Nguyen Van Cuong held talks with President Ana Brito on Monday.",
        "President Ana Brito met on the sidelines of the fair on Monday with the presidents of Turkey and Iraq.",
        "President Olaf Brenner and President Ana Kovac met in Oslo last June. The pair had met in Bern on 4 May 2021.",
        "President Olaf Brenner is in Bern. President Ana Kovac held talks with the guest on Monday.",
        "President Olaf Brenner arrived on Friday; he held talks with President Ana Kovac on Monday.",
        "President Olaf Brenner met the Sultan of Brunei in Bern on Monday.",
        "The heads of the Peruvian and Chilean governments sat down in Tacna on Monday.",
        "The leaders of Peru and Chile discussed the price of copper at Tacna on Monday.",
        "President Olaf Brenner drove to Bern on Monday. He sat opposite President Ana Kovac there on Tuesday.",
        "President Olaf Brenner told his Turkish counterpart, President Ana Kovac, in Bern on Monday that he was sorry.",
        "President Vladimir Putin flew to Bern on Sunday. President Olaf Brenner hosted his Russian guest on Monday.",
        "Leaders of the ten ASEAN members, China, Japan, India, Australia and New Zealand exchanged views on trade on Monday.",
        "Peru is to receive the leaders of the Andean states in Lima in May.",
        "President Olaf Brenner and President Ana Kovac have asked for time until May, Brenner said on Monday after talks in Bern.",
        "President Olaf Brenner waits for President Ana Kovac and President Carl Dorn. He will hold talks with each of the two on Sunday.",
    ],
)
def test_leaders_make_a_meeting_a_summit(text):
    assert "summit" in {mention.type for mention in read(text)}


def test_a_leader_who_speaks_in_a_transcript_met_whom_they_say_they_met():
    text = "PRESIDENT BRENNER: Thank you. I met Prime Minister Ana Brito in Lima on Monday."
    assert [mention.type for mention in read(text)] == ["summit"]


@pytest.mark.parametrize("who", ["Q", "VICE PRESIDENT BRENNER", "SECRETARY BRENNER", "MS. BRENNER"])
def test_others_who_speak_in_a_transcript_are_no_leaders(who):
    text = f"PRESIDENT KOVAC: Welcome.\n\n{who}: Thank you. I met Prime Minister Ana Brito in Lima on Monday."
    assert [mention.type for mention in read(text)] == ["talks"]


@pytest.mark.parametrize(
    "text",
    [
        "An envoy of the president met the prime minister of Chile in Lima on Monday.",
        "The President of the Senate met Prime Minister Ana Brito of Chile in Lima on Monday.",
        "The opposition leader met President Ana Brito in Lima on Monday.",
        "The president of the Senate met the Prime Minister of Chile, Ana Brito, in Lima on Monday.",
        "Foreign ministers met in Lima on Monday to prepare the visit of the president.",
        "Foreign Minister Ana Brito is in Bern. President Olaf Brenner held talks with the guest on Monday.",
        "President Olaf Brenner is in Bern. Foreign Minister Ana Brito held talks with the guest on Monday.",
        "The King received the ambassador of Peru in Oslo on Monday.",
        "The envoys of Presidents Olaf Brenner and Ana Kovac met in Bern on Monday.",
        "Advisers to the presidents of Peru and Chile discussed the price of copper at Tacna on Monday.",
        "President Olaf Brenner told President Ana Kovac in a letter on Monday that he was sorry.",
        "The presidents of Peru and Chile discussed the price of copper on the telephone on Monday.",
        "Peru received the leaders of the opposition in Lima on Monday.",
        "The foreign minister said on Monday, after talks in Bern, that President Olaf Brenner was ill.",
        "Opposition leader Ana Brito met President Olaf Brenner on Monday.",
        "Senate Majority Leader Ana Brito met President Olaf Brenner on Monday. Brito met Prime Minister Carl Dorn on Sunday.",
        "Former Prime Minister Ana Brito met President Olaf Brenner on Monday.",
        "Hamas leader Ana Brito met President Olaf Brenner on Monday.",
        "World Bank President Ana Brito met President Olaf Brenner of Chile on Monday.",
    ],
)
def test_who_only_speaks_for_a_leader_makes_none(text):
    assert "summit" not in {mention.type for mention in read(text)}


def test_the_next_meeting_of_those_whose_summit_was_told_is_one_too():
    text = "NATO leaders ended a summit on Tuesday. The alliance will next meet in Oslo on 3 June 2025."
    assert {m.type for m in read(text)} == {"summit"}
    ministers = text.replace("The alliance", "Their foreign ministers")
    assert {m.type for m in read(ministers)} == {"summit", "talks"}


def test_talks_told_again_are_the_summit_that_the_talks_of_leaders_were():
    text = "President Ana Kovac received President Olaf Brenner on Monday. In the talks on Monday the two agreed."
    assert {m.type for m in read(text)} == {"summit"}


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("The two-day meeting began with a minute of silence on Monday.", ["summit"]),
        ("The meeting of the sherpas was held on Tuesday.", ["summit", "talks"]),
        (
            "Foreign ministers held talks on the fringes on Tuesday. The meeting ended on Tuesday.",
            ["summit", "talks", "talks"],
        ),
    ],
)
def test_the_meeting_is_the_summit_told_of_last(text, types):
    found = read("The ASEAN summit opened in Lima on Monday. " + text)
    assert sorted(m.type for m in found if m.type != "ceremony") == types


@pytest.mark.parametrize(
    ("added", "type_"),
    [
        ("the first encounter between the leaders of the two countries", "summit"),
        ("their second face-to-face meeting as leaders", "talks"),
        ("the first meeting of advisers of the leaders in years", "talks"),
        ("the first step towards a meeting of their presidents", "talks"),
    ],
)
def test_what_is_added_tells_whether_those_who_met_are_leaders(added, type_):
    text = f"Ana Brito and Olaf Brenner shook hands in Bern on Monday, {added}."
    assert read(text)[0].type == type_


@pytest.mark.parametrize(
    ("rest", "types"),
    [
        ("for their first in-person talks", ["summit"]),
        ("and talked for four hours", ["summit"]),
        ("while their envoys held talks", ["summit", "talks"]),
        ("and Foreign Minister Ana Brito held talks with the mayor", ["summit", "talks"]),
    ],
)
def test_what_a_sentence_goes_on_to_tell_of_a_summit_is_no_other_meeting(rest, types):
    found = read(f"The presidents of Chad and Mali met in Bern on Tuesday {rest}.")
    assert sorted(mention.type for mention in found) == types
