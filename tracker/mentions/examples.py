"""Runs the examples that stand beside the rules: what a rule must find, and what it must not."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.mentions.event_types import EventType, Example
from tracker.mentions.explaining import explain
from tracker.mentions.find import find_mentions
from tracker.mentions.rules import load_rules
from tracker.rulebook import Rulebook
from tracker.values import Document, Mention

__all__ = ["Outcome", "check_example", "check_examples", "missing_examples"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """An example and what is wrong with it, "" when it holds."""

    example: Example
    fault: str


def missing_examples(rules: EventType) -> list[str]:
    """What the triggers of a type lack: an example, a counter-example."""
    faults = []
    for trigger in rules.triggers:
        mine = [example for example in rules.examples if example.rule == trigger.id]
        if not any(example.expect is not None for example in mine):
            faults.append(f"{trigger.id} has no example")
        if not any(example.expect is None for example in mine):
            faults.append(f"{trigger.id} has no counter-example")
    return faults


def check_examples(rulebook: Rulebook, language: str = "en") -> Iterator[Outcome]:
    """The outcome of every example of the rulebook."""
    for event_type in load_rules(rulebook, language).types.values():
        for example in event_type.examples:
            yield check_example(example, event_type.type, rulebook, language)


def check_example(
    example: Example, type_: str, rulebook: Rulebook, language: str = "en"
) -> Outcome:
    """Whether one example holds."""
    day = dt.date.fromisoformat(example.published[:10])
    published = dt.datetime(day.year, day.month, day.day, 12, tzinfo=dt.UTC)
    document = Document("example:", "", example.text, published, language=language)
    found = [m for m in find_mentions(document, rulebook) if example.rule in m.rules]
    if example.expect is None:
        fault = f"must yield nothing, yields {_told(found[0])}" if found else ""
        return Outcome(example, fault)
    if not found:
        return Outcome(example, f"yields nothing: {_why_nothing(example.rule, document, rulebook)}")
    wanted = {"type": type_, **example.expect}
    faults = [_fault(mention, wanted) for mention in found]
    return Outcome(example, min(faults, key=len))


def _why_nothing(rule: str, document: Document, rulebook: Rulebook) -> str:
    """Why a rule made no mention: what kept its words back, or took them."""
    found = [told for told in explain(document, rulebook, beaten=True) if told.rule == rule]
    silent = [told for told in found if told.mention is None]
    if found and not silent:
        return "what it tells is taken for a repeated telling of another rule's"
    whys = [f"“{told.words.of(document.text)}”: {told.reason}" for told in silent]
    return "; ".join(whys) or "none of its words stand there, names and dates left out"


def _fault(mention: Mention, wanted: dict[str, object]) -> str:
    have: dict[str, object] = {
        "type": mention.type,
        "first": mention.interval.first,
        "last": mention.interval.last,
        "precision": str(mention.interval.precision),
        "status": str(mention.status),
        "place": mention.place.name if mention.place else None,
        "ordinal": mention.ordinal,
        "base": mention.base,
        "title": mention.title,
        "actors": [actor.name for actor in mention.actors],
        "numbers": list(mention.numbers),
    }
    wrong = [f"{k} is {have.get(k)}, not {v}" for k, v in wanted.items() if have.get(k) != v]
    return "; ".join(wrong)


def _told(mention: Mention) -> str:
    return f'{mention.type} "{mention.title}" on {mention.interval.first}'
