"""The regular expression that stands for a trigger's pattern, put together piece by piece."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tracker.mentions.alternatives import any_of
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS, WIDER
from tracker.mentions.phrasing import BETWEEN, any_of_these, phrases_regex
from tracker.mentions.pieces import (
    GAPS,
    SLOTS,
    bare,
    may_miss,
    options_of,
    phrases_of,
    pieces_of,
    stop_of,
)

__all__ = ["regex_source"]

OWNED = "(?:'s?(?![a-z]))?"
ANY_NAME = "".join(mark for kind, mark in MARKS.items() if kind != "date")
SLOT_REGEXES = {
    **{kind: f"{mark}+{OWNED}" for kind, mark in MARKS.items()},
    **{
        kind: f"[{MARKS[kind]}{''.join(MARKS[other] for other in others)}]+{OWNED}"
        for kind, others in WIDER.items()
    },
    "name": f"(?:[{ANY_NAME}]+|[A-Z][\\w'-]*){OWNED}",
    "proper": r"(?!(?:{before_houses})(?![\w'-]))[A-Z][\w'-]+",
    "ordinal": r"(?i:\d+(?:st|nd|rd|th)|{ordinals})",
    "number": r"(?i:\d[\d,.]*(?:[-–]\d+)?|{cardinals}|{uncounted})",
}
GAP_REGEXES = {
    "..": r"(?:[^\s,;:()]++(?:,\d[^\s,;:()]*+)*+\s++){0,3}?",
    "...": r"(?:[^\s;:()]++\s++){0,8}?",
}


def regex_source(text: str, language: Language) -> str:
    """The regular expression for the pattern `text`, to look for in a masked sentence made `straight`."""
    pieces = pieces_of(text)
    built, whole = "", _last_needed(pieces)
    for number, piece in enumerate(pieces):
        regex = _piece(piece, language)
        if piece in GAPS:
            built = _wider(built, regex)
        elif number > whole:
            built += f"(?:{BETWEEN}{regex})?"
        elif may_miss(piece):
            built += f"(?:{regex}{BETWEEN})?"
        else:
            built += regex if number == whole else regex + BETWEEN
    return rf"(?<![\w-]){built}(?!\w|-\w)"


def _last_needed(pieces: Sequence[str]) -> int:
    """The number of the last piece that may not be missing; of a gap before those that may, of the last of all."""
    last = len(pieces) - 1
    at = next((n for n in range(last, -1, -1) if not may_miss(pieces[n])), last)
    return last if pieces[at] in GAPS else at


def _wider(built: str, gap: str) -> str:
    """`built` and a gap: gaps in a row become one as wide as all, which is tried much faster."""
    body, width = gap[:-2].rsplit("{0,", 1)[0], int(gap[:-2].rsplit(",", 1)[1])
    found = re.fullmatch(r"(?s)(.*)" + re.escape(body) + r"\{0,(\d+)\}\?", built)
    if not found:
        return built + gap
    return f"{found[1]}{body}{{0,{int(found[2]) + width}}}?"


@lru_cache(maxsize=4096)  # patterns are made of the same pieces
def _piece(piece: str, language: Language) -> str:
    regexes = [_option(option, language) for option in options_of(piece)]
    return any_of_these(regexes) + stop_of(piece)


def _option(parts: Sequence[str], language: Language) -> str:
    """The parts of an alternative one after the other; a gap ends in a blank of its own."""
    joined = (_part(part, language) + ("" if part in GAPS else BETWEEN) for part in parts)
    return "".join(joined).removesuffix(BETWEEN)


def _part(part: str, language: Language) -> str:
    if part in GAPS:
        return _gap(part, language)
    inner = bare(part)
    slot = inner[1:-1]
    regex = (
        _slot(slot, language)
        if inner.startswith("{") and slot in SLOTS
        else phrases_regex(phrases_of(inner, language))
    )
    return regex + part.removeprefix(inner)


@lru_cache(maxsize=32)
def _gap(piece: str, language: Language) -> str:
    """Any few words, but for those that begin another clause: what they tell is another happening."""
    breaks = any_of(language.words("gap_breaks"), exact=True)
    return GAP_REGEXES[piece].replace("(?:", rf"(?:(?!{breaks}\s)", 1)


@lru_cache(maxsize=64)
def _slot(name: str, language: Language) -> str:
    regex = SLOT_REGEXES[name]
    for table in ("ordinals", "cardinals", "uncounted", "before_houses"):
        words = sorted(language.words(table), key=len, reverse=True)
        regex = regex.replace(f"{{{table}}}", "|".join(words) or "(?!)")
    return f"(?:{regex})"
