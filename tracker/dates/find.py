"""The dates of a document, in text order."""

import datetime as dt

from tracker.dates.context import Context, Meaning
from tracker.dates.resolve import meaning
from tracker.dates.rules import grammar
from tracker.dates.scan import Match, scan
from tracker.dates.view import View, view_of
from tracker.rulebook import Rulebook
from tracker.text import read_dateline
from tracker.values import DateFound, Document

__all__ = ["find_dates"]


def find_dates(document: Document, rulebook: Rulebook) -> tuple[DateFound, ...]:
    """Every phrase of `document.text` that speaks of time, and what it denotes; none overlap."""
    rules = grammar(rulebook, document.language)
    if not rules.rules:
        rules = grammar(rulebook, "en")
    view = view_of(document.text)
    context = Context(view, rules, _today(document))
    found: list[DateFound] = []

    def read(match: Match) -> bool:
        """Whether the match is a date; if so it is kept and remembered."""
        denoted = meaning(match, context)
        if denoted is not None:
            found.append(_date_found(view, match, denoted))
            context.speak(match, denoted)
        return denoted is not None or match.kind == "nothing"

    scan(view, rules, read)
    return tuple(found)


def _today(document: Document) -> dt.date | None:
    """The day of publication where the publisher is; without one, the dateline's."""
    if document.published is not None:
        return document.published.date()
    dateline = read_dateline(document.text)
    return dateline.date if dateline else None


def _date_found(view: View, match: Match, read: Meaning) -> DateFound:
    span = view.span(match.start, match.end)
    return DateFound(
        span=span,
        phrase=span.of(view.source),
        value=read.value,
        interval=read.interval,
        basis=read.basis,
        rule=match.rule.id,
        kind=read.kind,
        anchor=read.anchor,
        reason=read.reason,
    )
