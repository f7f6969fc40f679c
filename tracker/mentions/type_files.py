"""Files of event types, read and checked."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.event_types import EMPTY, EventType, Example, Trigger
from tracker.mentions.index import Index
from tracker.mentions.language import Language
from tracker.mentions.pattern import Pattern, compile_pattern
from tracker.mentions.phrasing import PatternError
from tracker.rulebook import RuleFile

__all__ = ["event_type"]

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
    "own_day",
}
TYPE_KEYS = {
    "type",
    "title",
    "needs",
    "unless",
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
    "titled",
    "again",
    "private",
    "public",
    "public_by",
    "doers",
    "decided",
}
DOERS = ("", "told", "public")
TITLE_WAYS = ("clause", "phrase", "headline")
NEEDS = {
    "leaders",
    "abroad",
    "public",
    "earlier",
    "sides",
    "actor",
    "country",
    "person",
    "place",
    "two_actors",
    "ordinal",
}


@lru_cache(maxsize=256)
def event_type(file: RuleFile, language: Language) -> EventType:
    """The event type of a file. Raises RuleError naming file and line for whatever cannot be understood."""
    table = file.table
    file.refuse_unknown(table, TYPE_KEYS)
    name = table.get("type")
    if not isinstance(name, str) or not re.fullmatch(r"[a-z][a-z0-9_]*", name):
        raise file.error('needs type = "name" in lower case', "type", key="type")
    never = _index(file, table.get("unless", []), "unless", language)
    rows = table.get("trigger", [])
    triggers = tuple(_trigger(file, name, row, table, language, never) for row in rows)
    if not triggers:
        raise file.error("has no [[trigger]]", key="trigger")
    ids = {trigger.id for trigger in triggers}
    examples = tuple(_examples(file, table.get("example", []), ids))
    roles = tuple(table.get("roles", []))
    anniversary = bool(table.get("anniversary", False))
    repeat = str(table.get("repeat", "inside"))
    if repeat not in ("inside", "same_day"):
        raise file.error('must be "inside" or "same_day"', "repeat", key="repeat")
    doers = str(table.get("doers", ""))
    if doers not in DOERS:
        raise file.error('must be "public" or "told"', "doers", key="doers")
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
        public=bool(table.get("public", False)),
        doers=doers,
        titled=_number(file, table, "titled"),
        again=tuple(table.get("again", [])),
        private=_index(file, table.get("private", []), "private", language),
        public_by=_index(file, table.get("public_by", []), "public_by", language),
    )


def _number(file: RuleFile, table: Mapping[str, Any], key: str) -> int:
    found = table.get(key, 0)
    if not isinstance(found, int) or isinstance(found, bool):
        raise file.error("must be a number", key, key=key)
    return found


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


def _trigger(
    file: RuleFile,
    type_: str,
    row: Mapping[str, Any],
    table: Mapping[str, Any],
    language: Language,
    never: Index,
) -> Trigger:
    id_ = str(row.get("id", ""))
    if not id_:
        raise file.error("a trigger needs an id", "[[trigger]]", key="trigger.id")
    file.refuse_unknown(row, TRIGGER_KEYS, id_)
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
        unless=_index(file, row.get("unless", []), id_, language),
        never=never,
        needs=needs,
        kind=row.get("kind", ""),
        date=row.get("date", "clause"),
        status=row.get("status", ""),
        title=row.get("title", table.get("title", "")),
        confidence=float(row.get("confidence", 0.0)),
        head=row.get("head", ""),
        undoes=bool(row.get("undoes", False)),
        own_day=bool(row.get("own_day", False)),
        kept_after=_kept_after(language) if table.get("anniversary") else None,
        greater=str(table.get("promote", {}).get("to", "")),
        decided=bool(table.get("decided", False)),
    )


@lru_cache(maxsize=8)
def _kept_after(language: Language) -> re.Pattern[str]:
    """What leads from a happening to the anniversary it is held for: "a concert to mark the …"."""
    articles = any_of(language.words("articles"))
    return re.compile(
        rf"{whole(language.words('keeping'))}\s+(?:{articles}\s+)?(?:[\w’'-]+\s+){{0,2}}$"
    )


def _index(file: RuleFile, texts: Sequence[str], key: str, language: Language) -> Index:
    return Index(tuple(_patterns(file, texts, key, language))) if texts else EMPTY


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
