"""Names that hold words of happenings and tell none: firms ("Rockwell Drill Corp."), films and books in quotation
marks."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.language import load_language
from tracker.rulebook import Rulebook
from tracker.values import Span

__all__ = ["ProperNames", "proper_names"]

QUOTED = re.compile(r"[\"“”]([A-Z][^\"“”]{3,60})[\"“”]")


@dataclass(frozen=True, slots=True, eq=False)
class ProperNames:
    """How such names are known: by the last word of a firm's, by what is told of works of art."""

    ending: re.Pattern[str]
    firm: re.Pattern[str]
    works: re.Pattern[str]

    def spans(self, text: str) -> Iterator[Span]:
        """Where such names stand in a sentence."""
        if self.ending.search(text):
            yield from (Span(*found.span()) for found in self.firm.finditer(text))
        if ('"' in text or "“" in text) and self.works.search(text):
            yield from (Span(*found.span(1)) for found in QUOTED.finditer(text))


@lru_cache(maxsize=8)
def proper_names(rulebook: Rulebook, language: str = "en") -> ProperNames:
    """How names of firms and works are known in a language."""
    words = load_language(rulebook, language)
    ending = words.words("firm_endings")
    return ProperNames(
        re.compile(rf"\s{any_of(ending, exact=True)}(?![\w-])"),
        re.compile(rf"(?:[A-Z][\w&’'-]*,?\s+){{1,5}}?{any_of(ending, exact=True)}(?![\w-])"),
        re.compile(whole(words.words("works_of_art"))),
    )
