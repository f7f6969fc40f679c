"""Whether those whom an event names as taking part are those whom the gold names.

Two names are of one actor where the gazetteer knows both as one; where it does not know one of them, the words
of one are among those of the other, in any order and spelt with or without capitals, accents and hyphens. A people
with a common noun ("the Peruvian government") is the country; what has no name ("veterans"), and an office alone
("the President"), is not asked for. Who is named only in the title of the gold's record is neither right nor wrong.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from tracker.mentions.language import load_language
from tracker.mentions.names import Name, find_names
from tracker.rulebook import load_rulebook

__all__ = ["RULES", "Compared", "Counts", "compared", "names_in", "words_of"]

RULES = load_rulebook()
SMALL = frozenset(("s", "the", "jr", "mr", "ms", "mrs", "of"))
TITLES = frozenset(
    word.lower()
    for title in load_language(RULES).words("titles", "leader_titles")
    for word in title.split()
)
LETTERS = re.compile(r"[A-Za-z]+")
WHERE = re.compile(r"\s+(?:in|at|to)\s+.*")


class Counts(NamedTuple):
    """How many actors are told rightly, told wrongly and not told."""

    right: int
    wrong: int
    lost: int


class Compared(NamedTuple):
    """The counts for one event, with the wrong and the lost ones."""

    counts: Counts
    wrong: list[str]
    lost: list[str]


def compared(told: Sequence[str], golds: Sequence[str], title: str) -> Compared:
    """Those told of one event against the gold's, whose record has that title."""
    right = [name for name in told if any(_one(name, gold) for gold in golds)]
    wrong = [name for name in told if name not in right and not _within(name, title)]
    asked = [gold for gold in golds if _is_a_name(gold)]
    lost = [gold for gold in asked if not any(_one(name, gold) for name in told)]
    return Compared(Counts(len(right), len(wrong), len(lost)), wrong, lost)


def _is_a_name(gold: str) -> bool:
    words = [word for word in words_of(gold) if word not in SMALL]
    return gold != gold.lower() and not TITLES.issuperset(words)


def _one(name: str, gold: str) -> bool:
    one, other = _entity(name), _entity(gold)
    if one and other:
        return one == other
    words, others = set(words_of(name)) - SMALL, set(words_of(gold)) - SMALL
    return bool(words and others) and (words <= others or others <= words)


def _within(name: str, title: str) -> bool:
    """Whether a title names somebody, in full or in short."""
    entity = _entity(name)
    known = {found.entity for found in names_in(title)}
    return entity in known if entity else set(words_of(name)) - SMALL <= set(words_of(title))


@lru_cache(maxsize=10_000)
def _entity(name: str) -> str | None:
    """The gazetteer's id of what a name means as a whole."""
    head = WHERE.sub("", name)
    if head.isupper() and len(head.split()) > 1:
        head = head.title()
    found = [one for one in names_in(head) if one.entity]
    if not found:
        return None
    last = found[-1]
    before = {word.lower() for word in LETTERS.findall(head[: found[0].span.start])}
    behind = [w for w in LETTERS.findall(head[last.span.end :]) if w.lower() not in SMALL]
    if not before <= SMALL | TITLES or any(word[0].isupper() for word in behind):
        return None
    return last.country if behind and last.kind == "person" else last.entity


@lru_cache(maxsize=10_000)
def names_in(text: str) -> tuple[Name, ...]:
    """The names of a text that the gazetteer or their shape shows."""
    return find_names(text, RULES)


@lru_cache(maxsize=10_000)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, without capitals, accents and hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return tuple(re.findall(r"\w+", re.sub(r"['.-]", "", plain)))
