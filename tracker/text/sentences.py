"""Text -> sentences with exact offsets. One pass; each possible end is judged by its neighbours."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from tracker.text.words import word_set
from tracker.values import Sentence, Span

__all__ = ["split_sentences"]

# A possible end: stops with their closing quotes and brackets, then white space, the end of the
# text, the marks of footnotes, or (a lost space: "of the Comrade.Kim Jong Un") a capitalised word. It begins with a class
# of signs: a search skips from stop to stop.
_END: Final = re.compile(
    r"""[.!?…。！？](?:"""
    r"""(?<=[.!?…])[.!?…]{0,7}["'”’»)\]]{0,3}(?:\[\d{1,3}\]){0,4}(?=\s|$)"""
    r"""|(?<=[a-zа-я]{3}[.!?])["'”’»]{0,2}(?=[“"]?[A-ZА-Я][a-zа-я])"""
    r"""|(?<=[。！？])[。！？]{0,3}[」』”’）]{0,2})"""
)
_LAST_WORD: Final = re.compile(r"[^\s(\[“\"'‘]+\Z")
_NEXT_WORD: Final = re.compile(r"""\s*["'“‘«(\[]{0,3}([^\s.,;:!?"”’)]*)""")
_LINE: Final = re.compile(r"[^\n]+")
_BULLET: Final = re.compile(r"\s*(?:[-*•▪●◦‣·–—■□▲△○]|\(?\w{1,3}[.)])\s")
_LONGEST_WORD: Final = 40
_LONGEST: Final = (
    2000  # signs: what goes on for longer is no prose but a list or a table that lost its lines
)


def split_sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of `text` in order; `text[span]` is the sentence, without white space around it.

    A blank line or a line end parts paragraphs, save where a line was plainly wrapped. What never ends is cut
    between words, so that reading costs no more than its length.
    """
    return tuple(
        Sentence(span, span.of(text), number)
        for number, paragraph in enumerate(_paragraphs(text))
        for span in _cut(text, paragraph)
    )


def _paragraphs(text: str) -> Iterator[Span]:
    """The stretches of text that hold together, wrapped lines joined."""
    start = end = -1
    for line in _LINE.finditer(text):
        if not line[0].strip():
            continue
        if start >= 0 and not _wrapped(text, end, line.start()):
            yield Span(start, end)
            start = -1
        start = line.start() if start < 0 else start
        end = line.end()
    if start >= 0:
        yield Span(start, end)


def _wrapped(text: str, end: int, start: int) -> bool:
    """Whether the line break between `end` and `start` only wraps a sentence."""
    if text.count("\n", end, start) != 1 or _BULLET.match(text, start, start + 12):
        return False
    head = text[start : start + 40].lstrip()
    tail = text[max(0, end - 40) : end].rstrip()
    if not head or not tail or tail[-1] in '.!?:;。…"”':
        return False
    last = tail.split()[-1]  # "on", "of the": a line does not end so unless it was wrapped
    return head[0].islower() or last[-1] == "," or (last.islower() and len(last) <= 3)


def _cut(text: str, paragraph: Span) -> Iterator[Span]:
    start = paragraph.start
    for stop in _END.finditer(text, paragraph.start, paragraph.end):
        if _ends(text, start, stop, paragraph.end):
            yield from _trimmed(text, start, stop.end())
            start = stop.end()
    yield from _trimmed(text, start, paragraph.end)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while end - start > _LONGEST:
        blank = text.rfind(" ", start, start + _LONGEST)
        cut = blank if blank > start else start + _LONGEST
        yield from _stripped(text, start, cut)
        start = cut
    yield from _stripped(text, start, end)


def _stripped(text: str, start: int, end: int) -> Iterator[Span]:
    inner = text[start:end]
    body = inner.strip()
    if body:
        first = start + len(inner) - len(inner.lstrip())
        yield Span(first, first + len(body))


def _ends(text: str, start: int, stop: re.Match[str], limit: int) -> bool:
    """Whether the sentence that began at `start` ends with `stop`."""
    if stop.end() >= limit or stop[0][0] in "。！？":
        return True
    follower = _NEXT_WORD.match(text, stop.end(), min(limit, stop.end() + _LONGEST_WORD))
    following = follower[1] if follower else ""
    if following[:1].islower():
        return False
    if stop[0] != ".":
        return not stop[0].startswith("..") or bool(following)
    last = _LAST_WORD.search(text, max(start, stop.start() - _LONGEST_WORD), stop.start())
    return _word_ends(last[0] if last else "", following)


def _word_ends(word: str, following: str) -> bool:
    """Whether a full stop between these two words ends a sentence."""
    before_name, before_number, ambiguous, starters = _lists()
    if word in before_name:
        return False
    figure = following[:1].isdigit()
    if figure and word in before_number:
        return False
    initial = word[-1:].isupper() and (len(word) == 1 or word[-2] == "-")
    short = word.rpartition("-")[2]  # "Gulf-U.S."
    letters = "." in short and len(short) < 8 and short.replace(".", "").isalpha()
    doubtful = initial or letters or word in ambiguous
    return not doubtful or figure or following in starters


@cache
def _lists() -> tuple[frozenset[str], ...]:
    keys = ("before_name", "before_number", "ambiguous", "starters")
    return tuple(word_set("sentences.toml", key) for key in keys)
