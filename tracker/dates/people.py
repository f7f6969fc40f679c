"""Somebody who is called like a month: Theresa May, Mr. March."""

import re
from functools import lru_cache
from typing import Final

from tracker.dates.rules import NAMES, Grammar
from tracker.dates.scan import Match
from tracker.dates.view import View

__all__ = ["is_somebody", "named_like_months"]

_PARTS: Final = frozenset(("monthname",))  # of a phrase that is a month alone
LOOK_BACK: Final = 24  # characters


def named_like_months(view: View, grammar: Grammar) -> frozenset[str]:
    """The months that are surnames in a text: after a given name or a form of address."""
    given, forms = grammar.words[NAMES], grammar.words.get("address", {})
    found = (
        (first.lower(), second.lower()) for first, second in _pairs(grammar).findall(view.plain)
    )
    return frozenset(month for first, month in found if first in given or first in forms)


@lru_cache(maxsize=16)
def _pairs(grammar: Grammar) -> re.Pattern[str]:
    """A word written large before a month written large, with no day behind it."""
    months = "|".join(month.capitalize() for month in grammar.words.get("surname", {}))
    return re.compile(rf"\b([A-Z][a-z]+\.?) ({months or '(?!)'})\b(?! \d)")


@lru_cache(maxsize=16)
def _before(grammar: Grammar) -> re.Pattern[str]:
    """The word before a month, an article apart."""
    return re.compile(rf"([\w'-]+\.?)[ -](?:(?:{grammar.any_of('article')}) )?\Z")


def is_somebody(match: Match, view: View, grammar: Grammar, names: frozenset[str]) -> bool:
    """Whether a bare month is the name of one who is called so in the text: "May said", not "in May"."""
    if not names or match.fields.keys() - match.rule.yields.keys() != _PARTS:
        return False
    if view.lower[match.start : match.end] not in names:
        return False
    before = _before(grammar).search(view.lower, max(0, match.start - LOOK_BACK), match.start)
    return before is None or before[1] not in grammar.words.get("before_months", {})
