"""Of what sort of its type a happening is, and which offices meet in it, by the words that name it."""

import re
from collections.abc import Mapping
from functools import cache, lru_cache

from tracker.events.knowledge import portfolio_words, relation_rules, sorts_of_type
from tracker.events.lexicon import lexicon
from tracker.events.quoted import named
from tracker.events.words import fold
from tracker.values import Source

__all__ = ["portfolios_of", "sort_of"]

BESIDE = 60  # characters


def sort_of(source: Source) -> str:
    """The sort that the last of the words naming it is of: a banquet is no concert. Empty where none says, or
    the same word is of several sorts."""
    sorts = sorts_of_type(source.mention.type)
    if not sorts:
        return ""
    said, title = named(source, 0).lower(), source.mention.title.lower()
    if source.mention.type in relation_rules().brief:  # several may come about at once
        return _last_of(sorts, f"{said} {title}", True)
    said, title = (lexicon().on_matter.split(each, maxsplit=1)[0] for each in (said, title))
    return _last_of(sorts, said, False) or _last_of(sorts, title, True)


def _last_of(sorts: Mapping[str, tuple[str, ...]], said: str, several: bool) -> str:
    ends = {
        name: max((found.end() for found in _any_of(name, words).finditer(said)), default=0)
        for name, words in sorts.items()
    }
    last = max(ends.values())
    if several and sum(map(bool, ends.values())) > 1:
        return ""
    found = [name for name, end in ends.items() if end == last]
    return found[0] if last and len(found) == 1 else ""


@cache
def _any_of(name: str, words: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, map(str.lower, words)))})\b")


def portfolios_of(source: Source) -> frozenset[str]:
    """What the offices are for that are named beside it: foreign affairs, defence."""
    # Of a visit who comes is told before, whom he meets behind.
    visit = source.mention.type in relation_rules().lasting
    said = fold(named(source, BESIDE, 0 if visit else BESIDE))
    return frozenset(portfolio_words()[found[0]] for found in _portfolios().finditer(said))


@lru_cache(maxsize=1)
def _portfolios() -> re.Pattern[str]:
    longest_first = sorted(portfolio_words(), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")
