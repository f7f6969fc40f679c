"""Words to search by, folded, so that both databases find the same. Pure."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Term", "event_words", "fits", "fold_words", "joined", "terms"]

BETWEEN = "\ue000"  # no word of any text: keeps phrases within one sentence or name
LONGEST_WORD = 64
LONGEST_TEXT = 500_000  # bytes of words: a tsvector holds at most a megabyte
MOST_TERMS = 32  # of one question; what is asked beyond them is not looked at
SHORT = 3  # letters: "US" is not the beginning of "used"
# Scripts without spaces between words: every character is one.
SPACELESS = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
WORD = re.compile(rf"[{SPACELESS}]|[^\W_{SPACELESS}]+")
PLAIN = "".join(one.lower() if one.isalnum() else " " for one in map(chr, range(128)))
ASKED = re.compile(r'"([^"]*)"(\*?)|(\S+)')


def fold_words(text: str) -> list[str]:
    """The words of a text in lower case and without accents."""
    if text.isascii():  # in a third of the time
        return [word[:LONGEST_WORD] for word in text.translate(PLAIN).split()]
    plain = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(one for one in plain if not unicodedata.combining(one))
    words = WORD.findall(unicodedata.normalize("NFC", bare).lower())
    return [word[:LONGEST_WORD] for word in words]


def joined(texts: Iterable[str | None]) -> str:
    """The folded words of several texts in one line; no phrase spans two of them."""
    told = (" ".join(fold_words(text)) for text in dict.fromkeys(texts) if text)
    return f" {BETWEEN} ".join(told).encode()[:LONGEST_TEXT].decode(errors="ignore")


def event_words(title: str, place: str | None, actors: Iterable[str], quotes: Iterable[str]) -> str:
    """The words of an event's own: its title, place, actors and evidence."""
    return joined((title, place, *actors, *sorted(quotes)))


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must follow each other; with `open` the last may go on."""

    words: tuple[str, ...]
    open: bool = False


def terms(search: str) -> tuple[Term, ...]:
    """What a question asks for: each of them must be found.

    A "quoted phrase" is taken as it stands, begun* finds what begins so, and a plain word of four letters
    or more also finds longer ones: missile, missiles. Anything else in the question separates words.
    """
    found: dict[Term, None] = {}
    for phrase, star, plain in ASKED.findall(search):
        words = tuple(fold_words(phrase or plain))
        begun = bool(star) or (phrase or plain).endswith("*")
        if words:
            long = not words[-1].isascii() or len(words[-1]) > SHORT
            found[Term(words, begun or (bool(plain) and long))] = None
    return tuple(found)[:MOST_TERMS]


def fits(term: Term, words: str) -> bool:
    """Whether folded words, as `joined` gives them, hold a term."""
    return f" {' '.join(term.words)}{'' if term.open else ' '}" in f" {words} "
