"""Steps by which a pattern is followed through a sentence, word by word.

Each step looks at one thing, then hands on to the next; the first way through that holds is the match, as in a
regular expression. None is compiled: with lists of hundreds of phrases in thousands of patterns that takes seconds.
"""

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from tracker.mentions.marks import FIGURE, SIGNS, straight

__all__ = ["NOWHERE", "Printed", "Step", "Table", "Way", "any_way", "apart", "close", "gap", "phrase", "sign", "slot", "table_of"]  # fmt: skip

# A word, or a name with what shows that it owns something: a slot of a pattern takes that as well.
TOKEN = re.compile(
    rf"\w+|(?=[{SIGNS}])(?:{'|'.join(f'{sign}+' for sign in SIGNS)})(?:['’]s(?![a-z]))?"
)
SHORT = dict.fromkeys("123456789０１２３４５６７８９", FIGURE) | {
    sign: sign for sign in (*SIGNS, FIGURE)
}


Matcher = Callable[[str, int], re.Match[str] | None]


class Printed:
    """A sentence as it is printed, and what is found out about it once for all patterns: the word that begins at
    a place, in lower case, FIGURE for any figure and the sign of its kind for a name; where the words of gaps end;
    and where steps behind gaps lead to."""

    __slots__ = ("ends", "known", "text", "words")

    def __init__(self, text: str, lower: str) -> None:
        self.text = text
        self.words = {
            token.start(): SHORT.get((word := token[0])[0], word) for token in TOKEN.finditer(lower)
        }
        self.ends: dict[tuple[Matcher, int], int] = {}
        self.known: dict[tuple[Step, int], int] = {}

    def end_of(self, word: Matcher, at: int) -> int:
        """Where a word of a gap ends that begins at a place."""
        end = self.ends.get((word, at))
        if end is None:
            found = word(self.text, at)
            end = self.ends[word, at] = found.end() if found else NOWHERE
        return end


Step = Callable[[Printed, int], int]  # where a match ends that goes on at a place of a sentence


class Way(NamedTuple):
    """A step, and the words at which alone it leads on; None where that may be any or none."""

    step: Step
    heads: Collection[str] | None = None


# By their first words the phrases that begin so, the longest first; "" for that word alone.
Table = Mapping[str, Sequence[str]]
NOWHERE = -1

# Words: a blank, with the quotation marks and brackets around them.
BETWEEN = r"[\"'),]{0,2}\s+[\"'(]?"
WORD = re.compile(r"\w+")
APART = re.compile(BETWEEN)
CLOSE = re.compile(r"(?!\w|-\w)")


def _close(said: Printed, at: int) -> int:
    return at if CLOSE.match(said.text, at) else NOWHERE


close = Way(_close)  # the end of a pattern, where a word ends


def apart(then: Way) -> Way:
    """What stands between words."""
    on = then.step

    def step(said: Printed, at: int) -> int:
        found = APART.match(said.text, at)
        return on(said, found.end()) if found else NOWHERE

    return Way(step)


def sign(written: str, then: Way) -> Way:
    """A sign right behind a word."""
    on = then.step

    def step(said: Printed, at: int) -> int:
        return on(said, at + 1) if said.text.startswith(written, at) else NOWHERE

    return Way(step)


def any_way(ways: Sequence[Way]) -> Way:
    """The first of several ways that leads to an end."""
    if len(ways) == 1:
        return ways[0]
    steps = [way.step for way in ways]

    def step(said: Printed, at: int) -> int:
        for on in steps:
            end = on(said, at)
            if end != NOWHERE:
                return end
        return NOWHERE

    return Way(step, _heads(ways))


def _heads(ways: Sequence[Way]) -> Collection[str] | None:
    heads: set[str] = set()
    for way in ways:
        if way.heads is None:
            return None
        heads.update(way.heads)
    return heads


def gap(word: Matcher, most: int, then: Way) -> Way:
    """As few words as will do, `most` at most. What comes behind is tried once at each place: several gaps in
    a pattern meet there again and again."""
    on, heads = then

    def step(said: Printed, at: int) -> int:
        for left in range(most, -1, -1):
            if heads is None or said.words.get(at, "") in heads:
                end = said.known.get((on, at))
                if end is None:
                    end = said.known[on, at] = on(said, at)
                if end != NOWHERE:
                    return end
            at = said.end_of(word, at) if left else NOWHERE
            if at == NOWHERE:
                return NOWHERE
        return NOWHERE

    return Way(step)


def slot(filled: re.Pattern[str], heads: Collection[str] | None, then: Way) -> Way:
    """What fills a slot. The last sign of a name that a word is tied to ("Paris-based") may belong to that."""
    on = then.step
    listed = heads if heads and FIGURE in heads else None  # a name may be begun by its second sign

    def step(said: Printed, at: int) -> int:
        if listed is not None and said.words.get(at, "") not in listed:
            return NOWHERE
        found = filled.match(said.text, at)
        if not found:
            return NOWHERE
        past = found.end()
        end = on(said, past)
        tied = end == NOWHERE and past > at + 1 and not CLOSE.match(said.text, past)
        return on(said, past - 1) if tied else end

    return Way(step, heads)


def phrase(table: Table, then: Way) -> Way:
    """Any phrase of a table."""
    on = then.step

    def step(said: Printed, at: int) -> int:
        word = said.words.get(at, "")
        for written in table.get(word, ()):
            past = _end_of(written, said.text, at) if written else at + len(word)
            end = on(said, past) if past != NOWHERE else NOWHERE
            if end != NOWHERE:
                return end
        return NOWHERE

    return Way(step, table)


def table_of(alternatives: Iterable[Iterable[str]]) -> Table:
    """The table of lists of phrases, of which the earlier go first and in each the longest."""
    table: dict[str, list[str]] = {}
    for phrases in alternatives:
        for written in sorted(phrases, key=lambda written: (-len(written), written)):
            if first := WORD.match(written.lower()):
                word = SHORT.get(written[0], first[0])
                table.setdefault(word, []).append("" if word == written != FIGURE else written)
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
