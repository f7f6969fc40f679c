"""The small language in which triggers are written, compiled to regular expressions.

    hold/holds/held talks     alternatives of one word; words are matched whole
    ~sign [a] treaty          ~ any form of a verb; [..] may be missing
    test(s)                   with or without the ending
    (talks|round of talks)    alternatives of several words
    ..  ...                   up to three words without a comma; up to eight words
    {lexicon:launch}          any phrase of lexicons/launch
    {person} {country} {body} {parliament} {place} {date} {name} {ordinal} {number}

A word with a capital letter is matched exactly, others in any case. `mask` blots names and dates out of a
sentence, so that no trigger fires inside a name and `{country}` is one character class.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tracker.mentions.language import Language

__all__ = ["FIGURE", "MARKS", "Pattern", "PatternError", "compile_pattern", "mask"]

MARKS = {
    "person": "\ue001",
    "country": "\ue002",
    "body": "\ue003",
    "place": "\ue004",
    "date": "\ue005",
    "name": "\ue006",
    "parliament": "\ue007",  # a body whose detail says so has a mark of its own
}
ANY_NAME = "".join(mark for kind, mark in MARKS.items() if kind != "date")
SLOTS = {
    **{kind: f"{mark}+(?:['’]s?(?![a-z]))?" for kind, mark in MARKS.items()},
    "person": f"[{MARKS['person']}{MARKS['name']}]+(?:['’]s?(?![a-z]))?",
    "body": f"[{MARKS['body']}{MARKS['parliament']}]+(?:['’]s?(?![a-z]))?",
    "name": f"(?:[{ANY_NAME}]+|[A-Z][\\w’'-]*)(?:['’]s?(?![a-z]))?",
    "ordinal": r"(?i:\d+(?:st|nd|rd|th)|{ordinals})",
    "number": r"(?i:\d[\d,.]*|{cardinals}|several|dozens?|multiple)",
}
WIDER = {"person": "name", "body": "parliament"}  # slots that another mark fits too
GAPS = {"..": r"(?:[^\s,;:()]+\s+){0,3}?", "...": r"(?:[^\s;:()]+\s+){0,8}?"}
BETWEEN = r"[\"”’'),]?\s+[\"“‘'(]?"
PIECE = re.compile(r"\[[^\]]+\](?=\s|$)|\((?:[^()]|\([a-z]+\))+\)(?=\s|$)|[^\s\[(]\S*")
FIGURE = "0"  # stands for every word that begins with a figure
STRAY = re.compile(r"[\[\]|]|\{(?![a-z:_]+\})|\((?![a-z]+\))")


class PatternError(ValueError):
    """A pattern that cannot be read; the text says why."""


@dataclass(frozen=True)
class Pattern:
    """A pattern, compiled when a sentence first calls for it: most never are. `anchors` are words one of which every match holds, in lower case; empty
    when the pattern is of slots only. `others` are more such sets, `marks` signs of names it needs; every
    match begins with one of `starts`, where it is not empty."""

    text: str
    source: str
    anchors: frozenset[str]
    others: tuple[frozenset[str], ...] = ()
    marks: tuple[str, ...] = ()
    starts: frozenset[str] = frozenset()

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The regular expression to look for in a masked sentence."""
        return re.compile(self.source)

    def may_match(self, words: frozenset[str], signs: frozenset[str]) -> bool:
        """Whether a sentence of these words and signs can hold a match: cheap, and never wrongly no."""
        for other in self.others:
            if other.isdisjoint(words):
                return False
        return all(not signs.isdisjoint(mark) for mark in self.marks)


def mask(text: str, spans: Iterable[tuple[int, int, str]]) -> str:
    """`text` of the same length with each (start, end, kind) blotted out by its kind's mark."""
    parts, done = [], 0
    for start, end, kind in sorted(spans):
        if start < done:
            continue
        parts += [text[done:start], MARKS[kind] * (end - start)]
        done = end
    return "".join([*parts, text[done:]])


def compile_pattern(text: str, language: Language) -> Pattern:
    """The pattern `text`. Raises PatternError for unknown lexicons, slots and stray signs."""
    pieces = PIECE.findall(text)
    if "".join(pieces).replace(" ", "") != text.replace(" ", ""):
        raise PatternError(f'cannot read the pattern "{text}"')
    built, sets, marks = "", [], []
    for number, piece in enumerate(pieces):
        last = number == len(pieces) - 1
        regex, words = _piece(piece, language)
        if piece in GAPS:
            built = _wider(built, regex)
        elif piece.startswith("["):
            built += f"(?:{regex})?" if last else f"(?:{regex}{BETWEEN})?"
        else:
            built += regex if last else regex + BETWEEN
            sets.append(words)
            marks += _marks(piece)
    said = sorted((words for words in sets if words), key=_commonness)
    anchors = said[0] if said else frozenset()
    source = rf"(?<![\w-]){built}(?!\w|-\w)"
    return Pattern(text, source, anchors, tuple(said[1:]), tuple(marks), _starts(pieces, language))


def _starts(pieces: Iterable[str], language: Language) -> frozenset[str]:
    """The words and signs one of which opens every match; none where it may open with any word."""
    found: frozenset[str] = frozenset()
    for piece in pieces:
        inner = piece[1:-1] if piece[0] in "[(" else piece
        options = [_opening(option, language) for option in re.split(r"[|/]", inner)]
        if not all(options):
            return frozenset()
        found = found.union(*options)
        if not piece.startswith("["):
            return found
    return frozenset()


def _opening(option: str, language: Language) -> frozenset[str]:
    first = option.split()[0]
    slot = first[1:-1]
    if slot in MARKS and slot != "name":
        return frozenset(MARKS[kind] for kind in (slot, WIDER.get(slot, slot)))
    if slot == "ordinal":
        return frozenset(map(_first, language.ordinals)) | {FIGURE}
    return _part(first, language)[1]


def _wider(built: str, gap: str) -> str:
    """`built` and a gap: gaps in a row become one as wide as all, which is tried much faster."""
    body, width = gap[:-2].rsplit("{0,", 1)[0], int(gap[:-2].rsplit(",", 1)[1])
    found = re.fullmatch(r"(?s)(.*)" + re.escape(body) + r"\{0,(\d+)\}\?", built)
    if not found:
        return built + gap
    return f"{found[1]}{body}{{0,{int(found[2]) + width}}}?"


def _marks(piece: str) -> list[str]:
    """The signs one of which a slot such as `{country}/{place}` needs in the masked sentence."""
    parts = piece.split("/")
    names = [part[1:-1] for part in parts if part.startswith("{")]
    if len(names) < len(parts) or not set(names) <= set(MARKS) - {"name"}:
        return []
    signs = "".join(MARKS[name] + MARKS.get(WIDER.get(name, ""), "") for name in names)
    return [signs]


COMMON = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "with",
        "and",
        "or",
        "as",
        "be",
        "is",
        "was",
        "has",
        "have",
        "had",
        "its",
        "their",
        "new",
    ]
)


def _commonness(words: frozenset[str]) -> tuple[bool, int]:
    return bool(words & COMMON), len(words)


def _piece(piece: str, language: Language) -> tuple[str, frozenset[str]]:
    if piece in GAPS:
        return GAPS[piece], frozenset()
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


def _alternatives(options: list[str], language: Language) -> tuple[str, frozenset[str]]:
    regexes, firsts = [], []
    for option in options:
        parts = option.split()
        compiled = [_part(part, language) for part in parts]
        joined = [
            regex + ("" if part in GAPS else BETWEEN)
            for (regex, _), part in zip(compiled, parts, strict=True)
        ]
        regexes.append("".join(joined).removesuffix(BETWEEN))
        firsts.append(next((found for _, found in compiled if found), frozenset()))
    known = frozenset().union(*firsts) if all(firsts) else frozenset()
    return f"(?:{'|'.join(regexes)})", known


def _part(part: str, language: Language) -> tuple[str, frozenset[str]]:
    if part in GAPS:
        return GAPS[part], frozenset()
    if part.startswith("{"):
        return _slot(part, language)
    return _phrases(_forms(part, language))


def _slot(piece: str, language: Language) -> tuple[str, frozenset[str]]:
    name = piece[1:-1]
    if name.startswith("lexicon:"):
        if name[8:] not in language.lexicons:
            raise PatternError(f'there is no lexicon "{name[8:]}"')
        return _phrases(list(language.words(name[8:])))
    if name not in SLOTS:
        raise PatternError(f'unknown slot "{{{name}}}"; known: {", ".join(sorted(SLOTS))}')
    regex = SLOTS[name]
    for table in ("ordinals", "cardinals"):
        words = sorted(language.counts.get(table, ()), key=len, reverse=True)
        regex = regex.replace(f"{{{table}}}", "|".join(words) or "(?!)")
    return f"(?:{regex})", frozenset()


def _forms(word: str, language: Language) -> list[str]:
    if word.startswith("~"):
        return list(language.forms(word[1:]))
    found = re.fullmatch(r"(.+)\(([a-z]+)\)", word)
    return [found[1], found[1] + found[2]] if found else [word]


def _phrases(phrases: list[str]) -> tuple[str, frozenset[str]]:
    """Any of `phrases`, longest first, and the set of their first words."""
    ordered = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    regexes = [BETWEEN.join(_word(word) for word in phrase.split()) for phrase in ordered]
    return f"(?:{'|'.join(regexes)})", frozenset(_first(phrase) for phrase in ordered)


def _word(word: str) -> str:
    if word.endswith("*"):
        return _word(word[:-1]) + r"[\w-]*"
    escaped = re.escape(word).replace("'", "['’]")
    return escaped if word != word.lower() else f"(?i:{escaped})"


def _first(phrase: str) -> str:
    found = re.match(r"\w+", phrase.lower())
    if not found:
        raise PatternError(f'"{phrase}" does not begin with a word')
    return found[0]
