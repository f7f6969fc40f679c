"""Bodies that only tell in whose house it is: "at the ministry", "at the offices of the Lake Board". The words are the
lexicon roles.toml."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.language import Language
from tracker.mentions.names import Name
from tracker.values import Span

__all__ = ["is_a_house"]

NEAR = 30  # characters before a name that hold "at the offices of the"


@dataclass(frozen=True, eq=False)
class Houses:
    """The words of a language for houses and those whose they are."""

    at: re.Pattern[str]
    of: re.Pattern[str]  # "offices of the"
    behind: re.Pattern[str]  # "headquarters", behind whose they are
    housed: frozenset[str]


@lru_cache(maxsize=8)
def _houses(language: Language) -> Houses:
    article = rf"(?:{language.any_of('articles')}\s+)?"
    premises = language.any_of("premises")
    return Houses(
        at=re.compile(rf"(?<![\w’'-]){language.any_of('at_building')}\s+{article}$"),
        of=re.compile(rf"(?<![\w-]){premises}\s+{language.any_of('of_whom')}\s+{article}$"),
        behind=re.compile(rf"(?:['’]s?)?\s+(?:\w+\s+)?{premises}(?![\w-])"),
        housed=frozenset(language.words("housed")),
    )


def is_a_house(body: Name, spot: Span, text: str, language: Language) -> bool:
    """Whether a body only tells in whose house something was."""
    words, start = _houses(language), max(0, spot.start - NEAR)
    known = body.entry is not None and body.entry.detail in words.housed
    at_it = words.at.search(text, start, spot.start)
    if at_it and (known or words.behind.match(text, spot.end)):
        return True
    return words.of.search(text, start, spot.start) is not None
