"""Bodies no gazetteer has, known by the words they are named with: "Ministry of …", "… Commission"."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from tracker.mentions.naming import Name, Naming
from tracker.values import Span

__all__ = ["letters_of", "unknown_bodies"]

LETTERS = re.compile(r" \(([A-Z]{2,8})\)")


def unknown_bodies(text: str, taken: bytearray, naming: Naming) -> Iterator[Name]:
    """The capitalised sequences that begin or end with a word of a body; behind another name that word by
    itself ("the Peruvian Senate")."""
    for hit in naming.sequence.finditer(text):
        for start, end in _free(text, Span(*hit.span()), taken):
            parts = naming.joint.sub("", text[start:end].rstrip()).split(" ")
            if parts[-1] in naming.days:  # "the Trade Board on Monday"
                parts = naming.joint.sub("", " ".join(parts[:-1])).split(" ")
            parts = _behind_its_opening(_behind_a_day(parts, naming), naming)
            if parts[0].lower() in naming.articles:
                parts = parts[1:]
            owned = start > hit.start() and text[start - 1] == " "
            if len(parts) < 2 - owned or parts[0] in naming.words_of_titles | naming.papers:
                continue
            if " ".join(parts) in naming.no_bodies:
                continue
            if parts[0] in naming.bodies or parts[-1] in naming.bodies:
                words = " ".join(parts)
                at = text.index(words, start)
                yield Name(Span(at, at + len(words)), words, "body")


def _behind_a_day(parts: list[str], naming: Naming) -> list[str]:
    """The words behind a day that opens the sentence: "On Monday | the Trade Board"."""
    for number, (day, article) in enumerate(pairwise(parts[:4])):
        if day in naming.days and article.lower() in naming.articles:
            return parts[number + 1 :]
    return parts


def _behind_its_opening(parts: list[str], naming: Naming) -> list[str]:
    """The words behind a small word that has its capital letter from the sentence: "With the | Senate"."""
    if len(parts) > 2 and parts[0].lower() in naming.openings and parts[1] in naming.articles:
        return parts[2:]
    return parts


def letters_of(text: str, bodies: Iterable[Name], taken: bytearray) -> Iterator[Name]:
    """Where a body is called by the letters that stand in brackets behind its name: "the Lake Board (LB)"."""
    for body in bodies:
        told = LETTERS.match(text, body.span.end)
        if told is None:
            continue
        for found in re.finditer(rf"(?<![\w(-]){told[1]}(?![\w)-])", text):
            if taken.find(1, *found.span()) < 0:
                yield Name(Span(*found.span()), told[1], "body", nation=body.nation)


def _free(text: str, span: Span, taken: bytearray) -> Iterator[Span]:
    """The stretches of a sequence that no other name has, each from its first whole word on."""
    end = span.start
    while end < span.end:
        start = taken.find(0, end, span.end)
        if start < 0:
            return
        end = taken.find(1, start, span.end)
        end = span.end if end < 0 else end
        if start > span.start:  # behind a name: "…'s Senate"
            start = text.find(" ", start, end) + 1 or end
        if start < end:
            yield Span(start, end)
