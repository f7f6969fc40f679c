"""Phrases are only looked for in sentences that have a word they begin with; nothing is missed by that."""

import pytest

from tracker.mentions.phrases import phrases
from tracker.mentions.searching import Searched

TEXT = "The talks were Called off, attendees said; the sub-committee’s plan isn't dead."


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["called off"], "Called off"),
        (["the talks", "round"], "The talks"),
        (["attend*"], "attendees"),
        (["isn't"], "isn't"),
        (["committee"], None),
        (["off the", "deadly"], None),
    ],
)
def test_a_phrase_is_found_where_it_stands(words, said):
    found = phrases(words).search(Searched(TEXT))
    assert (found and found[0]) == said
    assert [each[0] for each in phrases(words).finditer(Searched(TEXT))] == [said] * bool(said)


def test_a_word_that_the_end_of_a_stretch_cuts_is_read_as_far_as_it_goes():
    attend = phrases(["attend"])
    assert attend.search(Searched(TEXT), 0, TEXT.index("ees"))
    assert [*attend.finditer(Searched(TEXT), 0, TEXT.index("ees"))]
    assert attend.search(Searched(TEXT), 0, TEXT.index("attendees")) is None


def test_a_sentence_without_the_first_words_is_not_searched():
    assert phrases(["put off", "put back"]).firsts == frozenset({"put"})
    assert phrases(["put off", "12 days"]).firsts is None
    assert phrases([]).search(Searched(TEXT)) is None
