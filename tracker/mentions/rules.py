"""Event types as rule files describe them, checked and compiled once per rulebook."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from tracker.mentions.language import Language, load_language
from tracker.mentions.pattern import Pattern, PatternError, compile_pattern
from tracker.mentions.searching import Index, Searched
from tracker.rulebook import Rulebook, RuleFile

__all__ = ["EventType", "Example", "Rules", "Trigger", "load_rules"]

REACHES = ("clause", "phrase", "sentence", "published", "none")
TRIGGER_KEYS = {
    "id",
    "words",
    "unless",
    "needs",
    "kind",
    "date",
    "status",
    "title",
    "ordinal",
    "confidence",
    "head",
    "undoes",
}
TYPE_KEYS = {
    "type",
    "title",
    "needs",
    "trigger",
    "example",
    "roles",
    "promote",
    "repeat",
    "lasts",
    "anniversary",
    "description",
    "titles",
    "complete",
    "noun",
    "reported_from_the_spot",
    "sorts",
    "matters",
    "pairs",
    "recalls",
}
TITLE_WAYS = ("clause", "phrase", "headline")
NEEDS = {
    "leaders",
    "abroad",
    "earlier",
    "sides",
    "actor",
    "country",
    "person",
    "place",
    "two_actors",
    "ordinal",
}


@dataclass(frozen=True, slots=True)
class Trigger:
    """Words that speak of a happening of one type, and what they ask for."""

    id: str
    type: str
    patterns: tuple[Pattern, ...]
    unless: Index
    needs: tuple[str, ...] = ()
    kind: str = ""
    date: str = "clause"
    status: str = ""
    title: str = ""
    confidence: float = 0.0
    head: str = ""
    undoes: bool = False  # what it is done to was made before


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


@dataclass(frozen=True, eq=False)
class Calls:
    """Triggers, each with one of its patterns, in the order of the rules, and an index of the patterns."""

    pairs: tuple[tuple[Trigger, Pattern], ...]
    index: Index = field(repr=False)

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


@lru_cache(maxsize=8)
def load_rules(rulebook: Rulebook, language: str = "en") -> Rules:
    """The event types of the rulebook; later folders' triggers replace earlier ones of the same id.

    Raises RuleError naming file and line for whatever cannot be understood.
    """
    words = load_language(rulebook, language)
    types: dict[str, EventType] = {}
    for file in rulebook.under(f"{language}/events/"):
        read = _event_type(file, words)
        types[read.type] = _join(types[read.type], read) if read.type in types else read
    return Rules(
        types,
        _calls(types.values()),
        _calls(kind for kind in types.values() if _speaks_undated(kind)),
        _calls(kind for kind in types.values() if kind.anniversary),
    )


def _calls(types: Iterable[EventType]) -> Calls:
    triggers = (trigger for kind in types for trigger in kind.triggers)
    pairs = tuple((trigger, pattern) for trigger in triggers for pattern in trigger.patterns)
    return Calls(pairs, Index([pattern for _, pattern in pairs]))


def _speaks_undated(kind: EventType) -> bool:
    """Whether a trigger matters without a date: an anniversary, or what a later word refers back to."""
    return kind.anniversary or any("earlier" in trigger.needs for trigger in kind.triggers)


def _join(first: EventType, second: EventType) -> EventType:
    later = {trigger.id for trigger in second.triggers}
    kept = tuple(trigger for trigger in first.triggers if trigger.id not in later)
    examples = tuple(example for example in first.examples if example.rule not in later)
    return EventType(
        first.type,
        kept + second.triggers,
        examples + second.examples,
        second.roles or first.roles,
        first.anniversary or second.anniversary,
        second.promote or first.promote,
        second.repeat,
        second.lasts,
        second.file,
        second.titles or first.titles,
        second.complete or first.complete,
        second.noun or first.noun,
        first.reported_from_the_spot or second.reported_from_the_spot,
        second.sorts or first.sorts,
        first.pairs or second.pairs,
        first.matters or second.matters,
        first.recalls or second.recalls,
    )


def _event_type(file: RuleFile, language: Language) -> EventType:
    table = file.table
    _known_keys(file, table, TYPE_KEYS, "")
    name = table.get("type")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise file.error('needs type = "name" in lower case', "type", key="type")
    triggers = tuple(_trigger(file, name, row, table, language) for row in table.get("trigger", []))
    if not triggers:
        raise file.error("has no [[trigger]]", key="trigger")
    ids = {trigger.id for trigger in triggers}
    examples = tuple(_examples(file, table.get("example", []), ids))
    roles = tuple(table.get("roles", []))
    anniversary = bool(table.get("anniversary", False))
    repeat = str(table.get("repeat", "inside"))
    if repeat not in ("inside", "same_day"):
        raise file.error('must be "inside" or "same_day"', "repeat", key="repeat")
    return EventType(
        name,
        triggers,
        examples,
        roles,
        anniversary,
        table.get("promote"),
        repeat,
        bool(table.get("lasts", True)),
        file,
        titles=_titles(file, table),
        complete=tuple(table.get("complete", [])),
        noun=str(table.get("noun", "")),
        reported_from_the_spot=bool(table.get("reported_from_the_spot", False)),
        sorts=_sorts(file, table, language),
        pairs=bool(table.get("pairs", False)),
        matters=bool(table.get("matters", False)),
        recalls=bool(table.get("recalls", False)),
    )


def _titles(file: RuleFile, table: Mapping[str, Any]) -> tuple[str, ...]:
    """The ways to make a title, in the order they are tried."""
    ways = tuple(table.get("titles", []))
    for way in ways:
        if way not in TITLE_WAYS:
            raise file.error(f"must be among {', '.join(TITLE_WAYS)}", str(way), key="titles")
    return ways


def _sorts(file: RuleFile, table: Mapping[str, Any], language: Language) -> tuple[str, ...]:
    """The lexicons whose words tell sorts of the type apart."""
    sorts = tuple(table.get("sorts", []))
    for name in sorts:
        if name not in language.lexicons:
            raise file.error("there is no such lexicon", str(name), key="sorts")
    return sorts


def _known_keys(file: RuleFile, row: Mapping[str, Any], known: set[str], name: str) -> None:
    for key in row:
        if key not in known:
            raise file.error(
                f"unknown key; known: {', '.join(sorted(known))}", key, key=f"{name}{key}"
            )


def _trigger(
    file: RuleFile, type_: str, row: Mapping[str, Any], table: Mapping[str, Any], language: Language
) -> Trigger:
    id_ = str(row.get("id", ""))
    if not id_:
        raise file.error("a trigger needs an id", "[[trigger]]", key="trigger.id")
    _known_keys(file, row, TRIGGER_KEYS, f"{id_}.")
    if row.get("date", "clause") not in REACHES:
        raise file.error(f"must be one of {', '.join(REACHES)}", row["date"], key=f"{id_}.date")
    needs = tuple(row.get("needs", table.get("needs", [])))
    if not set(needs) <= NEEDS:
        raise file.error(f"must be among {', '.join(sorted(NEEDS))}", id_, key=f"{id_}.needs")
    if not row.get("words"):
        raise file.error('needs words = ["…"]', id_, key=f"{id_}.words")
    return Trigger(
        id=id_,
        type=type_,
        patterns=tuple(_patterns(file, row["words"], id_, language)),
        unless=Index(tuple(_patterns(file, row.get("unless", []), id_, language))),
        needs=needs,
        kind=row.get("kind", ""),
        date=row.get("date", "clause"),
        status=row.get("status", ""),
        title=row.get("title", table.get("title", "")),
        confidence=float(row.get("confidence", 0.0)),
        head=row.get("head", ""),
        undoes=bool(row.get("undoes", False)),
    )


def _patterns(
    file: RuleFile, texts: Iterable[str], id_: str, language: Language
) -> Iterator[Pattern]:
    for text in texts:
        try:
            yield compile_pattern(text, language)
        except (PatternError, re.error) as error:
            raise file.error(str(error), text[:20], key=id_) from error


def _examples(
    file: RuleFile, rows: Iterable[Mapping[str, Any]], ids: set[str]
) -> Iterator[Example]:
    for row in rows:
        rule = str(row.get("rule", ""))
        if rule not in ids:
            raise file.error("an example names a rule that is not here", rule, key="example.rule")
        if not row.get("text") or "published" not in row:
            raise file.error("an example needs text and published", rule, key="example")
        yield Example(rule, str(row["text"]), str(row["published"]), row.get("expect"), file)
