"""Words of triggers that an article holds and that no reading tells of, with what kept them back.

Asked only by those who want to know why: ordinary reading drops them without a word, which is quicker.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from tracker.mentions.article import Article
from tracker.mentions.event_types import Trigger
from tracker.mentions.hits import View
from tracker.mentions.reading import Reading
from tracker.values import Span

__all__ = ["PassedOver", "passed_over"]

KEPT_BACK = "kept back by “{words}”, which its `unless` has: {pattern}"
TAKEN = "the words went to {rule}"
OTHERWISE = "its words stand in two clauses, or the sentence goes on with what was told before"
LONGEST = 60  # signs of a pattern that are shown


class PassedOver(NamedTuple):
    """Words of a trigger (`span` is in the sentence) that it was not read by, and why; `winner` is what they were
    read by instead, if they were."""

    trigger: Trigger
    view: View
    span: Span
    reason: str
    winner: Reading | None


def passed_over(article: Article, readings: Iterable[Reading]) -> Iterator[PassedOver]:
    """The triggers whose words stand in a sentence without a reading of their own there, each once for a stretch of
    words."""
    told: dict[View, list[Reading]] = {}
    for reading in readings:
        told.setdefault(reading.view, []).append(reading)
    for view in article.views:
        own = told.get(view, [])
        for trigger, span in _stretches(view, article):
            if not any(r.hit.trigger is trigger and r.hit.span.meets(span) for r in own):
                yield _passed(trigger, span, view, own)


def _stretches(view: View, article: Article) -> Iterator[tuple[Trigger, Span]]:
    """Each trigger with the words it has in a sentence, those that meet as one."""
    calls = article.rules.calls.found_in(view.searched)
    for trigger, found in groupby(calls, lambda pair: pair[0]):
        spans = [span for _, pattern in found for span in view.searched.spans(pattern)]
        yield from ((trigger, span) for span in _joined(sorted(spans)))


def _joined(spans: Iterable[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].meets(span):
            last = joined.pop()
            span = Span(last.start, max(last.end, span.end))
        joined.append(span)
    return joined


def _passed(trigger: Trigger, span: Span, view: View, own: Sequence[Reading]) -> PassedOver:
    if kept := _kept_back(trigger, span, view):
        return PassedOver(trigger, view, span, kept, None)
    winner = next((each for each in own if each.hit.span.meets(span)), None)
    reason = TAKEN.format(rule=winner.hit.trigger.id) if winner else OTHERWISE
    return PassedOver(trigger, view, span, reason, winner)


def _kept_back(trigger: Trigger, span: Span, view: View) -> str:
    """Which words of its `unless`, or of its file's, kept it back, "" where none did."""
    for index in (trigger.unless, trigger.never):
        for pattern in (index.patterns[number] for number in index.found_in(view.searched)):
            for other in view.searched.spans(pattern):
                if other.meets(span):
                    words, shown = other.of(view.sentence.text), pattern.text
                    shown = shown if len(shown) <= LONGEST else f"{shown[:LONGEST].rstrip()}…"
                    return KEPT_BACK.format(words=words, pattern=shown)
    return ""
