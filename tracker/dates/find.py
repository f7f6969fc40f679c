"""The dates of a document, in text order."""

import datetime as dt
import logging

from tracker.dates.beside import Beside, beside, ways_beside
from tracker.dates.context import Context, Meaning
from tracker.dates.join_rules import ways_to_join
from tracker.dates.joins import Reading, join
from tracker.dates.resolve import meaning, refuse_unknown_kinds
from tracker.dates.rules import Grammar, grammar
from tracker.dates.scan import Match, scan
from tracker.dates.tense import Tenses
from tracker.dates.view import View, view_of
from tracker.rulebook import Rulebook
from tracker.text import read_dateline
from tracker.values import DateFound, Document

__all__ = ["days_of_report", "find_dates"]

_LOG = logging.getLogger("tracker.dates")
LATE = 3  # days a text may be published after its dateline


def find_dates(document: Document, rulebook: Rulebook) -> tuple[DateFound, ...]:
    """Every phrase of `document.text` that speaks of time, and what it denotes; none overlap."""
    rules = _rules(rulebook, document.language)
    view = view_of(document.text)
    context = Context(view, rules, *days_of_report(document), Tenses(view, rules))
    readings = _readings(context, ways_beside(rulebook, rules))
    joined = join(readings, view, ways_to_join(rulebook, rules.language))
    return tuple(_date_found(view, reading) for reading in joined)


def _rules(rulebook: Rulebook, language: str) -> Grammar:
    """The date rules of a language, the English ones where it has none."""
    rules = grammar(rulebook, language)
    if not rules.rules:
        rules = grammar(rulebook, "en")
    refuse_unknown_kinds(rules)
    return rules


def _readings(context: Context, ways: tuple[Beside, ...]) -> list[Reading]:
    readings: list[Reading] = []

    def read(match: Match) -> bool:
        """Whether the match is a date, or to be passed over; a date is kept and remembered."""
        denoted = meaning(match, context)
        if denoted is not None:
            reading = _with_what_is_beside(match, denoted, context, ways)
            while readings and readings[-1].match.start >= reading.match.start:
                readings.pop()  # "the Saturday" of "the Saturday after Thanksgiving"
            readings.append(reading)
            context.speak(reading.match, reading.meaning)
        return denoted is not None or match.kind == "nothing"

    end = scan(context.view, context.grammar, read)
    if end < len(context.view.plain):
        _LOG.warning("a text of little but dates: read to character %d only", end)
    return readings


def _with_what_is_beside(
    match: Match, denoted: Meaning, context: Context, ways: tuple[Beside, ...]
) -> Reading:
    whole = beside(match, denoted, context.view, context.grammar, ways)
    return Reading(*whole) if whole else Reading(match, denoted, match.rule.id)


def days_of_report(document: Document) -> tuple[dt.date | None, dt.date | None]:
    """The day of publication where the publisher is, and the day of the dateline.

    Without the one the other stands for it; a dateline far from publication is not believed.
    """
    published = document.published.date() if document.published is not None else None
    dateline = read_dateline(document.text, published)
    written = dateline.date if dateline else None
    if published is None:
        return written, written
    if written is None or not 0 <= (published - written).days <= LATE:
        return published, published
    return published, written


def _date_found(view: View, reading: Reading) -> DateFound:
    span = view.span(reading.match.start, reading.match.end)
    denoted = reading.meaning
    return DateFound(
        span=span,
        phrase=span.of(view.source),
        value=denoted.value,
        interval=denoted.interval,
        basis=denoted.basis,
        rule=reading.rule,
        kind=denoted.kind,
        anchor=denoted.anchor,
        reason=denoted.reason,
        parts=tuple(_part(view, reading, *part) for part in denoted.parts),
    )


def _part(view: View, reading: Reading, start: int, end: int, value: str) -> DateFound:
    span = view.span(start, end)
    kind = "DURATION" if value.startswith("P") else "DATE"
    return DateFound(
        span, span.of(view.source), value, None, reading.meaning.basis, reading.rule, kind
    )
