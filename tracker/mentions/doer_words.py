"""What somebody is by the noun that a sentence calls them by, and the words that say it: the lexicon doers.toml and
those of offices."""

import re
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.language import Language

__all__ = ["Doer", "DoerWords", "doer_words"]

OWNED = re.compile(r"['’]s?$")
PUBLIC_LISTS = (
    *("public_nouns", "officials", "officials_plural", "parties", "public_sides"),
    *("titles", "leader_titles", "leaders_plural", "several_countries", "several_sides"),
    *("of_state", "headline_sent", "headline_bearers", "headline_generic_bodies"),
    "headline_lands",
)


class Doer(IntEnum):
    """What somebody is; the higher, the more of public life."""

    PRIVATE = 0  # a nurse, a union, a yacht
    AFFAIR = 1  # a father, a scientist: they may be those whom an affair of state is about
    PLAIN = 2  # a noun that says nothing of it
    STRANGER = 3  # somebody of whom the article tells no office
    UNKNOWN = 4
    STATE = 5  # a country, or its team
    PUBLIC = 6


@dataclass(frozen=True, eq=False)
class DoerWords:
    """The words of a language that say what somebody is."""

    public: frozenset[str]
    private: frozenset[str]
    affair: frozenset[str]
    private_before: frozenset[str]
    many: frozenset[str]
    of_those: frozenset[str]
    of_sides: frozenset[str]
    first_person: frozenset[str]
    alone: frozenset[str]
    endings: tuple[tuple[str, str], ...]
    slight_titles: frozenset[str]
    sporting: re.Pattern[str]
    aims: re.Pattern[str]

    def is_of(self, nouns: frozenset[str], word: str) -> bool:
        """Whether a word is one of the nouns, the plural of one or its genitive."""
        word = OWNED.sub("", word)
        return word in nouns or any(
            word.endswith(many) and word.removesuffix(many) + one in nouns
            for many, one in self.endings
        )


@lru_cache(maxsize=8)
def doer_words(language: Language) -> DoerWords:
    """Those words of a language."""

    def words(name: str) -> frozenset[str]:
        return frozenset(word.lower() for word in language.words(name))

    private, affair = words("private_nouns"), words("affair_nouns")
    public = frozenset(phrase.split()[-1].lower() for phrase in language.words(*PUBLIC_LISTS))
    endings = (pair.partition("=>") for pair in language.words("plural_endings"))
    return DoerWords(
        public=public - private - affair,
        private=private,
        affair=affair,
        private_before=words("private_before"),
        many=words("many_of"),
        of_those=words("of_those"),
        of_sides=words("of_sides"),
        first_person=words("first_person"),
        alone=words("alone"),
        endings=tuple((many.strip(), one.strip()) for many, _, one in endings),
        slight_titles=frozenset(language.words("slight_titles")),
        sporting=re.compile(whole(language.words("sporting"), exact=True)),
        aims=re.compile(whole(language.words("public_aims"))),
    )
