"""The words titles are made by, out of the headline_… lexicons of a language."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from tracker.mentions.language import Language

__all__ = ["HeadlineWords", "Tag", "headline_words", "with_nouns"]


PIECE = r"\.{2,}|--|(?:[A-Z]\.){2,}|(?<![\w.])[A-Z]\.(?=\s[A-Z])|\d{1,2}:\d\d(?!\d)(?:\s?[ap]\.?m\b\.?)?|\d{1,3}(?:,\d{3})+(?!\d)|\w+(?:[.'’/&+-]+\w+)*|\S"


class Tag:
    """What a word is in its sentence, as far as a title must know: plain strings, since members of an
    enumeration take five times as long to name and every word is asked a dozen times."""

    NAME: Final = "name"
    DATE: Final = "date"
    VERB: Final = "verb"
    AUXILIARY: Final = "auxiliary"
    PREPOSITION: Final = "preposition"
    DETERMINER: Final = "determiner"
    POSSESSIVE: Final = "possessive"
    PRONOUN: Final = "pronoun"
    BREAK: Final = "break"
    CONJUNCTION: Final = "conjunction"
    ADVERB: Final = "adverb"
    TO: Final = "to"
    WORD: Final = "word"
    SIGN: Final = "sign"


@dataclass(frozen=True, eq=False)
class HeadlineWords:
    """The words of a language that titles are made by."""

    tags: Mapping[str, str]
    verbs: Mapping[str, tuple[str, str]]  # form -> base, kind of form
    present: Mapping[str, str]
    sets: Mapping[str, frozenset[str]]
    openings: re.Pattern[str]
    endings: tuple[str, ...]  # of adverbs
    counts: tuple[str, ...]  # endings of ordinals: of 0 and 4 to 9, of 1, of 2, of 3
    spelled: tuple[tuple[re.Pattern[str], str], ...]  # short forms and what they stand for
    lone: tuple[str, ...]  # ways to complete a single word that nothing else completes
    owner: tuple[str, ...]  # how a title gets the one whose doing it is, in the order tried
    of_company: tuple[str, ...]  # the same for one that says with whom
    tails: tuple[str, ...]  # what a title does not end with, the space before it included
    participles: Mapping[str, str]  # base -> past participle
    happenings: frozenset[str]  # nouns of what happens, as against who or what takes part in it
    piece: re.Pattern[str]  # a word of a sentence, or a sign
    some_of: re.Pattern[str]  # "Lawmakers of …"


@lru_cache(maxsize=8)
def headline_words(language: Language) -> HeadlineWords:
    """The headline_… lexicons of `language`, ready to look words up in."""

    def words(name: str) -> frozenset[str]:
        return frozenset(language.lexicons.get(f"headline_{name}", ()))

    tags = {
        word: tag
        for name, tag in (
            ("adverbs", Tag.ADVERB),
            ("prepositions", Tag.PREPOSITION),
            ("breaks", Tag.BREAK),
            ("inner", Tag.PREPOSITION),
            ("conjunctions", Tag.CONJUNCTION),
            ("pronouns", Tag.PRONOUN),
            ("relatives", Tag.BREAK),
            ("determiners", Tag.DETERMINER),
            ("possessives", Tag.POSSESSIVE),
            ("auxiliaries", Tag.AUXILIARY),
            ("to", Tag.TO),
        )
        for word in words(name)
    }
    verbs, present, participles = _verbs(language)
    shouts = "|".join(re.escape(word) for word in sorted(words("openings"), key=len, reverse=True))
    openings = re.compile(rf"^(?:(?:{shouts or '(?!)'})(?:\s+\d+)?\s*[:|–—-]\s*)+")
    sets: defaultdict[str, frozenset[str]] = defaultdict(frozenset)
    for name in sorted(language.lexicons, key=lambda name: name.startswith("headline_")):
        sets[name.removeprefix("headline_")] = frozenset(language.lexicons[name])
    endings = tuple(words("adverb_endings")) or ("\0",)
    offices = (word for title in language.lexicons.get("titles", ()) for word in title.split())
    sets["offices"] = frozenset(word.lower() for word in offices) | words("before_names")
    lasts = (title.split()[-1].lower() for title in language.lexicons.get("titles", ()))
    sets["bearers"] = frozenset(lasts) | words("bearers")
    venues = (head.split()[-1].lower() for head in language.lexicons.get("venue_heads", ()))
    sets["site_heads"] = frozenset(venues) | words("statues")
    counts = tuple(language.lexicons.get("headline_ordinal_endings", ()))
    pairs = (pair.split(" => ") for pair in language.lexicons.get("headline_spelled", ()))
    spelled = tuple((re.compile(short), full) for short, full in pairs)
    lone = tuple(language.lexicons.get("headline_lone", ()))
    owner = tuple(language.lexicons.get("headline_owner", ()))
    named = (noun for name in words("happening_lexicons") for noun in language.lexicons[name])
    nouns = (*named, *words("happenings"), *words("weak"), *words("heads"))
    happenings = frozenset(n.split()[-1].lower() for n in nouns) - words("no_happenings")
    return HeadlineWords(
        tags,
        verbs,
        present,
        sets,
        openings,
        endings,
        counts,
        spelled,
        lone,
        owner,
        tuple(language.lexicons.get("headline_of_company", ())),
        tuple(f" {tail}" for tail in sets["tails"]),
        participles,
        happenings,
        re.compile(rf"{language.any_of('headline_shortened', exact=True)}\.|{PIECE}"),
        re.compile(rf"\w+[^s]s {language.any_of('headline_of', exact=True)} "),
    )


@lru_cache(maxsize=8)
def with_nouns(words: HeadlineWords, nouns: frozenset[str]) -> HeadlineWords:
    """The words, with those forms of verbs that are `nouns` of happenings as often as not ("the shooting")."""
    endings = tuple(words.sets["ing_endings"])
    doings = frozenset(noun for noun in nouns if endings and noun.endswith(endings))
    sets = defaultdict(frozenset, {**words.sets, "doings": doings})
    return replace(words, sets=sets, happenings=words.happenings | doings)


def _verbs(
    language: Language,
) -> tuple[dict[str, tuple[str, str]], dict[str, str], dict[str, str]]:
    """The forms of the verbs, and of each its third person and its past participle."""
    found: dict[str, tuple[str, str]] = {}
    present: dict[str, str] = {}
    participles: dict[str, str] = {}
    speech = language.lexicons.get("verbs_of_speech", ())
    for word in (*language.lexicons.get("headline_verbs", ()), *speech):
        base, third, *rest = language.forms(word.removeprefix("~"))
        present[base] = third if third.endswith("s") else base + "s"
        participles[base] = base  # of "cut", which is never told apart
        found[base], found[third] = (base, "base"), (base, "present")
        for form in rest:
            found[form] = (base, "ing" if form.endswith("ing") else "past")
            if not form.endswith("ing"):
                participles[base] = form
    return found, present, participles
