"""Places of a sentence that are of another clause than a happening: where somebody only says so ("told reporters in
Oslo that …"), and the one of which a clause with "where" goes on to tell ("left Oslo for Lima, where he will meet …").
The words are the lexicons roles.toml and places.toml."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tracker.mentions.alternatives import last_match
from tracker.mentions.article import Article
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.mentions.marks import MARKS
from tracker.mentions.partings import SOMEBODY, partings
from tracker.mentions.phrases import any_phrase
from tracker.mentions.venues import Site
from tracker.values import Span

__all__ = ["from_where_on", "is_where_it_is_said", "on_to_the_verb"]

WORD = re.compile(r"[a-z]+")
SET_OFF = re.compile(rf"(?:\s+(?:[a-z]+\s+)?{MARKS['date']}+)?,?\s+")
STOPS = re.compile(r"[,;]")


@dataclass(frozen=True, eq=False)
class Apart:
    """The words of a language that part places from happenings."""

    where: re.Pattern[str]
    that: re.Pattern[str]
    finite: re.Pattern[str]  # "would", "has": what is said is a clause
    held: re.Pattern[str]
    relative: re.Pattern[str]


@lru_cache(maxsize=8)
def _words(language: Language) -> Apart:
    return Apart(
        where=any_phrase(language.words("where_relative")),
        that=any_phrase(language.words("that_told")),
        finite=any_phrase(language.words("modal_verbs", "perfect", "part_passive")),
        held=any_phrase(language.words("held_there")),
        relative=any_phrase(language.words("relatives")),
    )


def is_where_it_is_said(spot: Span, hit: Span, view: View, article: Article) -> bool:
    """Whether a place before a hit only says where somebody told of it, who is not one of those who did it."""
    text = view.masked
    if spot.end > hit.start:
        return False
    words, stands_in = _words(article.language), partings(article.language).stands_in
    that, finite = words.that, words.finite
    said = next(_said(spot.end, hit.start, text, article), None)
    if said is not None:
        clause = that.search(text, said, hit.start) or finite.search(text, said, hit.start)
        own = clause is not None or not SOMEBODY.isdisjoint(text[said : hit.start])
        return own and stands_in.search(text, said, hit.start) is None
    if next(_said(view.head, spot.start, text, article), None) is None:
        return False
    told = that.search(text, spot.end, hit.start)
    between = "" if told is None else text[spot.end : told.start()]
    return (
        told is not None
        and not WORD.search(between)
        and not stands_in.search(text, told.end(), hit.start)
    )


def on_to_the_verb(hit: Hit, spot: Span, view: View, language: Language) -> Hit:
    """The hit as its verb has it, where an aim stands between ("a ceremony to mark the day | was held in Lima")."""
    words, text = _words(language), view.masked
    held = last_match(words.held, text, hit.span.end, spot.start)
    if held is None or words.relative.search(text, hit.span.end, held.start()):
        return hit
    return hit._replace(span=Span(held.end(), held.end()))


def _said(start: int, end: int, text: str, article: Article) -> Iterator[int]:
    """Where each verb of saying ends."""
    speech = article.cues.speech
    return (w.end() for w in WORD.finditer(text, start, end) if w[0] in speech)


def from_where_on(
    hit: Hit, sites: Sequence[Site], named: Sequence[Site], view: View, language: Language
) -> Sequence[Site]:
    """The `sites` that may say where a hit was which a clause with "where" tells: those inside it, else the place
    that stands before "where", one of those `named`; all, where there is no such clause."""
    text = view.masked
    where = last_match(_words(language).where, text, view.head, hit.span.start)
    if where is None or STOPS.search(text, where.end(), hit.span.start):
        return sites
    there = [s for s in named if SET_OFF.fullmatch(text, s.span.end, where.start())]
    if not there:
        return sites
    stop = STOPS.search(text, hit.span.end)
    end = stop.start() if stop else len(text)
    own = [s for s in sites if where.end() <= s.span.start < end]
    finer = [
        s for s in named if s.is_town and SET_OFF.fullmatch(text, s.span.end, there[0].span.start)
    ]
    return own or finer[-1:] or there[-1:]
