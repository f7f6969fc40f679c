"""Text as it is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.articles.titles import clean_title
from tracker.plain import plain_line, plain_text, without_headline


@pytest.mark.parametrize(
    ("given_text", "stored"),
    [
        ("One.\n\nTwo.", "One.\n\nTwo."),
        ("One\nand the same.\n\n\n \nTwo.", "One and the same.\n\nTwo."),
        ("One.\r\n\r\nTwo.", "One.\n\nTwo."),
        (
            "A first line that ends.\nA second line that ends.",
            "A first line that ends.\n\nA second line that ends.",
        ),
        ("One\u00a0 two\tthree", "One two three"),
        ("N\x00U\x0bL \ud800 \ufeffsoft\u00adhyphen zero\u200bwidth", "NUL softhyphen zerowidth"),
        ("e\u0301t\u00e9", "\u00e9t\u00e9"),
        ("", ""),
        (" \n \n", ""),
    ],
)
def test_paragraphs_are_lines_parted_by_blank_lines(given_text: str, stored: str):
    assert plain_text(given_text) == stored


def test_wrapped_lines_are_one_paragraph():
    wrapped = (
        "The two ministers met for an hour at the palace on Tuesday and\n"
        "spoke of trade, of the bridge that was shut in the spring, and\n"
        "of the fishing grounds which both of their countries claim for\n"
        "themselves since the old treaty ran out."
    )
    assert plain_text(wrapped) == wrapped.replace("\n", " ")


@given(st.text())
def test_plain_text_is_its_own_plain_text(text: str):
    plain = plain_text(text)
    assert plain_text(plain) == plain
    assert plain.encode("utf-8").decode() == plain
    assert "\x00" not in plain
    assert plain_line(text) == plain_line(plain_line(text))


@pytest.mark.parametrize(
    ("title", "publishers", "clean"),
    [
        ("Ministers meet | The Gazette", ["Gazette"], "Ministers meet"),
        ("Ministers meet - World - Gazette", ["Gazette"], "Ministers meet - World"),
        ("Ministers meet – gazette.example", ["www.gazette.example"], "Ministers meet"),
        ("Ministers meet | Herald", ["Gazette"], "Ministers meet | Herald"),
        ("Gazette", ["Gazette"], "Gazette"),
        ("Two-way talks", ["way talks"], "Two-way talks"),
        ("  Ministers\n meet ", [], "Ministers meet"),
    ],
)
def test_titles_lose_the_publishers_name(title: str, publishers: list[str], clean: str):
    assert clean_title(title, publishers) == clean


def test_a_headline_above_the_text_is_no_part_of_it():
    text = "Ministers meet!\n\nThey met on Tuesday."
    assert without_headline(text, "Ministers Meet") == "They met on Tuesday."
    assert without_headline("Ministers meet", "Ministers meet") == "Ministers meet"


def test_lines_of_a_list_are_paragraphs_also_where_others_are_parted_by_blank_lines():
    text = "An outline.\n\n2013\nMay 4: The two met.\nMay 9: They signed\na treaty.\n\nThe end."
    assert plain_text(text).split("\n\n") == [
        "An outline.", "2013", "May 4: The two met.", "May 9: They signed a treaty.", "The end."
    ]  # fmt: skip


def test_entries_of_a_list_are_no_wrapped_lines_though_they_are_of_their_length():
    text = (
        "May 4-5: The foreign minister of the southern neighbour, with a delegation of forty, comes to the capital\n"
        "May 9: Victory Day. A parade of the garrison on the main square\n"
        "June 1-14: Joint drill of the two fleets off the northern islands\n"
        "June 20: The prime minister at the conference of the lakes"
    )
    assert plain_text(text).split("\n\n") == text.split("\n")
