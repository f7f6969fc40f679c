"""Numbers that tell one happening from the next: "12th plenary" is plenary:12, "Resolution 2397" resolution:2397."""

import re
from functools import lru_cache

from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language

__all__ = ["numbers_of"]

BEFORE, AFTER = 30, 20  # characters round the trigger


def numbers_of(hit: Hit, view: View, article: Article) -> tuple[str, ...]:
    """The identifying numbers in and right beside a trigger, in text order."""
    start = max(0, hit.span.start - BEFORE)
    text = view.masked[start : hit.span.end + AFTER]
    found: dict[str, None] = {}
    if not _nouns(article.language).search(text):
        return ()
    for match in _counted(article.language).finditer(text):
        number = _value(match["ordinal"], article.language)
        if number and not (number == 1 and _for_long(article.language).match(text, match.end())):
            found[f"{match['noun'].lower()}:{number}"] = None
    for match in _numbered(article.language).finditer(text):
        found[f"{match['noun'].lower()}:{match['number']}"] = None
    return tuple(found)


@lru_cache(maxsize=8)
def _nouns(language: Language) -> re.Pattern[str]:
    """A quick look whether anything is there that numbers may tell apart."""
    nouns = (*language.words("counted_nouns"), *language.words("numbered_nouns"))
    return re.compile("|".join(map(re.escape, nouns)) or "(?!)", re.IGNORECASE)


@lru_cache(maxsize=8)
def _for_long(language: Language) -> re.Pattern[str]:
    """What makes a first one no beginning: "the first congress in 36 years"."""
    words = "|".join(map(re.escape, language.words("first_for_long"))) or "(?!)"
    return re.compile(rf"[^,;.]{{0,40}}?\s(?:{words})(?!\w)", re.IGNORECASE)


def _value(word: str, language: Language) -> int | None:
    digits = re.match(r"\d+", word)
    return int(digits[0]) if digits else language.ordinals.get(word.lower())


@lru_cache(maxsize=8)
def _counted(language: Language) -> re.Pattern[str]:
    ordinals = "|".join(sorted(language.ordinals, key=len, reverse=True)) or "(?!)"
    nouns = "|".join(map(re.escape, language.words("counted_nouns"))) or "(?!)"
    return re.compile(
        rf"(?<![\w-])(?P<ordinal>\d+(?:st|nd|rd|th)|{ordinals})\s+(?:[\w\ue001-\ue008’'-]+\s+){{0,2}}?(?P<noun>{nouns})(?!\w)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=8)
def _numbered(language: Language) -> re.Pattern[str]:
    nouns = "|".join(map(re.escape, language.words("numbered_nouns"))) or "(?!)"
    return re.compile(rf"(?<!\w)(?P<noun>{nouns})\s+(?:No\.?\s*)?(?P<number>\d+)", re.IGNORECASE)
