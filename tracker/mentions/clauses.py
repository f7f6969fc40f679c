"""Where the parts of a sentence end: at a semicolon, a dash, a colon that is no clock's."""

import re

from tracker.values import Span

__all__ = ["PART_END", "part_around", "quoted_apart", "words_back"]

PART_SIGN = re.compile("[;—:–]")  # no part ends without one
QUOTES = re.compile('["“”]')
PART_END = re.compile(r"[;—]|:(?!\d)|(?<!\S)–(?!\S)")


def part_around(text: str, span: Span, end: re.Pattern[str] = PART_END) -> Span:
    """The part of `text` that holds `span`, from the last `end` before it to the first behind it."""
    if end is PART_END and not PART_SIGN.search(text):
        return Span(0, len(text))
    start = 0
    for found in end.finditer(text, 0, span.start):
        start = found.end()
    behind = end.search(text, span.end)
    return Span(start, behind.start() if behind else len(text))


def quoted_apart(between: str) -> bool:
    """Whether what lies between two words begins or ends a quotation that only one of them stands in."""
    return len(QUOTES.findall(between)) % 2 == 1


def words_back(text: str, end: int, count: int) -> int:
    """Where the word so many words before a place begins; 0 where there are not so many."""
    before = text[:end]
    words = before.rsplit(maxsplit=count)
    if len(words) < count:
        return 0
    rest = len(words[0]) if len(words) > count else 0
    return end - len(before[rest:].lstrip())
