"""Patterns are only tried where they may match; nothing is missed by that."""

import datetime as dt

import pytest

from tracker.mentions.article import article_of
from tracker.mentions.language import load_language
from tracker.mentions.marks import MARKS
from tracker.mentions.pattern import compile_pattern
from tracker.mentions.phrases import phrases
from tracker.mentions.rules import load_rules
from tracker.mentions.searching import Index, Searched
from tracker.rulebook import load_rulebook
from tracker.values import Document

PERSON, COUNTRY, DATE = MARKS["person"] * 5, MARKS["country"] * 6, MARKS["date"] * 4
RULES = load_rules(load_rulebook())
EXAMPLES = [example.text for kind in RULES.types.values() for example in kind.examples][::15]
NOON = dt.datetime(2024, 5, 8, 12, tzinfo=dt.UTC)


def found(pattern, text):
    compiled = compile_pattern(pattern, load_language(load_rulebook()))
    searched = Searched(text)
    asked = Index([compiled]).found_in(searched)
    return [span.of(text) for number in asked for span in searched.spans([compiled][number])]


@pytest.mark.parametrize(
    ("pattern", "text", "words"),
    [
        ("~hold talks", "They HOLD “talks”, then held talks again", ["HOLD “talks", "held talks"]),
        ("women's summit", "the women’s “summit” and the women's summit", ["women’s “summit", "women's summit"]),
        ("{country} .. talks", f"{COUNTRY}’s first talks", [f"{COUNTRY}’s first talks"]),
        ("cease-fire [deal]", "A cease-fire deal; no cease-fires.", ["cease-fire deal"]),
        ("{ordinal} session", "the 12th session and the third session", ["12th session", "third session"]),
        ("{number} years", "after 1,500 years or seventy years", ["1,500 years", "seventy years"]),
        ("{country} visit", f"{COUNTRY}'s visit, non-{COUNTRY} visit", [f"{COUNTRY}'s visit", f"{COUNTRY[1:]} visit"]),
        ("{person} spoke", f"{PERSON}{MARKS['name'] * 3} spoke", [f"{PERSON}{MARKS['name'] * 3} spoke"]),
        ("{name} summit", f"the Seabed summit on {DATE}", ["Seabed summit"]),
        ("[the] .. summit", "the first summit", ["the first summit"]),
        ("meeting", "İzmir meeting, meetings", ["meeting"]),
    ],
)  # fmt: skip
def test_a_pattern_is_found_where_it_stands(pattern, text, words):
    assert found(pattern, text) == words


@pytest.mark.parametrize(
    ("start", "end", "found"),
    [(0, 99, 8), (8, 99, 8), (9, 99, 27), (0, 8, None), (9, 27, None), (28, 99, None)],
)
def test_phrases_are_found_in_the_stretch_asked_for_only(start, end, found):
    searched = Searched("the day after they met, or after hours")
    cue = phrases(["after", "ahead of"])
    match = cue.search(searched, start, end)
    assert (match and match.start()) == found
    assert [each.start() for each in cue.finditer(searched, start, end)][:1] == [found][
        : found is not None
    ]


def test_what_is_left_of_a_word_that_a_stretch_cuts_is_read_as_another():
    assert phrases(["after"]).search(Searched("they met afterwards"), 0, 14) is not None


def test_no_pattern_has_signs_of_print_which_take_long_to_compile():
    sources = "".join({pattern.regex.pattern for _, pattern in RULES.calls.pairs})
    assert not set("‘’“”") & set(sources)


def test_the_index_misses_nothing_that_the_patterns_alone_would_find():
    patterns = tuple({p.text: p for _, p in RULES.calls.pairs}.values())
    index = Index(patterns)
    for text in EXAMPLES:
        for view in article_of(Document("example:", "", text, NOON), load_rulebook()).views:
            searched = Searched(view.masked)
            asked = set(index.found_in(searched))
            for number, pattern in enumerate(patterns):
                alone = [match.span() for match in pattern.regex.finditer(searched.straight)]
                assert not alone or number in asked
                assert number not in asked or searched.spans(pattern) == alone
