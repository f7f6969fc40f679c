"""Which way a phrase points: what the verbs around it say."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracker.dates.rules import Grammar
from tracker.dates.view import View

__all__ = ["Direction", "direction"]

REACH: Final = 160  # characters of context on either side; longer clauses are rare
_WORD: Final = re.compile(r"[^\W\d_]+(?:'[a-z]+)?")
_STOP: Final = re.compile(r"[.!?;:](?=[\s\"')])|\n|[。！？]")
_OPENS: Final = re.compile(
    r"(?:^|[,;:(\"]|--? ?)\W*(?:(?:and|but|while|then|also) )?(?:[a-z]{2,6} )?(?:the )?$"
)


@dataclass(frozen=True, slots=True)
class Direction:
    """-1 past, 1 future, 0 unknown, and the words that say so."""

    sign: int
    reason: str = ""


UNKNOWN: Final = Direction(0)


def direction(view: View, start: int, end: int, grammar: Grammar) -> Direction:
    """What the nearest verb says: the one before the phrase first, unless the phrase opens its clause."""
    cues = _cues(grammar)
    before, after = _around(view, start, end)
    behind, ahead = cues.backward(_WORD.findall(before)), UNKNOWN
    opens = _OPENS.search(before) is not None
    if opens or not behind.sign:
        clause = after.split(",", 2)[: 2 if after.startswith(",") else 1] if opens else [after]
        ahead = cues.forward(_WORD.findall(" ".join(clause)))
    if opens and ahead.sign:
        return ahead
    return behind if behind.sign else ahead


def _around(view: View, start: int, end: int) -> tuple[str, str]:
    """The text of the sentence before and after a phrase, as far as it matters."""
    before = view.lower[max(0, start - REACH) : start]
    cut = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    after = view.lower[end : end + REACH]
    stop = _STOP.search(after)
    return before[cut:], after[: stop.start()] if stop else after


@dataclass(frozen=True, eq=False)
class _Cues:
    """The words that say something of time, from `words_tense.toml` of a language."""

    words: dict[str, int]
    plans: frozenset[str]
    leads: frozenset[str]
    passive: frozenset[str]
    close: frozenset[str]
    not_past: frozenset[str]

    def backward(self, words: Sequence[str]) -> Direction:
        """The last word that says something, read towards the phrase that follows `words`."""
        led = False
        for index in range(len(words) - 1, -1, -1):
            word = words[index]
            if word in self.plans and led:
                return Direction(1, f"future: '{word}' leads to it")
            pair = f"{word} {words[index + 1]}" if index + 1 < len(words) else ""
            sign = self.words.get(pair) or self._sign(word)
            if word in self.close and index < len(words) - 1:
                continue  # "until" looks ahead only right before the date
            if sign < 0 and not self.passive.isdisjoint(words[max(0, index - 2) : index]):
                continue  # "will be held": the modal before it says when
            if sign:
                return Direction(sign, f"{_name(sign)}: '{word}' stands before")
            led = led or word in self.leads
        return UNKNOWN

    def forward(self, words: Sequence[str]) -> Direction:
        """The first word that says something."""
        for index, word in enumerate(words):
            following = words[index + 1] if index + 1 < len(words) else ""
            if word in self.plans and following in self.leads:
                return Direction(1, f"future: '{word} {following}' stands after")
            sign = self._sign(word)
            if sign:
                return Direction(sign, f"{_name(sign)}: '{word}' stands after")
        return UNKNOWN

    def _sign(self, word: str) -> int:
        if word in self.words:
            return self.words[word]
        past = len(word) > 4 and word.endswith("ed") and word not in self.not_past
        return -1 if past else 0


def _name(sign: int) -> str:
    return "future" if sign > 0 else "past"


@lru_cache(maxsize=16)
def _cues(grammar: Grammar) -> _Cues:
    table = grammar.words
    return _Cues(
        {word: int(sign) for word, sign in table.get("tense", {}).items()},
        frozenset(table.get("plan", {})),
        frozenset(table.get("leads", {})),
        frozenset(table.get("passive", {})),
        frozenset(table.get("close", {})),
        frozenset(table.get("not_past", {})),
    )
