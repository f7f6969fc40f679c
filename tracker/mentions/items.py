"""Happenings told in a row, each with a day of its own: "met Rui in Lima in May, visited Quito in June". Who and where
stand in one item belong to no other."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.values import Span

__all__ = ["is_of_another_item"]

LANDS = f"[{MARKS['place']}{MARKS['country']}{MARKS['union']}]"
OWN_DAY = re.compile(  # "in Tacna, Peru in May"
    rf"(?:[^,;]|(?<={LANDS}),(?=\s{LANDS})|(?<=[a-z]),(?=\s{MARKS['country']}))*?{MARKS['date']}"
)


@lru_cache(maxsize=8)
def _border(language: Language) -> re.Pattern[str]:
    return re.compile(rf"[,;]\s|{whole(language.words('joining_doings'))}")


def is_of_another_item(
    spot: Span, hit: Span, others: Sequence[Span], text: str, language: Language
) -> bool:
    """Whether a name stands in the item of another hit of a row; who is named before all of them is in none."""
    if not OWN_DAY.match(text, hit.start):
        return False
    border = _border(language)
    dated = (other for other in others if OWN_DAY.match(text, other.start))
    return any(_is_beyond_border(spot, hit, other, text, border) for other in dated)


def _is_beyond_border(
    spot: Span, hit: Span, other: Span, text: str, border: re.Pattern[str]
) -> bool:
    """Whether what parts two items stands between them, and the name is on the side of the other."""
    first, second = sorted((hit, other))
    dated = OWN_DAY.match(text, first.start, second.start)
    if dated is None:
        return False
    parted = border.search(text, max(first.end, dated.end()), second.start)
    if parted is None:
        return False
    if other == second:
        return spot.start > parted.start()
    return first.start <= spot.start < parted.start()
