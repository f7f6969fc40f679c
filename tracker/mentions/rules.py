"""Event types as rule files describe them, checked and compiled once per rulebook."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.aside_cues import AsideCues, aside_cues
from tracker.mentions.event_types import EventType, Trigger, joined
from tracker.mentions.index import Index
from tracker.mentions.language import Language, load_language
from tracker.mentions.pattern import Pattern
from tracker.mentions.searching import Searched
from tracker.mentions.type_files import event_type
from tracker.rulebook import Rulebook

__all__ = ["Calls", "Rules", "load_rules"]

PLURAL = re.compile(r"([a-z]+)\(s\)")  # "shooting(s)"


@dataclass(frozen=True, eq=False)
class Calls:
    """Triggers, each with one of its patterns, in the order of the rules, and an index of the patterns. `relative`
    is what joins a clause to the noun it tells of (", which officials said"), `asides` what sets one between."""

    pairs: tuple[tuple[Trigger, Pattern], ...]
    index: Index = field(repr=False)
    relative: re.Pattern[str]
    asides: AsideCues

    def found_in(self, searched: Searched) -> Iterator[tuple[Trigger, Pattern]]:
        """Those that a sentence may hold."""
        return (self.pairs[number] for number in self.index.found_in(searched))


@dataclass(frozen=True, eq=False)
class Rules:
    """Every event type of a language, and what calls them."""

    types: Mapping[str, EventType]
    calls: Calls = field(repr=False)
    undated: Calls = field(repr=False)  # of the types that matter even in a sentence without a date
    remembering: Calls = field(repr=False)  # of those that make a mention there
    nouns: frozenset[str] = field(
        repr=False
    )  # what happenings of the types are called, in one word

    @property
    def only_public(self) -> bool:
        """Whether every type is of public life: none is of local news."""
        return all(type_.public for type_ in self.types.values())


@lru_cache(maxsize=8)
def load_rules(rulebook: Rulebook, language: str = "en") -> Rules:
    """The event types of the rulebook; later folders' triggers replace earlier ones of the same id.

    Raises RuleError naming file and line for whatever cannot be understood.
    """
    words = load_language(rulebook, language)
    types: dict[str, EventType] = {}
    for file in rulebook.under(f"{language}/events/"):
        read = event_type(file, words)
        types[read.type] = joined(types[read.type], read) if read.type in types else read
    _check_named(types)
    joints = _relative(words), aside_cues(words)
    return Rules(
        types,
        _calls(types.values(), *joints),
        _calls((kind for kind in types.values() if _speaks_undated(kind)), *joints),
        _calls((kind for kind in types.values() if kind.anniversary), *joints),
        frozenset(noun for kind in types.values() for noun in _nouns(kind)),
    )


def _nouns(kind: EventType) -> Iterator[str]:
    """The last word of the type's `noun` and name, and those that its triggers have in the plural as well."""
    yield from kind.noun.lower().split()[-1:]
    yield from kind.type.split("_")[-1:]
    for trigger in kind.triggers:
        for pattern in trigger.patterns:
            yield from PLURAL.findall(pattern.text)


def _relative(words: Language) -> re.Pattern[str]:
    """What joins a clause to the noun before it, with who says so."""
    joint = any_of(words.words("subject_relatives"), exact=True)
    says = whole(words.words("verbs_of_speech"))
    return re.compile(rf",\s{joint}(?:(?:\s[^\W\d_]+){{1,3}}?\s{says})?(?=\s)")


def _check_named(types: Mapping[str, EventType]) -> None:
    """Raises RuleError where a type names one that no file describes."""
    for kind in types.values():
        named = [("again", name) for name in kind.again]
        named += [("promote", str(kind.promote["to"]))] if kind.promote else []
        for key, name in named:
            if name not in types and kind.file is not None:
                raise kind.file.error("there is no such event type", key, name, key=key)


def _calls(types: Iterable[EventType], relative: re.Pattern[str], asides: AsideCues) -> Calls:
    triggers = (trigger for kind in types for trigger in kind.triggers)
    pairs = tuple((trigger, pattern) for trigger in triggers for pattern in trigger.patterns)
    return Calls(pairs, Index([pattern for _, pattern in pairs]), relative, asides)


def _speaks_undated(kind: EventType) -> bool:
    """Whether a trigger matters without a date: an anniversary, or what a later word refers back to."""
    return kind.anniversary or any("earlier" in trigger.needs for trigger in kind.triggers)
