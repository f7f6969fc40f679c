"""Words around happenings and dates that say what is what: who speaks, what is ahead, what parts clauses.
All from lexicons."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.clauses import PART_END
from tracker.mentions.language import Language, load_language
from tracker.mentions.marks import MARKS
from tracker.mentions.phrases import Phrases, phrases
from tracker.rulebook import Rulebook

__all__ = ["Cues", "load_cues"]

STATES = "".join(MARKS[kind] for kind in ("country", "union", "body", "alliance"))


@dataclass(frozen=True, eq=False)
class Cues:
    """The cue words of a language, ready to match in a masked sentence."""

    speech: frozenset[str]
    speech_words: frozenset[str]  # the first words of these
    breaks: frozenset[str]
    clause_end: re.Pattern[str]
    links: frozenset[str]
    circumstances: frozenset[str]
    gathering: frozenset[str]
    recalled: frozenset[str]
    saying_before_date: re.Pattern[str]
    bounding_before_date: Phrases
    bounded: re.Pattern[str]
    report_after_date: re.Pattern[str]
    about_after_date: re.Pattern[str]
    saying_after_date: re.Pattern[str]
    said_that: re.Pattern[str]
    that_opens: re.Pattern[str]
    of_another: re.Pattern[str]
    put_off_to: Phrases
    deadline_before_date: Phrases
    set_for: Phrases
    still_set: re.Pattern[str]
    scope_before_date: Phrases
    since_before_date: Phrases
    coming: re.Pattern[str]
    counted_to: re.Pattern[str]
    counted_after: re.Pattern[str]
    after_days: re.Pattern[str]
    where_to_go: frozenset[str]
    the_first: re.Pattern[str]
    which_day: re.Pattern[str]
    counted_before: re.Pattern[str]
    begun: re.Pattern[str]
    goes_to: re.Pattern[str]
    after_opens: re.Pattern[str]
    roughly: re.Pattern[str]
    of_a_series: Phrases
    occasion: Phrases
    other_clause: re.Pattern[str]
    occasion_before: Phrases
    moments: Phrases
    eves: Phrases
    and_then: re.Pattern[str]
    where_they: re.Pattern[str]
    own_clauses: re.Pattern[str]
    own_meeting: re.Pattern[str]
    afterwards: re.Pattern[str]
    backward: re.Pattern[str]
    forward: re.Pattern[str]
    ahead: re.Pattern[str]
    ahead_of: re.Pattern[str]
    ahead_inside: re.Pattern[str]
    ending: re.Pattern[str]
    numbered: re.Pattern[str]
    intending_before_date: re.Pattern[str]
    named_day_before: re.Pattern[str]
    named_day_after: re.Pattern[str]
    named_place_after: re.Pattern[str]
    somebody: re.Pattern[str]
    articles: frozenset[str]
    verbal: frozenset[str]
    relatives: frozenset[str]
    relative_open: re.Pattern[str]
    where_open: re.Pattern[str]
    told_of_before: re.Pattern[str]
    aside: re.Pattern[str]
    naming: re.Pattern[str]
    joining: frozenset[str]
    ways: frozenset[str]
    joined: frozenset[str]
    goes_on: re.Pattern[str]
    did_so: re.Pattern[str]
    gapped: frozenset[str]
    range_before: re.Pattern[str]
    to_the_end: frozenset[str]
    supposed_inside: Phrases
    supposed_after: re.Pattern[str]
    parties: re.Pattern[str]
    leaders: Phrases
    other_leaders: Phrases
    guests: Phrases
    told_again: re.Pattern[str]
    with_leaders: re.Pattern[str]
    both: re.Pattern[str]
    between_leaders: re.Pattern[str]
    pronouns: re.Pattern[str]
    they_did: re.Pattern[str]
    they_open: re.Pattern[str]
    at_which: re.Pattern[str]
    one_leader: re.Pattern[str]
    national_leader: re.Pattern[str]
    of_a_leader: re.Pattern[str]
    of_no_state: re.Pattern[str]
    counterparts: frozenset[str]
    background: Phrases
    same_occasion: Phrases
    names_occasion: re.Pattern[str]
    same_day: Phrases
    hours: re.Pattern[str]
    gathered: Phrases
    amid: Phrases
    pluperfect: re.Pattern[str]
    done_by: re.Pattern[str]
    meanwhile: re.Pattern[str]
    meeting_at: re.Pattern[str]
    company: re.Pattern[str]
    just_before: re.Pattern[str]
    restated: re.Pattern[str]
    meetings: re.Pattern[str]
    timing: re.Pattern[str]
    alongside: re.Pattern[str]
    before_whom: re.Pattern[str]
    moments_from: re.Pattern[str]
    put_off_onto: re.Pattern[str]
    as_before: re.Pattern[str]
    timing_inside: re.Pattern[str]
    meanwhile_inside: re.Pattern[str]
    other_times: re.Pattern[str]
    future: Phrases
    and_will: re.Pattern[str]
    past: re.Pattern[str]
    cancelled: Phrases
    postponed: Phrases
    negated: Phrases
    going_on: Phrases
    supposed: Phrases
    not_supposed: Phrases
    marking: re.Pattern[str]
    of_what_is_done: re.Pattern[str]
    came_about: re.Pattern[str]
    decided_to: re.Pattern[str]
    row: re.Pattern[str]
    to_its_end: re.Pattern[str]
    one_more: re.Pattern[str]
    readable: Phrases


@lru_cache(maxsize=8)
def load_cues(rulebook: Rulebook, language: str = "en") -> Cues:
    """The cues of `language` in the rulebook's lexicons."""
    words = load_language(rulebook, language)
    speech = words.words("verbs_of_speech")
    asides = whole(words.words("aside_openers"), exact=True)
    lesser = "".join(rf"(?<!{re.escape(word)}[ -])" for word in words.words("below_leaders"))
    return Cues(
        speech=frozenset(word.lower() for word in speech),
        speech_words=frozenset(re.findall(r"\w+", word.lower())[0] for word in speech),
        breaks=frozenset(words.words("clause_breaks")),
        clause_end=re.compile(
            rf"{PART_END.pattern}|,\s+(?={whole(words.words('clause_openers'), exact=True)})"
        ),
        links=frozenset(words.words("links")),
        circumstances=frozenset(words.words("circumstances")),
        gathering=frozenset(words.words("gathering")),
        recalled=frozenset(words.words("recalled")),
        saying_before_date=_ending(
            words,
            "verbs_of_speech",
            rf"(?:\s+[\w’'-]+){{0,4}}?(?:\s+{any_of(words.words('before_days'), exact=True)})*\s+$",
        ),
        bounded=re.compile(rf"{whole(words.words('since'))}\s+{MARKS['date']}+"),
        bounding_before_date=_ending_phrases(
            words, "bounding", r"\s+(?:the\s+|early\s+|late\s+)?$"
        ),
        deadline_before_date=_ending_phrases(words, "deadlines", r"\s+(?:the\s+)?$"),
        report_after_date=re.compile(
            rf"(?:['’]s)?(?P<apart>,)?\s+(?:(?!{whole(words.words('report_stops'), exact=True)})"
            r"[\w’'-]+\s+|[\ue001-\ue00a]+\s+){0,5}?"
            + whole(words.words("report_nouns"), exact=True)
            + rf"(?!(?(apart)\s+{whole(speech)}))"  # "…, the report said" is of another day
        ),
        about_after_date=re.compile(r"\s+" + whole(words.words("about"), exact=True)),
        saying_after_date=re.compile(r"\s+(?i:that\s+)?" + whole(speech)),
        said_that=re.compile(whole(speech) + r"\s+(?:\w+\s+)?(?i:that)\s+"),
        that_opens=re.compile(rf"\s+{whole(words.words('that_opens'))}"),
        of_another=re.compile(
            rf"\s(?!{any_of(words.words('parts_of_time'), exact=True)}\b)[a-z][a-z-]+\s+of\s+(?:early\s+|late\s+)?$"
        ),
        put_off_to=_ending_phrases(words, "put_off_to", r"\s+$"),
        set_for=phrases(words.words("put_off_to")),
        still_set=_ending(
            words,
            "still",
            rf"\s+{whole(words.words('put_off_to'))}\s+(?:{any_of(words.words('before_planned_days'), exact=True)}\s+)*$",
        ),
        scope_before_date=_ending_phrases(words, "scope", r"\s+(?:the\s+)?$"),
        since_before_date=_ending_phrases(words, "since", r"\s+[^,;:()]{0,60}$"),
        coming=_ending(words, "coming", r"\s+(?:[\w’'-]+\s+){0,2}$"),
        the_first=re.compile(
            rf",\s+{any_of(words.words('the', 'possessives'))}\s+(?:[a-z-]+\s+)?"
            rf"{whole([*words.words('first_again'), *words.ordinals])}\s+(?:[a-z-]+\s+){{1,3}}?"
            rf"{whole(words.words('between_leaders'))}\s+(?:[\w’'-]+\s+){{0,2}}$"
        ),
        which_day=re.compile(
            rf"(?P<nth>{any_of([*words.words('closing_days'), *words.ordinals])})"
            rf"\s+{whole(words.words('day_of_it'))}\s+(?:[\w’'-]+\s+)?$",
            re.IGNORECASE,
        ),
        after_days=_ending(words, "counted_after", r"\s+(?:[\w’'-]+\s+)?$"),
        counted_after=re.compile(rf"\s+{whole(words.words('counted_after'))}"),
        counted_before=re.compile(rf"\s+{whole(words.words('counted_before'))}"),
        where_they=re.compile(
            rf",\s+{whole(words.words('where_open'))}"
            rf"(?=\s+{any_of(words.words('subject_pronouns'), exact=True)}\s[^;:]*$)"
        ),
        moments=phrases(words.words("moments")),
        eves=phrases(words.words("eves")),
        and_then=re.compile(
            "".join(rf"(?<!{re.escape(unit)} )" for unit in words.words("long_times"))
            + rf"{whole(words.words('and_then'))}(?=\s+(?:[\w’'.\ue001-\ue008-]+\s+){{1,5}}$)"
        ),
        own_clauses=_any(words.words("own_clauses")),
        own_meeting=_ending(words, "own_meeting", r"\s+(?:[\w’'-]+\s+){0,2}$"),
        other_clause=re.compile(rf"(?:,\s+{asides}|\s(?:{words.any_of('and_alone')}))(?=\s)"),
        occasion=phrases(words.words("occasions")),
        occasion_before=_ending_phrases(
            words, "occasions", r"\s+(?:[\w’'.\ue001-\ue00a-]+\s+){0,3}$"
        ),
        of_a_series=phrases(words.words("of_a_series")),
        goes_to=re.compile(
            rf"{whole(words.words('goes_to'))}\s+{any_of(words.words('the'), exact=True)}\s+(?P<noun>{any_of(words.words('occasion_nouns'))})(?![\w-])"
        ),
        after_opens=re.compile(whole(words.words("counted_after"))),
        roughly=re.compile(rf"\s*{whole(words.words('roughly'))}"),
        begun=_ending(words, "begun", r"\s+(?:[a-z]+\s+){0,2}$"),
        counted_to=re.compile(r"\s+" + whole(words.words("counted_to"))),
        afterwards=_any(words.words("afterwards")),
        backward=_any(words.words("backward")),
        forward=_any(words.words("forward")),
        ahead=_any(words.words("ahead")),
        ahead_of=_any(words.words("ahead_of")),
        ahead_inside=_any(words.words("ahead_inside")),
        background=_ending_phrases(words, "background", r"(?:\s+[\w’'.\ue001-\ue00a-]+){0,3}\s+$"),
        parties=_any(words.words("parties", "officials_plural")),
        leaders=phrases(
            words.words("leaders_plural"), lesser + whole(words.words("leaders_plural"))
        ),
        between_leaders=_ending(words, "between_leaders", r"\s+(?:the\s+)?(?:[\w’'-]+\s+){0,2}$"),
        with_leaders=_ending(words, "with_leaders", r"\s+(?:the\s+)?$"),
        both=_ending(words, "both", r"\s+(?:[\w’'-]+\s+){0,2}$"),
        other_leaders=phrases(words.words("private_leaders")),
        told_again=re.compile(
            rf"(?<![\w-]){any_of(words.words('the'))}\s+(?:[a-z-]+\s+)?{any_of(words.words('told_again'), exact=True)}"
            rf"(?![\w-]|\s+{whole(words.words('own_sides'), exact=True)})"
        ),
        guests=phrases(words.words("guests")),
        pronouns=_any(words.words("headline_he")),
        they_open=re.compile(rf"\s*{whole(words.words('opening_pronouns'), exact=True)}\s"),
        they_did=re.compile(
            rf"^(?:(?P<what>(?:\s[\w’'.-]+){{0,4}}?)\s{any_of(words.words('subject_pronouns'), exact=True)}|"
            rf"\s(?:the\s)?[{STATES}]+)\s(?:ha[ds]\s|have\s)?"
        ),
        at_which=re.compile(rf"[^,;:()]{{0,40}}?,?\s{whole(words.words('at_which'))}"),
        one_leader=re.compile(
            lesser
            + whole(words.words("leader_offices"), exact=True)
            + r"(?!['’]s|-|\s+[\ue001\ue006])"
        ),
        national_leader=re.compile(
            rf"{MARKS['country']}+(?:['’]s)?\s+{whole(words.words('national_leaders'), exact=True)}"
            r"(?!['’]s|-|\s+[\ue001\ue006])"
        ),
        of_a_leader=_ending(words, "of_a_leader", r"\s+(?:the\s+)?(?:[\ue002]+\s+)?$"),
        of_no_state=re.compile(
            rf"\s+{whole(words.words('of_whom'))}\s+(?:{any_of(words.words('articles'), exact=True)}\s+)?[a-z\ue003\ue006\ue007]"
        ),
        counterparts=frozenset(words.words("counterparts")),
        articles=frozenset(words.words("articles")),
        verbal=frozenset(words.words("verbal")),
        where_to_go=frozenset(words.words("where_to_go")),
        relatives=frozenset(words.words("relatives")),
        relative_open=re.compile(rf",\s{asides}\s[^,]*$"),
        where_open=re.compile(rf",\s+{whole(words.words('where_open'))}\s[^;:]{{0,80}}$"),
        told_of_before=re.compile(rf",\s{asides}\s[^,]*,\s[^,]{{0,40}}$"),
        aside=re.compile(rf"\([^()]*\)|,\s+{asides}[^,;]*,|[—–][^—–;]*[—–]"),
        ways=frozenset(words.words("ways")),
        naming=re.compile(
            rf"(?:, )?(?:{whole(words.words('naming'))}(?: [A-Z][\w’'-]*){{0,3}}|"
            rf"(?:{any_of(words.words('articles'), exact=True)} )?{whole(words.words('day_of'))}"
            r"(?: [\w’'\ue001-\ue008-]+){0,4})"
        ),
        joining=frozenset(words.words("joining")),
        joined=frozenset(words.words("links", "ways", "before_days", "joined")),
        did_so=_any(words.words("did_so")),
        gapped=frozenset(words.words("before_days", "gapped")),
        goes_on=re.compile(rf"\s*(?:,|{any_of(words.words('goes_on'), exact=True)}\b)"),
        range_before=_ending(words, "range_before", r"\s+(?:the\s+)?$"),
        to_the_end=frozenset(words.words("to_the_end")),
        supposed_inside=phrases(words.words("supposed_inside")),
        supposed_after=_any(words.words("supposed_after")),
        somebody=_any(words.words("titles", "parties", "officials", "somebody")),
        intending_before_date=_ending(
            words,
            "intending",
            rf"(?:\s+{any_of(words.words('before_planned_days'), exact=True)})*\s+$",
        ),
        named_day_before=_ending(words, "day_names_before", r"\s+$"),
        named_place_after=re.compile(
            r"\s+(?=[A-Z])" + whole(words.words("named_after_days"), exact=True)
        ),
        named_day_after=re.compile(r"\s+" + whole(words.words("day_names_after"), exact=True)),
        numbered=_ending(words, "numbered", r"\.?\s+$"),
        ending=_any(words.words("ending")),
        names_occasion=re.compile(
            rf"\s*{whole(words.words('at_occasions'))}\s+{any_of(words.words('articles'), exact=True)}\s+"
            rf"(?:[\w’'-]+\s+){{0,2}}?(?P<noun>{any_of(words.words('occasion_nouns'))})(?![\w-])"
        ),
        same_occasion=phrases(words.words("same_occasion")),
        same_day=phrases(words.words("same_day")),
        hours=re.compile(
            rf"(?:{whole(words.words('parts_of_hours'))}\s+)?{whole(words.words('hours_of_day'))}|{whole(words.words('before_hours'))}\s+"
            rf"\d{{1,2}}(?:[:.]\d{{2}})?\s?{any_of(words.words('behind_hours'))}(?!\w)"
        ),
        gathered=phrases(words.words("gathered")),
        amid=phrases(words.words("amid")),
        pluperfect=_any(words.words("pluperfect")),
        done_by=re.compile(
            rf"\s+{whole(words.words('done_by'))}\s+(?:{any_of(words.words('articles'), exact=True)}\s+)?"
            r"(?:[A-Z]|[\ue001-\ue00a])"
        ),
        meanwhile=_ending(words, "meanwhile", r"\s+(?:[\w’'.\ue001-\ue00a-]+\s+){0,4}$"),
        meeting_at=_ending(
            words,
            "meeting_at",
            rf"\s+{any_of(words.words('before_meetings'), exact=True)}\s+(?:[\w’'-]+\s+){{0,2}}$",
        ),
        company=_ending(words, "company", r"\s+(?:[\w’'-]+\s+){0,2}$"),
        restated=_any(words.words("restated")),
        just_before=_ending(words, "just_before", r"\s+(?:[\w’'-]+\s+){0,3}$"),
        meetings=_any(words.words("meeting_nouns")),
        timing=re.compile(
            rf"^(?:\s+{whole(words.words('own_sides'), exact=True)}\s+(?:{any_of(words.words('the'))}\s+)?[\ue001-\ue00a]+)?,?\s+"
            + whole(words.words("timing"), exact=True)
        ),
        alongside=re.compile(rf"{whole(words.words('alongside'))}(?=\s+\w+ing\b)"),
        put_off_onto=re.compile(rf"\s+{words.any_of('put_off_onto')}\s+$"),
        as_before=re.compile(
            rf"\b{words.any_of('as_before')}\s+(?:[\w’'\ue001-\ue00a-]+\s+){{1,5}}{words.any_of('pluperfect')}\b"
        ),
        moments_from=re.compile(
            rf"\b{words.any_of('moments')}\s+{any_of(words.words('counted_after', 'counted_before'), exact=True)}"
            r"\s+(?:(?:the|a|an|its|his|her|their)\s+)?[\w’'-]+"
        ),
        before_whom=re.compile(
            rf"\b{words.any_of('before_whom')}\s+(?:[\w’',.-]+\s+){{0,4}}?{words.any_of('audiences')}"
            rf"(?=\s+{words.any_of('where_it_is')}\b|\s*[,\ue001-\ue00a])"
        ),
        timing_inside=re.compile(r",\s+" + whole(words.words("timing"), exact=True)),
        meanwhile_inside=_any(words.words("meanwhile")),
        other_times=_any(words.words("other_times")),
        future=phrases(words.words("future")),
        and_will=re.compile(
            rf"\b(?:{words.any_of('and_alone')}|{any_of(words.words('goes_on'), exact=True)})\s+(?:\w+\s+)?{whole(words.words('then_ahead'))}"
            rf"|(?:,|\b{words.any_of('and_alone')})\s+(?:\w+\s+)?{whole(words.words('then_bound'))}"
            r"(?:\s+[\w’'.\ue001-\ue00a-]+){0,5}?\s+to\s+[a-z]"
        ),
        past=re.compile(rf"\b\w{{3,}}ed\b|{whole(sorted(words.pasts), exact=True)}"),
        cancelled=phrases(words.words("cancelled")),
        postponed=phrases(words.words("postponed")),
        negated=phrases(words.words("negated")),
        going_on=phrases(
            words.words("going_on"),
            whole(words.words("going_on"))
            + rf"\s+(?:\w+ly\s+|{any_of(words.words('going_on_between'), exact=True)}\s+)?\w+ing\b",
        ),
        not_supposed=phrases(words.words("not_supposed")),
        supposed=phrases(words.words("supposed")),
        marking=_any(words.words("marking")),
        of_what_is_done=_any(words.words("of_what_is_done")),
        decided_to=re.compile(rf"\b{words.any_of('decided')}\b(?:\s+\S+){{0,2}}\s+to$"),
        came_about=re.compile(
            whole([*words.words("came_about"), *words.ordinals])
            + r"(?:\s+[\w’'.\ue001-\ue00a-]+){0,5}\s+$"
        ),
        one_more=_ending(
            words,
            "one_more",
            rf"(?:\s+{any_of(words.words('before_days'), exact=True)})*\s+$",
        ),
        to_its_end=re.compile(
            rf",?\s+{any_of(words.words('goes_on'), exact=True)}\s+(?:\w+\s+)?"
            rf"{whole(words.words('ending', 'lasting_to'))}(?:\s+\w+){{0,2}}\s+"
        ),
        row=re.compile(rf"(?:,|\b{any_of(words.words('goes_on'), exact=True)})\s[^;]{{0,90}}$"),
        readable=phrases(words.words("recalling", *words.words("readable_names"))),
    )


def _any(phrases: Iterable[str]) -> re.Pattern[str]:
    return re.compile(whole(phrases))


def _ending(words: Language, lexicon: str, tail: str) -> re.Pattern[str]:
    return _ending_phrases(words, lexicon, tail).regex


def _ending_phrases(words: Language, lexicon: str, tail: str) -> Phrases:
    found = words.words(lexicon)
    return phrases(found, f"{whole(found)}(?i:{tail})")
