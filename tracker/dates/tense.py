"""Which way a phrase points: what the verbs around it say."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from tracker.dates.rules import Grammar
from tracker.dates.view import View

__all__ = ["Direction", "direction"]

REACH: Final = 160  # characters of context on either side; longer clauses are rare
_WORD: Final = re.compile(r"[a-zа-яё]+(?:'[a-z]+)?")
_CLAUSE_END: Final = re.compile(r"[.!?;:\n](?=\s|$)|\n|。|！|？")


@dataclass(frozen=True, slots=True)
class Direction:
    """-1 past, 1 future, 0 unknown, and the words that say so."""

    sign: int
    reason: str = ""


@dataclass(frozen=True, eq=False)
class _Cues:
    words: Mapping[str, int]
    not_past: frozenset[str]
    not_verbs: frozenset[str]


@lru_cache(maxsize=16)
def _cues(grammar: Grammar) -> _Cues:
    table: Mapping[str, Mapping[str, Any]] = grammar.words
    words = {word: int(sign) for word, sign in table.get("tense", {}).items()}
    return _Cues(
        words,
        frozenset(table.get("not_past", {})),
        frozenset(table.get("not_infinitive", {})),
    )


def direction(view: View, start: int, end: int, grammar: Grammar) -> Direction:
    """What the nearest verb says: the one before the phrase first, else the one after it."""
    cues = _cues(grammar)
    before = view.lower[max(0, start - REACH) : start]
    cut = 0
    for stop in _CLAUSE_END.finditer(before):
        cut = stop.end()
    words = _WORD.findall(before, cut)
    found = _backward(words, cues)
    if found.sign:
        return found
    after = view.lower[end : end + REACH]
    stop_after = _CLAUSE_END.search(after)
    return _forward(_WORD.findall(after[: stop_after.start()] if stop_after else after), cues)


def _backward(words: list[str], cues: _Cues) -> Direction:
    for index in range(len(words) - 1, -1, -1):
        sign = _sign(words, index, cues)
        if sign:
            return Direction(sign, _why(sign, words[index], "before"))
    return Direction(0)


def _forward(words: list[str], cues: _Cues) -> Direction:
    for index in range(len(words)):
        sign = _sign(words, index, cues)
        if sign:
            return Direction(sign, _why(sign, words[index], "after"))
    return Direction(0)


def _why(sign: int, word: str, side: str) -> str:
    return f"{'future' if sign > 0 else 'past'}: '{word}' stands {side}"


def _sign(words: list[str], index: int, cues: _Cues) -> int:
    """What one word says of time, seen with its neighbour."""
    word = words[index]
    if word in cues.words:
        return cues.words[word]
    if word == "to" and index + 1 < len(words) and words[index + 1] not in cues.not_verbs:
        return 0
    if len(word) > 4 and word.endswith("ed") and word not in cues.not_past:
        return -1
    return 0
