"""Whether a day is that of an earlier happening, which no verb tells: "their previous summit, in Astana on July 3"."""

import re
from functools import lru_cache
from typing import Final

from tracker.dates.rules import Grammar
from tracker.dates.scan import Match
from tracker.dates.view import View

__all__ = ["is_of_a_former_one"]

REACH: Final = 90  # characters before the day in which it is named
_STOP: Final = re.compile(r"[;:()\n]|[.!?] ")
_NEVER: Final = re.compile(r"(?!)")


def is_of_a_former_one(match: Match, view: View, grammar: Grammar) -> bool:
    """Whether what the day is of is said to be one before: by "last" and the like, or, compared with what is to come, as
    the first of somebody."""
    before = _STOP.split(view.lower[max(0, match.start - REACH) : match.start])[-1]
    found = _former(grammar).search(before)
    return found is not None and before.count(",", found.end()) <= 1


@lru_cache(maxsize=8)
def _former(grammar: Grammar) -> re.Pattern[str]:
    """The words that say so, with their noun behind them."""
    if not grammar.words.get("former"):
        return _NEVER
    former, compared, the, first, not_nouns = map(
        grammar.any_of, ("former", "compared", "article", "first_one", "not_former")
    )
    whose = rf"(?:{grammar.any_of('whose_one')}|[\w-]+'s|[\w-]+s')"
    one = rf"{whose} (?:{former})"
    first = rf"\b(?:{compared}) (?:(?:{the}) )?(?:[\w'-]+ ){{0,3}}?{whose} (?:{first})"
    return re.compile(rf"(?:\b{one}|{first}) (?!(?:{not_nouns})\b)[a-z]")
