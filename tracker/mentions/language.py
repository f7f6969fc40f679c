"""What the reading stages must know of a language's words: lexicons, verb forms, ordinals. All of it is data."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from tracker.mentions.alternatives import any_of
from tracker.rulebook import Rulebook, RuleFile

__all__ = ["Language", "load_language"]

SHORT_STEM = re.compile(r"[^aeiou][aeiou][^aeiouwxy]$")


@dataclass(frozen=True, eq=False)
class Language:
    """The lexicons of one language: phrases by name, irregular verbs, the value of words that count.

    `counts` are the tables of counting words by name ("ordinals", "cardinals"); the words of each
    are a lexicon of the same name too.
    """

    lexicons: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    verbs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    counts: Mapping[str, Mapping[str, int]] = field(default_factory=dict)

    @property
    def ordinals(self) -> Mapping[str, int]:
        """The value of "first", "second" and so on."""
        return self.counts.get("ordinals", {})

    @cached_property
    def pasts(self) -> frozenset[str]:
        """The irregular forms that tell the past ("held", "met", "flew")."""
        return frozenset(
            form
            for forms in self.verbs.values()
            for form in forms[2:]
            if not form.endswith(("ing", "ed"))
        )

    def is_past(self, word: str) -> bool:
        """Whether a word in small letters is a past form: an irregular one, or one in -ed."""
        if word in self.words("irregular_presents"):
            return False
        return word in self.pasts or (word.endswith("ed") and len(word) > 4)

    def forms(self, verb: str) -> tuple[str, ...]:
        """The forms of a verb: the irregular ones of the lexicon, else by the spelling rules.
        Of several words ("wrap up") the first is the verb."""
        verb, space, rest = verb.partition(" ")
        forms = self.verbs.get(verb) or _regular_forms(verb)
        return tuple(form + space + rest for form in forms) if space else forms

    def words(self, *names: str) -> tuple[str, ...]:
        """The phrases of several lexicons together, verbs written `~verb` in all their forms."""
        if len(names) == 1:
            return self._phrases.get(names[0], ())
        return tuple(phrase for name in names for phrase in self._phrases.get(name, ()))

    def set_of(self, name: str) -> frozenset[str]:
        """The phrases of a lexicon, to look one up in."""
        found = self._sets.get(name)
        if found is None:
            found = self._sets[name] = frozenset(self.words(name))
        return found

    def any_of(self, *names: str, exact: bool = False) -> str:
        """A pattern for any phrase of several lexicons, as `alternatives.any_of` makes it."""
        return any_of(self.words(*names), exact=exact)

    @cached_property
    def _sets(self) -> dict[str, frozenset[str]]:
        return {}

    @cached_property
    def _phrases(self) -> Mapping[str, tuple[str, ...]]:
        return {name: tuple(self._expanded(words)) for name, words in self.lexicons.items()}

    def _expanded(self, words: Iterable[str]) -> Iterator[str]:
        for word in words:
            yield from self.forms(word[1:]) if word.startswith("~") else (word,)


def load_language(rulebook: Rulebook, language: str = "en") -> Language:
    """The lexicons of `language` in the rulebook, later folders adding to earlier ones. Of the same files they are
    the same object."""
    return _language(rulebook.under(f"{language}/lexicons/"))


@lru_cache(maxsize=32)
def _language(files: tuple[RuleFile, ...]) -> Language:
    lexicons: dict[str, list[str]] = {}
    counts: dict[str, dict[str, int]] = {}
    for file in files:
        name = file.name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        if file.name.endswith(".csv"):
            read = {str(row["word"]): int(row["value"]) for row in file.rows}
            counts.setdefault(name, {}).update(read)
            lexicons.setdefault(name, []).extend(read)
        elif file.name.endswith(".toml"):
            for key, words in file.table.items():
                lexicons.setdefault(key, []).extend(words)
        else:
            lexicons.setdefault(name, []).extend(str(row["word"]) for row in file.rows)
    forms = (tuple(line.split()) for line in lexicons.pop("irregular_verbs", []))
    return Language(
        {name: tuple(words) for name, words in lexicons.items()},
        {words[0]: words for words in forms},
        counts,
    )


def _regular_forms(verb: str) -> tuple[str, ...]:
    if verb.endswith("e"):
        return verb, verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2:-1] not in "aeiou":
        return verb, verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb, verb + "es", verb + "ed", verb + "ing"
    if SHORT_STEM.search(verb) and len(re.findall("[aeiou]+", verb)) == 1:
        return verb, verb + "s", verb + verb[-1] + "ed", verb + verb[-1] + "ing"
    return verb, verb + "s", verb + "ed", verb + "ing"
