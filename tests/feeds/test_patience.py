"""What is looked at outside the workers, where everything else waits, takes no time worth speaking of."""

import time
from collections.abc import Callable

import pytest

from tracker.articles.titles import clean_title
from tracker.feeds.fulltext import carried_text
from tracker.feeds.items import Item
from tracker.http.refresh import refresh_target
from tracker.plain import tidy
from tracker.walls import is_challenge

LOOKS: dict[str, Callable[[str], object]] = {
    "a refusal": lambda text: is_challenge(403, {}, f"<html>{text}".encode()),
    "a page that may send on": lambda text: refresh_target(f"refresh{text}".encode(), "text/html"),
    "an item's content": lambda text: carried_text(Item("u", html=text), "auto"),
    "a title": tidy,
    "a title with its publisher": lambda text: clean_title(
        text + " | Gazette" * 100_000, ["Gazette"]
    ),
}
HOSTILE = ["<!--", "<script>", "<style", "<title>", "<a ", "<p", "<br", "<", "&", "\n", " ", '<meta content="', "read more"]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
@pytest.mark.parametrize("look", LOOKS)
def test_hostile_markup_keeps_nobody_waiting(look: str, piece: str) -> None:
    text = piece * (500_000 // len(piece))
    began = time.process_time()
    LOOKS[look](text)
    assert time.process_time() - began < 2  # pair by pair it would be minutes


def test_a_comment_is_left_out_and_one_without_an_end_is_not() -> None:
    assert tidy("Ferry <!-- <b>hidden</b> -->resumes") == "Ferry resumes"
    assert tidy("Ferry <!-- resumes") == "Ferry <!-- resumes"
