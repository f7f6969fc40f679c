"""The small language in which triggers are written, compiled to regular expressions.

    hold/holds/held talks     alternatives of one word; words are matched whole
    ~sign [a] treaty          ~ any form of a verb; [..] may be missing
    test(s)                   with or without the ending
    shot, killed              a comma, semicolon or colon that must be there, right behind any of these
    (talks|round of talks)    alternatives of several words
    ..  ...                   up to three words without a comma; up to eight words
    {lexicon:launch}          any phrase of lexicons/launch
    {person} {country} {body} {parliament} {leaders} {alliance} {place} {date} {name} {proper} {ordinal} {number}

A word with a capital letter is matched exactly, others in any case. `mask` blots names and dates out of a
sentence, so that no trigger fires inside a name and `{country}` is one character class. Quotation marks and
apostrophes are those of a typewriter, as `straight` makes them: classes of others take long to compile.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from tracker.mentions.alternatives import any_of
from tracker.mentions.beginnings import ANY, Piece, Words, beginnings
from tracker.mentions.language import Language
from tracker.mentions.marks import FIGURE, MARKS, SIGNS, WIDER
from tracker.mentions.phrasing import (
    BETWEEN,
    PatternError,
    any_of_these,
    phrase_words,
    phrases_regex,
)

__all__ = ["Pattern", "compile_pattern"]

ANY_NAME = "".join(mark for kind, mark in MARKS.items() if kind != "date")
SLOTS = {
    **{kind: f"{mark}+(?:'s?(?![a-z]))?" for kind, mark in MARKS.items()},
    **{
        kind: f"[{MARKS[kind]}{''.join(MARKS[other] for other in others)}]+(?:'s?(?![a-z]))?"
        for kind, others in WIDER.items()
    },
    "name": f"(?:[{ANY_NAME}]+|[A-Z][\\w'-]*)(?:'s?(?![a-z]))?",
    "proper": r"(?!(?:{before_houses})(?![\w'-]))[A-Z][\w'-]+",
    "ordinal": r"(?i:\d+(?:st|nd|rd|th)|{ordinals})",
    "number": r"(?i:\d[\d,.]*(?:[-–]\d+)?|{cardinals}|{uncounted})",
}
GAPS = {
    "..": r"(?:[^\s,;:()]++(?:,\d[^\s,;:()]*+)*+\s++){0,3}?",
    "...": r"(?:[^\s;:()]++\s++){0,8}?",
}
PIECE = re.compile(r"\[[^\]]+\][,;:]?(?=\s|$)|\((?:[^()]|\([a-z]+\))+\)[,;:]?(?=\s|$)|[^\s\[(]\S*")
STOPS = ",;:"
STRAY = re.compile(r"[\[\]|]|\{(?![a-z:_]+\})|\((?![a-z]+\))")


@dataclass(frozen=True)
class Pattern:
    """A pattern, compiled when a sentence first calls for it: most never are.

    `needs` are sets of words in lower case and signs of names; every match holds one of each, the rarest
    first. Every match begins with one of `starts`, where there are any: with one of the `pairs` of words,
    or with one of the `firsts`, which any word may follow.
    """

    text: str
    source: str
    needs: tuple[frozenset[str], ...]
    starts: frozenset[str]
    firsts: frozenset[str]
    pairs: frozenset[tuple[str, str]]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression to look for in a masked sentence made `straight`."""
        return re.compile(self.source)


def compile_pattern(text: str, language: Language) -> Pattern:
    """The pattern `text`. Raises PatternError for unknown lexicons, slots and stray signs."""
    pieces = PIECE.findall(text)
    if "".join(pieces).replace(" ", "") != text.replace(" ", ""):
        raise PatternError(f'cannot read the pattern "{text}"')
    built, sets = "", []
    whole = _last_needed(pieces)
    for number, piece in enumerate(pieces):
        regex, words = _piece(piece, language)
        if piece in GAPS:
            built = _wider(built, regex)
        elif number > whole:
            built += f"(?:{BETWEEN}{regex})?"
        elif piece.startswith("["):
            built += f"(?:{regex}{BETWEEN})?"
        else:
            built += regex if number == whole else regex + BETWEEN
            sets.append(words)
    needs = _rarest_first(sets, language)
    begun = beginnings(_begun(piece, language) for piece in pieces)
    starts = frozenset(first for first, _ in begun)
    if starts and starts not in needs:
        needs.append(starts)
    firsts = frozenset(first for first, second in begun if second == ANY)
    pairs = frozenset(pair for pair in begun if pair[0] not in firsts)
    source = rf"(?<![\w-]){built}(?!\w|-\w)"
    return Pattern(text, source, tuple(needs), starts, firsts, pairs)


def _last_needed(pieces: Sequence[str]) -> int:
    """The number of the last piece that may not be missing; of a gap before those that may, of the last of all."""
    last = len(pieces) - 1
    at = next((n for n in range(last, -1, -1) if not pieces[n].startswith("[")), last)
    return last if pieces[at] in GAPS else at


@lru_cache(maxsize=4096)  # patterns are made of the same pieces
def _begun(piece: str, language: Language) -> Piece:
    alternatives = [
        [_words(part.rstrip(STOPS), language) for part in option.split()]
        for option in _options(piece.rstrip(STOPS))
    ]
    return alternatives, piece.startswith("[")


def _options(piece: str) -> list[str]:
    """The alternatives of a piece."""
    if piece.startswith("["):
        return [piece[1:-1]] if " " in piece else _options(piece[1:-1])
    if piece.startswith("("):
        return piece[1:-1].split("|")
    return [piece] if piece in GAPS else piece.split("/")


def _words(part: str, language: Language) -> Words:
    """The words of the phrases that a part of a pattern stands for, None where any word may stand."""
    slot = part[1:-1]
    if part in GAPS or part in ("{name}", "{proper}"):
        return None
    if part.startswith("{") and slot in MARKS:
        return [(MARKS[kind],) for kind in (slot, *WIDER.get(slot, ()))]
    if part == "{ordinal}":
        return [(FIGURE,), *map(phrase_words, language.ordinals)]
    if part == "{number}":
        return [(FIGURE, ANY), *map(phrase_words, language.words("cardinals", "uncounted"))]
    return _all_split(_phrases_of(part, language))


@lru_cache(maxsize=512)  # the same lexicons stand in many patterns
def _all_split(phrases: tuple[str, ...]) -> Words:
    return [phrase_words(phrase) for phrase in phrases]


def _wider(built: str, gap: str) -> str:
    """`built` and a gap: gaps in a row become one as wide as all, which is tried much faster."""
    body, width = gap[:-2].rsplit("{0,", 1)[0], int(gap[:-2].rsplit(",", 1)[1])
    found = re.fullmatch(r"(?s)(.*)" + re.escape(body) + r"\{0,(\d+)\}\?", built)
    if not found:
        return built + gap
    return f"{found[1]}{body}{{0,{int(found[2]) + width}}}?"


@lru_cache(maxsize=32)
def _common(language: Language) -> frozenset[str]:
    """Words and signs that most sentences have."""
    return frozenset([*language.words("common_words"), *SIGNS, FIGURE])


def _commonness(words: frozenset[str], language: Language) -> tuple[bool, int]:
    return bool(words & _common(language)), len(words)


def _rarest_first(sets: Iterable[frozenset[str]], language: Language) -> list[frozenset[str]]:
    """Those of the sets that hold words, the one that fewest sentences have a word of first."""
    return sorted(filter(None, sets), key=lambda words: _commonness(words, language))


@lru_cache(maxsize=4096)
def _piece(piece: str, language: Language) -> tuple[str, frozenset[str]]:
    if piece in GAPS:
        return _gap(piece, language), frozenset()
    if piece[-1] in STOPS and piece[0] in "[({" and "/" not in piece:
        regex, words = _piece(piece[:-1], language)
        return regex + piece[-1], words
    if piece.startswith("["):
        return (
            _piece(piece[1:-1], language)
            if " " not in piece
            else _alternatives([piece[1:-1]], language)
        )
    if piece.startswith("("):
        return _alternatives(piece[1:-1].split("|"), language)
    if piece.startswith("{") and "/" not in piece:
        return _slot(piece, language)
    if STRAY.search(piece):
        raise PatternError(f'stray sign in "{piece}"')
    return _alternatives(piece.split("/"), language)


@lru_cache(maxsize=32)
def _gap(piece: str, language: Language) -> str:
    """Any few words, but for those that begin another clause: what they tell is another happening."""
    breaks = any_of(language.words("gap_breaks"), exact=True)
    return GAPS[piece].replace("(?:", rf"(?:(?!{breaks}\s)", 1)


def _alternatives(options: list[str], language: Language) -> tuple[str, frozenset[str]]:
    regexes, needs = [], []
    for option in options:
        parts = option.split()
        compiled = [_part(part, language) for part in parts]
        joined = [
            regex + ("" if part in GAPS else BETWEEN)
            for (regex, _), part in zip(compiled, parts, strict=True)
        ]
        regexes.append("".join(joined).removesuffix(BETWEEN))
        said = _rarest_first((found for _, found in compiled), language)
        needs.append(said[0] if said else frozenset())
    known = frozenset().union(*needs) if all(needs) else frozenset()
    return any_of_these(regexes), known


def _part(part: str, language: Language) -> tuple[str, frozenset[str]]:
    if part in GAPS:
        return _gap(part, language), frozenset()
    if part[-1] in STOPS and len(part) > 1:
        regex, words = _part(part[:-1], language)
        return regex + part[-1], words
    if part.startswith("{") and not part.startswith("{lexicon:"):
        return _slot(part, language)
    return phrases_regex(_phrases_of(part, language), _common(language))


def _slot(piece: str, language: Language) -> tuple[str, frozenset[str]]:
    name = piece[1:-1]
    if name.startswith("lexicon:"):
        return phrases_regex(_phrases_of(piece, language), _common(language))
    if name not in SLOTS:
        raise PatternError(f'unknown slot "{{{name}}}"; known: {", ".join(sorted(SLOTS))}')
    regex = SLOTS[name]
    for table in ("ordinals", "cardinals", "uncounted", "before_houses"):
        words = sorted(language.words(table), key=len, reverse=True)
        regex = regex.replace(f"{{{table}}}", "|".join(words) or "(?!)")
    return f"(?:{regex})", frozenset(words[0] for words in _words(piece, language) or ())


def _phrases_of(word: str, language: Language) -> tuple[str, ...]:
    """The phrases of a lexicon, the forms of a verb, the word with and without its ending."""
    if word.startswith("{lexicon:"):
        name = word[9:-1]
        if name not in language.lexicons:
            raise PatternError(f'there is no lexicon "{name}"')
        return language.words(name)
    if word.startswith("~"):
        return language.forms(word[1:])
    found = re.fullmatch(r"(.+)\(([a-z]+)\)", word)
    return (found[1], found[1] + found[2]) if found else (word,)
