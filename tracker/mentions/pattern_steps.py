"""The steps that a trigger's pattern is followed by, put together piece by piece from its end."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import groupby

from tracker.mentions.alternatives import any_of
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS, WIDER
from tracker.mentions.pieces import (
    GAPS,
    SLOTS,
    Option,
    bare,
    may_miss,
    options_of,
    phrases_of,
    pieces_of,
    stop_of,
    words_of,
)
from tracker.mentions.steps import (
    Matcher,
    Step,
    Table,
    Way,
    any_way,
    apart,
    close,
    gap,
    phrase,
    sign,
    slot,
    table_of,
)

__all__ = ["steps_of"]

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
WIDTHS = {"..": 3, "...": 8}
WORDS_OF_GAPS = {
    "..": r"[^\s,;:()]++(?:,\d[^\s,;:()]*+)*+\s++",
    "...": r"[^\s;:()]++\s++",
}


def steps_of(text: str, language: Language) -> Step:
    """The first of the steps for the pattern `text`, to be taken in a masked sentence made `straight`."""
    pieces = [" ".join(run) for run in _runs(pieces_of(text))]
    then = close
    whole = _last_needed(pieces)
    for number in reversed(range(len(pieces))):
        piece = pieces[number]
        if number > whole:
            then = any_way([apart(_piece(piece, language, then)), then])
        elif may_miss(piece):
            then = any_way([_piece(piece, language, apart(then)), then])
        elif number == whole or _is_gap(piece):
            then = _piece(piece, language, then)
        else:
            then = _piece(piece, language, apart(then))
    return then.step


def _runs(parts: Iterable[str]) -> Iterator[Sequence[str]]:
    """Each part by itself, but gaps of a kind that follow one another: they are one wider gap."""
    for part, same in groupby(parts):
        if part in GAPS:
            yield [*same]
        else:
            yield from ([each] for each in same)


def _is_gap(piece: str) -> bool:
    return piece.split(maxsplit=1)[0] in GAPS


def _last_needed(pieces: Sequence[str]) -> int:
    """The number of the last piece that may not be missing; of a gap before those that may, of the last of all."""
    last = len(pieces) - 1
    at = next((n for n in range(last, -1, -1) if not may_miss(pieces[n])), last)
    return last if _is_gap(pieces[at]) else at


def _piece(piece: str, language: Language, then: Way) -> Way:
    """Any alternative of a piece; those that are only looked up in tables share one."""
    stop = stop_of(piece)
    then = sign(stop, then) if stop else then
    ways: list[Way] = []
    for looked_up, options in groupby(options_of(piece), _is_looked_up):
        if looked_up:
            ways.append(phrase(_table(tuple(part for (part,) in options), language), then))
        else:
            ways += (_option(option, language, then) for option in options)
    return any_way(ways)


def _is_looked_up(option: Option) -> bool:
    return len(option) == 1 and bare(option[0]) == option[0] and not _is_open(option[0])


def _is_open(part: str) -> bool:
    return part in GAPS or (part.startswith("{") and part[1:-1] in SLOTS)


def _option(parts: Option, language: Language, then: Way) -> Way:
    """The parts of an alternative one after the other; a gap ends in a blank of its own."""
    last = True
    for run in reversed([*_runs(parts)]):
        part = run[0]
        if part in GAPS:
            then = gap(_word_of_gap(part, language), WIDTHS[part] * len(run), then)
        else:
            then = _part(part, language, then if last else apart(then))
        last = False
    return then


def _part(part: str, language: Language, then: Way) -> Way:
    inner = bare(part)
    then = sign(part.removeprefix(inner), then) if inner != part else then
    if _is_open(inner):
        return slot(_slot(inner[1:-1], language), _heads(inner, language), then)
    return phrase(_table((inner,), language), then)


@lru_cache(maxsize=64)
def _heads(part: str, language: Language) -> frozenset[str] | None:
    """The words that what fills a slot begins with, None where it may be any."""
    words = words_of(part, language)
    return None if words is None else frozenset(first for first, *_ in words)


@lru_cache(maxsize=4096)  # patterns are made of the same pieces
def _table(parts: tuple[str, ...], language: Language) -> Table:
    return table_of(phrases_of(part, language) for part in parts)


@lru_cache(maxsize=32)
def _word_of_gap(part: str, language: Language) -> Matcher:
    """Any word, but for those that begin another clause: what they tell is another happening."""
    breaks = any_of(language.words("gap_breaks"), exact=True)
    return re.compile(rf"(?!{breaks}\s){WORDS_OF_GAPS[part]}").match


@lru_cache(maxsize=64)
def _slot(name: str, language: Language) -> re.Pattern[str]:
    regex = SLOT_REGEXES[name]
    for table in ("ordinals", "cardinals", "uncounted", "before_houses"):
        words = sorted(language.words(table), key=len, reverse=True)
        regex = regex.replace(f"{{{table}}}", "|".join(words) or "(?!)")
    return re.compile(regex)
