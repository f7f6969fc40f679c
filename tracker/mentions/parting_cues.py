"""Words between a happening and a date that join or part the two. All from lexicons."""

import re
from dataclasses import dataclass

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.mentions.phrases import Phrases, any_phrase, ending, ending_phrases

__all__ = ["PartingCues", "parting_cues"]


@dataclass(frozen=True, eq=False)
class PartingCues:
    """The cue words of a language by which a date is near or far, ready to match in a masked sentence."""

    gathering: frozenset[str]
    bounded: re.Pattern[str]
    up_to: re.Pattern[str]
    about_after_date: re.Pattern[str]
    said_that: re.Pattern[str]
    awaited: re.Pattern[str]
    that_opens: re.Pattern[str]
    scope_before_date: Phrases
    coming: re.Pattern[str]
    units_after: re.Pattern[str]
    counted_to: re.Pattern[str]
    where_to_go: frozenset[str]
    to_towns: frozenset[str]
    visiting_towns: frozenset[str]
    and_then: re.Pattern[str]
    where_they: re.Pattern[str]
    afterwards: re.Pattern[str]
    naming: re.Pattern[str]
    ways: frozenset[str]
    alongside: re.Pattern[str]
    before_whom: re.Pattern[str]
    which_one: re.Pattern[str]
    moments_from: re.Pattern[str]
    how_often: re.Pattern[str]
    put_off_onto: re.Pattern[str]
    as_before: re.Pattern[str]
    and_will: re.Pattern[str]
    and_did: re.Pattern[str]
    which_they: re.Pattern[str]
    opens_another: re.Pattern[str]
    about_an_hour: re.Pattern[str]
    opens_an_hour: re.Pattern[str]
    at_that_time: frozenset[str]
    following: frozenset[str]
    hour: re.Pattern[str]
    subjects: frozenset[str]
    settings: frozenset[str]


def parting_cues(words: Language) -> PartingCues:
    """The cues of a language."""
    speech = words.words("verbs_of_speech")
    clock = rf"\d{{1,2}}(?:[:.]\d{{2}})?(?:\s?{any_of(words.words('behind_hours'))})?"
    hour = rf"(?:{clock}|{any_of(words.words('hour_names'))})(?![\w’'-])"
    return PartingCues(
        gathering=frozenset(words.words("gathering")),
        bounded=re.compile(rf"{whole(words.words('since'))}\s+{MARKS['date']}+"),
        up_to=re.compile(rf"{MARKS['date']}\s+(?:\w+\s+)?{any_of(words.words('up_to'))}\s+$"),
        about_after_date=re.compile(r"\s+" + whole(words.words("about"), exact=True)),
        said_that=re.compile(
            rf"{whole(speech)}\s+(?:\w+\s+)?{any_of(words.words('that_told'))}\s+"
        ),
        awaited=re.compile(
            rf"\s{whole(words.words('awaiting'))}\s+(?:[\w’'.\ue001-\ue00a-]+\s+){{1,6}}$"
        ),
        that_opens=re.compile(rf"\s+{whole(words.words('that_opens'))}"),
        scope_before_date=ending_phrases(
            words, "scope", rf"\s+(?:{any_of(words.words('the'))}\s+)?$"
        ),
        coming=ending(words, "coming", r"\s+(?:[\w’'-]+\s+){0,2}$"),
        units_after=re.compile(
            rf"{whole(words.words('long_times'))}\s+{any_of(words.words('counted_after', 'counted_before'), exact=True)}\s"
        ),
        counted_to=re.compile(r"\s+" + whole(words.words("counted_to"))),
        where_to_go=frozenset(words.words("where_to_go")),
        to_towns=frozenset(words.words("to_towns")),
        visiting_towns=frozenset(words.words("visiting_towns")),
        and_then=re.compile(
            "".join(rf"(?<!{re.escape(unit)} )" for unit in words.words("long_times"))
            + rf"{whole(words.words('and_then'))}(?=\s+(?:[\w’'.\ue001-\ue00a-]+\s+){{1,5}}$)"
        ),
        where_they=re.compile(
            rf",\s+{whole(words.words('where_open'))}"
            rf"(?=\s+{any_of(words.words('subject_pronouns'), exact=True)}\s[^;:]*$)"
        ),
        afterwards=any_phrase(words.words("afterwards")),
        naming=re.compile(
            rf"(?:, )?(?:{whole(words.words('naming'))}(?: [A-Z][\w’'-]*){{0,3}}|"
            rf"(?:{any_of(words.words('articles'), exact=True)} )?{whole(words.words('day_of'))}"
            r"(?: [\w’'\ue001-\ue00a-]+){0,4})"
        ),
        ways=frozenset(words.words("ways")),
        alongside=re.compile(rf"{whole(words.words('alongside'))}(?=\s+\w+ing\b)"),
        before_whom=re.compile(
            rf"\b{words.any_of('before_whom')}\s+{words.any_of('object_pronouns')}\b|"
            rf"\b{words.any_of('before_whom')}\s+(?:[\w’',.-]+\s+){{0,4}}?{words.any_of('audiences')}"
            rf"(?=\s+{words.any_of('where_it_is')}\b|\s*[,\ue001-\ue00a])"
        ),
        which_one=re.compile(rf"\w\s{words.any_of('relatives')}\s[^,;:]{{0,80}}$"),
        how_often=re.compile(
            rf"\s(?:[\w-]+\s+)?{whole(words.words('how_often'))}(?:\s+[\w’'-]+){{0,3}}?\s*[:,—–]\s"
        ),
        moments_from=re.compile(
            rf"\b{words.any_of('moments')}\s+{any_of(words.words('counted_after', 'counted_before'), exact=True)}"
            rf"\s+(?:{words.any_of('before_moments', exact=True)}\s+)?[\w’'-]+"
        ),
        put_off_onto=re.compile(rf"\s+{words.any_of('put_off_onto')}\s+$"),
        as_before=re.compile(
            rf"\b{words.any_of('as_before')}\s+(?:[\w’'\ue001-\ue00a-]+\s+){{1,5}}{words.any_of('pluperfect')}\b"
        ),
        and_did=re.compile(
            rf"[^,;:]{{0,60}}?\s{words.any_of('and_alone')}\s+(?:\w+ly\s+)?(?:\w{{3,}}ed|{any_of(sorted(words.pasts), exact=True)})\s"
        ),
        and_will=re.compile(
            rf"\b(?:{words.any_of('and_alone')}|{any_of(words.words('goes_on'), exact=True)})\s+(?:\w+\s+)?{whole(words.words('then_ahead'))}"
            rf"|(?:,|\b{words.any_of('and_alone')})\s+(?:\w+\s+)?{whole(words.words('then_bound'))}"
            rf"(?:\s+[\w’'.\ue001-\ue00a-]+){{0,5}}?\s+{any_of(words.words('infinitive'), exact=True)}\s+[a-z]"
        ),
        which_they=re.compile(
            rf"(?:\s+[^\s,;:()]+){{0,4}}?,?\s+{any_of(words.words('of_what'), exact=True)}"
            rf"\s+(?:[\w’'.\ue001-\ue00a-]+,?\s+){{1,7}}?{whole(words.words('they_held'))}(?:\s+[a-z]+){{0,2}}\s+$"
        ),
        about_an_hour=re.compile(
            rf",?\s+{whole(words.words('before_hours', 'around_hours'))}\s+(?P<hour>{hour}\s+(?:{any_of(words.words('on_days'))}\s+)?)?$"
        ),
        opens_an_hour=re.compile(rf"{whole(words.words('before_hours', 'around_hours'))}\s+{hour}"),
        at_that_time=frozenset(words.words("at_that_time")),
        following=frozenset(words.words("following")),
        hour=re.compile(hour),
        subjects=frozenset(words.words("subject_pronouns", "articles")),
        settings=frozenset(words.words("settings")),
        opens_another=re.compile(rf"[,;]\s+{words.any_of('and_alone')}\s+(?:[a-z]+\s+){{0,2}}$"),
    )
