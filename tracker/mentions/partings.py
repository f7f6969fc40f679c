"""The words of a language beyond which somebody else's doings begin: the lexicon roles.toml."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS, SIGNS
from tracker.mentions.phrases import Phrases, phrases

__all__ = ["SOMEBODY", "Partings", "partings"]

SOMEBODY = frozenset(mark for kind, mark in MARKS.items() if kind not in ("place", "date"))


@dataclass(frozen=True, eq=False)
class Partings:
    """The words of a language beyond which somebody else's doings begin."""

    behind: re.Pattern[str]
    clause: Phrases
    occasion: Phrases
    aside: re.Pattern[str]
    who_did: re.Pattern[str]  # "received Abe | , who met"
    verb: re.Pattern[str]
    verb_behind: re.Pattern[str]  # the verb of the main clause, behind the comma that ends an aside
    opening: re.Pattern[str]
    occasion_opening: re.Pattern[str]
    stands_in: re.Pattern[str]
    reacting: Phrases
    seeing: Phrases
    # between who reacts and the verb: "Peru and Chile on Monday strongly"
    subject_behind: re.Pattern[str]
    somebody: re.Pattern[str]  # a person right behind a verb, whom it is done to
    owned: re.Pattern[str]  # whose a happening is, by the office alone: "after the mayor's visit"
    company: re.Pattern[str]
    at_which: re.Pattern[str]
    said_at: re.Pattern[str]  # "said on Monday at the"
    speaking_to: re.Pattern[str]
    both: Phrases
    joining: re.Pattern[str]
    new_clause: re.Pattern[str]
    subject: re.Pattern[str]  # somebody at the beginning of a clause, an office before them


@lru_cache(maxsize=8)
def partings(language: Language) -> Partings:
    """The words of a language, ready to look for."""

    def words(*names: str) -> str:
        return whole(language.words(*names))

    return Partings(
        behind=re.compile(
            rf"{words('parting_behind')}|(?<!,\s){words('reacted')}\s+{words('part_by')}"  # or ", triggering a reply from …"
            rf"|,\s+(?!{words('drawing_in')})(?i:(?:\w+ly\s+)?\w{{3,}}ing)(?![\w-])"
            rf"|(?<![\w-]){language.any_of('infinitive')}\s+(?={words('aims')})"
        ),
        clause=phrases(
            language.words("parting_clause"),
            rf"(?!{words('no_parting')}){words('parting_clause')}(?!\s+(?i:\w+ing)\b)",
        ),
        occasion=phrases(language.words("parting_occasion")),
        aside=re.compile(rf",\s+(?:[\w’'-]+\s+){{0,4}}?{words('aside_openers')}"),
        who_did=re.compile(
            rf",\s+{words('subject_relatives')}(?=\s+[a-z])(?!\s+{words('articles', 'subject_pronouns')})"
        ),
        verb=re.compile(rf"\b\w{{3,}}ed\b|{whole(sorted(language.pasts))}"),
        verb_behind=re.compile(
            rf",[”\"]?\s+(?:\w+ly\s+)?(?!{words('joining')}|{words('aside_openers')})[a-z]\w+"
        ),
        opening=re.compile(
            rf"\W*(?:\w+\s+){{0,2}}(?:{words('parting_clause')}|{words('parting_occasion')})"
        ),
        occasion_opening=re.compile(rf"\W*(?:\w+\s+){{0,2}}{words('parting_occasion')}"),
        stands_in=re.compile(words("stands_in")),
        reacting=phrases(language.words("reacting")),
        seeing=phrases(language.words("seeing")),
        subject_behind=re.compile(
            rf"(?:\s|,|[{SIGNS}]+|[A-Z][\w’'-]*|\w+ly|{words('perfect', 'joining_doings', 'before_reacting')})*"
        ),
        somebody=re.compile(
            rf"\s+(?:[A-Z][\w’'-]*\s+|{words('articles')}\s+)*{MARKS['person']}+(?!['’])"
        ),
        owned=re.compile(rf"{words('titles', 'leader_titles', 'office_words')}['’]s?\s"),
        company=re.compile(rf"\s+{words('part_with')}"),
        at_which=re.compile(rf"[^,;:()]{{0,40}}?,?\s{words('at_which')}"),
        said_at=re.compile(
            rf"(?:\s+(?!{words('no_said_at')})[\w’'{SIGNS}-]+){{0,5}}?\s+{words('said_at')}(?:\s+(?!{words('no_said_at')})[\w’'{SIGNS}-]+){{0,3}}\s+$"
        ),
        speaking_to=re.compile(
            rf"{words('speaking_to')}(?:\s+{words('articles')})?(?:\s+[{SIGNS}]+)?\s+$"
        ),
        both=phrases(language.words("both_of_them")),
        joining=re.compile(
            rf"{words('joining_doings')}(?:\s+[\w’'-]+){{0,4}}\s*$"
        ),  # "and was due to"
        new_clause=re.compile(rf",\s+{words('joining_clauses')}\s"),
        subject=re.compile(
            rf"\s*(?:(?:{words('articles')}|{words('office_joints')}|[A-Z][\w’'-]*|[{SIGNS}]+(?:['’]s)?)\s+)*"
            rf"[{''.join(sorted(SOMEBODY))}]"
        ),
    )
