"""Words that say where a happening stands: denied, only supposed, set for a day. All from lexicons."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from tracker.mentions.alternatives import any_of, whole
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.mentions.phrases import Phrases, any_phrase, ending, ending_phrases, phrases

__all__ = ["StandingCues", "standing_cues"]


@dataclass(frozen=True, eq=False)
class StandingCues:
    """The cue words of a language for what is denied, supposed or done, ready to match in a masked sentence."""

    set_for: Phrases
    expected_then: re.Pattern[str]  # "is expected | this week"
    after_opens: re.Pattern[str]
    bidden: re.Pattern[str]
    agreed_to: re.Pattern[str]  # "a deal in Lima on Monday to"
    only_offered: re.Pattern[str]  # "offered new |"
    to_meet: re.Pattern[str]
    halts: re.Pattern[str]
    is_halted: re.Pattern[str]
    and_alone: re.Pattern[str]
    former_plan: re.Pattern[str]
    not_bidden: re.Pattern[str]
    being: re.Pattern[str]
    former_plan_of_doing: re.Pattern[str]
    of_whose: re.Pattern[str]
    attending: Phrases  # behind what is called off, before what goes on: "a trip | to attend"
    as_somebody: re.Pattern[str]
    occasion: Phrases
    other_clause: re.Pattern[str]
    occasion_before: Phrases
    supposed_inside: Phrases
    expecting: re.Pattern[str]
    supposed_after: re.Pattern[str]
    prepositions: frozenset[str]
    likely_so: re.Pattern[str]
    in_vain: re.Pattern[str]  # "did not end the row", not "did not take place"
    done_at: re.Pattern[str]  # at the end of what stands before a happening: "at a"
    denying: re.Pattern[str]
    goes_on_otherwise: re.Pattern[str]
    told_in_claims: re.Pattern[str]
    untrue: re.Pattern[str]
    negated: Phrases
    none_inside: Phrases
    supposed: Phrases
    supposed_on_a_day: Phrases  # "called on Monday for"
    negated_on_a_day: Phrases  # "refused on Monday to"
    asked: re.Pattern[str]  # a whole sentence: "Did the two meet?"
    of_a_clause: re.Pattern[str]  # "whether": of all that is said behind it
    other_clause_then: re.Pattern[str]  # … but for what is told behind one of these
    not_supposed: Phrases
    was_to: Phrases
    what_it_is: frozenset[str]  # "the text of | what | would be the largest pact"
    came_to_nothing: Phrases
    instead: re.Pattern[str]
    of_what_is_done: re.Pattern[str]
    came_about: re.Pattern[str]
    decided_then: re.Pattern[str]
    decided_aside: re.Pattern[str]  # "the talks | , agreed in | February,"
    bound_then: re.Pattern[str]
    decided_when: re.Pattern[str]  # "agreed in Riga in | May"


def _parted_by_a_day(listed: Iterable[str]) -> Phrases:
    """Those of two words or more with a day before the last: "called | on Monday | for"."""
    of_several = [phrase for phrase in listed if " " in phrase]
    ends: dict[str, list[str]] = {}
    for phrase in of_several:
        first, _, last = phrase.rpartition(" ")
        ends.setdefault(last, []).append(first)
    parts = (
        rf"{any_of(firsts)}(?:\s+[a-z]+\s+[\ue001-\ue00a]+)?(?:\s+[a-z]+)?\s+{MARKS['date']}+\s+{re.escape(last)}"
        for last, firsts in ends.items()
    )
    return phrases(of_several, rf"(?<![\w-])(?:{'|'.join(parts) or '(?!)'})(?![\w-])")


def standing_cues(words: Language) -> StandingCues:
    """The cues of a language."""
    asides = whole(words.words("aside_openers"), exact=True)
    claims, that = whole(words.words("claims")), whole(words.words("claiming"), exact=True)
    when = rf"(?:\s+[a-z]+\s+{MARKS['date']}+|\s+{MARKS['date']}+)?"
    to = any_of(words.words("infinitive"))
    return StandingCues(
        set_for=phrases(words.words("put_off_to")),
        expected_then=re.compile(
            rf"{whole(words.words('expected_then'))}\s+(?:{any_of(words.words('before_planned_days', 'before_days'))}\s+)?{MARKS['date']}"
        ),
        bidden=ending(
            words,
            "bidding",
            rf"\s+(?:(?!{any_of(words.words('counted_after', 'counted_before'))}\b)[\w’'.\ue001-\ue00a-]+\s+){{1,10}}?{to}\s+(?:\w+ly\s+)?$",
        ),
        agreed_to=ending(
            words,
            "deals_and_plans",
            rf"\s+(?:(?!{any_of(words.words('clause_breaks', 'and_alone'), exact=True)}\b)[\w’'.\ue001-\ue00a-]+\s+){{0,8}}?{to}\s+(?:(?!{words.any_of('headline_prepositions', 'clause_breaks', 'and_alone')}\b)[\w’'\ue001-\ue00a-]+\s+){{0,3}}$",
        ),
        only_offered=ending(words, "only_offered", r"\s+(?:[a-z-]+\s+){0,2}$"),
        to_meet=any_phrase(words.words("meeting_nouns")),
        halts=ending(
            words,
            "halting",
            rf"\s+(?:(?!{any_of(words.words('clause_breaks', 'and_alone'), exact=True)}\b)[\w’'\ue001-\ue00a-]+\s+){{0,4}}$",
        ),
        is_halted=any_phrase(words.words("is_halted")),
        and_alone=any_phrase(words.words("and_alone")),
        being=re.compile(rf"[\w’' \ue001-\ue00a-]{{0,40}}?{whole(words.words('going_on'))}\s"),
        not_bidden=re.compile(
            rf"{whole(words.words('negated'))}\s+(?:{any_of(words.words('been'), exact=True)}\s+)?{whole(words.words('bidding'))}\s+{any_of(words.words('infinitive'), exact=True)}$"
        ),
        former_plan=ending(words, "former_plan", r"\s+(?:\w+\s+)?$"),
        former_plan_of_doing=ending(words, "former_plan_of_doing", r"\s+(?:\w+\s+)?$"),
        of_whose=any_phrase(words.words("of_whose")),
        attending=phrases(words.words("attending")),
        as_somebody=re.compile(
            rf"{whole(words.words('parting_clause'))}\s+(?:{whole(words.words('stands_in'))}|[\ue001\ue002]+)\s+"
        ),
        after_opens=re.compile(whole(words.words("counted_after"))),
        occasion=phrases(words.words("occasions")),
        other_clause=re.compile(rf"(?:,\s+{asides}|\s(?:{words.any_of('and_alone')}))(?=\s)"),
        occasion_before=ending_phrases(
            words, "occasions", r"\s+(?:[\w’'.\ue001-\ue00a-]+\s+){0,3}$"
        ),
        supposed_inside=phrases(words.words("supposed_inside")),
        expecting=any_phrase(words.words("expecting")),
        supposed_after=any_phrase(words.words("supposed_after")),
        prepositions=frozenset(words.words("headline_prepositions")),
        likely_so=any_phrase(words.words("likely_so")),
        in_vain=re.compile(
            rf"\b{words.any_of('in_vain')}\s+(?!{words.any_of('comes_about')}\b)[a-z]+"
        ),
        done_at=re.compile(
            rf"\b{words.any_of('done_at')}\s+(?:{words.any_of('articles')}\s+)?(?:[\w’'-]+\s+){{0,2}}$"
        ),
        denying=re.compile(
            rf"(?:{whole(words.words('denying'))}{when}\s+(?:{claims}\s+)?{that}"
            rf"|{whole(words.words('denying', 'rejecting'))}{when}\s+(?:[\w’'-]+\s+){{0,3}}?{claims}\s+{that}"
            rf"|{whole(words.words('not_confirming'))}{when}\s+(?:{claims}\s+)?{that})\s"
        ),
        goes_on_otherwise=re.compile(rf"\s{any_of(words.words('clause_breaks'), exact=True)}\s"),
        told_in_claims=re.compile(rf"\s*[\"“]?(?:[\w’'-]+\s+){{0,3}}?{claims}\s+{that}\s"),
        untrue=any_phrase(words.words("untrue")),
        negated=phrases(
            words.words("negated"),
            rf"{whole(words.words('negated'))}(?!\s+{whole(words.words('late_only', 'gone_without'), exact=True)})",
        ),
        none_inside=phrases(words.words("none_inside")),
        supposed=phrases(words.words("supposed")),
        supposed_on_a_day=_parted_by_a_day(words.words("supposed")),
        negated_on_a_day=_parted_by_a_day(words.words("negated")),
        asked=re.compile(rf"[\s\"“]*{whole(words.words('asking'), exact=True)}\s[^?]*\?[\s\"”]*$"),
        of_a_clause=any_phrase(words.words("of_a_clause")),
        other_clause_then=any_phrase(words.words("own_clauses", "simultaneous", "when_it_is")),
        not_supposed=phrases(words.words("not_supposed")),
        was_to=phrases(words.words("was_to")),
        what_it_is=frozenset(words.words("what_it_is")),
        came_to_nothing=phrases(words.words("came_to_nothing")),
        instead=any_phrase(words.words("instead")),
        of_what_is_done=any_phrase(words.words("of_what_is_done")),
        came_about=re.compile(
            whole([*words.words("came_about"), *words.ordinals])
            + r"(?:\s+[\w’'.\ue001-\ue00a-]+){0,5}\s+$"
        ),
        decided_aside=re.compile(
            rf"[^,;:]{{0,60}},\s+{whole(words.words('decided', 'only_decided'), exact=True)}\s+(?:\w+\s+){{0,2}}"
        ),
        decided_then=_then_to(words, "decided", "votes"),
        decided_when=re.compile(
            rf"{whole(words.words('decided'), exact=True)}(?:\s+(?!(?:{to}|[a-z]+ed)\b)[^\s,;:]+){{0,9}}\s+$"
        ),
        bound_then=_then_to(words, "decided", "votes", "then_bound"),
    )


def _then_to(words: Language, *lexicons: str) -> re.Pattern[str]:
    """What somebody did on a day that stands before it, and the mark of what is to be done then: "on Monday | decided
    to"."""
    return re.compile(
        rf"\s+(?:\w+\s+){{0,2}}?{whole(words.words(*lexicons))}"
        rf"\s+(?:[\w’'\ue001-\ue00a-]+\s+){{0,3}}?{any_of(words.words('infinitive'))}\s"
    )
