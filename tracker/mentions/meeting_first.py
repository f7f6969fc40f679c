"""Sentences that open with whom somebody met, and only then say who: "In talks with Ana in Lima on Monday, Rui
said …". The words are the lexicon roles.toml."""

import re
from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import whole
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS, SIGNS
from tracker.values import Actor, Span

__all__ = ["begins_main_clause", "is_said_behind", "main_clause"]

WORD = re.compile(r"[\w’']+")
BETWEEN = 8  # small words at most between the opening's first word and the meeting
OFFICE = 8  # words of an office at most before a name


@dataclass(frozen=True, eq=False)
class Openings:
    """How such an opening begins and goes on, and what may stand before the name behind its comma."""

    opened: re.Pattern[str]
    at_once: re.Pattern[str]  # "Meeting with Ana in Lima, Rui said …"
    company: re.Pattern[str]
    told: re.Pattern[str]  # a clause of its own: "at talks with Ana | Rui walked out"
    office: re.Pattern[str]


@lru_cache(maxsize=8)
def _openings(language: Language) -> Openings:
    def words(*names: str) -> str:
        return whole(language.words(*names))

    ends = MARKS["person"] + MARKS["name"] + MARKS["date"]
    return Openings(
        opened=re.compile(
            rf"\W*(?:\w+\s+)?{words('meeting_first')}(?:\s+[a-z][\w’'-]*){{0,{BETWEEN}}}\s+"
        ),
        at_once=re.compile(words("meeting_at_once")),
        company=re.compile(words("part_with")),
        told=re.compile(rf"[{ends}]\s+(?!{words('where', 'where_it_is', 'on_days')})[a-z]"),
        office=re.compile(
            rf",\s+(?:(?:{words('articles', 'office_joints', 'office_words')}|[A-Z][\w’'-]*"
            rf"|[{SIGNS}]+(?:['’]s)?|[a-z][\w-]*(?=\s$|\s[A-Z{SIGNS}]))\s+){{0,{OFFICE}}}"
        ),
    )


def main_clause(hit: Hit, view: View, language: Language) -> int:
    """The comma behind which the main clause begins, where the words before it only tell of the hit, a meeting
    with somebody; else -1."""
    words, text = _openings(language), view.masked
    at_once = not text[view.head : hit.span.start].strip() and words.at_once.match(
        text, hit.span.start
    )
    if not at_once and not words.opened.fullmatch(text, view.head, hit.span.start):
        return -1
    comma = text.find(",", hit.span.end)
    if comma < 0 or not words.company.search(text, hit.span.start, comma):
        return -1
    return -1 if words.told.search(text, hit.span.start, comma) else comma


def begins_main_clause(actor: Actor, comma: int, view: View, language: Language) -> bool:
    """Whether a person is the first named behind that comma, an office before the name."""
    if comma < 0 or actor.span is None or actor.kind != "person":
        return False
    start = view.at(actor.span).start
    office = _openings(language).office
    return start > comma and bool(office.fullmatch(view.masked[:start], comma))


def is_said_behind(comma: int, spot: Span, view: View, speech: Container[str]) -> bool:
    """Whether a verb of saying stands between that comma and a name: it is named in what is said."""
    between = view.masked[comma : spot.start] if 0 <= comma < spot.start else ""
    return any(word.lower() in speech for word in WORD.findall(between))
