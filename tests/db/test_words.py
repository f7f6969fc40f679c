"""How a text becomes words, and a question terms."""

import pytest

from db.words import Term, fits, fold_words, joined, terms


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Kim Jong-un's visit", ["kim", "jong", "un", "s", "visit"]),
        ("São Tomé; STRASSE, Straße", ["sao", "tome", "strasse", "strasse"]),
        ("Пхеньян принял делегацию", ["пхеньян", "принял", "делегацию"]),
        ("평양에서 회담", ["평양에서", "회담"]),
        ("12차 全员会议", ["12차", "全", "员", "会", "议"]),
        ("snake_case \ue000 \x00 12.5%", ["snake", "case", "12", "5"]),
        ("a" * 100, ["a" * 64]),
    ],
)
def test_words_are_folded(text, words):
    assert fold_words(text) == words


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("missile", [Term(("missile",), open=True)]),
        ("US", [Term(("us",))]),
        ("US*", [Term(("us",), open=True)]),
        ('"joint statement"', [Term(("joint", "statement"))]),
        ('"joint state*" "joint state"*', [Term(("joint", "state"), open=True)]),
        ("North-South", [Term(("north", "south"), open=True)]),
        ('naval "oslo', [Term(("naval",), open=True), Term(("oslo",), open=True)]),
        ("회담", [Term(("회담",), open=True)]),
        ("treaty TREATY", [Term(("treaty",), open=True)]),
        ('"" * "*" ( ) - NEAR( AND:', [Term(("near",), open=True), Term(("and",))]),
    ],
)
def test_a_question_becomes_terms(question, expected):
    assert list(terms(question)) == expected


def test_a_very_long_question_is_cut():
    assert len(terms(" ".join(f"word{number}" for number in range(1000)))) == 32


def test_no_phrase_spans_two_texts():
    told = joined(["Talks in Lund", "Lund is a town"])
    assert fits(Term(("lund", "is")), told)
    assert not fits(Term(("lund", "lund")), told)
