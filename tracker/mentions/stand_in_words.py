"""The words of a language that stand for somebody named before: the lexicon roles.toml."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.language import Language
from tracker.mentions.phrases import Phrases, phrases

__all__ = ["StandIns", "stand_ins"]


@dataclass(frozen=True, eq=False)
class StandIns:
    """The words of a language that stand for somebody named before."""

    several: Phrases
    counts: dict[str, int]
    people: frozenset[str]
    leaders: frozenset[str]
    lands: frozenset[str]
    one: Phrases
    thing: Phrases
    guest: Phrases
    many: Phrases
    office: Phrases
    bloc: re.Pattern[str]
    of_state: re.Pattern[str]
    clause: re.Pattern[str]


@lru_cache(maxsize=8)
def stand_ins(language: Language) -> StandIns:
    """The words of a language, ready to look for."""
    pair, trio = language.words("of_two"), language.words("of_three")
    nouns = language.words("several_people", "several_countries", "several_sides")
    return StandIns(
        several=phrases(
            (*pair, *trio),
            rf"(?<![\w-])(?P<count>{any_of((*pair, *trio))})\s+(?:(?!{language.any_of('joining')}\b)[\w’'-]+\s+)?(?P<who>{any_of(nouns)})(?![\w-])",
        ),
        counts={**dict.fromkeys(pair, 2), **dict.fromkeys(trio, 3)},
        people=frozenset(language.words("several_people")),
        leaders=frozenset(language.words("leaders_plural")),
        lands=frozenset(language.words("several_countries")),
        one=phrases(language.words("person_stands_in")),
        thing=phrases(language.words("headline_it")),
        guest=phrases(language.words("guest_stands_in")),
        many=phrases(
            language.words("headline_they", "alone", "the"),
            rf"{whole(language.words('headline_they', 'alone'))}|(?<![\w-]){language.any_of('the')}\s+{language.any_of('of_two', 'of_three')}"
            rf"(?=[.,;:]|\s*$|\s+(?:{language.any_of('behind_alone', 'verbal')}|[a-z]{{3,}}ed|{any_of(sorted(language.pasts))})\b)",
        ),
        office=phrases(
            language.words("the"),
            rf"(?<![\w-]){language.any_of('the')}\s+(?P<land>\ue002+\s+)?(?P<office>{language.any_of('titles', 'leader_titles')})(?![\w-]|\s+[\ue001\ue006A-Z]|\s+{language.any_of('of_whom')})",
        ),
        bloc=re.compile(
            rf"(?<![\w-]){language.any_of('the')}\s+{language.any_of('headline_blocs')}(?![\w-])",
            re.IGNORECASE,
        ),
        of_state=re.compile(rf"\s+{language.any_of('of_state')}(?![\w-])"),
        clause=re.compile(whole(language.words("parting_clause"))),
    )
