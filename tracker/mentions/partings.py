"""The words of a language beyond which somebody else's doings begin: the lexicon roles.toml."""

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS, SIGNS
from tracker.mentions.phrases import Phrases, phrases

__all__ = ["SOMEBODY", "Partings", "partings", "partings_of_places"]

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
    set_aside: re.Pattern[str]  # "Besides Oslo" before a name, and "Rome, unlike Oslo"
    reacting: Phrases
    seeing: Phrases
    confirming: Phrases
    by_somebody: re.Pattern[str]
    # between who reacts and the verb: "Peru and Chile on Monday strongly"
    subject_behind: re.Pattern[str]
    somebody: re.Pattern[str]  # a person right behind a verb, whom it is done to
    owned: re.Pattern[str]  # whose a happening is, by the office alone: "after the mayor's visit"
    company: re.Pattern[str]
    at_which: re.Pattern[str]
    at_it: re.Pattern[str]  # a sentence opens with at or during what
    said_at: re.Pattern[str]  # "said on Monday at the"
    speaking_to: re.Pattern[str]
    he: re.Pattern[str]
    both: Phrases
    joining: re.Pattern[str]
    new_clause: re.Pattern[str]
    subject: re.Pattern[str]  # somebody at the beginning of a clause, an office before them


@lru_cache(maxsize=8)
def partings_of_places(language: Language) -> Partings:
    """The same, without those behind which a place is still that of the happening ("on the sidelines of")."""
    office = whole(language.words("titles", "leader_titles", "office_words"))
    in_office = rf"{whole(language.words('in_office'))}\s+(?:[a-z-]+\s+){{0,2}}?{office}"
    behind = rf"(?!{in_office})(?:{_behind(language, 'parting_behind').pattern})"
    return replace(partings(language), behind=re.compile(behind))


def _behind(language: Language, *lexicons: str) -> re.Pattern[str]:
    """Words behind a happening up to which somebody takes part, or ", triggering a reply from …"."""
    drawing, aims = whole(language.words("drawing_in")), whole(language.words("aims"))
    reacted, by = whole(language.words("reacted")), whole(language.words("part_by"))
    return re.compile(
        rf"{whole(language.words(*lexicons))}|(?<!,\s){reacted}\s+{by}"
        rf"|,\s+(?!{drawing})(?i:(?:\w+ly\s+)?\w{{3,}}ing)(?![\w-])"
        rf"|(?<![\w-]){language.any_of('infinitive')}\s+(?={aims})"
    )


@lru_cache(maxsize=8)
def partings(language: Language) -> Partings:
    """The words of a language, ready to look for."""

    def words(*names: str) -> str:
        return whole(language.words(*names))

    return Partings(
        behind=_behind(language, "parting_behind", "parting_beside"),
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
        stands_in=re.compile(
            rf"(?!{words('of_nobody')}\s+(?:{words('part_passive', 'perfect', 'modal_verbs', 'before_reacting')}\s+)+"
            rf"{words('impersonal')}){words('stands_in')}"
        ),
        set_aside=re.compile(rf"(?:^\W*|,\s+){words('set_aside')}\s[^,]*$"),
        reacting=phrases(language.words("reacting")),
        seeing=phrases(language.words("seeing")),
        confirming=phrases(language.words("confirming")),
        by_somebody=re.compile(
            rf"[^,;.]{{0,60}}?{words('part_by')}\s+(?:{words('articles')}\s+)?[{''.join(sorted(SOMEBODY))}]"
        ),
        subject_behind=re.compile(
            rf"(?:\s|,|[{SIGNS}]|['’]s?\s|[A-Z][\w’'-]*|\w+ly"
            rf"|{words('perfect', 'joining_doings', 'before_reacting', 'of_state', 'office_words')})*"
        ),
        somebody=re.compile(
            rf"\s+(?:[A-Z][\w’'-]*\s+|{words('articles')}\s+)*{MARKS['person']}+(?!['’])"
        ),
        owned=re.compile(rf"{words('titles', 'leader_titles', 'office_words')}['’]s?\s"),
        company=re.compile(rf"\s+{words('part_with')}"),
        at_it=re.compile(rf"\W*(?:\w+\s+)?{words('meeting_first')}"),
        at_which=re.compile(rf"[^,;:()]{{0,40}}?,?\s{words('at_which')}"),
        said_at=re.compile(
            rf"(?:\s+(?!{words('no_said_at')})[\w’'{SIGNS}-]+){{0,5}}?\s+{words('said_at')}(?:\s+(?!{words('no_said_at')})[\w’'{SIGNS}-]+){{0,3}}\s+$"
        ),
        speaking_to=re.compile(
            rf"{words('speaking_to')}(?:\s+{words('articles')})?(?:\s+[{SIGNS}]+)?\s+$"
        ),
        he=re.compile(rf"\s+{words('person_stands_in')}"),
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
