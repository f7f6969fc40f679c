"""The signs that stand for names and dates in a masked sentence, and the masking."""

from collections.abc import Iterable

__all__ = ["FIGURE", "MARKS", "SIGNS", "WIDER", "mask", "straight"]

MARKS = {
    "person": "\ue001",
    "country": "\ue002",
    "body": "\ue003",
    "place": "\ue004",
    "date": "\ue005",
    "name": "\ue006",
    "parliament": "\ue007",  # a body whose detail says so has a mark of its own
    "leaders": "\ue008",  # a body that heads of state or government meet in
    "alliance": "\ue009",  # a body of states, which they join and leave
    "union": "\ue00a",  # the same where it is spoken of as a country too
}
SIGNS = "".join(MARKS.values())
WIDER = {  # slots that other marks fit too
    "person": ("name",),
    "body": ("parliament", "leaders", "alliance"),
    "country": ("union",),
    "alliance": ("union",),
}
STRAIGHT = (("’", "'"), ("‘", "'"), ("”", '"'), ("“", '"'))
FIGURE = "0"  # stands for every word that begins with a figure


def mask(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """`text` of the same length with each (start, end, kind) blotted out by its kind's mark."""
    parts, done = [], 0
    for start, end, kind in sorted(spans):
        if start < done:
            continue
        parts += [text[done:start], MARKS[kind] * (end - start)]
        done = end
    return "".join([*parts, text[done:]])


def straight(text: str) -> str:
    """`text` of the same length with the quotation marks and apostrophes of a typewriter."""
    for printed, typed in STRAIGHT:
        text = text.replace(printed, typed)
    return text
