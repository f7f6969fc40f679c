"""Copies of one story: recognised by their wording, and which of them is the original.

Two texts are copies when most of the shorter one stands word for word in the longer: papers cut wire stories
from the end and put a paragraph of their own on top. The same facts in other words are not a copy.
"""

import datetime as dt
import re
import zlib
from collections.abc import Callable, Collection, Iterable, Mapping, Set
from dataclasses import dataclass

from tracker.articles.credit import agency_of_publisher
from tracker.articles.overlap import Overlaps
from tracker.plain import letters

__all__ = [
    "WINDOW",
    "Copyable",
    "Neighbours",
    "fingerprint",
    "join",
    "originals",
    "sketch_of",
    "wordings",
]

Like = Callable[[int, Set[int]], Iterable[int]]

WORDS = 5  # words in a row that make a shingle
ONE_IN = 8  # of the shingles is kept in the fingerprint
KEPT = 400  # at most, of very long texts
ALIKE = 0.55  # share of the shorter text's shingles that must be in the longer
ALIKE_CREDITED = 0.4  # where both say that it is the same agency's story
PROMISING, PROMISING_CREDITED = 0.3, 0.2  # the same of fingerprints, which tell it roughly
FEWEST = 25  # shingles; shorter texts are too short to tell
WINDOW = dt.timedelta(
    days=5
)  # copies appear within days; an anniversary text comes back after a year


@dataclass(frozen=True, slots=True)
class Copyable:
    """What is known of an article when copies are looked for. `credit` is an agency's id or ""."""

    id: int
    publisher: str
    address: str
    published: dt.datetime
    credit: str
    wire: bool
    sketch: frozenset[int]


def fingerprint(text: str) -> str:
    """A short stand-in for a text's wording, comparable with others'; "" for a very short text."""
    return ",".join(
        f"{value:x}" for value in sorted(v for v in _shingles(text) if v % ONE_IN == 0)[:KEPT]
    )


def sketch_of(stored: str) -> frozenset[int]:
    """The set that a stored fingerprint spells."""
    return frozenset(int(value, 16) for value in stored.split(",") if value)


class Neighbours:
    """Articles known by their fingerprints: which of them may be, and which are copies of one another."""

    def __init__(self, articles: Iterable[Copyable]) -> None:
        self.articles = {one.id: one for one in articles}
        self._sketches = Overlaps({one.id: one.sketch for one in self.articles.values()})

    def promising(self, one: int, others: Iterable[int]) -> list[int]:
        """Those of `others` worth comparing with an article: near in time, and of like wording as far as
        sketches tell."""
        articles = self.articles
        first, last = articles[one].published - WINDOW, articles[one].published + WINDOW
        near = [other for other in others if first <= articles[other].published <= last]
        return self._sharing(self._sketches, one, near, PROMISING, PROMISING_CREDITED)

    def copies(self, one: int, others: Iterable[int], texts: Overlaps) -> list[int]:
        """Those of `others` that tell an article's story in the same words. `texts` are their `wordings`."""
        alike = self._sharing(texts, one, others, ALIKE, ALIKE_CREDITED)
        return self.promising(one, alike)

    def _sharing(
        self, wordings: Overlaps, one: int, others: Iterable[int], part: float, credited: float
    ) -> list[int]:
        """`part` of the wording is needed in common, `credited` where both name one agency."""
        credit, articles = self.articles[one].credit, self.articles
        if not credit:
            return wordings.sharing(one, others, part)
        agencys = {other for other in others if articles[other].credit == credit}
        return wordings.sharing(one, agencys, credited) + wordings.sharing(
            one, (other for other in others if other not in agencys), part
        )


def wordings(texts: Mapping[int, str]) -> Overlaps:
    """Texts prepared for comparing their words; very short ones are alike only if they are equal."""

    def words(text: str) -> frozenset[int | str]:
        shingles = _shingles(text)
        return shingles if len(shingles) >= FEWEST else frozenset({letters(text)} - {""})

    return Overlaps({key: words(text) for key, text in texts.items()})


def join(
    arriving: Collection[int], settled: Iterable[Collection[int]], like: Like
) -> list[list[int]]:
    """The groups into which `arriving` and `settled`, groups already, fall by what is alike.

    Who is like one of a group is of that group, so that the order makes no difference. `like` gives
    those of some others that are like one; nobody is compared with who is in the same group already.
    """
    group_of = {one: members for members in settled for one in members}
    apart = {*arriving, *group_of}
    fresh = set(arriving)
    groups = []
    while apart:
        waiting = [*_whole(next(iter(apart)), group_of)]
        group = list(waiting)
        apart.difference_update(group)
        while waiting:
            one = waiting.pop()
            for other in like(one, apart if one in fresh else apart & fresh):
                if other in apart:
                    members = _whole(other, group_of)
                    apart.difference_update(members)
                    group += members
                    waiting += members
        groups.append(group)
    return groups


def _whole(one: int, group_of: Mapping[int, Collection[int]]) -> Collection[int]:
    return group_of.get(one, (one,))


def originals(members: Collection[Copyable]) -> dict[int, int | None]:
    """For every article of a group the id of the one it is a copy of, None for the original.

    The agency's own article is the original, else the earliest.
    """
    credits = {one.credit for one in members if one.credit}

    def rank(one: Copyable) -> tuple[bool, bool, dt.datetime, str]:
        own = agency_of_publisher(one.publisher) in credits
        return (not own, not one.wire and bool(credits), one.published, one.address)

    original = min(members, key=rank)
    return {one.id: None if one is original else original.id for one in members}


def _shingles(text: str) -> frozenset[int]:
    words = [word.encode() for word in re.findall(r"\w+", text.casefold())]
    return frozenset(
        zlib.crc32(b" ".join(words[i : i + WORDS])) for i in range(len(words) - WORDS + 1)
    )
