"""Triggers found in a sentence: which rule spoke, where, and which of overlapping ones stand."""

import bisect
import datetime as dt
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, islice
from typing import NamedTuple

from tracker.mentions.event_types import Trigger
from tracker.mentions.marks import MARKS, SIGNS, mask
from tracker.mentions.names import Name
from tracker.mentions.pattern import Pattern
from tracker.mentions.phrases import Phrases
from tracker.mentions.rules import Calls
from tracker.mentions.searching import Searched
from tracker.values import DateFound, Sentence, Span

__all__ = ["OF_SOMEBODY", "Hit", "Seen", "View", "hits_in", "told_before", "view_of"]


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A sentence with its names and dates, and its text with those blotted out (`masked`), which is ready to
    be `searched`.

    Names and dates keep their spans in the article; `at` gives a span's place in the sentence,
    and `in_article` the other way round.
    """

    sentence: Sentence
    names: tuple[Name, ...]
    dates: tuple[DateFound, ...]
    masked: str
    searched: Searched
    number: int
    head: int = 0  # where the sentence proper begins, after a dateline
    today: dt.date | None = None

    def at(self, span: Span) -> Span:
        """A span of the article as a span of the sentence."""
        start = self.sentence.span[0]
        return Span(span[0] - start, span[1] - start)

    def in_article(self, span: Span) -> Span:
        """A span of the sentence as a span of the article."""
        start = self.sentence.span[0]
        return Span(span[0] + start, span[1] + start)


class Hit(NamedTuple):
    """A trigger at a place of a sentence (`span` is in the sentence)."""

    trigger: Trigger
    span: Span
    loose: bool = False  # its pattern takes any name
    bridged: bool = False  # it was read across an aside


def view_of(
    sentence: Sentence,
    number: int,
    names: Sequence[Name],
    dates: Sequence[DateFound],
    head: int = 0,
    today: dt.date | None = None,
    readable: Phrases | None = None,
) -> View:
    """The view of one sentence of an article whose names and dates are given. Dates and unknown names
    that hold `readable` words are not blotted out: triggers are made of them ("sixty years ago today")."""
    start = sentence.span.start
    inside = tuple(name for name in names if name.span.start >= head)
    calendar = sorted(_said(d for d in dates if not _shows(readable, d.phrase)))
    kinds = [(span, "date") for span in calendar]
    kinds += [
        (name.span, _mark(name))
        for name in inside
        if not (name.by_shape or (calendar and _crossed(name.span, calendar)))
        and (name.entry or not _shows(readable, name.text))
    ]
    spans = [(span.start - start, span.end - start, kind) for span, kind in kinds]
    proper = max(0, min(head - start, len(sentence.text)))
    masked = " " * proper + _as_one_list(mask(sentence.text, spans))[proper:]
    searched = Searched(masked)
    return View(sentence, inside, tuple(dates), masked, searched, number, proper, today)


def _as_one_list(masked: str) -> str:
    """The text with commas for the semicolons of a list of places."""
    return LISTED.sub(r"\1,", masked) if ";" in masked else masked


def _crossed(span: Span, others: Sequence[Span]) -> bool:
    """Whether `span` shares a sign with one of these, which are in order and apart."""
    at = bisect.bisect_left(others, span)
    return any(span.meets(other) for other in others[max(0, at - 1) : at + 1])


def _mark(name: Name) -> str:
    """The mark a name is blotted out by: that of its kind, or of what sort of body it is."""
    detail = name.entry.detail if name.entry and name.form == "name" else ""
    return detail if detail in MARKS else name.kind


@lru_cache(maxsize=4096)  # the same names and days stand in many sentences
def _shows(readable: Phrases | None, text: str) -> bool:
    return readable is not None and readable.regex.search(text) is not None


def _said(dates: Iterable[DateFound]) -> Iterator[Span]:
    """The words that name calendar dates: "three-day" stays readable, and so does what stands
    between the two halves of "a three-day visit from Tuesday"."""
    for date in dates:
        if date.interval is not None:
            yield from (part.span for part in date.parts if part.kind != "DURATION")
            if not date.parts:
                yield date.span


ASIDE = re.compile(
    r",\s(?!(?:and|or|but|nor|as|to|while|when|if|with)\b(?!\s(?:which|whom)\b))(?:[a-z\"“‘]|(?=[^,;:()]+,\s(?!and\b|or\b))[A-Z\ue001-\ue00a])"
    r"(?:[^,;:()]|,(?=\d|\s[\ue001-\ue00a]+(?:\s[A-Za-z]+)?\s(?:and|or)\b)){3,110},[\"”’]?(?=\s[a-z])"
)
ADDED = re.compile(r",\s[a-z]")
LEAST = 3  # words, the comma among them, that tell nothing yet: ", which will"
OF_SOMEBODY = re.compile(
    r",\s(?:who|whom|whose)\b"
)  # the date of such an aside is of another matter
# Words on both sides of a date and an "and", or a comma, are of two clauses: "a test in January and a rocket".
SPLIT = re.compile(
    rf"{MARKS['date']}(?:[^,;]*\s(?:and|as (?:it|they|he|she)|while|before|when)\s(?!{MARKS['date']})|,\s(?!{MARKS['date']}))"
)
# Towns with their countries are parted so in one list: "to Rabat, Morocco; Tunis, Tunisia; and Accra, Ghana".
STOPS = MARKS["place"] + MARKS["country"] + MARKS["union"]
LISTED = re.compile(rf"([{STOPS}]+, [{STOPS}]+);(?=\s(?:[a-z]{{1,4}}\s)?[{STOPS}]+, [{STOPS}])")
MOST_HITS = 60  # in one sentence; with more it is a list of words, and no prose


class Seen(Container[str]):
    """Types of happenings, and the turn in which each was told of last."""

    def __init__(self, types: Iterable[str] = ()) -> None:
        self._turns: dict[str, int] = {}
        self.see(types)

    def __contains__(self, type_: object) -> bool:
        return type_ in self._turns

    def see(self, types: Iterable[str]) -> None:
        """Remembers that these were told of, in this order."""
        for type_ in types:
            self._turns[type_] = max(self._turns.values(), default=0) + 1

    def turn(self, type_: str) -> int:
        """The later a type was told of, the higher; 0 for one that was not."""
        return self._turns.get(type_, 0)


def hits_in(
    searched: Searched, calls: Calls, seen: Seen, without: Container[str] = ()
) -> list[Hit]:
    """The triggers among `calls`, but for those `without`, that stand, in text order. Those that refer back
    stand back where their type is not among the `seen` ones."""
    hits = list(islice(chain(_matches(searched, calls), _bridged(searched, calls)), MOST_HITS + 1))
    if len(hits) > MOST_HITS:
        return []
    hits = [hit for hit in hits if hit.trigger.id not in without]
    hits = [hit for hit in hits if not _runs_past(hit, hits, searched.text)]
    hits = [_from_its_clause(hit, hits, searched.text) for hit in hits]
    return _standing(hits, searched.text, seen) if len(hits) > 1 else hits


def _matches(searched: Searched, calls: Calls) -> Iterator[Hit]:
    for trigger, pattern in calls.found_in(searched):
        yield from _hits(searched, trigger, pattern, searched.spans(pattern))


def _hits(
    searched: Searched,
    trigger: Trigger,
    pattern: Pattern,
    spans: Sequence[Span],
    leap: bool = False,
) -> Iterator[Hit]:
    """The spans that no pattern the trigger stands back for touches."""
    others = searched.spans_of(trigger.unless) if spans else ()
    for found in spans:
        span = _of_one_clause(found, pattern, searched.straight)
        if span and not any(span.meets(other) for other in others):
            whole = _from_whole_name(span, searched.straight)
            yield Hit(trigger, whole, "{name}" in pattern.text, leap)


def _from_whole_name(span: Span, text: str) -> Span:
    """The span, begun where the name begins in the middle of which it does: "the ASEAN-Japan Summit"."""
    start = span.start
    while start and text[start] in SIGNS and text[start - 1] in (text[start], "-"):
        past = start - 1 - (text[start - 1] == "-")
        if past < 0 or text[past] not in SIGNS:
            break
        start = past
    return Span(start, span.end)


def _of_one_clause(span: Span, pattern: Pattern, text: str) -> Span | None:
    """The span, or where it begins in one clause and ends in the next, what the pattern finds in that."""
    while apart := SPLIT.search(text, span.start, span.end):
        found = pattern.regex.search(text, apart.end())
        if not found or found.start() >= span.end:
            return None
        span = Span(*found.span())
    return span


def _bridged(searched: Searched, calls: Calls) -> Iterator[Hit]:
    """What is read across an aside: "the drills, called Eagle, began"."""
    whole = searched.text
    if whole.count(",") < 2:
        return
    last = max((aside.start() for aside in ASIDE.finditer(whole)), default=0)
    if last:
        plain = Searched(without_asides(whole))
        for trigger, pattern in calls.found_in(plain):
            spans = plain.spans_across(pattern, whole, last)
            yield from _hits(plain, trigger, pattern, spans, leap=True)


def without_asides(text: str) -> str:
    """The text with its asides blotted out by blanks."""
    return ASIDE.sub(lambda aside: " " * len(aside[0]), text)


def _standing(hits: list[Hit], text: str, seen: Seen) -> list[Hit]:
    """Of overlapping hits those read without a leap, the longest first; of equal ones the more certain, of
    those that refer back the type told of last, then the rule written first. A bare word comes last."""

    def rank(hit: Hit) -> tuple[bool, int, int, int, bool, int]:
        refers = "earlier" in hit.trigger.needs
        dangles = refers and hit.trigger.type not in seen
        dangles = dangles and not any(told_before(other, hit) for other in hits)
        leap = _leap(hit, hits, text) if hit.bridged else 2 * (" " not in hit.span.of(text))
        turn = -seen.turn(hit.trigger.type) if refers else 0
        return dangles, leap, hit.span.start - hit.span.end, turn, hit.loose, hit.span.start

    kept: list[Hit] = []
    for hit in sorted(hits, key=rank):
        if not any(hit.span.meets(other.span) and not _apart(hit, other, text) for other in kept):
            kept.append(hit)
    return sorted(kept, key=lambda hit: hit.span)


def _runs_past(hit: Hit, hits: Sequence[Hit], text: str) -> bool:
    """Whether the words run on past another happening into what a comma adds of that: "drills over the visit,
    which ended"."""
    if hit.bridged:
        return False
    inside = (other.span.end for other in hits if other.trigger.type != hit.trigger.type)
    return any(hit.span.start < end < hit.span.end and ADDED.match(text, end) for end in inside)


def _from_its_clause(hit: Hit, hits: Sequence[Hit], text: str) -> Hit:
    """The hit begun behind what the main clause tells, where it is an aside on that: "initialled the treaty, | which
    was agreed in May"."""
    if hit.bridged or "earlier" in hit.trigger.needs or "," not in hit.span.of(text):
        return hit
    for other in hits:
        end = other.span.end
        before = other.span.start < hit.span.start < end < hit.span.end
        whole = len(text[end : hit.span.end].split()) > LEAST
        if before and whole and not other.bridged and ADDED.match(text, end):
            return hit._replace(span=Span(end + 2, hit.span.end))
    return hit


def told_before(one: Hit, hit: Hit) -> bool:
    """Whether a hit that refers to nothing tells the type of another before it in its sentence."""
    same = one.trigger.type == hit.trigger.type and "earlier" not in one.trigger.needs
    return same and one.span.end <= hit.span.start


def _leap(hit: Hit, hits: Sequence[Hit], text: str) -> int:
    """0 for what is read across an aside that only names it once more: "the drill, Eagle by name, began"."""
    others = [o for o in hits if not o.bridged and o.span.meets(hit.span)]
    others = [o for o in others if not _apart(hit, o, text)]
    words = hit.span.of(text)
    for aside in ASIDE.findall(words):
        words = words.replace(aside, "") if OF_SOMEBODY.match(aside) else words
    dated = MARKS["date"] in words  # then the aside says when
    return int(dated or any(not _names(other, hit) for other in others))


def _apart(one: Hit, other: Hit, text: str) -> bool:
    """Whether one of two hits is read across an aside in which all of the other stands, or tells of what is held
    to keep the other."""
    if _keeps(one, other, text) or _keeps(other, one, text):
        return True
    whole, inner = (one, other) if one.bridged else (other, one)
    if not whole.bridged or inner.bridged or not whole.span.holds(inner.span):
        return False
    asides = ASIDE.finditer(text, *whole.span)
    return any(Span(*aside.span()).holds(inner.span) for aside in asides)


def _keeps(whole: Hit, inner: Hit, text: str) -> bool:
    """Whether a hit holds the anniversary that what it tells of is held for: "a concert to mark the 60th
    anniversary of the treaty was given"."""
    kept = inner.trigger.kept_after
    if kept is None or whole.trigger.kept_after or not whole.span.holds(inner.span):
        return False
    return kept.search(text, whole.span.start, inner.span.start) is not None


def _names(one: Hit, whole: Hit) -> bool:
    """Whether a hit is but the noun of a longer one of its type."""
    noun = one.span.start == whole.span.start or one.trigger.date == "phrase"
    return noun and one.trigger.type == whole.trigger.type
