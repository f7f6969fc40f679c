"""Articles to mentions: triggers, their dates, their standing, who and where, put together."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from tracker.dates import find_dates
from tracker.mentions.cues import Cues, Standing, load_cues, standing_of
from tracker.mentions.dating import Dated, date_of
from tracker.mentions.hits import Hit, View, find_hits, view_of
from tracker.mentions.merge import merge
from tracker.mentions.names import find_names
from tracker.mentions.roles import cast_of
from tracker.mentions.rules import Rules, load_rules
from tracker.mentions.titles import title_of
from tracker.rulebook import Rulebook
from tracker.text import read_dateline, split_sentences
from tracker.values import Document, Mention, Span

__all__ = ["Reading", "find_mentions", "read_document"]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of one trigger: a mention, or the reason why it is none."""

    hit: Hit
    view: View
    mention: Mention | None
    reason: str
    dated: Dated | None = None


def find_mentions(document: Document, rulebook: Rulebook) -> tuple[Mention, ...]:
    """The happenings that the document's text claims, each once, in text order."""
    found = [
        (reading.mention, reading.hit.trigger.kind)
        for reading in read_document(document, rulebook)
        if reading.mention is not None
    ]
    return tuple(sorted(merge(found), key=lambda mention: mention.evidence))


def read_document(document: Document, rulebook: Rulebook) -> tuple[Reading, ...]:
    """Every trigger of the document with what became of it, in text order."""
    rules = load_rules(rulebook, document.language)
    cues = load_cues(rulebook, document.language)
    views = views_of(document, rulebook)
    seen: set[str] = set()
    readings: list[Reading] = []
    for view in views:
        hits = find_hits(view, rules)
        for hit in hits:
            readings.append(_read(hit, hits, view, cues, _today(document), seen))
        seen.update(hit.trigger.type for hit in hits)
    return tuple(readings)


def views_of(document: Document, rulebook: Rulebook) -> list[View]:
    """The document's sentences with their names and dates."""
    names = find_names(document.text, rulebook, document.language)
    dateline = read_dateline(document.text)
    head = dateline.span.end if dateline else 0
    dates = [date for date in find_dates(document, rulebook) if date.span.start >= head]
    sentences = split_sentences(document.text)
    return [
        view_of(s, n, list(_inside(s.span, names)), list(_inside(s.span, dates)))
        for n, s in enumerate(sentences)
    ]


def _inside(span: Span, items):  # type: ignore[no-untyped-def]
    return (item for item in items if span.holds(item.span))


def _today(document: Document) -> dt.date | None:
    if document.published is not None:
        return document.published.date()
    dateline = read_dateline(document.text)
    return dateline.date if dateline else None


def _read(
    hit: Hit, hits: list[Hit], view: View, cues: Cues, today: dt.date | None, seen: set[str]
) -> Reading:
    trigger = hit.trigger
    if "earlier" in trigger.needs and trigger.type not in seen:
        return Reading(hit, view, None, "nothing earlier it could refer to")
    dated = date_of(hit, hits, view, cues)
    if dated is None or dated.date.interval is None:
        return Reading(hit, view, None, "no date")
    standing = standing_of(hit, view, dated.date.interval, today, cues)
    if standing.status is None:
        return Reading(hit, view, None, standing.reason, dated)
    return Reading(hit, view, _mention(hit, view, dated, standing), standing.reason, dated)


def _mention(hit: Hit, view: View, dated: Dated, standing: Standing) -> Mention:
    interval = dated.date.interval
    assert interval is not None and standing.status is not None
    cast = cast_of(hit, view)
    start = view.sentence.span.start
    spans = [
        ("date", dated.date.span),
        ("type", Span(hit.span.start + start, hit.span.end + start)),
    ]
    if standing.span:
        spans.append(("status", Span(standing.span.start + start, standing.span.end + start)))
    return Mention(
        type=hit.trigger.type,
        title=title_of(hit, view),
        interval=interval,
        basis=dated.date.basis,
        status=standing.status,
        evidence=view.sentence.span,
        actors=cast.actors,
        place=cast.place,
        spans=tuple(spans),
        rules=(hit.trigger.id, dated.date.rule),
        confidence=round(max(0.3, 0.9 - 0.15 * dated.cost), 2),
    )
