"""Words that tell of leaders: their offices, who met whom, who stands for one. All from lexicons."""

import re
from dataclasses import dataclass

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.mentions.phrases import Phrases, ending, phrases

__all__ = ["LeaderCues", "leader_cues"]


@dataclass(frozen=True, eq=False)
class LeaderCues:
    """The cue words of a language by which leaders are told of, ready to match in a masked sentence."""

    other_leaders: Phrases
    guests: Phrases
    told_again: re.Pattern[str]
    sits_again: re.Pattern[str]
    each_apart: re.Pattern[str]
    with_leaders: re.Pattern[str]
    both: re.Pattern[str]
    between_leaders: re.Pattern[str]
    at_which: re.Pattern[str]
    one_leader: re.Pattern[str]
    national_leader: re.Pattern[str]
    of_a_leader: re.Pattern[str]
    of_no_state: re.Pattern[str]
    counterparts: frozenset[str]
    told_of_before: re.Pattern[str]
    same_subject: re.Pattern[str]
    under_them: re.Pattern[str]
    the_parties: re.Pattern[str]
    with_guests: re.Pattern[str]
    land_before: re.Pattern[str]
    first_person: re.Pattern[str]
    listed: re.Pattern[str]


def leader_cues(words: Language) -> LeaderCues:
    """The cues of a language."""
    asides = whole(words.words("aside_openers"), exact=True)
    lesser = "".join(rf"(?<!{re.escape(word)}[ -])" for word in words.words("below_leaders"))
    the = any_of(words.words("the"))
    return LeaderCues(
        other_leaders=phrases(words.words("private_leaders")),
        guests=phrases(
            words.words("the", "headline_possessives", "each_guest"),
            rf"{whole(words.words('each_guest'))}|{whole(words.words('the', 'headline_possessives'))}\s+(?:(?P<land>{MARKS['country']}+)(?:['’]s)?\s+)?"
            rf"(?:{any_of(words.words('visiting'), exact=True)}\s+)?{any_of(words.words('guests'), exact=True)}(?![\w-])",
        ),
        told_again=re.compile(
            rf"(?<![\w-]){any_of(words.words('the'))}\s+(?:(?:[a-z-]+\s+)?{any_of(words.words('told_again'), exact=True)}"
            rf"|[{MARKS['place']}{MARKS['country']}]+(?:['’]s)?\s+{any_of(words.words('told_again_there'), exact=True)})"
            rf"(?![\w-]|\s+{whole(words.words('own_sides'), exact=True)}(?!\s+{MARKS['date']}))"
        ),
        sits_again=re.compile(
            rf"(?<![\w-]){any_of(words.words('the'))}\s+(?:(?:[a-z]+-[a-z-]+|{any_of(words.words('part_of_sitting'), exact=True)})\s+)?{any_of(words.words('sits_again'), exact=True)}"
            rf"(?![\w-]|\s+{whole(words.words('own_sides', 'own_seat'), exact=True)}(?!\s+{MARKS['date']}))"
        ),
        each_apart=re.compile(
            rf"{whole(words.words('each_apart'))}\s+(?:[a-z{MARKS['date']}-]+\s+){{0,2}}?{whole(words.words('with_leaders'))}"
        ),
        with_leaders=ending(words, "with_leaders", rf"\s+(?:{the}\s+)?$"),
        both=ending(words, "both", r"\s+(?:[\w’'-]+\s+){0,2}$"),
        between_leaders=ending(
            words, "between_leaders", rf"\s+(?:{the}\s+)?(?:[\w’'-]+\s+){{0,3}}$"
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
        of_a_leader=ending(words, "of_a_leader", rf"\s+(?:{the}\s+)?(?:[\ue002]+\s+)?$"),
        of_no_state=re.compile(
            rf"\s+{whole(words.words('of_whom'))}\s+(?:{any_of(words.words('articles'), exact=True)}\s+)?[a-z\ue003\ue006\ue007]"
        ),
        counterparts=frozenset(words.words("counterparts")),
        with_guests=re.compile(whole(words.words("part_receiving"))),
        land_before=re.compile(
            rf"[{MARKS['country']}{MARKS['place']}]+,?\s+(?:[\w’'-]+\s+){{0,4}}$"
        ),
        the_parties=re.compile(
            rf"\s*{whole(words.words('the'))}\s+(?:[\w’'-]+\s+){{0,2}}?{whole(words.words('leaders_plural', 'parties'))}"
        ),
        under_them=re.compile(
            rf"{whole(words.words('under_leaders'))}\s+{whole(words.words('of_a_leader'))}\s+"
            rf"(?:(?:[A-Z\ue001-\ue00a][\w’'\ue001-\ue00a-]*|[,&]|{any_of(words.words('articles', 'goes_on'), exact=True)})\s+)*$"
        ),
        listed=re.compile(
            rf"{whole(words.words('leaders_plural'))}\s+{whole(words.words('of_whom'))}\s+"
            rf"(?:(?:[a-z]+\s+){{0,3}}[{''.join(MARKS.values())}]+(?:\s+[a-z]+)?,?\s+)+$"
        ),
        first_person=re.compile(
            rf"(?<![\w'’-]){any_of(words.words('first_person'), exact=True)}(?![\w-])"
        ),
        same_subject=re.compile(
            rf"\s(?:{any_of(words.words('conjunctions', 'headline_they'))})\s+(?:[a-z]+ly\s+)?$"
        ),
        told_of_before=re.compile(rf",\s{asides}\s[^,]*,\s[^,]{{0,40}}$"),
    )
