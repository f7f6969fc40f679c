"""Words by which a clause is set inside another: who it tells of, where, when. All from lexicons."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS

__all__ = ["AsideCues", "aside_cues"]

NAMED = "".join(mark for kind, mark in MARKS.items() if kind != "date")
DATE = MARKS["date"]


@dataclass(frozen=True, eq=False)
class AsideCues:
    """The cue words of a language that open or are a clause set in between, ready to match in a masked sentence."""

    relative_open: re.Pattern[str]
    of_a_name: re.Pattern[str]  # "talks on Abyei, which troops seized |"
    where_open: re.Pattern[str]
    where_met: re.Pattern[str]
    site_where: re.Pattern[str]
    who_then: re.Pattern[str]
    for_a_guest: re.Pattern[str]
    of_somebody: re.Pattern[str]  # the date of such an aside is of another matter
    aside: re.Pattern[str]
    set_between: re.Pattern[str]  # an aside between commas, read across
    splits: re.Pattern[str]  # words on both sides of it are of two clauses
    they_held: re.Pattern[str]  # "the summit | he hosted"
    held_one: re.Pattern[str]  # "held a bilateral |"
    one_of_a_row: re.Pattern[str]  # "The summit, the third of its kind, …"
    said_then: re.Pattern[str]
    timing: re.Pattern[str]
    timing_inside: re.Pattern[str]


@lru_cache(maxsize=8)
def aside_cues(words: Language) -> AsideCues:
    """The cues of a language."""
    asides = whole(words.words("aside_openers"), exact=True)
    when = _when(words)
    return AsideCues(
        relative_open=re.compile(rf",\s{asides}\s[^,]*$"),
        of_a_name=re.compile(
            rf"(?<![\w-])(?:{words.any_of('headline_prepositions')})\s+(?:{any_of(words.words('the'), exact=True)}\s+)?"
            rf"(?:[{NAMED}]+|[A-Z][\w’'-]*)(?:\s(?:[{NAMED}]+|[A-Z][\w’'-]*)){{0,3}},\s+"
            rf"(?:{any_of(words.words('of_things'), exact=True)})\s+(?P<told>[^,;]*)$"
        ),
        where_open=re.compile(rf",\s+{whole(words.words('where_open'))}\s[^;:]{{0,80}}$"),
        where_met=re.compile(
            rf"(?:^|[^,;:])\s+{whole(words.words('where_open'))}\s[^,;:]{{0,80}}$"
        ),
        site_where=re.compile(
            rf"{whole(words.words('of_old'))}\s+{whole(words.words('where_open'))}\s"
        ),
        who_then=re.compile(rf",\s{any_of(words.words('of_people'), exact=True)}(?:\s\w+)?\s$"),
        for_a_guest=re.compile(whole(words.words("guests_meant"), exact=True)),
        of_somebody=re.compile(rf",\s{any_of(words.words('of_somebody'), exact=True)}\b"),
        set_between=re.compile(_between(words)),
        # "a test in January and a rocket"; a comma does the same.
        splits=re.compile(rf"{DATE}(?:[^,;]*\s{_joint(words)}\s(?!{DATE})|,\s(?!{DATE}))"),
        aside=re.compile(rf"\([^()]*\)|,\s+{asides}[^,;]*,|[—–][^—–;]*[—–]"),
        they_held=re.compile(
            rf"\s(?:{any_of(words.words('of_things', 'claiming'), exact=True)}\s)?"
            rf"(?:{any_of(words.words('subject_pronouns'), exact=True)}|(?:{any_of(words.words('the'), exact=True)}\s)?[{NAMED}]+)\s"
            rf"(?:{any_of(words.words('pluperfect'), exact=True)}\s)?{whole(words.words('held_it'))}"
        ),
        held_one=re.compile(
            rf"{whole(words.words('held_it', 'pluperfect'), exact=True)}\s+{any_of(words.words('headline_indefinite'), exact=True)}\s+(?:[a-z][\w’'-]*\s+){{0,3}}$"
        ),
        one_of_a_row=re.compile(
            rf",\s(?:{any_of(words.words('the', 'headline_possessives'), exact=True)})\s"
            rf"(?:{any_of([*words.ordinals, *words.words('ones_of_a_row')])})\b[^,;]{{1,140}},"
        ),
        said_then=re.compile(
            rf",\s{whole(words.words('then_at'))}\s+{any_of(words.words('articles', 'headline_possessives'))}\s[^,;.:]{{1,90}},\s+"
            rf"(?:[a-z]+ly\s+)?{whole(words.words('verbs_of_speech'))}"
        ),
        timing=re.compile(
            rf"^(?:\s+{whole(words.words('own_sides'), exact=True)}\s+(?:{any_of(words.words('the'))}\s+)?[{NAMED}]+)?,?\s+"
            + when
        ),
        timing_inside=re.compile(r",\s+" + when),
    )


def _when(words: Language) -> str:
    """What only says when something was: "due", "which was held", "that formally began"."""
    done = whole(words.words("timing_verbs"), exact=True)
    hosts = whole(words.words("hosting"), exact=True)
    who = rf"(?:{any_of(words.words('the'), exact=True)}\s+)?(?:[A-Z][\w’'.-]*|[\ue001-\ue00a]+)(?:\s+[\w’'.-]+)?"
    which = any_of(words.words("of_things"), exact=True)
    had = any_of(words.words("pluperfect"), exact=True)
    return rf"(?:{whole(words.words('timing'), exact=True)}|{which}\s+(?:{had}\s+)?(?:\w+ly\s+)?{done}|{which}\s+{who}\s+{hosts})"


def _between(words: Language) -> str:
    """From the comma that opens an aside to the one that ends it; neither is in a row of names."""
    none, led = (any_of(words.words(n), exact=True) for n in ("no_asides", "asides_led"))
    row = any_of(words.words("conjunctions", "either"), exact=True)
    return (
        rf",\s(?!{none}\b(?!\s{led}\b))(?:[a-z\"“‘]|(?=[^,;:()]+,\s(?!{row}\b))[A-Z\ue001-\ue00a])"
        rf"(?:[^,;:()]|,(?=\d|\s[\ue001-\ue00a]+(?:\s[A-Za-z]+)?\s{row}\b)){{3,110}},[\"”’]?(?=\s[a-z])"
    )


def _joint(words: Language) -> str:
    """What joins another clause: "and", "as they"."""
    names = ("clause_splits", "split_as", "split_subjects")
    joints, as_, they = (any_of(words.words(name), exact=True) for name in names)
    return rf"(?:{joints}|{as_} {they})"
