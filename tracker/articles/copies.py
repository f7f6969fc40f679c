"""Copies of one story: recognised by their wording, and whose story it is.

Two texts are copies when most of the shorter one stands word for word in the longer: papers cut wire stories
from the end and put a paragraph of their own on top. The same facts in other words are not a copy.
"""

import datetime as dt
import hashlib
import re
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.rulebook import SHIPPED

__all__ = ["Copyable", "alike", "credit_of", "fingerprint", "group", "sketch_of", "worth_comparing"]

WORDS = 5  # words in a row that make a shingle
ONE_IN = 8  # of the shingles is kept in the fingerprint
KEPT = 400  # at most, of very long texts
ALIKE = 0.55  # share of the shorter text's shingles that must be in the longer
ALIKE_CREDITED = 0.4  # where both say that it is the same agency's story
FEWEST = 25  # words; shorter texts are too short to tell
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


def worth_comparing(one: Copyable, other: Copyable) -> bool:
    """Whether two articles may be copies: near in time, with wording in common as far as sketches tell."""
    if abs(one.published - other.published) > WINDOW:
        return False
    shorter = min(len(one.sketch), len(other.sketch))
    needed = 0.2 if one.credit and one.credit == other.credit else 0.3
    return shorter > 0 and len(one.sketch & other.sketch) >= max(1, shorter * needed)


def alike(one: str, other: str, *, same_credit: bool = False) -> bool:
    """Whether two texts are one story."""
    first, second = _shingles(one), _shingles(other)
    shorter = min(len(first), len(second))
    if shorter < FEWEST:
        return bool(_letters(one)) and _letters(one) == _letters(other)
    return len(first & second) >= shorter * (ALIKE_CREDITED if same_credit else ALIKE)


def group(
    articles: Sequence[Copyable], same: Callable[[Copyable, Copyable], bool]
) -> dict[int, int | None]:
    """For every article the id of the one it is a copy of, or None; in whatever order they are given.

    Of a group the agency's own article is the original, else the earliest.
    """
    leader = {one.id: one.id for one in articles}

    def find(key: int) -> int:
        while leader[key] != key:
            key = leader[key]
        return key

    ordered = sorted(articles, key=lambda one: one.id)
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if find(one.id) != find(other.id) and worth_comparing(one, other) and same(one, other):
                leader[find(other.id)] = find(one.id)
    groups: dict[int, list[Copyable]] = {}
    for one in ordered:
        groups.setdefault(find(one.id), []).append(one)
    return dict(pair for members in groups.values() for pair in _originals(members))


def _originals(members: list[Copyable]) -> Iterable[tuple[int, int | None]]:
    credits = {one.credit for one in members if one.credit}
    owners = _agencies().publishers

    def rank(one: Copyable) -> tuple[bool, bool, dt.datetime, str]:
        own = owners.get(_letters(one.publisher)) in credits
        return (not own, not one.wire and bool(credits), one.published, one.address)

    original = min(members, key=rank)
    return [(one.id, None if one is original else original.id) for one in members]


def credit_of(text: str, stated: str = "") -> str:
    """The id of the agency whose story a text says it is, or "". `stated` is what feed or page say."""
    agencies = _agencies()
    for name in (stated, *stated.split(".")):  # "Reuters", "www.reuters.com"
        if named := agencies.publishers.get(_letters(name)):
            return named
    paragraphs = text.split("\n\n")
    for lines, patterns in (
        ([paragraph[:160] for paragraph in paragraphs[:2]], agencies.opening),
        ([paragraph[-120:] for paragraph in paragraphs[-3:]], agencies.closing),
    ):
        for line in lines:
            for agency, pattern in patterns.items():
                if pattern.search(line):
                    return agency
    return ""


@dataclass(frozen=True)
class Agencies:
    """The agencies' marks, compiled, and the names they publish under."""

    opening: Mapping[str, re.Pattern[str]]
    closing: Mapping[str, re.Pattern[str]]
    publishers: Mapping[str, str]


@lru_cache
def _agencies() -> Agencies:
    table = tomllib.loads((SHIPPED / "pages" / "agencies.toml").read_text(encoding="utf-8"))

    def marks(place: str) -> dict[str, re.Pattern[str]]:
        return {
            agency: re.compile(
                "|".join(table["marks"][place]).replace(
                    "{name}", f"(?:{'|'.join(map(re.escape, names))})"
                )
            )
            for agency, names in table["agencies"].items()
        }

    publishers = {
        _letters(name): agency for agency, names in table["agencies"].items() for name in names
    }
    return Agencies(marks("opening"), marks("closing"), publishers)


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()


@lru_cache(maxsize=512)
def _shingles(text: str) -> frozenset[int]:
    words = re.findall(r"\w+", text.casefold())
    return frozenset(
        int.from_bytes(
            hashlib.blake2b(" ".join(words[i : i + WORDS]).encode(), digest_size=6).digest()
        )
        for i in range(len(words) - WORDS + 1)
    )
