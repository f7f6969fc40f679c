"""The small words of a language's grammar: what marks an infinitive, joins two words, leads to a part of a whole.
All from lexicons."""

import re
from dataclasses import dataclass

from tracker.mentions.alternatives import any_of
from tracker.mentions.language import Language

__all__ = ["GrammarCues", "grammar_cues"]


@dataclass(frozen=True, eq=False)
class GrammarCues:
    """The small words of a language, ready to match in a masked sentence."""

    infinitives: frozenset[str]  # "to"
    infinitive: re.Pattern[str]  # with the blank behind it
    infinitive_word: re.Pattern[str]
    infinitive_inside: re.Pattern[str]
    conjunctions: frozenset[str]  # "and"
    conjunction: re.Pattern[str]
    of_length: re.Pattern[str]  # up to a length: "a visit of two days"
    of_a_thing: re.Pattern[str]
    age: re.Pattern[str]  # "the Cold War on", up to a day
    owner_then: re.Pattern[str]  # behind a date: "the 2015 accord's …"


def grammar_cues(words: Language) -> GrammarCues:
    """The cues of a language."""
    to, conjunction = (any_of(words.words(n), exact=True) for n in ("infinitive", "conjunctions"))
    of = any_of(words.words("of_whom"), exact=True)
    the, early, on = (any_of(words.words(n), exact=True) for n in ("the", "early_late", "on_days"))
    return GrammarCues(
        infinitives=frozenset(words.words("infinitive")),
        infinitive=re.compile(rf"\b{to}\s+"),
        infinitive_word=re.compile(rf"\b{to}\b"),
        infinitive_inside=re.compile(rf" {to}(?= )"),
        conjunctions=frozenset(words.words("conjunctions")),
        conjunction=re.compile(rf"\b{conjunction}\b"),
        of_length=re.compile(rf" {of} $"),
        of_a_thing=re.compile(rf" {of}(?: [^\s,;:()]+){{1,4}}"),
        age=re.compile(rf"(?:{the}\s+)?(?:[A-Z][\w’'-]*\s+)+(?:{early}\s+)?{on}\s+"),
        owner_then=re.compile(
            rf"['’]s\b(?! \w)|['’]s {any_of(words.words('after_owners'), exact=True)}\b"
        ),
    )
