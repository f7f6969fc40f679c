"""The text as the patterns see it: lower case, single spaces, plain dashes and quotes; and the way back."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from tracker.values import Span

__all__ = ["View", "view_of"]

_INVISIBLE: Final = "\u200b\u200c\u200d\u2060\ufeff\xad"
_RUN: Final = re.compile(rf"[\s{_INVISIBLE}]{{2,}}|[{_INVISIBLE}]")
_BLANK_LINE: Final = re.compile(r"\n[^\S\n]*\n")
_PLAIN: Final = str.maketrans(
    dict.fromkeys("\t\n\r\v\f\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " ")
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | dict.fromkeys("‘’‚‛′＇`´", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | {chr(0xFF10 + figure): str(figure) for figure in range(10)}
    | {"，": ",", "．": ".", "／": "/", "（": "(", "）": ")", "～": "~", "〜": "~"}
)


@dataclass(frozen=True, slots=True)
class View:
    """`plain` is the text made uniform, `lower` the same in lower case, both of equal length.

    A blank line is one line feed; every other stretch of white space is one space.
    """

    source: str
    plain: str
    lower: str
    starts: tuple[int, ...]  # places in `plain` after which offsets shift ...
    shifts: tuple[int, ...]  # ... by this much
    long_dashes: bool  # whether the source has any

    def place(self, position: int) -> int:
        """Where the character at `position` of `plain` stands in the source."""
        return position + self.shifts[bisect_right(self.starts, position) - 1]

    def span(self, start: int, end: int) -> Span:
        """The span of the source that `plain[start:end]` came from."""
        return Span(self.place(start), self.place(end - 1) + 1)


def view_of(text: str) -> View:
    """The view of `text`; linear in its length."""
    pieces: list[str] = []
    starts, shifts = [0], [0]
    position = length = 0
    for run in _RUN.finditer(text):
        filler = _filler(run[0])
        pieces += (text[position : run.start()].translate(_PLAIN), filler)
        length += run.start() - position + len(filler)
        position = run.end()
        starts.append(length)
        shifts.append(position - length)
    pieces.append(text[position:].translate(_PLAIN))
    plain = "".join(pieces)
    return View(
        text, plain, _lower(plain), tuple(starts), tuple(shifts), "—" in text or "―" in text
    )


def _filler(run: str) -> str:
    if not run.strip(_INVISIBLE):
        return ""
    return "\n" if _BLANK_LINE.search(run) else " "


def _lower(text: str) -> str:
    """Lower case of the same length: a letter whose lower case is longer stays."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)
