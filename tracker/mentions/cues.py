"""Words around happenings and dates that say what is what: who speaks, what is ahead, what parts clauses.
All from lexicons."""

import re
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.aside_cues import AsideCues, aside_cues
from tracker.mentions.clauses import PART_END
from tracker.mentions.grammar_cues import GrammarCues, grammar_cues
from tracker.mentions.language import Language, load_language
from tracker.mentions.lasting_cues import LastingCues, lasting_cues
from tracker.mentions.leader_cues import LeaderCues, leader_cues
from tracker.mentions.marks import MARKS
from tracker.mentions.occasion_cues import OccasionCues, occasion_cues
from tracker.mentions.parting_cues import PartingCues, parting_cues
from tracker.mentions.phrases import Phrases, any_phrase, ending, ending_phrases, phrases
from tracker.mentions.plan_cues import PlanCues, plan_cues
from tracker.mentions.standing_cues import StandingCues, standing_cues
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
    recalled: frozenset[str]
    saying_before_date: re.Pattern[str]
    bounding_before_date: Phrases
    report_after_date: re.Pattern[str]
    saying_after_date: re.Pattern[str]
    of_another: re.Pattern[str]
    by_phone: Phrases
    called_by_phone: re.Pattern[str]
    matter_of: re.Pattern[str]
    since_before_date: Phrases
    counts_on: re.Pattern[str]  # "a week before the vote": counted from what is named next
    counted_after: re.Pattern[str]
    so_long_after: re.Pattern[str]
    after_days: re.Pattern[str]
    the_first: re.Pattern[str]
    counted_before: re.Pattern[str]
    counted_since: re.Pattern[str]
    counted_to_the_day: re.Pattern[str]
    begun: re.Pattern[str]
    roughly: re.Pattern[str]
    moments: Phrases
    eves: Phrases
    to_the_very_day: re.Pattern[str]
    own_clauses: re.Pattern[str]
    what_for: re.Pattern[str]
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
    joining: frozenset[str]
    joined: frozenset[str]
    goes_on: re.Pattern[str]
    either: re.Pattern[str]
    did_so: re.Pattern[str]
    gapped: frozenset[str]
    ones_of_a_row: frozenset[str]
    before_days: frozenset[str]
    range_before: re.Pattern[str]
    to_the_end: frozenset[str]
    parties: re.Pattern[str]
    leaders: Phrases
    leading: LeaderCues
    pronouns: re.Pattern[str]
    standing_for_one: re.Pattern[str]
    they_did: re.Pattern[str]
    they_made: re.Pattern[str]
    they_open: re.Pattern[str]
    condition: re.Pattern[str]
    background: Phrases
    pluperfect: re.Pattern[str]
    done_by: re.Pattern[str]
    asides: AsideCues
    occasions: OccasionCues
    grammar: GrammarCues
    parting: PartingCues
    standing: StandingCues
    lasting: LastingCues
    plans: PlanCues
    future: Phrases
    past: re.Pattern[str]
    cancelled: Phrases
    postponed: Phrases
    going_on: Phrases
    marking: re.Pattern[str]
    decided_to: re.Pattern[str]
    row: re.Pattern[str]
    row_lead: re.Pattern[str]  # before the date of the next part of a row: "; and in"
    row_rest: re.Pattern[str]  # behind it
    began: re.Pattern[str]
    one_more: re.Pattern[str]
    readable: Phrases


def load_cues(rulebook: Rulebook, language: str = "en") -> Cues:
    """The cues of `language` in the rulebook's lexicons."""
    return _cues(load_language(rulebook, language))


@lru_cache(maxsize=8)
def _cues(words: Language) -> Cues:
    speech = words.words("verbs_of_speech")
    the, has = (any_of(words.words(name), exact=True) for name in ("the", "perfect"))
    article = rf"\s+(?:{any_of(words.words('the'))}\s+)?$"
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
        recalled=frozenset(words.words("recalled")),
        saying_before_date=ending(
            words,
            "verbs_of_speech",
            rf"(?:\s+(?!{any_of(words.words('that_told'))}\s)[\w’'-]+){{0,4}}?"  # "told them that on Friday they had met"
            rf"(?:\s+{any_of(words.words('before_days'), exact=True)})*\s+$",
        ),
        bounding_before_date=ending_phrases(
            words, "bounding", rf"\s+(?:{any_of(words.words('the', 'early_late'))}\s+)?$"
        ),
        report_after_date=re.compile(
            rf"(?:['’]s)?(?P<apart>,)?\s+(?:(?!{whole(words.words('report_stops'), exact=True)})"
            r"[\w’'-]+\s+|[\ue001-\ue00a]+\s+){0,5}?"
            + whole(words.words("report_nouns"), exact=True)
            + rf"(?!(?(apart)\s+{whole(speech)}))"  # "…, the report said" is of another day
        ),
        saying_after_date=re.compile(
            rf"\s+(?:{any_of(words.words('that_told'))}\s+)?{whole(speech)}"
        ),
        of_another=re.compile(
            rf"\s(?!{any_of(words.words('parts_of_time'), exact=True)}\b)[a-z][a-z-]+\s+{any_of(words.words('of_whom'), exact=True)}\s+(?:{any_of(words.words('early_late'), exact=True)}\s+)?$"
        ),
        by_phone=phrases(words.words("by_phone")),
        called_by_phone=ending(words, "called_by_phone", r"\s+$"),
        matter_of=ending(
            words,
            "matters",
            rf"(?:(?:\s+[a-z]+){{0,3}}\s+{MARKS['date']}+)?\s+(?P<of>{any_of(words.words('matters_of'), exact=True)})\s+"
            rf"(?:{any_of(words.words('articles'), exact=True)}\s+)?(?:[\w’'\ue001-\ue00a-]+\s+){{0,2}}$",
        ),
        since_before_date=ending_phrases(words, "since", r"\s+[^,;:()]{0,60}$"),
        the_first=re.compile(
            rf",\s+{any_of(words.words('the', 'headline_possessives'))}\s+(?:[a-z-]+\s+)?"
            rf"{whole([*words.words('first_again'), *words.ordinals])}\s+(?:[a-z-]+\s+){{1,3}}?"
            rf"{whole(words.words('between_leaders'))}\s+(?:[\w’'-]+\s+){{0,2}}$"
        ),
        after_days=ending(words, "counted_after", r"\s+(?:[\w’'-]+\s+)?$"),
        counts_on=re.compile(
            rf".?{any_of(words.words('counts_on'), exact=True)} "
            rf"(?!{any_of(words.words('counts_on_not'), exact=True)}\b)(?=\w)"
        ),
        counted_after=re.compile(rf"\s+{whole(words.words('counted_after'))}"),
        so_long_after=re.compile(
            rf"\s*(?:[\w’'-]+\s+){{0,4}}?{whole(words.words('lengths'))}\s+"
            rf"{whole(words.words('counted_after', 'since'))}[^,;]*,"
        ),
        counted_before=re.compile(rf"\s+{whole(words.words('counted_before'))}"),
        counted_since=re.compile(rf"\s+{whole(words.words('counted_since'))}"),
        counted_to_the_day=ending(words, "counted_to_the_day", r"\s+(?:[\w’'-]+\s+)?$"),
        moments=phrases(words.words("moments")),
        eves=phrases(words.words("eves")),
        to_the_very_day=re.compile(whole(words.words("to_the_very_day"))),
        own_clauses=any_phrase(words.words("own_clauses")),
        what_for=re.compile(rf"\s+{whole(words.words('what_for'))}\s"),
        roughly=re.compile(
            rf"\s*{whole(words.words('roughly'))}|.*\b{whole(words.words('rough_spans'))}"
        ),
        begun=ending(words, "begun", r"\s+(?:[a-z]+\s+){0,2}$"),
        began=re.compile(whole(words.words("beginning"))),
        backward=any_phrase(words.words("backward")),
        forward=any_phrase(words.words("forward")),
        ahead=any_phrase(words.words("ahead")),
        ahead_of=any_phrase(words.words("ahead_of")),
        ahead_inside=any_phrase(words.words("ahead_inside")),
        background=ending_phrases(words, "background", r"(?:\s+[\w’'.\ue001-\ue00a-]+){0,3}\s+$"),
        parties=any_phrase(words.words("parties", "officials_plural")),
        leading=leader_cues(words),
        leaders=phrases(
            words.words("leaders_plural", "heads_of"),
            rf"{lesser}{whole(words.words('leaders_plural'))}|{whole(words.words('heads_of'))}\s+"
            rf"(?:(?:{any_of(words.words('the', 'goes_on'), exact=True)}|[a-z]+|[{STATES}{MARKS['leaders']}{MARKS['alliance']}]+(?:['’]s)?,?)\s+){{1,6}}?{whole(words.words('governed'))}",
        ),
        pronouns=any_phrase(words.words("headline_he")),
        standing_for_one=ending(words, "one_person", r"\s+(?:[\w’'-]+\s+){0,2}$"),
        they_open=re.compile(rf"\s*{whole(words.words('opening_pronouns'), exact=True)}\s"),
        condition=re.compile(rf"\s*{whole(words.words('conditions'))}\s"),
        they_did=re.compile(
            rf"^(?:(?P<what>(?:\s(?!{any_of(words.words('at_that_time', 'following'), exact=True)}\s)[\w’'.-]+){{0,4}}?)\s{any_of(words.words('subject_pronouns'), exact=True)}|"
            rf"\s(?:{the}\s)?[{STATES}]+)\s(?:{has}\s)?"
        ),
        they_made=re.compile(
            rf"(?:^|[,;:])\s*(?i:{any_of(words.words('articles'), exact=True)})\s"
            rf"(?:(?!{any_of(words.words('clause_breaks', 'parts_of_time'), exact=True)}\b)[a-z][\w’'-]*\s){{1,3}}"
            rf"{any_of(words.words('subject_pronouns'), exact=True)}\s(?:{has}\s)?\w+$"
        ),
        articles=frozenset(words.words("articles")),
        verbal=frozenset(words.words("verbal")),
        relatives=frozenset(words.words("relatives")),
        joining=frozenset(words.words("joining")),
        joined=frozenset(words.words("links", "ways", "before_days", "joined")),
        either=any_phrase(words.words("either")),
        did_so=any_phrase(words.words("did_so")),
        before_days=frozenset(words.words("before_days")),
        gapped=frozenset(words.words("before_days", "gapped", "ones_of_a_row")),
        ones_of_a_row=frozenset(words.words("ones_of_a_row")),
        goes_on=re.compile(rf"\s*(?:,|{any_of(words.words('goes_on'), exact=True)}\b)"),
        range_before=ending(words, "range_before", article),
        to_the_end=frozenset(words.words("to_the_end")),
        somebody=any_phrase(words.words("titles", "parties", "officials", "somebody")),
        intending_before_date=ending(
            words,
            "intending",
            rf"(?:\s+{any_of(words.words('before_planned_days'), exact=True)})*\s+$",
        ),
        named_day_before=ending(words, "day_names_before", r"\s+$"),
        named_place_after=re.compile(
            r"\s+(?=[A-Z])" + whole(words.words("named_after_days"), exact=True)
        ),
        named_day_after=re.compile(r"\s+" + whole(words.words("day_names_after"), exact=True)),
        numbered=ending(words, "numbered", r"\.?\s+$"),
        ending=any_phrase(words.words("ending")),
        pluperfect=any_phrase(words.words("pluperfect")),
        done_by=re.compile(
            rf"\s+{whole(words.words('done_by'))}\s+(?:{any_of(words.words('articles'), exact=True)}\s+)?"
            r"(?:[A-Z]|[\ue001-\ue00a])"
        ),
        asides=aside_cues(words),
        occasions=occasion_cues(words),
        grammar=grammar_cues(words),
        parting=parting_cues(words),
        standing=standing_cues(words),
        lasting=lasting_cues(words),
        plans=plan_cues(words),
        future=phrases(words.words("future")),
        past=re.compile(rf"\b\w{{3,}}ed\b|{whole(sorted(words.pasts), exact=True)}"),
        cancelled=phrases(words.words("cancelled")),
        postponed=phrases(words.words("postponed")),
        going_on=phrases(
            words.words("going_on"),
            whole(words.words("going_on"))
            + rf"\s+(?:\w+ly\s+|{any_of(words.words('going_on_between'), exact=True)}\s+)?\w+ing\b",
        ),
        marking=any_phrase(words.words("marking")),
        decided_to=re.compile(
            rf"\b{words.any_of('decided')}\b(?:\s+\S+){{0,2}}\s+{words.any_of('infinitive', exact=True)}$"
        ),
        one_more=ending(
            words,
            "one_more",
            rf"(?:\s+{any_of(words.words('before_days'), exact=True)})*\s+$",
        ),
        row_lead=re.compile(
            rf"\s(?:{any_of(words.words('goes_on', 'row_again'), exact=True)}\s)*{any_of(words.words('before_days'), exact=True)}\s"
        ),
        row_rest=re.compile(
            rf"\s*(?:[;.]|$|,?\s{any_of(words.words('row_aims'), exact=True)}\b|,?\s{any_of(words.words('row_clauses'), exact=True)}\s"
            rf"{any_of(words.words('subject_pronouns'), exact=True)}\b)"
        ),
        row=re.compile(rf"(?:,|\b{any_of(words.words('goes_on'), exact=True)})\s[^;]{{0,90}}$"),
        readable=phrases(words.words("recalling", *words.words("readable_names"))),
    )
