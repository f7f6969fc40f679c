"""Years that stand alone on their lines, above what came about in them: "1962", and below it "They sign on May 3."."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from tracker.values import Span

__all__ = ["Section", "section_at", "sections_of"]

_YEAR: Final = re.compile(r"[^\S\n]*[#*_>]*[^\S\n]*((?:1[89]|20)\d\d)[^\S\n]*[*_:.]*[^\S\n]*")
_LINE: Final = re.compile(r"[^\n]+")
_ENDS: Final = re.compile(r"[.!?:;,\"”’)|*]\s*$")  # of a sentence, which no heading is
FEWEST: Final = 2  # one such line may be the foot of a page
HEADING_WORDS: Final = 6  # of a line that heads something else
LONGEST: Final = 2500  # characters below a year


@dataclass(frozen=True, slots=True)
class Section:
    """The text below a year, up to the next year or another heading."""

    year: int
    span: Span


def sections_of(text: str) -> tuple[Section, ...]:
    """The sections of a text in order, none where fewer than two years stand alone on their lines; years right
    below each other are a column."""
    lines = list(_LINE.finditer(text))
    years = {
        at: int(found[1]) for at, line in enumerate(lines) if (found := _YEAR.fullmatch(line[0]))
    }
    heads = [at for at in years if at - 1 not in years and at + 1 not in years]
    if len({years[at] for at in heads}) < FEWEST:
        return ()
    return tuple(Section(years[at], _below(lines, at)) for at in heads)


def _below(lines: Sequence[re.Match[str]], at: int) -> Span:
    """What stands below a line, up to a heading."""
    start = end = lines[at].end()
    for line in islice(lines, at + 1, None):
        if line.end() - start > LONGEST or _is_heading(line[0]):
            break
        end = line.end()
    return Span(start, end)


def _is_heading(line: str) -> bool:
    """Whether a line is a year, or a few words that are no sentence."""
    few = len(line.split()) <= HEADING_WORDS
    return bool(_YEAR.fullmatch(line)) or (few and not _ENDS.search(line))


def section_at(sections: Sequence[Section], place: int) -> Section | None:
    """The section that holds a place of the text."""
    at = bisect_right(sections, place, key=lambda section: section.span.start) - 1
    return sections[at] if at >= 0 and place < sections[at].span.end else None
