"""Numbers that tell one happening from the next: "12th plenary" is plenary:12, "Resolution 2397" resolution:2397."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from tracker.mentions.alternatives import any_of
from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.values import Span

__all__ = ["numbers_of"]

BEFORE, AFTER = 30, 20  # characters round the trigger


def numbers_of(hit: Hit, view: View, article: Article) -> tuple[str, ...]:
    """The identifying numbers in a trigger, else those right beside it, in text order."""
    start = max(0, hit.span.start - BEFORE)
    around = view.masked[start : hit.span.end + AFTER]
    small = around.lower()
    if not any(noun in small for noun in _nouns(article.language)):
        return ()
    found = list(_numbers(around, article.language))
    words = Span(hit.span.start - start, hit.span.end - start)
    inside = [number for span, number in found if words.holds(span)]
    return tuple(dict.fromkeys(inside or [number for _, number in found]))


def _numbers(text: str, language: Language) -> Iterator[tuple[Span, str]]:
    for match in _counted(language).finditer(text):
        number = _value(match["ordinal"], language)
        if number and not (number == 1 and _for_long(language).match(text, match.end())):
            yield Span(*match.span()), f"{match['noun'].lower()}:{number}"
    for match in _numbered(language).finditer(text):
        noun = match["noun"].lower()
        yield Span(*match.span()), f"{_called(language).get(noun, noun)}:{match['number']}"


@lru_cache(maxsize=8)
def _nouns(language: Language) -> tuple[str, ...]:
    """What numbers may tell apart, for a quick look whether any is there."""
    return tuple(
        noun.lower() for noun in (*language.words("counted_nouns"), *_numbered_nouns(language))
    )


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
    ordinals, nouns = any_of(language.ordinals), language.any_of("counted_nouns")
    return re.compile(
        rf"(?<![\w-])(?P<ordinal>\d+(?i:st|nd|rd|th)|{ordinals})\s+"
        rf"(?:[\w\ue001-\ue00a’'-]+\s+){{0,2}}?(?P<noun>{nouns})(?!\w)"
    )


@lru_cache(maxsize=8)
def _called(language: Language) -> Mapping[str, str]:
    """What the short names among the numbered nouns stand for ("unscr" for "resolution")."""
    parted = (word.partition(" => ") for word in language.words("numbered_nouns"))
    return {short.lower(): noun for short, _, noun in parted if noun}


def _numbered_nouns(language: Language) -> list[str]:
    return [word.partition(" => ")[0] for word in language.words("numbered_nouns")]


@lru_cache(maxsize=8)
def _numbered(language: Language) -> re.Pattern[str]:
    nouns, signs = (
        "|".join(map(re.escape, words)) or "(?!)"
        for words in (_numbered_nouns(language), language.words("number_signs"))
    )
    return re.compile(
        rf"(?<!\w)(?P<noun>{nouns})\s+(?:(?:{signs})\.?\s*)?(?P<number>\d+)", re.IGNORECASE
    )
