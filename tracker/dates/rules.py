"""Rule files -> compiled rules. What a rule file may say is told in `tracker/rules/README-dates.md`."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from re import _parser  # type: ignore[attr-defined]  # the first letters of a pattern
from typing import Any, Final

from tracker.errors import RuleError
from tracker.rulebook import Rulebook, RuleFile

__all__ = ["Grammar", "Rule", "grammar"]

_SLOT: Final = re.compile(r"\{([A-Za-z][a-z_]*)(\d?)\}")
_NESTED: Final = re.compile(r"[+*]\)[+*{]")
WORD_END: Final = r"(?![^\W\d_])"


@dataclass(frozen=True, slots=True)
class Guard:
    """What must hold around a match: patterns over the text before it, and how it is written."""

    not_after: re.Pattern[str] | None = None
    only_after: re.Pattern[str] | None = None
    after_name: bool = True  # may follow a capitalised word inside a sentence ("Vision 2030")
    capital: bool = False  # must begin with a capital
    at_line_start: bool = False

    @property
    def idle(self) -> bool:
        """Whether there is nothing to check."""
        return self == Guard()


@dataclass(frozen=True, slots=True)
class Rule:
    """One way to speak of time: its pattern over the view, and what a match yields."""

    id: str
    pattern: re.Pattern[str]
    yields: Mapping[str, Any]
    capitals: tuple[str, ...]  # groups that must be capitalised in the text
    classes: Mapping[str, str]  # group -> word class
    first: frozenset[str] | None  # letters a match may begin with; None for any
    guard: "Guard"

    @property
    def kind(self) -> str:
        """The word of the resolve vocabulary."""
        return str(self.yields["kind"])


@dataclass(frozen=True, eq=False)
class Grammar:
    """The date rules of one language. Compared and hashed by identity."""

    language: str
    rules: tuple[Rule, ...]
    words: Mapping[str, Mapping[str, Any]]
    starts: Mapping[str, tuple[Rule, ...]] = field(default_factory=dict)
    anywhere: tuple[Rule, ...] = ()

    def at(self, letter: str) -> tuple[Rule, ...]:
        """The rules that may match where `letter` stands."""
        return self.starts.get(letter, self.anywhere)

    def value(self, word_class: str, text: str) -> Any:
        """What a word of a class stands for: its listed value, else the number it writes."""
        key = text.replace("-", " ")
        listed = self.words.get(word_class, {})
        if text in listed:
            return listed[text]
        if key in listed:
            return listed[key]
        return int(text.replace(",", "")) if text.replace(",", "").isdigit() else text


@lru_cache(maxsize=32)
def grammar(rulebook: Rulebook, language: str) -> Grammar:
    """The compiled date rules of `language`; later files win by rule id."""
    files = [file for file in rulebook.under(f"{language}/dates/") if file.path.suffix == ".toml"]
    words = _words(files)
    expand = _Expander(words)
    rules: dict[str, Rule] = {}
    for file in files:
        for row in file.table.get("rule", ()):
            rule = _rule(file, row, expand)
            rules[rule.id] = rule
    return _indexed(language, tuple(rules.values()), words)


def _indexed(
    language: str, rules: tuple[Rule, ...], words: Mapping[str, Mapping[str, Any]]
) -> Grammar:
    letters = {letter for rule in rules for letter in rule.first or ()}
    starts = {
        letter: tuple(rule for rule in rules if rule.first is None or letter in rule.first)
        for letter in letters
    }
    return Grammar(
        language, rules, words, starts, tuple(rule for rule in rules if rule.first is None)
    )


def _words(files: Iterable[RuleFile]) -> dict[str, dict[str, Any]]:
    """Word classes of every `words*.toml`, joined."""
    classes: dict[str, dict[str, Any]] = {}
    for file in files:
        if file.name.rsplit("/", 1)[-1].startswith("words"):
            for name, table in file.table.items():
                classes.setdefault(name, {}).update(table)
    return classes


class _Expander:
    """Turns `{month}` into the alternatives of that class."""

    def __init__(self, words: Mapping[str, Mapping[str, Any]]) -> None:
        self._words = words
        self._written = words.get("pattern", {})
        self._bodies: dict[str, str] = {}

    def __call__(self, template: str, slots: dict[str, str]) -> str:
        """The regular expression; `slots` receives group name -> class."""

        def named(found: re.Match[str]) -> str:
            name = found[1].lower()
            group = name + found[2]
            slots[group] = name
            return f"(?P<{group}>{self._body(name)})"

        return _SLOT.sub(named, template)

    def _body(self, name: str) -> str:
        if name not in self._bodies:
            if name not in self._words and name not in self._written:
                raise KeyError(name)
            self._bodies[name] = "|".join(self._branches(name))
        return self._bodies[name]

    def _branches(self, name: str) -> Iterator[str]:
        words = sorted(self._words.get(name, {}), key=lambda word: (-len(word), word))
        if words:
            yield f"(?:{'|'.join(map(_literal, words))})"
        if name in self._written:
            yield f"(?:{self._written[name]})"


def _literal(word: str) -> str:
    """A word as a pattern; a space stands for a space or a hyphen, and a letter ends a word."""
    body = re.escape(word).replace(r"\ ", "[- ]").replace(r"\-", "[- ]")
    return body + WORD_END if word[-1].isalpha() and word[-1].isascii() else body


def _rule(file: RuleFile, row: Mapping[str, Any], expand: _Expander) -> Rule:
    name = str(row.get("id", ""))
    slots: dict[str, str] = {}
    template = str(row.get("pattern", ""))
    if not name or not template or "kind" not in row.get("yields", {}):
        raise file.error("a date rule needs id, pattern and yields.kind", name or "[[rule]]")
    if _NESTED.search(template):
        raise file.error("a repeat inside a repeat can take for ever", name, key=name)
    try:
        body = expand(template, slots)
        pattern = re.compile(body)
        guard = _guard(row)
    except KeyError as error:
        raise file.error(f"no word class {error}", name, key=name) from error
    except re.error as error:
        raise file.error(f"bad pattern: {error}", name, key=name) from error
    capitals = tuple(
        found[1].lower() + found[2] for found in _SLOT.finditer(template) if found[1][0].isupper()
    )
    return Rule(name, pattern, dict(row["yields"]), capitals, slots, _first_letters(body), guard)


def _guard(row: Mapping[str, Any]) -> Guard:
    return Guard(
        not_after=re.compile(row["not_after"]) if "not_after" in row else None,
        only_after=re.compile(row["only_after"]) if "only_after" in row else None,
        after_name=bool(row.get("after_name", True)),
        capital=bool(row.get("capital", False)),
        at_line_start=bool(row.get("at_line_start", False)),
    )


def _first_letters(body: str) -> frozenset[str] | None:
    """The characters a match of `body` can begin with, or None if that cannot be told."""
    try:
        letters, empty = _first(list(_parser.parse(body)))
    except _Unknown:
        return None
    return None if empty else frozenset(letters)


class _Unknown(Exception):  # noqa: N818 - never leaves this module
    """A construct whose first letters are not worth knowing."""


def _first(items: list[tuple[Any, Any]]) -> tuple[set[str], bool]:
    """First letters of a sequence, and whether it can be empty."""
    letters: set[str] = set()
    for operation, argument in items:
        more, empty = _first_of(str(operation), argument)
        letters |= more
        if not empty:
            return letters, False
    return letters, True


def _first_of(operation: str, argument: Any) -> tuple[set[str], bool]:
    if operation == "LITERAL":
        return {chr(argument)}, False
    if operation == "IN":
        return set().union(*(_members(str(kind), value) for kind, value in argument)), False
    if operation == "BRANCH":
        parts = [_first(list(branch)) for branch in argument[1]]
        return set().union(*(letters for letters, _ in parts)), any(empty for _, empty in parts)
    if operation in {"SUBPATTERN", "ATOMIC_GROUP"}:
        return _first(list(argument[-1] if operation == "SUBPATTERN" else argument))
    if operation in {"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"}:
        letters, empty = _first(list(argument[2]))
        return letters, empty or argument[0] == 0
    if operation in {"ASSERT", "ASSERT_NOT", "AT"}:
        return set(), True
    raise _Unknown


def _members(kind: str, value: Any) -> set[str]:
    if kind == "LITERAL":
        return {chr(value)}
    if kind == "RANGE":
        return {chr(code) for code in range(value[0], value[1] + 1)}
    if kind == "CATEGORY" and str(value) == "CATEGORY_DIGIT":
        return set("0123456789")
    raise _Unknown


def rule_error(file: RuleFile, message: str, rule_id: str) -> RuleError:
    """An error about one rule of a file."""
    return file.error(message, rule_id, key=rule_id)
