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
        "President Olaf Brenner and President Ana Kovac met in Oslo last June. The pair had met in Bern on 4 May 2021.",
    ],
)
def test_leaders_make_a_meeting_a_summit(text):
    assert "summit" in {mention.type for mention in read(text)}


@pytest.mark.parametrize(
    "text",
    [
        "An envoy of the president met the prime minister of Chile in Lima on Monday.",
        "The president of the Senate met the Prime Minister of Chile, Ana Brito, in Lima on Monday.",
        "Foreign ministers met in Lima on Monday to prepare the visit of the president.",
    ],
)
def test_who_only_speaks_for_a_leader_makes_none(text):
    assert "summit" not in {mention.type for mention in read(text)}


def test_the_next_meeting_of_those_whose_summit_was_told_is_one_too():
    text = "NATO leaders ended a summit on Tuesday. The alliance will next meet in Oslo on 3 June 2025."
    assert {m.type for m in read(text)} == {"summit"}
    ministers = text.replace("The alliance", "Their foreign ministers")
    assert {m.type for m in read(ministers)} == {"summit", "talks"}
