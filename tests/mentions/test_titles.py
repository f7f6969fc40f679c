"""Titles: the sentence beside the title a person would write, and what no title may ever do."""

import datetime as dt
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.mentions import find_mentions
from tracker.mentions.language import load_language
from tracker.mentions.titles import title_quality
from tracker.mentions.titles.headlines import headline_words
from tracker.mentions.titles.polish import LONGEST, inner, polish
from tracker.mentions.titles.soundness import sound
from tracker.rulebook import load_rulebook
from tracker.values import Document

DATA = Path(__file__).parents[1] / "data" / "titles"
CASES = [
    case
    for file in sorted(DATA.glob("*.toml"))
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]
PUBLISHED = dt.datetime(2025, 5, 7, 9, tzinfo=dt.UTC)


def titles_of(text: str, headline: str = "") -> list[str]:
    document = Document("https://a.example/1", headline, text, PUBLISHED)
    return [mention.title for mention in find_mentions(document, load_rulebook())]


@pytest.mark.parametrize("case", CASES, ids=[case["oddity"] for case in CASES])
def test_a_title_is_what_a_person_would_write(case):
    assert case["title"] in titles_of(case["text"], case.get("headline", ""))


def test_the_headline_is_taken_where_the_sentence_gives_no_clause():
    text = "A joint drill of Mongolia and India, the fifth since 2019, on Monday."
    headline = "Mongolia and India hold fifth joint drill"
    assert titles_of(text, headline)[0] == headline


# A name that looks like a small word ("To Lam") begins a title that is sound only with the name known.
SENTENCES = [case["text"].rstrip(".") for case in CASES if "To Lam" not in case["text"]]
JOINTS = [
    ", after which ",
    " and ",
    "; ",
    " (",
    " -- ",
    ", which followed ",
    " because of the ",
    ' and "',
]


@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=3), st.sampled_from(JOINTS))
def test_no_title_is_long_cut_or_a_fragment(sentences, joint):
    rulebook = load_rulebook()
    words = headline_words(load_language(rulebook, "en"))
    for title in titles_of(joint.join(sentences) + "."):
        assert len(title) <= LONGEST
        assert title[0].isupper() or title[0].isdigit()
        assert " " not in title or sound(title, words)
        assert title.count("(") == title.count(")")


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_polish_is_done_once(text):
    words = headline_words(load_language(load_rulebook(), "en"))
    once = polish(text, words)
    assert len(once) <= LONGEST
    assert polish(once, words) == once


def test_quality_prefers_names_to_bare_nouns_and_lists():
    good = "Mongolian President Khurelsukh visits Vientiane"
    assert title_quality(good) > title_quality("Visit: Mongolia")
    assert title_quality(good) > title_quality("Visit")
    assert title_quality("") == 0


@pytest.mark.parametrize(
    ("title", "inside"),
    [
        ("Signing of the accord", "signing of the accord"),
        ("Gaya-Say charter signed", "Gaya-Say charter signed"),
        ("U.S. summit", "U.S. summit"),
        ("G7 meeting", "G7 meeting"),
    ],
)
def test_a_title_inside_another_keeps_the_capitals_of_names(title, inside):
    assert inner(title) == inside


def test_an_article_fits_the_word_that_it_is_left_before():
    words = headline_words(load_language(load_rulebook()))
    assert polish("Pact replaces a agreement", words) == "Pact replaces an agreement"
    assert polish("Pact is a European one", words) == "Pact is a European one"


def test_who_is_met_abroad_does_not_travel():
    text = "Ghana's foreign minister is in Chile for talks with President Gabriel Boric on Tuesday."
    assert "Ghana's visit to Chile" in titles_of(text)
