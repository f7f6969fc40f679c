"""Phrases to look for in sentences, by the words they begin with: most sentences have none of these."""

import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from tracker.mentions.alternatives import whole
from tracker.mentions.language import Language
from tracker.mentions.phrasing import rarest_words
from tracker.mentions.searching import Searched

__all__ = ["Phrases", "any_phrase", "ending", "ending_phrases", "phrases"]

FIRST = re.compile(r"[^\W\d]\w*(?![\w*])")  # a word that is given in full
END = sys.maxsize


@dataclass(frozen=True, eq=False)
class Phrases:
    """The `source` of a pattern, compiled when a sentence first calls for it, and the words, in lower case, that
    its matches begin with; None where that may be any. Each match holds one of the `needs`, too."""

    source: str
    firsts: frozenset[str] | None
    needs: frozenset[str]

    @cached_property
    def regex(self) -> re.Pattern[str]:
        """The pattern, to look for in masked text."""
        return re.compile(self.source)

    def search(self, searched: Searched, start: int = 0, end: int = END) -> re.Match[str] | None:
        """The first match in a stretch of a masked sentence."""
        begin = self._begin(searched, start, end)
        return None if begin is None else self.regex.search(searched.text, begin, end)

    def finditer(
        self, searched: Searched, start: int = 0, end: int = END
    ) -> Iterable[re.Match[str]]:
        """All matches in a stretch of a masked sentence."""
        begin = self._begin(searched, start, end)
        return () if begin is None else self.regex.finditer(searched.text, begin, end)

    def _begin(self, searched: Searched, start: int, end: int) -> int | None:
        """From where on to look for a match in a stretch, None where it has none."""
        text, firsts = searched.text, self.firsts
        if firsts is None:
            return start
        if end < len(text) and text[end].isalnum():  # what is left of a word may be read as another
            return start
        if self.needs.isdisjoint(searched.words):
            return None
        return searched.first_of(firsts, start, end)


def phrases(words: Iterable[str], pattern: str = "", needs: Iterable[str] = ()) -> Phrases:
    """Any of these phrases as whole words, or a `pattern` whose matches begin with one of them; or with the first
    word of one, and hold one of the phrases `needs`."""
    words = tuple(words)
    firsts = [FIRST.match(phrase) for phrase in words]
    if not all(firsts):
        return Phrases(pattern or whole(words), None, frozenset())
    known = frozenset(first[0].lower() for first in firsts if first)
    return Phrases(pattern or whole(words), known, rarest_words(tuple(needs) or words, frozenset()))


def any_phrase(found: Iterable[str]) -> re.Pattern[str]:
    """What matches any of these phrases, whole."""
    return re.compile(whole(found))


def ending(words: Language, lexicon: str, tail: str) -> re.Pattern[str]:
    """What matches a phrase of the lexicon and `tail` behind it."""
    return ending_phrases(words, lexicon, tail).regex


def ending_phrases(words: Language, lexicon: str, tail: str) -> Phrases:
    """The same, ready to be looked for in what is searched."""
    found = words.words(lexicon)
    return phrases(found, f"{whole(found)}(?i:{tail})")
