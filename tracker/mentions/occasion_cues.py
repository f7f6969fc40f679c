"""Words that tie a happening to an occasion told before: its meeting, its day, its hour. All from lexicons."""

import re
from dataclasses import dataclass

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.language import Language
from tracker.mentions.marks import FIGURE, MARKS
from tracker.mentions.phrases import Phrases, any_phrase, ending, phrases

__all__ = ["OccasionCues", "occasion_cues"]

NAMED = "".join(mark for kind, mark in MARKS.items() if kind != "date")


@dataclass(frozen=True, eq=False)
class OccasionCues:
    """The cue words of a language by which one thing happens at another, ready to match in a masked sentence."""

    same_occasion: Phrases
    names_occasion: re.Pattern[str]
    goes_to: re.Pattern[str]
    of_a_series: Phrases
    greater: Phrases
    own_meeting: re.Pattern[str]
    meeting_at: re.Pattern[str]
    decided_at: re.Pattern[str]
    meetings: re.Pattern[str]
    assemblies: re.Pattern[str]
    gathered: Phrases
    said_after: Phrases
    after_opens: re.Pattern[str]
    then_said: re.Pattern[str]
    amid: Phrases
    company: re.Pattern[str]
    meanwhile: re.Pattern[str]
    meanwhile_inside: re.Pattern[str]
    just_before: re.Pattern[str]
    simultaneous: re.Pattern[str]
    followed: re.Pattern[str]
    it_happened: re.Pattern[str]
    it_ran: re.Pattern[str]
    the_thing: re.Pattern[str]  # "The drill" that opens a sentence
    same_day: Phrases
    last_day: Phrases
    first_day: re.Pattern[str]
    turns_to_a_day: re.Pattern[str]  # "The centrepiece came", up to its day
    on_leaving: Phrases
    departing: re.Pattern[str]
    coinciding: re.Pattern[str]
    hours: Phrases
    other_times: re.Pattern[str]
    restated: re.Pattern[str]
    there_opens: re.Pattern[str]
    then_next: Phrases
    at_once: Phrases
    just_done: re.Pattern[str]
    it_was_held: re.Pattern[
        str
    ]  # what a sentence opens with to tell when that was which the one before told
    done_next: re.Pattern[str]  # behind a happening, up to what was done after it
    after_one: re.Pattern[str]
    watching: re.Pattern[str]
    leads_to_remembered: re.Pattern[str]  # from an anniversary to what it is of


def occasion_cues(words: Language) -> OccasionCues:
    """The cues of a language."""
    return OccasionCues(
        same_occasion=phrases(words.words("same_occasion")),
        names_occasion=re.compile(
            rf"\s*{whole(words.words('at_occasions'))}\s+{any_of(words.words('articles'), exact=True)}\s+"
            rf"(?:[\w’'-]+\s+){{0,2}}?(?P<noun>{any_of(words.words('occasion_nouns'))})(?![\w-])"
        ),
        goes_to=re.compile(
            rf"{whole(words.words('goes_to'))}\s+{any_of(words.words('the'), exact=True)}\s+(?P<noun>{any_of(words.words('occasion_nouns'))})(?![\w-])"
        ),
        of_a_series=phrases(words.words("of_a_series")),
        greater=phrases(words.words("greater_meetings")),
        own_meeting=ending(words, "own_meeting", r"\s+(?:[\w’'-]+\s+){0,2}$"),
        meeting_at=ending(
            words,
            "meeting_at",
            rf"\s+{any_of(words.words('before_meetings'), exact=True)}\s+(?:[\w’'-]+\s+){{0,2}}$",
        ),
        decided_at=re.compile(
            rf"\s*{any_of(words.words('the', 'pointing_back'))}\s+(?:[\w’'-]+\s+){{0,2}}?{any_of(words.words('decisions'), exact=True)}\s+"
            rf"(?:\w+ly\s+)?{whole(words.words('reached_at'))}\s+(?:(?!{whole(words.words('lengths'))})[\w’'{NAMED}-]+\s+){{0,5}}$"
        ),
        meetings=any_phrase(words.words("meeting_nouns")),
        assemblies=any_phrase(words.words("meeting_nouns", "assembly_nouns")),
        gathered=phrases(words.words("gathered")),
        said_after=phrases(words.words("said_after")),
        after_opens=re.compile(rf"\s*{whole(words.words('after_meetings'), exact=True)}"),
        then_said=re.compile(rf",\s[^,]*{whole(words.words('verbs_of_speech'))}"),
        amid=phrases(words.words("amid")),
        company=ending(words, "company", r"\s+(?:[\w’'-]+\s+){0,2}$"),
        meanwhile=ending(words, "meanwhile", r"\s+(?:[\w’'.\ue001-\ue00a-]+\s+){0,4}$"),
        meanwhile_inside=any_phrase(words.words("meanwhile")),
        just_before=ending(words, "just_before", r"\s+(?:[\w’'-]+\s+){0,3}$"),
        it_happened=re.compile(whole(words.words("it_happened"))),
        followed=re.compile(
            rf"\s*(?:(?:{any_of(words.words('before_days'))}\s+)?{MARKS['date']}+,?\s+)?"
            rf"(?i:{any_of(words.words('articles'))}\s+)?(?:[A-Z][\w’'-]+\s+){{0,3}}(?P<who>[{NAMED}]+(?:(?:,\s|\s{any_of(words.words('goes_on'), exact=True)}\s)[{NAMED}]+)*)(?:['’]s?(?:\s+[a-z]+){{1,2}})?\s+"
            rf"(?P<so>{whole(words.words('did_so'))})"
            rf"(?=(?:\s+{any_of(words.words('before_days'), exact=True)})*\s+{MARKS['date']}|[.,;]|\s*$)"
        ),
        it_ran=re.compile(
            rf"\s*(?:{any_of(words.words('ran_subjects'), exact=True)})\s+"
            rf"(?:(?:{any_of(words.words('verbal', 'before_an_end'), exact=True)}|\w+ly)\s+){{0,4}}"
            rf"(?:(?P<ran>(?P<began>{whole(words.words('beginning'))})|{whole(words.words('ending'))}"
            rf"|{whole(words.words('lasting_to', 'planned_to_last'))}\s+{whole(words.words('lasting_until'))})"
            rf"(?:\s+(?={MARKS['date']}|{whole(words.words('behind_its_verb'), exact=True)}))"
            rf"|(?P<length>{whole(words.words('lasting_to'))})\s+(?:{any_of(words.words('for_a_length'), exact=True)}\s+)?)"
        ),
        the_thing=re.compile(
            rf"\s*{any_of(words.words('the'))}\s+"
            rf"{whole(words.words('meeting_nouns', 'assembly_nouns', 'drills'))}\s"
        ),
        simultaneous=re.compile(
            rf"\s(?!{whole(words.words('no_parting'))}){whole(words.words('simultaneous'))}\s[^,;:]*$"
        ),
        it_was_held=re.compile(
            rf"\s*{any_of(words.words('held_subjects'), exact=True)}\s"
            rf"(?:(?:{any_of(words.words('verbal', 'before_being_held'), exact=True)})\s)*{whole(words.words('being_held'))}"
        ),
        done_next=re.compile(rf",\s(?:{words.any_of('done_next')})\s(?=[^,;:]*$)"),
        same_day=phrases(words.words("same_day")),
        last_day=phrases(words.words("last_day_of_it")),
        first_day=re.compile(
            rf"[^;:()]{{0,24}}\b{whole(words.words('first_day_of_it'))}"
            rf"(?!\s+{any_of(words.words('of_whom'), exact=True)}\b)"
        ),
        turns_to_a_day=re.compile(
            rf"(?!{whole(words.words('turned_from'))})(?=[^\W\d_])"
            rf"(?:(?!\b{whole(words.words('of_old_ones'))})[^,;:()])*?"
            rf"\b{whole(words.words('turning_to_a_day'))}(?:\s+\w+){{0,2}}?\s*"
        ),
        on_leaving=phrases(words.words("on_leaving")),
        departing=any_phrase(words.words("departing")),
        coinciding=re.compile(
            rf"\s*(?i:{whole(words.words('pointing_back'))}|{any_of(words.words('the'))}\s+{whole(words.words('occasion_nouns'))})"
            rf"\s+{whole(words.words('coinciding'))}\s+(?:{any_of(words.words('articles'), exact=True)}\s+)?$"
        ),
        hours=phrases(
            words.words("parts_of_hours", "hours_of_day", "before_hours"),
            rf"(?:{whole(words.words('parts_of_hours'))}\s+)?{whole(words.words('hours_of_day'))}|{whole(words.words('before_hours'))}\s+"
            rf"\d{{1,2}}(?:[:.]\d{{2}})?\s?{any_of(words.words('behind_hours'))}(?!\w)",
            needs=(*words.words("hours_of_day"), FIGURE),
        ),
        other_times=re.compile(
            rf"(?!{whole(words.words('at_occasions'))}\s+{any_of(words.words('articles'), exact=True)}\s+(?:[\w’'-]+\s+)?{whole(words.words('occasion_nouns'))})"
            rf"{whole(words.words('other_times'))}"
            rf"|{whole(words.words('perfect'))}(?!\s+{whole([*words.words('articles'), *words.words('meeting_nouns')])})"
        ),
        restated=any_phrase(words.words("restated")),
        there_opens=re.compile(rf"\s*(?i:{whole(words.words('there_opening'))}),\s"),
        then_next=phrases(words.words("then_next")),
        at_once=phrases(words.words("at_once")),
        after_one=ending(
            words,
            "following",
            rf"\s+{any_of(words.words('headline_indefinite'), exact=True)}\s+(?:[\w’'-]+\s+){{0,3}}$",
        ),
        just_done=ending(words, "just_done", r"\s+(?:[\w’'-]+\s+){0,3}$"),
        watching=ending(words, "watching", r"\s+(?:[^\s,;:]+\s+){0,7}$"),
        leads_to_remembered=re.compile(
            rf"\s+{any_of(words.words('leads_to_remembered'), exact=True)}\s+(?:[\w'’-]+\s+){{0,4}}$"
        ),
    )
