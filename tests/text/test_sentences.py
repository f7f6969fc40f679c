"""Where sentences end, and where they do not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.text import split_sentences


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He left. She stayed.", ["He left.", "She stayed."]),
        ("He met Gen. Kim on Sept. 25.", ["He met Gen. Kim on Sept. 25."]),
        ("They came in Sept. The talks began.", ["They came in Sept.", "The talks began."]),
        ("Talks in the U.S. The bill passed.", ["Talks in the U.S.", "The bill passed."]),
        ("The Gulf-U.S. Summit met.", ["The Gulf-U.S. Summit met."]),
        ("Talks on China-U.S. ties went on.", ["Talks on China-U.S. ties went on."]),
        (
            "They praised Saudi-U.S. The bill passed.",
            ["They praised Saudi-U.S.", "The bill passed."],
        ),
        ("The U.S. Senate met at 5 p.m. on Monday.", ["The U.S. Senate met at 5 p.m. on Monday."]),
        ("J. R. Moon and Lee Jr. said no.", ["J. R. Moon and Lee Jr. said no."]),
        ("Resolution No. 2397 stands.", ["Resolution No. 2397 stands."]),
        ("He said no. 12 people left.", ["He said no. 12 people left."]),
        ("It weighs 3.5 tons. It flies.", ["It weighs 3.5 tons.", "It flies."]),
        ('"We go." He left.', ['"We go."', "He left."]),
        ('"Will you go?" he asked.', ['"Will you go?" he asked.']),
        ("the great Comrade.Kim visited.", ["the great Comrade.", "Kim visited."]),
        ("Points:\n- one\n- two", ["Points:", "- one", "- two"]),
        ("The visit was a long\nand warm one.", ["The visit was a long\nand warm one."]),
        ("A headline\nThe text.", ["A headline", "The text."]),
        ("One\n\ntwo", ["One", "two"]),
        ("会议召开。主席讲话！", ["会议召开。", "主席讲话！"]),
        ("Он родился в 1948 г. в Москве. Он врач.", ["Он родился в 1948 г. в Москве.", "Он врач."]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text, expected):
    assert [sentence.text for sentence in split_sentences(text)] == expected


def test_paragraphs_are_counted():
    found = split_sentences("One. Two.\n\nThree.")
    assert [(sentence.text, sentence.paragraph) for sentence in found] == [
        ("One.", 0),
        ("Two.", 0),
        ("Three.", 1),
    ]


@given(st.text(alphabet="aA1 .!?\n\"'-U.Sept。", max_size=200))
def test_spans_quote_the_text_and_lose_nothing(text):
    found = split_sentences(text)
    assert all(sentence.span.of(text) == sentence.text for sentence in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert "".join("".join(s.text.split()) for s in found) == "".join(text.split())


@given(
    st.sampled_from(["names, ", "a list of words and ", "unbroken", "“quoted” "]),
    st.integers(1, 1500),
)
def test_what_never_ends_is_cut_between_words(piece, times):
    text = piece * times
    cut = [sentence.text for sentence in split_sentences(text)]
    assert max(map(len, cut)) <= 2000
    assert "".join("".join(cut).split()) == "".join(text.split())
    assert " " not in text.strip() or " ".join(cut).split() == text.split()
