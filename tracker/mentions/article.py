"""An article made ready for reading: its sentences with names and dates, and the knowledge in force."""

import bisect
import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Protocol, TypeVar

from tracker.dates import days_of_report, find_dates
from tracker.mentions.cues import Cues, load_cues
from tracker.mentions.days import Days, load_days
from tracker.mentions.entries import Entry, agenda_of, diary_of, entries_of
from tracker.mentions.hits import View, view_of
from tracker.mentions.language import Language, load_language
from tracker.mentions.names import Name, find_names
from tracker.mentions.proper import proper_names
from tracker.mentions.rules import Rules, load_rules
from tracker.mentions.spelling import in_small_letters
from tracker.rulebook import Rulebook
from tracker.text import read_dateline, split_sentences
from tracker.values import (
    Basis,
    DateFound,
    Dateline,
    Document,
    Interval,
    Precision,
    Sentence,
    Span,
)

__all__ = ["Article", "article_of"]

COUNTS = 6  # characters at the end of a date in which "before" stands

OPENING = 3  # sentences that tell of which day the news is
HEADLINE = -1  # the number of the headline, which stands before the first sentence
WORDS = re.compile(r"[a-z]{2}")  # more than the place, the day and the agency
FEW_KNOWN = 2


@dataclass(frozen=True, eq=False)
class Article:
    """A document with its views, and the rules it is read by. `today` is its day of publication."""

    document: Document
    headline: View
    views: tuple[View, ...]
    dates: tuple[DateFound, ...]
    today: dt.date | None
    dateline: Dateline | None
    rules: Rules
    cues: Cues
    language: Language
    days: Days
    news: DateFound | None = None  # the day whose news this is
    entries: tuple[Entry, ...] = ()  # of a chronology
    dateline_place: Name | None = None  # the dateline's place, where it is known

    @cached_property
    def opens(self) -> int:
        """The number of the first sentence that tells something: a place and a day by themselves do not."""
        told = (view.number for view in self.views[:3] if WORDS.search(view.masked))
        return next(told, 0)

    @cached_property
    def entities(self) -> frozenset[str]:
        """The known names the article speaks of, by their ids."""
        return frozenset(name.entity for view in self.views for name in view.names if name.entity)

    @cached_property
    def countries(self) -> frozenset[str]:
        """The countries that the article speaks of, by themselves or through somebody of theirs."""
        names = (name for view in self.views for name in view.names)
        return frozenset(name.country for name in names if name.country)

    @cached_property
    def names_hardly_anybody(self) -> bool:
        """Whether it names too few states, bodies and people of the gazetteers for a report of public life."""
        known = sum(bool(name.entity or name.country) for view in self.views for name in view.names)
        return known < FEW_KNOWN

    def of_year(self, year: int) -> Sequence[DateFound]:
        """The dates that lie in one year, in text order."""
        return self._by_year.get(year, ())

    @cached_property
    def _by_year(self) -> Mapping[int, Sequence[DateFound]]:
        found: dict[int, list[DateFound]] = {}
        for date in self.dates:
            if date.interval and date.interval.first.year == date.interval.last.year:
                found.setdefault(date.interval.first.year, []).append(date)
        return found


class Spanned(Protocol):
    @property
    def span(self) -> Span: ...


Item = TypeVar("Item", bound=Spanned)


def article_of(document: Document, rulebook: Rulebook) -> Article:
    """The document ready for reading. Dates of the dateline are the report's and are left out."""
    language = document.language
    if not load_rules(rulebook, language).types:
        language = "en"
    dateline = read_dateline(document.text)
    head = dateline.span.end if dateline else 0
    cues = load_cues(rulebook, language)
    firms = proper_names(rulebook, language)
    names = find_names(document.text, rulebook, language)
    people = [name.span for name in names if name.kind == "person"]
    dates = tuple(
        date
        for date in map(_under_its_heading, find_dates(document, rulebook))
        if date.span.start >= head
        and not _inside_one(date.span, people)
        and not _is_name(date, document.text, cues)
        and not (
            date.basis != Basis.CONTEXT
            and cues.counts_on.match(document.text, max(date.span.start, date.span.end - COUNTS))
        )
    )
    today, written = days_of_report(document)
    name_starts, date_starts = ([item.span.start for item in items] for items in (names, dates))
    views = tuple(
        view_of(
            sentence,
            number,
            _inside(sentence.span, names, name_starts),
            _inside(sentence.span, dates, date_starts),
            head,
            today,
            readable=cues.readable,
            firms=firms,
        )
        for number, sentence in enumerate(split_sentences(document.text))
    )
    news = _news_day(today, written, views, cues)
    return Article(
        document,
        _headline(document, rulebook, language),
        views,
        dates,
        today,
        dateline,
        load_rules(rulebook, language),
        cues,
        load_language(rulebook, language),
        load_days(rulebook),
        news,
        agenda_of(document.text, dates, news)
        or diary_of(document.text, dates)
        or entries_of(document.text, dates),
        _dateline_place(dateline, rulebook, language),
    )


def _inside_one(span: Span, spans: Sequence[Span]) -> bool:
    """Whether it lies inside one of the spans, which are in order: the "May" of somebody so called."""
    at = bisect.bisect_right(spans, span.start, key=lambda each: each.start) - 1
    return at >= 0 and spans[at].holds(span) and spans[at] != span


def _dateline_place(dateline: Dateline | None, rulebook: Rulebook, language: str) -> Name | None:
    place = dateline.place if dateline else None
    if not place:
        return None
    names = find_names(in_small_letters(place), rulebook, language)
    return next((n for n in names if n.kind == "place" or n.form == "capital"), None)


def _headline(document: Document, rulebook: Rulebook, language: str) -> View:
    """The article's own headline, read as a sentence without dates."""
    title = document.title
    names = find_names(title, rulebook, language)
    return view_of(Sentence(Span(0, len(title)), title, 0), HEADLINE, names, ())


def _news_day(
    today: dt.date | None, written: dt.date | None, views: Sequence[View], cues: Cues
) -> DateFound | None:
    """The first day the article speaks of in its opening, where it is that of publication or just before and
    no aside ("who arrived on Monday") tells it; else the day on which it was written."""
    if today is None or written is None or not views:
        return None
    for view in views[:OPENING]:
        for date in view.dates:
            found = date.interval
            if found is None or found.days > 1 or not 0 <= (today - found.first).days <= 2:
                continue
            if not cues.asides.relative_open.search(view.masked[: view.at(date.span).start]):
                return date
    span = Span(views[0].sentence.span.start, views[0].sentence.span.start)
    day = Interval(written, written, Precision.DAY)
    return DateFound(
        span, "", written.isoformat(), day, Basis.INFERRED, "publication", anchor=written
    )


def _under_its_heading(date: DateFound) -> DateFound:
    """A day whose year stands as a heading on the line above, as the phrase of its own line."""
    year, line, rest = date.phrase.rpartition("\n")
    if not (line and year.strip().isdigit() and rest.strip()) or date.parts:
        return date
    start = date.span.end - len(rest)
    return replace(date, phrase=rest, span=Span(start, date.span.end))


def _is_name(date: DateFound, text: str, cues: Cues) -> bool:
    """Whether the "date" is part of a name ("Resolution 1718", "the Good Friday Agreement")."""
    before = text[max(0, date.span.start - 30) : date.span.start]
    if date.phrase.isdigit():
        return bool(cues.numbered.search(before))
    several = not date.phrase[-1].islower() or " " in date.phrase
    if several and cues.named_place_after.match(text, date.span.end):
        return True
    if date.interval and date.interval.days == 1 and len(date.phrase.strip(".")) <= 4:
        return before.endswith(" the ") and not any(sign.isdigit() for sign in date.phrase)
    if not date.phrase.isalpha() or not cues.named_day_after.match(text, date.span.end):
        return False
    return bool(cues.named_day_before.search(before))


def _inside(span: Span, items: Sequence[Item], starts: Sequence[int]) -> tuple[Item, ...]:
    """The items inside `span`; `items` are in text order, `starts` is where they begin."""
    first = bisect.bisect_left(starts, span.start)
    last = bisect.bisect_left(starts, span.end, lo=first)
    return tuple(item for item in items[first:last] if item.span.end <= span.end)
