"""Who belongs to another verb of the sentence than that of a happening: whom "and" goes on to tell of ("met Rui and
urged Peru to …"), and who does something to the one of whom a relative clause tells ("Peru thanked Rui, who met Ana").
The words are the lexicon roles.toml."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import last_match, whole
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.marks import SIGNS
from tracker.mentions.partings import SOMEBODY
from tracker.values import Span

__all__ = ["is_of_another_verb"]

WORD = re.compile(r"[a-z]+(?:-[a-z]+)*(?![\w’'-])")
BEHIND = 12  # characters behind a hit that hold "them"
ENDS_WITH = 40  # characters before a name that hold "with"


@dataclass(frozen=True, eq=False)
class OtherVerbs:
    """The words of a language by which the verbs of a sentence are told apart."""

    language: Language
    doing: re.Pattern[str]  # "thanked | for", "accused | of": a form in -ing follows
    goes_on: re.Pattern[str]  # "and (later) (was) urged"
    relative: re.Pattern[str]
    company: re.Pattern[str]
    ahead: re.Pattern[str]  # a verb, or what leads to one
    named: re.Pattern[str]  # a name or an office behind a word that describes it
    done_by: re.Pattern[str]
    where: frozenset[str]
    both: re.Pattern[str]
    them: re.Pattern[str]
    deeds: frozenset[str]
    helping: frozenset[str]
    drawing: frozenset[str]
    describing: frozenset[str]


@lru_cache(maxsize=8)
def _words(language: Language) -> OtherVerbs:
    def words(*names: str) -> str:
        return whole(language.words(*names))

    helping = words("part_passive", "perfect", "modal_verbs", "infinitive")
    return OtherVerbs(
        language=language,
        goes_on=re.compile(
            rf"{words('going_on_with')}\s+(?:(?:\w+ly|{words('before_reacting', 'going_on_with')})\s+)*"
            rf"(?P<helped>(?:{helping}\s+)*)(?:(?:\w+ly|{words('before_reacting')})\s+)*(?P<verb>[a-z][\w-]*)"
        ),
        doing=re.compile(rf"{words('done_for')}\s+(?:\w+ly\s+)?(?=\w+ing(?!\w))"),
        relative=re.compile(rf",?\s+{words('relatives', 'where_relative')}(?=\s)"),
        company=re.compile(rf"{words('part_with')}\s+[^,;]*$"),
        ahead=re.compile(helping),
        named=re.compile(rf"\s+(?:[A-Z{SIGNS}])"),
        done_by=re.compile(rf"\s+{words('part_by')}"),
        deeds=frozenset(language.words("other_deeds")),
        helping=frozenset(language.words("part_passive", "perfect", "modal_verbs")),
        where=frozenset(language.words("where_relative")),
        them=re.compile(words("objects_stand_in")),
        both=re.compile(words("both_of_them", "of_two", "of_three")),
        drawing=frozenset(language.words("other_deeds_with")),
        describing=frozenset(language.words("told_of_people")),
    )


def is_of_another_verb(
    spot: Span, first: int, hit: Hit, others: Sequence[Span], view: View, language: Language
) -> bool:
    """Whether a name belongs to a verb that is none of the hit's, nor of the `others` of the sentence, which have
    rules of their own; `first` is where the first name stands."""
    words, text = _words(language), view.masked
    if spot.start >= hit.span.end:
        return _is_told_next(spot, hit.span, text, words)
    if spot.end > hit.span.start:
        return False
    return _governs(spot, hit.span, others, text, words) or _is_told_before(
        spot, first, hit.span, others, text, words
    )


def _is_told_next(spot: Span, hit: Span, text: str, words: OtherVerbs) -> bool:
    """Whether "and" and a verb lead on to a name behind a hit ("met Rui and urged | Peru"), and not to one more
    who joins in ("and was joined by", "and agreed with")."""
    for found in words.goes_on.finditer(text, hit.end, spot.start):
        verb = Span(*found.span("verb"))
        told = found["helped"] or _is_finite(verb, text, words)
        if told and found["verb"] not in words.drawing:
            start = max(verb.end, spot.start - ENDS_WITH)
            return words.company.search(text, start, spot.start) is None
    return False


def _governs(spot: Span, hit: Span, others: Sequence[Span], text: str, words: OtherVerbs) -> bool:
    """Whether a name does something to what a relative clause or a form in -ing tells of ("Peru thanked Rui, who met
    Ana", "for meeting Ana"), which has somebody of its own."""
    found = last_match(words.relative, text, spot.end, hit.start)
    found = found or words.doing.search(text, spot.end, hit.end)
    if found is None or found.end() > hit.start or "," in text[found.end() : hit.start]:
        return False
    told = text[found.end() : hit.start]
    if _stands_for_others(told, words) or words.them.search(text, hit.start, hit.end + BEHIND):
        return False
    if found[0].lstrip(", ") in words.where and not SOMEBODY.isdisjoint(told):
        return True
    verb = next(_verbs(Span(spot.end, found.start()), others, text, words), None)
    return verb is not None and not SOMEBODY.isdisjoint(text[verb.end : found.start()] + told)


def _stands_for_others(told: str, words: OtherVerbs) -> bool:
    """Whether a word such as "he" or "the two" stands for those who were named before."""
    stand_ins = words.language.set_of("stands_in")
    return words.both.search(told) is not None or any(
        w[0] in stand_ins for w in WORD.finditer(told)
    )


def _is_told_before(
    spot: Span, first: int, hit: Span, others: Sequence[Span], text: str, words: OtherVerbs
) -> bool:
    """Whether a name is the object of a verb before that "and" joins the hit to ("thanked | Peru and signed")."""
    joint = last_match(words.goes_on, text, spot.end, hit.end)
    if joint is None or joint.start("verb") != hit.start:
        return False
    between = Span(spot.end, joint.start())
    if not SOMEBODY.isdisjoint(between.of(text)) or words.ahead.search(text, *between):
        return False
    if any(_verbs(between, (), text, words)) or words.company.search(text, first, spot.start):
        return False
    speech = words.language.set_of("verbs_of_speech")
    return any(
        v.of(text) not in speech for v in _verbs(Span(first, spot.start), others, text, words)
    )


def _verbs(where: Span, others: Sequence[Span], text: str, words: OtherVerbs) -> Iterator[Span]:
    """The finite verbs of some words that tell no happening and draw nobody in."""
    for found in WORD.finditer(text, *where):
        span = Span(*found.span())
        if found[0] in words.helping:
            helped = WORD.match(text, span.end + 1)
            finite = helped is None or helped[0] not in words.drawing
        else:
            finite = _is_finite(span, text, words)
        if finite and found[0] not in words.drawing and not any(o.meets(span) for o in others):
            yield span


def _is_finite(verb: Span, text: str, words: OtherVerbs) -> bool:
    """Whether a word tells what somebody does: no "united" before a name, and no "led by"."""
    word = verb.of(text)
    if word in words.deeds:
        return True
    if not words.language.is_past(word) or words.done_by.match(text, verb.end):
        return False
    return word not in words.describing or words.named.match(text, verb.end) is None
