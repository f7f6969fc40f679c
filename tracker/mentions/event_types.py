"""Event types, the words that speak of their happenings, and examples of both, as rule files describe them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from tracker.mentions.index import Index
from tracker.mentions.pattern import Pattern
from tracker.rulebook import RuleFile

__all__ = ["EMPTY", "OF_ITS_OWN", "EventType", "Example", "Trigger", "joined"]

EMPTY = Index(())


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that speak of a happening of one type, and what they ask for."""

    id: str
    type: str
    patterns: tuple[Pattern, ...]
    unless: Index
    never: Index = EMPTY  # what any trigger of its file stands back for
    needs: tuple[str, ...] = ()
    kind: str = ""
    date: str = "clause"
    status: str = ""
    title: str = ""
    confidence: float = 0.0
    head: str = ""
    undoes: bool = False  # what it is done to was made before
    own_day: bool = False  # its words say when that was made, whatever is told of it now
    # What stands right before it where another happening is held to keep it.
    kept_after: re.Pattern[str] | None = None
    greater: str = ""  # the type that it is promoted to
    decided: bool = False  # it is done by deciding on it: a deal to do it is it


@dataclass(frozen=True, slots=True)
class Example:
    """A sentence and what it must yield; `expect` None means that this rule must yield nothing."""

    rule: str
    text: str
    published: str
    expect: Mapping[str, Any] | None
    file: RuleFile


@dataclass(frozen=True, slots=True)
class EventType:
    """All that is known of one type."""

    type: str
    triggers: tuple[Trigger, ...]
    examples: tuple[Example, ...]
    roles: tuple[Mapping[str, Any], ...] = ()
    anniversary: bool = False
    promote: Mapping[str, Any] | None = None
    repeat: str = "inside"
    lasts: bool = True
    file: RuleFile | None = None
    titles: tuple[str, ...] = ()
    complete: tuple[str, ...] = ()
    noun: str = ""
    reported_from_the_spot: bool = False
    sorts: tuple[str, ...] = ()  # lexicons, each of a sort of its own
    pairs: bool = False  # who meets whom tells two apart
    matters: bool = False  # what it is on tells one thing from another new one
    recalls: bool = False  # what is told in passing is told all the same
    private: Index = (
        EMPTY  # what shows that firms or private people do it, unless somebody public does
    )
    public: bool = False  # of public life: somebody known or in office is looked for
    public_by: Index = EMPTY  # what shows it to be that, whoever takes part
    doers: str = ""  # "public": they must be of public life; "told": not told to be nobody of it
    titled: int = 0  # so many actors in the title, and nobody else takes part
    again: tuple[str, ...] = ()  # types of which "the meeting" may go on to tell


# What a second file of a type never takes from the first.
OF_ITS_OWN = frozenset({"type", "triggers", "examples", "file"})


def joined(first: EventType, second: EventType) -> EventType:
    """One type of two files: triggers of the second replace those of the same id, and of all else what the second
    leaves out stays as the first has it."""
    later = {trigger.id for trigger in second.triggers}
    kept = tuple(trigger for trigger in first.triggers if trigger.id not in later)
    examples = tuple(example for example in first.examples if example.rule not in later)
    left_out = {
        field.name: getattr(first, field.name)
        for field in fields(EventType)
        if field.name not in OF_ITS_OWN and getattr(second, field.name) == field.default
    }
    return replace(
        second,
        triggers=kept + second.triggers,
        examples=examples + second.examples,
        **left_out,
    )
