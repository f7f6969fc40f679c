"""Steps by which a pattern is followed through a sentence, word by word.

Each step looks at one thing, then hands on to the next; the first way through that holds is the match, as in a
regular expression. None is compiled: with lists of hundreds of phrases in thousands of patterns that takes seconds.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache

from tracker.mentions.marks import straight

__all__ = ["NOWHERE", "Printed", "Step", "Table", "any_way", "apart", "close", "gap", "phrase", "sign", "slot", "table_of"]  # fmt: skip


class Printed:
    """A sentence as it is printed and in lower case, and where it is known that steps behind gaps lead to."""

    __slots__ = ("known", "lower", "text")

    def __init__(self, text: str, lower: str) -> None:
        self.text = text
        self.lower = lower
        self.known: dict[tuple[Step, int], int] = {}


Step = Callable[[Printed, int], int]  # where a match ends that goes on at a place of a sentence
# By their first words the phrases that begin so, the longest first; "" for that word alone.
Table = Mapping[str, Sequence[str]]
NOWHERE = -1

BETWEEN = (
    r"[\"'),]{0,2}\s+[\"'(]?"  # words: a blank, with the quotation marks and brackets around them
)
WORD = re.compile(r"\w+")
APART = re.compile(BETWEEN)
CLOSE = re.compile(r"(?!\w|-\w)")


def close(said: Printed, at: int) -> int:
    """The end of a pattern, where a word ends."""
    return at if CLOSE.match(said.text, at) else NOWHERE


def apart(then: Step) -> Step:
    """What stands between words."""

    def step(said: Printed, at: int) -> int:
        found = APART.match(said.text, at)
        return then(said, found.end()) if found else NOWHERE

    return step


def sign(written: str, then: Step) -> Step:
    """A sign right behind a word."""

    def step(said: Printed, at: int) -> int:
        return then(said, at + 1) if said.text.startswith(written, at) else NOWHERE

    return step


def any_way(ways: Sequence[Step]) -> Step:
    """The first of several ways that leads to an end."""
    if len(ways) == 1:
        return ways[0]

    def step(said: Printed, at: int) -> int:
        for way in ways:
            end = way(said, at)
            if end != NOWHERE:
                return end
        return NOWHERE

    return step


def gap(word: re.Pattern[str], most: int, then: Step) -> Step:
    """As few words as will do, `most` at most. What comes behind is tried once at each place: several gaps in
    a pattern meet there again and again."""

    def step(said: Printed, at: int) -> int:
        for left in range(most, -1, -1):
            end = said.known.get((then, at))
            if end is None:
                end = said.known[then, at] = then(said, at)
            found = word.match(said.text, at) if left and end == NOWHERE else None
            if not found:
                return end
            at = found.end()
        return NOWHERE

    return step


def slot(filled: re.Pattern[str], then: Step) -> Step:
    """What fills a slot. The last sign of a name that a word is tied to ("Paris-based") may belong to that."""

    def step(said: Printed, at: int) -> int:
        found = filled.match(said.text, at)
        if not found:
            return NOWHERE
        past = found.end()
        end = then(said, past)
        tied = end == NOWHERE and past > at + 1 and not CLOSE.match(said.text, past)
        return then(said, past - 1) if tied else end

    return step


def phrase(table: Table, then: Step) -> Step:
    """Any phrase of a table."""

    def step(said: Printed, at: int) -> int:
        word = WORD.match(said.lower, at)
        if word:
            for written in table.get(word[0], ()):
                past = _end_of(written, said.text, at) if written else word.end()
                end = then(said, past) if past != NOWHERE else NOWHERE
                if end != NOWHERE:
                    return end
        return NOWHERE

    return step


def table_of(alternatives: Iterable[Iterable[str]]) -> Table:
    """The table of lists of phrases, of which the earlier go first and in each the longest."""
    table: dict[str, list[str]] = {}
    for phrases in alternatives:
        for written in sorted(phrases, key=lambda written: (-len(written), written)):
            first = WORD.match(written.lower())
            if first:
                table.setdefault(first[0], []).append("" if first[0] == written else written)
    return table


def _end_of(written: str, text: str, at: int) -> int:
    found = _regex(written).match(text, at)
    return found.end() if found else NOWHERE


@cache  # there are as many as the lexicons have phrases of several words
def _regex(written: str) -> re.Pattern[str]:
    """The words of a phrase, those without capital letters in any case, with any ending for *."""
    return re.compile(BETWEEN.join(map(_word, written.split())))


def _word(written: str) -> str:
    word = re.escape(straight(written)).replace(r"\*", r"[\w-]*")
    return word if written != written.lower() else f"(?i:{word})"
