"""Triggers found in a sentence: which rule spoke, and where."""

import re
from collections.abc import Container, Iterator, Sequence
from itertools import chain, islice

from tracker.mentions.event_types import Trigger
from tracker.mentions.hits import Hit, Seen
from tracker.mentions.marks import SIGNS
from tracker.mentions.overlaps import parted, standing_hits
from tracker.mentions.pattern import Pattern
from tracker.mentions.rules import Calls
from tracker.mentions.searching import Searched
from tracker.values import Span

__all__ = ["hits_in"]

ITS_VERB = 6  # words of a clause in which it says what the noun before it did
MOST_HITS = 20  # in one sentence; with more it is a list of words, and no prose


def hits_in(
    searched: Searched, calls: Calls, seen: Seen, without: Container[str] = ()
) -> list[Hit]:
    """The triggers among `calls`, but for those `without`, that stand, in text order. Those that refer back
    stand back where their type is not among the `seen` ones."""
    plain = list(islice(_matches(searched, calls), MOST_HITS + 1))
    plain += islice(_meant(searched, calls), MOST_HITS + 1 - len(plain))
    more = chain(_bridged(searched, calls), _of_nouns(searched, calls, plain))
    hits = [*plain, *islice(more, MOST_HITS + 1 - len(plain))]
    if len(hits) > MOST_HITS:
        return []
    hits = parted([hit for hit in hits if hit.trigger.id not in without], searched.text)
    if len(hits) < 2:
        return hits
    return standing_hits(hits, searched.text, seen, calls.asides)


def _matches(searched: Searched, calls: Calls) -> Iterator[Hit]:
    for trigger, pattern in calls.found_in(searched):
        spans = searched.spans(pattern)
        yield from _hits(searched, trigger, pattern, spans, calls.asides.splits)


def _meant(searched: Searched, calls: Calls) -> Iterator[Hit]:
    """What is told of a body that is only called "the council"."""
    if searched.meant:
        meant, whole = Searched(searched.meant), searched.text
        for trigger, pattern in calls.found_in(meant):
            spans = meant.spans_across(pattern, whole, len(whole))
            yield from _hits(meant, trigger, pattern, spans, calls.asides.splits)


def _hits(
    searched: Searched,
    trigger: Trigger,
    pattern: Pattern,
    spans: Sequence[Span],
    splits: re.Pattern[str],
    leap: bool = False,
) -> Iterator[Hit]:
    """The spans that no pattern the trigger stands back for touches."""
    others = (
        [*searched.spans_of(trigger.unless), *searched.spans_of(trigger.never)] if spans else ()
    )
    for found in spans:
        span = _of_one_clause(found, pattern, searched, splits)
        if span and not any(span.meets(other) for other in others):
            whole = _from_whole_name(span, searched.straight)
            yield Hit(trigger, whole, "{name}" in pattern.text, leap)


def _from_whole_name(span: Span, text: str) -> Span:
    """The span, begun where the name begins in the middle of which it does: "the ASEAN-Japan Summit"."""
    start = span.start
    while start and text[start] in SIGNS and text[start - 1] in (text[start], "-"):
        past = start - 1 - (text[start - 1] == "-")
        if past < 0 or text[past] not in SIGNS:
            break
        start = past
    return Span(start, span.end)


def _of_one_clause(
    span: Span, pattern: Pattern, searched: Searched, splits: re.Pattern[str]
) -> Span | None:
    """The span, or where it begins in one clause and ends in the next, what the pattern finds in that."""
    while apart := splits.search(searched.straight, span.start, span.end):
        found = searched.span_from(pattern, apart.end())
        if not found or found.start >= span.end:
            return None
        span = found
    return span


def _bridged(searched: Searched, calls: Calls) -> Iterator[Hit]:
    """What is read across an aside: "the drills, called Eagle, began"."""
    if searched.text.count(",") > 1:
        yield from _across(calls.asides.set_between, searched, calls)


def _of_nouns(searched: Searched, calls: Calls, plain: Sequence[Hit]) -> Iterator[Hit]:
    """What a clause tells of the noun before it ("rests with parliament, which meets in May"), unless that noun by
    itself tells of the same."""
    if not calls.relative.search(searched.text):
        return
    for hit in _across(calls.relative, searched, calls):
        own = _from_its_verb(hit, calls, searched.text)
        noun = Span(hit.span.start, own.span.start) if own else hit.span
        same = (other for other in plain if other.trigger.type == hit.trigger.type)
        if own and not any(other.span.meets(noun) for other in same):
            yield own


def _across(aside: re.Pattern[str], searched: Searched, calls: Calls) -> Iterator[Hit]:
    """What is read across asides of this kind."""
    whole = searched.text
    last = max((found.start() for found in aside.finditer(whole)), default=0)
    if last:
        plain = Searched(aside.sub(lambda found: " " * len(found[0]), whole))
        for trigger, pattern in calls.found_in(plain):
            spans = plain.spans_across(pattern, whole, last)
            yield from _hits(plain, trigger, pattern, spans, calls.asides.splits, leap=True)


def _from_its_verb(hit: Hit, calls: Calls, text: str) -> Hit | None:
    """What a clause tells of the noun before it, begun where it says so: "rests with parliament, which | meets in
    May"; None where the noun has more to do with what comes farther on."""
    joint = calls.relative.search(text, *hit.span)
    if joint is None or calls.relative.search(text, joint.end(), hit.span.end):
        return None
    words = text[joint.end() : hit.span.end]
    start = hit.span.end - len(words.lstrip())
    few = 0 < len(words.split()) <= ITS_VERB
    own = hit._replace(span=Span(start, hit.span.end), bridged=False, of_noun=True)
    return own if few else None
