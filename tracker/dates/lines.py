"""Where a line opens with a date that is parted from what follows: "26 May 2018: …", "- May 6, 2023 - …"."""

import re
from typing import Final

__all__ = ["opens_a_line", "parted"]

_BEFORE: Final = re.compile(r"(?:^|\n)[^\S\n]*(?:[-–—*•·>#|]+[^\S\n]*|\d{1,3}[.)][^\S\n]+|\*\*)?$")
_AFTER: Final = re.compile(
    r"\.?[^\S\n]?(?:\([^()\n]{1,30}\))?[^\S\n]*(?:[-–—:|]|\*\*|\n|$)|\.[^\S\n]+(?=[A-Z“\"])"
)
_LOOK_BACK: Final = 12  # characters before a date: a bullet or a number


def opens_a_line(text: str, start: int, end: int) -> bool:
    """Whether the phrase text[start:end] stands at the head of a line, parted from what follows."""
    opening = ("\n" if start <= _LOOK_BACK else "") + text[max(0, start - _LOOK_BACK) : start]
    return bool(_BEFORE.search(opening)) and parted(text, end)


def parted(text: str, end: int) -> bool:
    """Whether a phrase that ends at text[end] is parted from what follows it."""
    return bool(_AFTER.match(text, end))
