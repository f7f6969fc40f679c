"""Words that say how long something lasts, and which of its days is told. All from lexicons."""

import re
from dataclasses import dataclass

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.mentions.phrases import Phrases, ending, ending_phrases

__all__ = ["LastingCues", "lasting_cues"]


@dataclass(frozen=True, eq=False)
class LastingCues:
    """What tells of the days of what lasts."""

    until: Phrases
    which_runs: re.Pattern[str]
    about_it: re.Pattern[str]
    goes_on_for: re.Pattern[str]
    to_its_end: re.Pattern[str]
    begun_then_ended: re.Pattern[str]
    told_to_end: re.Pattern[
        str
    ]  # up to the day: "; it ends on", or of those who came: "; she leaves on"
    ends_then: re.Pattern[str]  # behind an aside, up to the day: " closed on"
    since_its_start: re.Pattern[str]  # at the end of an aside, up to its day: "under way since"
    nth_day: re.Pattern[str]  # "a second day of talks", "for a second day"
    which_day: re.Pattern[str]
    for_a_length: re.Pattern[str]  # "began on Tuesday for", up to a length
    to_in_brackets: re.Pattern[str]  # "(to", up to a day
    back_from: re.Pattern[str]  # "returned on Monday from a", up to a length
    after_a_length_of: re.Pattern[str]  # "left on Monday after a stay of", up to a length


def lasting_cues(words: Language) -> LastingCues:
    """The cues of a language."""
    to, there = any_of(words.words("infinitive"), exact=True), MARKS["place"] + MARKS["country"]
    return LastingCues(
        until=ending_phrases(
            words, "lasting_until", rf"\s+(?:{any_of(words.words('the', 'at_least'))}\s+)?$"
        ),
        which_runs=re.compile(
            rf",\s+{any_of(words.words('which_runs', 'about_it'), exact=True)}\b"
        ),
        about_it=re.compile(rf",\s+{any_of(words.words('about_it'), exact=True)}\b"),
        goes_on_for=re.compile(whole(words.words("lasting_to", "planned_to_last"))),
        to_its_end=re.compile(
            rf",?\s+{any_of(words.words('goes_on'), exact=True)}\s+"
            rf"(?:{any_of(words.words('verbal'), exact=True)}\s+{any_of(words.words('before_an_end'), exact=True)}\s+)?"
            rf"(?:\w+\s+)?"
            rf"{whole(words.words('ending', 'lasting_to', 'going_on_again'))}(?:\s+\w+){{0,2}}\s+"
        ),
        begun_then_ended=re.compile(
            rf"(?:(?P<way>,?\s+|[^;:()]{{0,120}}?\s{any_of(words.words('goes_on'), exact=True)}\s+)"
            rf"(?:{any_of(words.words('that_runs'), exact=True)}\s+)?"
            rf"|;\s+{any_of(words.words('it_runs'), exact=True)}\s+)"
            rf"(?:(?:{any_of(words.words('verbal', 'before_an_end'), exact=True)}|\w+ly)\s+){{0,4}}"
            rf"(?:{whole(words.words('ending', 'lasting_to'))}(?:\s+[\w’'\ue001-\ue00a-]+){{0,6}}"
            rf"|{whole(words.words('extending'))}(?:\s+\w+){{0,4}}?\s+{any_of(words.words('extended_to'), exact=True)})\s+"
        ),
        told_to_end=re.compile(
            rf"[^.:()]{{0,160}}?(?:[;,]|\s{any_of(words.words('goes_on', 'told_next'), exact=True)})\s+"
            rf"(?:(?:{any_of(words.words('goes_on', 'told_next'), exact=True)}\s+)?"
            rf"(?:(?P<it>{any_of(words.words('what_ends'), exact=True)})|{any_of(words.words('who_leaves'), exact=True)})\s+)?"
            rf"(?:(?:{any_of(words.words('verbal', 'before_an_end'), exact=True)}|\w+ly)\s+){{0,4}}"
            rf"(?:{whole(words.words('ending', 'lasting_to', 'going_to_end'))}(?!\s+{to}\s+[{there}])|(?P<leaves>{whole(words.words('departing', 'staying'))}))"
            rf"(?:\s+[\w’'\ue001-\ue00a-]+){{0,5}}?\s+"
        ),
        ends_then=re.compile(
            rf"\s+(?:(?:{any_of(words.words('verbal', 'before_an_end'), exact=True)}|\w+ly)\s+){{0,4}}"
            rf"{whole(words.words('ending'))}(?:\s+[\w’'\ue001-\ue00a-]+){{0,6}}\s+"
        ),
        since_its_start=ending(
            words, "since_its_start", rf"\s+(?:{any_of(words.words('the'))}\s+)?$"
        ),
        nth_day=re.compile(
            rf"(?:{whole(words.words('headline_indefinite'))}\s+(?P<nth>{any_of(words.ordinals)})\s+{whole(words.words('day_of_it'))}"
            rf"\s+(?:[\w’'-]+\s+)?{whole(words.words('meeting_nouns', 'drills', 'assembly_nouns'))}"
            rf"|{whole(words.words('for_a_further'))}\s+(?P<again>{any_of(words.ordinals)})\s+{whole(words.words('days_counted'))}"
            rf"|{whole(words.words('into_a_day'))}\s+(?P<into>{any_of(words.ordinals)})\s+{whole(words.words('days_counted'))})"
        ),
        for_a_length=re.compile(rf"\s{any_of(words.words('for_a_length'), exact=True)}\s+$"),
        which_day=re.compile(
            rf"(?P<nth>{any_of([*words.words('closing_days'), *words.ordinals])})"
            rf"\s+{whole(words.words('day_of_it'))}\s+(?:[\w’'-]+\s+)?$",
            re.IGNORECASE,
        ),
        to_in_brackets=re.compile(rf"[(]\s*{any_of(words.words('until_in_brackets'))}\s+$"),
        back_from=re.compile(
            rf"{whole(words.words('coming_back'))}[^.;:()]{{0,60}}?\s{whole(words.words('back_from'))}\s+(?:[\w’'-]+\s+)?$"
        ),
        after_a_length_of=ending(
            words,
            "counted_after",
            rf"\s+(?:[\w’'-]+\s+){{1,2}}{any_of(words.words('of_whom'), exact=True)}\s+$",
        ),
    )
