"""Rule files -> compiled rules. What a rule file may say is told in `tracker/rules/README-dates.md`."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property, lru_cache
from typing import Any, Final

from tracker.dates.heads import FIGURE, FIGURES, FIRST_MARK, HeadReader
from tracker.rulebook import Rulebook, RuleFile

__all__ = ["NAMES", "Grammar", "Rule", "compiled", "grammar"]

_SLOT: Final = re.compile(r"\{([A-Za-z][a-z_]*)(\d?)\}")
_NESTED: Final = re.compile(r"[+*]\)[+*{]")
RULE_KEYS: Final = frozenset(
    ("id", "pattern", "yields", "not_after", "only_after", "after_name", "capital", "at_line_start")
)
# fmt: off
FIELDS: Final = frozenset((  # that the kinds ask for
    "after", "clock", "date", "day", "daypart", "each", "else", "from", "kind", "length", "month", "monthname", "nth",
    "number", "offset", "order", "ordinal", "quarter", "season", "sign", "spoken", "step", "told", "unit", "value",
    "weekday", "weeks", "what", "which", "year", "years",
))
# fmt: on
NAMES: Final = "given_names"
WORD_END: Final = r"(?![^\W\d_])"


@dataclass(frozen=True, slots=True)
class Guard:
    """What must hold around a match: patterns over the text before it, and how it is written."""

    not_after: re.Pattern[str] | None = None
    only_after: re.Pattern[str] | None = None
    after_name: bool = True  # may follow a capitalised word inside a sentence ("Vision 2030")
    capital: bool = False  # must begin with a capital
    at_line_start: bool = False


@dataclass(frozen=True)
class Rule:
    """One way to speak of time: its pattern over the view, and what a match yields."""

    id: str
    written: str  # the pattern with its word classes written out
    yields: Mapping[str, Any]
    capitals: tuple[str, ...]  # groups that must be capitalised in the text
    classes: Mapping[str, str]  # group -> word class
    heads: frozenset[str] | None  # words a match may begin with; None for any
    guard: Guard | None  # None where nothing is to be checked
    file: RuleFile = field(repr=False, compare=False)

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """Compiled when first tried: most texts need few rules."""
        return re.compile(self.written)

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
    starts: Mapping[str, Mapping[str, tuple[Rule, ...]]] = field(default_factory=dict)
    anywhere: tuple[Rule, ...] = ()

    def begins(self, word: str) -> Mapping[str, tuple[Rule, ...]] | None:
        """The rules that may begin with `word`, by the word after it; "" for any other word."""
        pairs = self.starts.get(word)
        if pairs is not None:
            return pairs
        if word[0] in FIGURES:
            return self.starts.get(FIGURE * (len(word) if word[0] != "'" else 2))
        return {"": self.anywhere} if self.anywhere else None

    def value(self, word_class: str, text: str) -> Any:
        """What a word of a class stands for: its listed value, else the number it writes."""
        key = text.replace("-", " ")
        listed = self.words.get(word_class, {})
        if text in listed:
            return listed[text]
        if key in listed:
            return listed[key]
        return int(text.replace(",", "")) if text.replace(",", "").isdigit() else text

    def any_of(self, word_class: str) -> str:
        """A pattern for any word of a class as it is listed; of a class that the language has not it matches nothing."""
        return "|".join(map(re.escape, self.words.get(word_class, ()))) or "(?!)"


def grammar(rulebook: Rulebook, language: str) -> Grammar:
    """The compiled date rules of `language`; later files win by rule id. Of the same files they are the same object."""
    files = (file for file in rulebook.under(f"{language}/dates/") if file.path.suffix == ".toml")
    return _compiled(language, tuple(files), rulebook.under(f"{language}/lexicons/{NAMES}"))


@lru_cache(maxsize=32)
def _compiled(language: str, files: Sequence[RuleFile], names: Sequence[RuleFile]) -> Grammar:
    words = _words(files) | {NAMES: _listed(names)}
    expand = _Expander(words)
    rules: dict[str, Rule] = {}
    for file in files:
        for row in file.table.get("rule", ()):
            rule = _rule(file, row, expand)
            rules[rule.id] = rule
    return _indexed(language, tuple(rules.values()), words)


def compiled(file: RuleFile, name: str, key: str, pattern: Any) -> re.Pattern[str]:
    """What the rule of that name has under `key`, ready to match; RuleError, with the file and the rule, where that
    is no pattern."""
    if not isinstance(pattern, str):
        raise file.error(f"{key} is no pattern", name, key=name)
    try:
        return re.compile(pattern)
    except re.error as error:
        raise file.error(f"bad pattern in {key}: {error}", name, key=name) from error


def _indexed(
    language: str, rules: tuple[Rule, ...], words: Mapping[str, Mapping[str, Any]]
) -> Grammar:
    starts: dict[str, dict[str, list[int]]] = {}
    anywhere = [number for number, rule in enumerate(rules) if rule.heads is None]
    for number, rule in enumerate(rules):
        for head in rule.heads or ():
            first, _, second = head.partition(" ")
            starts.setdefault(first, {"": []}).setdefault(second, []).append(number)
    return Grammar(
        language,
        rules,
        words,
        {first: _beginnings(rules, seconds, anywhere) for first, seconds in starts.items()},
        tuple(rules[number] for number in anywhere),
    )


def _beginnings(
    rules: tuple[Rule, ...], seconds: Mapping[str, list[int]], anywhere: list[int]
) -> dict[str, tuple[Rule, ...]]:
    """For each second word the rules that may begin so, in the order of the files."""
    always = {*seconds[""], *anywhere}
    return {
        second: tuple(rules[number] for number in sorted(always.union(numbers)))
        for second, numbers in seconds.items()
    }


def _listed(files: Iterable[RuleFile]) -> dict[str, int]:
    """The words of a lexicon, as a class."""
    return {str(row["word"]).lower(): 0 for file in files for row in file.rows}


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
        self.words = words
        self._written = words.get("pattern", {})
        self._bodies: dict[str, str] = {}
        self._marks: dict[str, str] = {}
        self._heads = HeadReader({})

    def __call__(self, template: str) -> str:
        """The regular expression."""
        return _SLOT.sub(
            lambda found: f"(?P<{_group(found)}>{self._body(_class(found))})", template
        )

    def heads(self, template: str) -> frozenset[str] | None:
        """The words a match can begin with."""
        return self._heads.read(
            _SLOT.sub(lambda found: f"(?P<{_group(found)}>{self._mark(_class(found))})", template)
        )

    def _mark(self, name: str) -> str:
        """A character that stands for the class, so that each class is read once."""
        if name not in self._marks:
            self._marks[name] = chr(FIRST_MARK + len(self._marks))
            self._heads.classes[self._marks[name]] = self._body(name)
        return self._marks[name]

    def _body(self, name: str) -> str:
        if name not in self._bodies:
            if name not in self.words and name not in self._written:
                raise KeyError(name)
            self._bodies[name] = "|".join(self._branches(name))
        return self._bodies[name]

    def _branches(self, name: str) -> Iterator[str]:
        words = sorted(self.words.get(name, {}), key=lambda word: (-len(word), word))
        if words:
            yield f"(?:{'|'.join(map(_literal, words))})"
        if name in self._written:
            yield f"(?:{self._written[name]})"


def _class(slot: re.Match[str]) -> str:
    return slot[1].lower()


def _group(slot: re.Match[str]) -> str:
    return slot[1].lower() + slot[2]


def _literal(word: str) -> str:
    """A word as a pattern; a space stands for a space or a hyphen, and a letter ends a word."""
    body = re.escape(word).replace(r"\ ", "[- ]").replace(r"\-", "[- ]")
    return body + WORD_END if word[-1].isalpha() and word[-1] < "\u1100" else body


def _rule(file: RuleFile, row: Mapping[str, Any], expand: _Expander) -> Rule:
    name = str(row.get("id", ""))
    template = str(row.get("pattern", ""))
    if not name or not template or "kind" not in row.get("yields", {}):
        raise file.error("a date rule needs id, pattern and yields.kind", name or "[[rule]]")
    file.refuse_unknown(row, RULE_KEYS, name)
    file.refuse_unknown(row["yields"], FIELDS | expand.words.keys(), f"{name}.yields")
    if _NESTED.search(template):
        raise file.error("a repeat inside a repeat can take for ever", name, key=name)
    try:
        heads, guard = expand.heads(template), _guard(row)
        written = expand(template)
    except KeyError as error:
        raise file.error(f"no word class {error}", name, key=name) from error
    except re.error as error:
        raise file.error(f"bad pattern: {error}", name, key=name) from error
    slots = list(_SLOT.finditer(template))
    return Rule(
        name,
        written,
        dict(row["yields"]),
        tuple(_group(slot) for slot in slots if slot[1][0].isupper()),
        {_group(slot): _class(slot) for slot in slots},
        heads,
        guard,
        file,
    )


def _guard(row: Mapping[str, Any]) -> Guard | None:
    guard = Guard(
        not_after=re.compile(row["not_after"]) if "not_after" in row else None,
        only_after=re.compile(row["only_after"]) if "only_after" in row else None,
        after_name=bool(row.get("after_name", True)),
        capital=bool(row.get("capital", False)),
        at_line_start=bool(row.get("at_line_start", False)),
    )
    return None if guard == Guard() else guard
