"""Patterns are only tried where they may match; nothing is missed by that."""

import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.mentions.article import article_of
from tracker.mentions.index import Index
from tracker.mentions.language import load_language
from tracker.mentions.marks import MARKS
from tracker.mentions.pattern import compile_pattern
from tracker.mentions.phrases import phrases
from tracker.mentions.rules import load_rules
from tracker.mentions.searching import Searched
from tracker.mentions.steps import NOWHERE, Printed
from tracker.rulebook import load_rulebook
from tracker.values import Document, Span

PERSON, COUNTRY, DATE = MARKS["person"] * 5, MARKS["country"] * 6, MARKS["date"] * 4
RULES = load_rules(load_rulebook())
EXAMPLES = [example.text for kind in RULES.types.values() for example in kind.examples][::45]
NOON = dt.datetime(2024, 5, 8, 12, tzinfo=dt.UTC)


BETWEEN = r"[\"'),]{0,2}\s+[\"'(]?"
FEW, SOME = r"(?:[^\s,;:()]++\s++){0,3}?", r"(?:[^\s;:()]++\s++){0,8}?"
NEEDED = {
    "a": "(?i:a)",
    "b/c": "(?i:b|c)",
    "B": "B",
    "c,": "(?i:c),",
    "{person}": f"{PERSON[0]}+(?:'s?(?![a-z]))?",
    "(a b|a|b .. c)": f"(?:(?i:a){BETWEEN}(?i:b)|(?i:a)|(?i:b){BETWEEN}{FEW}(?i:c))",
}
MAYBE = {"[a]": "(?i:a)", "[a/b]": "(?i:a|b)", "[b .. c]": f"(?i:b){BETWEEN}{FEW}(?i:c)"}
INSIDE = {
    **{piece: regex + BETWEEN for piece, regex in NEEDED.items()},
    **{piece: f"(?:{regex}{BETWEEN})?" for piece, regex in MAYBE.items()},
    "..": FEW,
    "...": SOME,
}
BEHIND = {piece: f"(?:{BETWEEN}{regex})?" for piece, regex in MAYBE.items()}
PRINTED = ["a", "b", "c", "d", "c,", "b.", '"a"', "a-b", "B", PERSON, f"{PERSON}'s"]


def one_of(table):
    return st.sampled_from(sorted(table.items()))


OPENING = {piece: regex + BETWEEN for piece, regex in NEEDED.items()}  # no gap opens a pattern


@st.composite
def patterns(draw):
    """The pieces of a pattern, each with the regular expression that means the same."""
    opening = draw(st.lists(one_of(OPENING), max_size=1))
    inside = draw(st.lists(one_of(INSIDE), max_size=4)) if opening else []
    behind = draw(st.lists(one_of(BEHIND), max_size=2))
    return [*opening, *inside, draw(one_of(NEEDED)), *behind]


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


def tried_everywhere(pattern, text):
    said = Printed(text, text.lower())
    spans: list[Span] = []
    for begin in re.finditer(r"(?<![\w-])(?!\s)", text):
        if not spans or begin.start() >= spans[-1].end:
            end = pattern.follow(said, begin.start())
            spans += [] if end == NOWHERE else [Span(begin.start(), end)]
    return spans


@given(patterns(), st.lists(st.sampled_from(PRINTED), max_size=12).map(" ".join))
def test_a_pattern_finds_what_a_regular_expression_would(pieces, text):
    pattern, regex = (" ".join(part) for part in zip(*pieces, strict=True))
    whole = re.compile(rf"(?<![\w-]){regex.replace(' ', '')}(?!\w|-\w)")
    assert found(pattern, text) == [match[0] for match in whole.finditer(text)]


def test_the_index_misses_nothing_that_the_patterns_alone_would_find():
    patterns = tuple({p.text: p for _, p in RULES.calls.pairs}.values())
    index = Index(patterns)
    for text in EXAMPLES:
        for view in article_of(Document("example:", "", text, NOON), load_rulebook()).views:
            searched = Searched(view.masked)
            asked = set(index.found_in(searched))
            for number, pattern in enumerate(patterns):
                alone = tried_everywhere(pattern, searched.straight)
                assert not alone or number in asked
                assert number not in asked or searched.spans(pattern) == alone
