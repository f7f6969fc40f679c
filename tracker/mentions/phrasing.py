"""Phrases of triggers as regular expressions that are quick to search with, and the words that tell they are there."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tracker.mentions.beginnings import ANY, Beginning
from tracker.mentions.marks import FIGURE, straight

__all__ = [
    "BETWEEN",
    "PatternError",
    "any_of_these",
    "phrase_words",
    "phrases_regex",
    "rarest_words",
]

BETWEEN = r"[\"'),]{0,2}\s+[\"'(]?"
WORD = re.compile(r"\w+")
LETTER = re.compile(r"\[(.)(.)\]")
FEW = 4


class PatternError(ValueError):
    """A pattern that cannot be read; the text says why."""


def phrase_words(phrase: str) -> Beginning:
    """The words of a phrase as a sentence is split into them; the first and ANY where an end is open. Raises
    PatternError for one that does not begin with a word."""
    if not WORD.match(phrase):
        raise PatternError(
            f'"{phrase}" does not begin with a word (a sign stands right behind one: "shot, killed")'
        )
    words = tuple(FIGURE if word[0].isdigit() else word for word in WORD.findall(phrase.lower()))
    return (*words[:1], ANY) if "*" in phrase else words


@lru_cache(maxsize=512)
def phrases_regex(phrases: tuple[str, ...]) -> str:
    """Any of `phrases`, longest first."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return any_of_these([_phrase(phrase) for phrase in ordered])


@lru_cache(maxsize=512)
def rarest_words(phrases: tuple[str, ...], common: frozenset[str]) -> frozenset[str]:
    """The rarest word of each of `phrases`."""
    return frozenset(_rarest(phrase, common) for phrase in phrases)


def _phrase(phrase: str) -> str:
    """The words of a phrase; without capital letters in any case as a whole, of its first letter both forms."""
    if phrase != phrase.lower():
        return BETWEEN.join(_word(word) for word in phrase.split())
    words = BETWEEN.join(_written(word) for word in phrase.split())
    first = phrase[0]
    if not first.isalpha() or len(first.upper()) > 1:
        return f"(?i:{words})"
    return f"[{first.upper()}{first}](?i:{words[1:]})"


def _word(word: str) -> str:
    return _phrase(word) if word == word.lower() else _written(word)


def _written(word: str) -> str:
    return re.escape(straight(word)).replace(r"\*", r"[\w-]*")


def any_of_these(regexes: Sequence[str]) -> str:
    """Any of these, those with the same first letter together: the others are passed over at once."""
    if len(regexes) == 1:
        return regexes[0]
    groups: dict[str, list[str]] = {}
    for regex in regexes:
        groups.setdefault(_letter(regex), []).append(regex)
    if len(regexes) < FEW or "" in groups:
        return f"(?:{'|'.join(regexes)})"
    return f"(?:{'|'.join(map(_of_one_letter, groups.values()))})"


def _letter(regex: str) -> str:
    """The small letter that a regular expression begins with, whichever of its forms; none for any other."""
    found = LETTER.match(regex)
    return found[2] if found else regex[0].lower() if regex[0].isalpha() else ""


def _of_one_letter(regexes: Sequence[str]) -> str:
    """Any of these: what all begin with is said once."""
    if not all(map(LETTER.match, regexes)):
        return "|".join(regexes)
    rests = [regex[4:] for regex in regexes]
    if all(rest.startswith("(?i:") and rest.count("(?") == 1 and rest[-1] == ")" for rest in rests):
        return f"{regexes[0][:4]}(?i:{'|'.join(rest[4:-1] for rest in rests)})"
    return f"{regexes[0][:4]}(?:{'|'.join(rests)})"


def _rarest(phrase: str, common: frozenset[str]) -> str:
    """The word of a phrase that fewest sentences have, as far as its look tells; never one with an open end."""
    words = filter(None, phrase_words(phrase))
    return max(words, key=lambda word: (word not in common, len(word)))
