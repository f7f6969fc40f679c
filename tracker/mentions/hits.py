"""A sentence as triggers are looked for in it, and what is found: which rule spoke, and where."""

import bisect
import datetime as dt
import re
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from tracker.mentions.called import CALLED
from tracker.mentions.event_types import Trigger
from tracker.mentions.marks import MARKS, mask
from tracker.mentions.names import Name
from tracker.mentions.phrases import Phrases
from tracker.mentions.proper import ProperNames
from tracker.mentions.searching import Searched
from tracker.values import DateFound, Sentence, Span

__all__ = ["Hit", "Seen", "View", "view_of"]

# Towns with their countries are parted so in one list: "to Rabat, Morocco; Tunis, Tunisia; and Accra, Ghana".
STOPS = MARKS["place"] + MARKS["country"] + MARKS["union"]
LISTED = re.compile(rf"([{STOPS}]+, [{STOPS}]+);(?=\s(?:[a-z]{{1,4}}\s)?[{STOPS}]+, [{STOPS}])")


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
    of_noun: bool = False  # what a clause tells of the noun before it: "parliament, which | met"


def view_of(
    sentence: Sentence,
    number: int,
    names: Sequence[Name],
    dates: Sequence[DateFound],
    head: int = 0,
    today: dt.date | None = None,
    readable: Phrases | None = None,
    firms: ProperNames | None = None,
) -> View:
    """The view of one sentence of an article whose names and dates are given. Dates and unknown names
    that hold `readable` words are not blotted out: triggers are made of them ("sixty years ago today"); names
    of `firms` and works are, whatever words they hold."""
    start = sentence.span.start
    inside = tuple(name for name in names if name.span.start >= head)
    calendar = sorted(_said(d for d in dates if not _shows(readable, d.phrase)))
    kinds = [(span, "date") for span in calendar]
    named = list(firms.spans(sentence.text)) if firms else []
    own = [Span(span.start + start, span.end + start) for span in named]
    kinds += [(span, "name") for span in own]
    kinds += [
        (name.span, _mark(name))
        for name in inside
        if not (name.by_shape or (calendar and _crossed(name.span, calendar)))
        and not (own and _crossed(name.span, own))
        and (name.entry or not _shows(readable, name.text))
    ]
    spans = [(span.start - start, span.end - start, kind) for span, kind in kinds]
    proper = max(0, min(head - start, len(sentence.text)))
    called = {name.span for name in inside if name.form == CALLED}
    plain = [each for each in spans if Span(each[0] + start, each[1] + start) not in called]
    masked = " " * proper + _as_one_list(mask(sentence.text, plain))[proper:]
    meant = " " * proper + _as_one_list(mask(sentence.text, spans))[proper:] if called else ""
    searched = Searched(masked, meant)
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
