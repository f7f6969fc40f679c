"""The pieces that a trigger's pattern is made of, and the words each of them stands for."""

import re
from functools import lru_cache

from tracker.mentions.beginnings import ANY, Words
from tracker.mentions.language import Language
from tracker.mentions.marks import FIGURE, MARKS, WIDER
from tracker.mentions.phrasing import PatternError, phrase_words

__all__ = ["GAPS", "SLOTS", "bare", "may_miss", "options_of", "phrases_of", "pieces_of", "stop_of", "words_of"]  # fmt: skip

GAPS = ("..", "...")
STOPS = ",;:"
OPEN = ("name", "proper")  # slots that any word may fill
SLOTS = (*MARKS, *OPEN, "ordinal", "number")
PIECE = re.compile(r"\[[^\]]+\][,;:]?(?=\s|$)|\((?:[^()]|\([a-z]+\))+\)[,;:]?(?=\s|$)|[^\s\[(]\S*")
STRAY = re.compile(r"[\[\]|]|\{(?![a-z:_]+\})|\((?![a-z]+\))")
ENDING = re.compile(r"(.+)\(([a-z]+)\)")

Option = tuple[str, ...]  # the parts of an alternative


def pieces_of(text: str) -> list[str]:
    """The pieces of a pattern. Raises PatternError for a sign that belongs to none."""
    pieces = PIECE.findall(text)
    if "".join(pieces).replace(" ", "") != text.replace(" ", ""):
        raise PatternError(f'cannot read the pattern "{text}"')
    for piece in pieces:
        if piece[0] not in "[(" and STRAY.search(piece):
            raise PatternError(f'stray sign in "{piece}"')
    return pieces


def may_miss(piece: str) -> bool:
    """Whether a match may be without the piece."""
    return piece.startswith("[")


def stop_of(piece: str) -> str:
    """The sign that must stand right behind the whole of a piece, "" for none."""
    return piece[-1] if piece[0] in "[(" and piece[-1] in STOPS else ""


def bare(part: str) -> str:
    """A part without the sign that must stand right behind it."""
    return part.rstrip(STOPS) or part


@lru_cache(maxsize=4096)  # patterns are made of the same pieces
def options_of(piece: str) -> tuple[Option, ...]:
    """The alternatives of a piece. A sign that must stand behind one of them is still on its last part."""
    body = piece.removesuffix(stop_of(piece))
    if may_miss(body):
        body = body[1:-1]
        options = [body] if " " in body else _listed(body)
    else:
        options = _listed(body)
    return tuple(tuple(option.split()) for option in options)


def _listed(body: str) -> list[str]:
    if body.startswith("("):
        return body[1:-1].split("|")
    return [body] if body in GAPS else body.split("/")


def phrases_of(part: str, language: Language) -> tuple[str, ...]:
    """The phrases of a lexicon, the forms of a verb, the word with and without its ending. Raises PatternError
    for a lexicon that there is not."""
    if part.startswith("{lexicon:"):
        name = part[9:-1]
        if name not in language.lexicons:
            raise PatternError(f'there is no lexicon "{name}"')
        return language.words(name)
    if part.startswith("~"):
        return language.forms(part[1:])
    found = ENDING.fullmatch(part)
    return (found[1], found[1] + found[2]) if found else (part,)


@lru_cache(maxsize=8192)
def words_of(part: str, language: Language) -> Words:
    """The words of the phrases that a part stands for, None where any word may stand. Raises PatternError for
    what there is not."""
    slot = part[1:-1]
    if part in GAPS or (part.startswith("{") and slot in OPEN):
        return None
    if not part.startswith("{") or slot.startswith("lexicon:"):
        return [phrase_words(phrase) for phrase in phrases_of(part, language)]
    if slot not in SLOTS:
        raise PatternError(f'unknown slot "{part}"; known: {", ".join(sorted(SLOTS))}')
    if slot == "ordinal":
        return [(FIGURE,), *map(phrase_words, language.ordinals)]
    if slot == "number":
        return [(FIGURE, ANY), *map(phrase_words, language.words("cardinals", "uncounted"))]
    return [(MARKS[kind],) for kind in (slot, *WIDER.get(slot, ()))]
