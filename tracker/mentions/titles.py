"""What a person would call a happening: the noun phrase that names it, or its clause made short."""

import re

from tracker.mentions.hits import Hit, View
from tracker.values import Span

__all__ = ["title_of"]

LONGEST = 90


def title_of(hit: Hit, view: View) -> str:
    """A title of at most 90 characters from the words around the trigger."""
    text = view.sentence.text
    start = _left(view, hit.span.start)
    end = _right(view, hit.span.end)
    words = _without_dates(view, Span(start, end))
    words = re.sub(r"\s+", " ", words).strip(" ,;:-–—\"“”'’(")
    words = re.sub(
        r"^(?:the|a|an|its|their|his|her|this|that|and)\s+", "", words, flags=re.IGNORECASE
    )
    words = shorten(words)
    return words[:1].upper() + words[1:] if words else text[: LONGEST - 1]


def shorten(words: str) -> str:
    """`words` cut at a word's end to at most 90 characters, without a dangling small word."""
    if len(words) > LONGEST:
        words = words[: LONGEST + 1].rsplit(" ", 1)[0]
    while found := re.search(
        r"[\s,;:]+(?:of|in|on|at|to|for|by|with|from|and|or|the|a|an|its|their|his|her|that|which|as|who)?$",
        words,
        re.IGNORECASE,
    ):
        if not found[0]:
            break
        words = words[: found.start()]
    return words


def _left(view: View, position: int) -> int:
    found = [
        m.end()
        for m in re.finditer(
            r"[.;:—–,(]\s|\b(?:that|which|after|before|while|when|as)\s", view.masked[:position]
        )
    ]
    start = max(found, default=0)
    if position - start > 60:  # too far back: begin with the first whole word within reach
        start = view.masked.find(" ", position - 60, position) + 1 or position
    return start


def _right(view: View, position: int) -> int:
    found = re.search(
        r"[.;:—–,)(]|\b(?:that|which|after|before|while|when|as|who|where)\s|$",
        view.masked[position:],
    )
    return position + (found.start() if found else 0)


def _without_dates(view: View, span: Span) -> str:
    text, done, kept = view.sentence.text, span.start, []
    for date in view.dates:
        spot = view.at(date.span)
        if date.interval is None:  # "the 80th anniversary" is what it is called, not when
            continue
        if spot.end <= span.start or spot.start >= span.end:
            continue
        before = re.sub(
            r"\s*\b(?:on|in|from|until|by|at|during|of|since|late|early)?\s*$",
            " ",
            text[done : spot.start],
            flags=re.IGNORECASE,
        )
        kept.append(before)
        done = max(done, spot.end)
    return "".join([*kept, text[done : span.end]])
