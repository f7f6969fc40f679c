"""Whether an article tells of two local happenings of one type that look alike: one more, hours later, or at another
hour or on another road. The words that show it are of the lexicon tellings.toml."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.article import Article
from tracker.mentions.details import AGE, HOUR, SPOT, details_in, roads_in
from tracker.mentions.event_types import EventType
from tracker.mentions.language import Language
from tracker.mentions.reading import Reading

__all__ = ["are_look_alikes", "look_alikes"]

AHEAD, BEHIND = 60, 22  # characters before and behind a happening in which it is told as one more
ENOUGH = 2  # contradictions by which two are told apart
HOURS = 2  # by which two are told of other times of a day
DAY = 24


@dataclass(frozen=True, eq=False)
class OneMoreWords:
    """The words of a language that tell one more."""

    later: re.Pattern[str]
    one_more: re.Pattern[str]
    anew: re.Pattern[str]
    passive: frozenset[str]


@lru_cache(maxsize=8)
def _words(language: Language) -> OneMoreWords:
    more, then = whole(language.words("one_more_like_it")), whole(language.words("hours_apart"))
    return OneMoreWords(
        later=re.compile(rf"\W*(?:[\w-]+\s+){{0,3}}?{then}"),
        one_more=re.compile(
            rf"\W*(?P<inside>{language.any_of('in_which')}\s+)?(?:{language.any_of('articles')}\s+)?{more}\s*"
        ),
        anew=re.compile(rf"{more}(?:\s+[\w-]+){{1,6}}?\s+{then}"),
        passive=language.set_of("part_passive"),
    )


def look_alikes(told: Sequence[Reading], article: Article) -> frozenset[int]:
    """The places of those readings that tell of another happening than the one before of their type."""
    first: dict[str, Reading] = {}
    found = set()
    for number, each in enumerate(told):
        assert each.mention is not None
        kind = article.rules.types[each.mention.type]
        one = first.get(kind.type, each)
        leads = each.view.number <= article.opens
        if not leads and are_look_alikes(one, each, kind, article.language):
            found.add(number)
        else:
            first.setdefault(kind.type, each)
    return frozenset(found)


def are_look_alikes(first: Reading, second: Reading, kind: EventType, language: Language) -> bool:
    """Whether the later telling is of another happening than the first, of a type of which a place has several
    in a day, and nobody known takes part."""
    if kind.anniversary or _has_known(first) or _has_known(second):
        return False
    if first.view is second.view and first is not second:
        text, end = first.view.sentence.text, second.hit.span.end + BEHIND
        return _words(language).anew.search(text, first.hit.span.end, end) is not None
    return _is_one_more(second, language) or _contradict(first, second, language)


def _has_known(reading: Reading) -> bool:
    return reading.mention is not None and any(a.entity for a in reading.mention.actors)


def _is_one_more(reading: Reading, language: Language) -> bool:
    """Whether its sentence tells it as one more: "Hours later, …", "The third fire …", "another man … hours later"."""
    view, hit, words = reading.view, reading.hit, _words(language)
    text = view.sentence.text  # dates are blotted out in the other: "Also this week"
    later = words.later.match(text, view.head)
    if later and later.end() <= hit.span.start:
        return True
    more = words.one_more.match(text, view.head)
    if more and more["inside"] and more.end() <= hit.span.end:
        return True
    if more and hit.span.start <= more.end() <= hit.span.end:
        rest = text[max(more.end(), hit.span.start) : hit.span.end].split()
        return bool(rest) and rest[0].lower() not in words.passive
    before = max(view.head, hit.span.start - AHEAD)
    return words.anew.search(text, before, hit.span.end + BEHIND) is not None


def _contradict(first: Reading, second: Reading, language: Language) -> bool:
    """Whether the sentences of two name another road or hour, and another age or kind of spot or both of these."""
    texts = [each.view.sentence.text[each.view.head :] for each in (first, second)]
    ours, theirs = (details_in(text, language) for text in texts)
    roads = [roads_in(text, language) for text in texts]
    where = bool(roads[0] and roads[1] and roads[0].isdisjoint(roads[1]))
    when = _at_other_hours(_of(HOUR, ours), _of(HOUR, theirs))
    if not (where or when):
        return False
    others = sum(_apart(_of(mark, ours), _of(mark, theirs)) for mark in (AGE, SPOT))
    return where + when + others >= ENOUGH


def _of(mark: str, details: Sequence[str]) -> frozenset[str]:
    return frozenset(each[1:] for each in details if each.startswith(mark))


def _apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return bool(ours and theirs and ours.isdisjoint(theirs))


def _at_other_hours(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    gaps = [abs(float(one) - float(other)) for one in ours for other in theirs]
    return bool(gaps) and min(min(gap, DAY - gap) for gap in gaps) >= HOURS
