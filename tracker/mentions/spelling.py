"""Spellings of one name made alike: letters without their marks, and a key that romanisations share."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

__all__ = ["Spellings", "fold", "in_small_letters", "spellings_of"]

SHORTEST = 6  # letters that a key must have to tell one person from the next
OTHERS = {
    "’": "'",
    "ʼ": "'",
    "‘": "'",
    "‐": "-",
    "‑": "-",
    "\u00a0": " ",
    "\u2009": " ",
    "\u202f": " ",
}
STROKED = {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ı": "i", "ð": "d", "Ð": "D"}


def in_small_letters(name: str) -> str:
    """A name written in capitals throughout as it is written elsewhere: "Sana'a" of "SANA'A", "N'Djamena"."""
    if not name.isupper():
        return name
    return INNER.sub(lambda found: found[0].lower(), name.title())


INNER = re.compile(r"(?<=\w\w['’])[A-Z]")


def _plain(code: int) -> str | None:
    base = unicodedata.normalize("NFKD", chr(code))[:1]
    return base if base.isascii() and base.isalpha() else None


TABLE = str.maketrans(
    {
        chr(code): base
        for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00))
        if (base := _plain(code))
    }
    | STROKED
    | OTHERS
)


def fold(text: str) -> str:
    """`text` of the same length, its letters without marks, its apostrophes, hyphens and blanks plain."""
    return text if text.isascii() else text.translate(TABLE)


@dataclass(frozen=True, eq=False)
class Spellings:
    """What other spellings of a word and of letters inside it are told as."""

    words: Mapping[str, str]
    letters: tuple[tuple[str, str], ...]

    def key(self, name: str) -> str:
        """The same for all spellings of a full name ("Jong Un", "Jong-un"); "" for one too short to tell."""
        words = re.split(r"[^a-z]+", fold(name).lower())
        if len(words) < 2:
            return ""
        joined = "".join(self._word(self.words.get(word, word)) for word in words)
        return joined if len(joined) >= SHORTEST else ""

    def _word(self, word: str) -> str:
        """One word alike in all its spellings: letters of two words never make one ("Kim Myong", "Kim Yong")."""
        for wrong, right in self.letters:
            word = word.replace(wrong, right)
        return re.sub(r"(.)\1", r"\1", word)


def spellings_of(rows: Iterable[Mapping[str, str]]) -> Spellings:
    """The spellings that the rows of a table (kind, from, to) tell."""
    found = [(row["kind"], row["from"], row["to"] or "") for row in rows]
    words = {old: new for kind, old, new in found if kind == "word"}
    return Spellings(words, tuple((old, new) for kind, old, new in found if kind == "letters"))
