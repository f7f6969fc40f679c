"""A quick look at the words of a sentence spares most searches; it never hides what a search would find."""

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.mentions.cues import load_cues
from tracker.mentions.language import load_language
from tracker.mentions.marks import MARKS
from tracker.mentions.masked import Cue, Masked, cue_of
from tracker.mentions.rules import load_rules
from tracker.mentions.searching import Searched
from tracker.rulebook import load_rulebook

CUES = {
    field.name: cue
    for field in dataclasses.fields(load_cues(load_rulebook(), "en"))
    if isinstance(cue := getattr(load_cues(load_rulebook(), "en"), field.name), Cue)
}
LANGUAGE = load_language(load_rulebook())
INDEX = load_rules(load_rulebook()).index
NUMBERS = st.integers(0, len(INDEX.patterns) - 1)
NAMES = [mark * 3 for mark in MARKS.values()]
OTHERS = [*NAMES, "the", "of", "12th", "2,000", "Name", "met", "and"]
JOINTS = st.sampled_from([" ", " ", " ", ", ", "-", "’s ", " “", "  ", ". ", ""])


def sentences(words):
    pairs = st.tuples(st.sampled_from([*sorted(words), *OTHERS]), JOINTS)
    return st.lists(pairs, max_size=9).map(lambda found: "".join(map("".join, found)))


def spans(matches):
    return [match.span() for match in matches]


@given(st.data(), st.sampled_from(sorted(CUES)))
def test_a_cue_finds_what_its_pattern_alone_would(data, name):
    cue = CUES[name]
    text = data.draw(sentences({*(cue.words or ()), *LANGUAGE.words(name)}))
    assert spans(cue.finditer(Masked(text))) == spans(cue.pattern.finditer(text))
    assert bool(cue.search(Masked(text))) == bool(cue.pattern.search(text))
    assert bool(cue.match(Masked(text))) == bool(cue.pattern.match(text))


@given(st.data(), NUMBERS)
def test_a_pattern_is_found_wherever_it_alone_would_be(data, number):
    pattern = INDEX.patterns[number]
    known = {word for each in (*pattern.needs, *pattern.pairs) for word in each if word}
    text = data.draw(sentences(known))
    searched = Searched(Masked(text), INDEX)
    found = searched.spans(number) if number in searched.held else []
    assert found == spans(pattern.regex.finditer(text))


def test_a_sentence_without_the_words_of_a_cue_is_not_searched():
    cue = cue_of("x", ["called off"])
    assert cue.search(Masked("x marks the spot")) is None
    assert cue.search(Masked("x is called"))
    assert cue.search("x of which the words are not known")
    assert cue_of("x", ["call*"]).search(Masked("x, for a word may go on in any way"))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The 12th round", ["the", "0", "round"]),
        (f"{NAMES[0]}{NAMES[1]}’s aides", [MARKS["person"], MARKS["country"], "aides"]),
        ("İzmir's", ["izmir", "s"]),
    ],
)
def test_words_are_in_lower_case_figures_and_names_by_their_kind(text, words):
    assert Masked(text).tokens == words
    assert len(Masked(text).small) == len(text)
