"""Articles to mentions: triggers, their dates, their standing, who and where, put together."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tracker.mentions.anniversaries import commemoration_of
from tracker.mentions.around import with_surroundings
from tracker.mentions.article import Article, article_of
from tracker.mentions.commemorated import without_remembered
from tracker.mentions.confidence import confidence_of
from tracker.mentions.cues import Standing, standing_of
from tracker.mentions.dated import Dated
from tracker.mentions.dating import date_of, further_dates
from tracker.mentions.hits import Hit, View, hits_in
from tracker.mentions.merge import merge, strangers
from tracker.mentions.needs import lacking
from tracker.mentions.numbers import numbers_of
from tracker.mentions.reading import Reading
from tracker.mentions.roles import Cast, cast_of, promoted
from tracker.mentions.rules import load_rules
from tracker.mentions.searching import Searched
from tracker.mentions.titles import title_of
from tracker.mentions.told import Told
from tracker.mentions.undated import (
    LOOSE,
    date_of_what_is_undated,
    dates_an_occasion,
    may_be_dated,
)
from tracker.rulebook import Rulebook
from tracker.values import Basis, Document, Interval, Mention, Span

__all__ = ["find_mentions", "read_document"]

NEAR = 3  # days within which a dated telling is the same as an undated opening


@dataclass(frozen=True, slots=True)
class When:
    """When a hit happened, and how that is known."""

    interval: Interval
    basis: Basis
    span: Span | None
    rules: tuple[str, ...]
    cost: float
    ordinal: int | None = None
    base: str | None = None


def find_mentions(document: Document, rulebook: Rulebook) -> tuple[Mention, ...]:
    """The happenings that the document's text claims, each once, in text order."""
    readings = [r for r in read_document(document, rulebook, thorough=False) if r.mention]
    types = load_rules(rulebook, document.language).types.values()
    same_day = frozenset(kind.type for kind in types if kind.repeat == "same_day")
    days = frozenset(kind.type for kind in types if kind.anniversary)
    readings = without_remembered(readings, days, document.text)
    dated = merge([_told(r) for r in readings if not _undated(r)], same_day)
    opening = merge([_told(r) for r in readings if _undated(r)], same_day)
    return tuple(sorted([*dated, *_new(opening, dated)], key=lambda mention: mention.evidence))


def _told(reading: Reading) -> tuple[Mention, str]:
    assert reading.mention is not None
    return reading.mention, reading.hit.trigger.kind


def _undated(reading: Reading) -> bool:
    return reading.dated is not None and reading.dated.reason in LOOSE


def _new(opening: list[Mention], dated: list[Mention]) -> list[Mention]:
    """What the opening tells without a date and no dated sentence tells again."""
    return [
        mention
        for mention in opening
        if not any(
            other.type == mention.type
            and other.interval.touches(mention.interval, NEAR)
            and not strangers(other, mention)
            for other in dated
        )
    ]


def read_document(
    document: Document, rulebook: Rulebook, *, thorough: bool = True
) -> tuple[Reading, ...]:
    """Every trigger of the document with what became of it, in text order.

    Unless `thorough`, triggers of sentences that nothing dates are passed over: they make no mention.
    """
    article = article_of(document, rulebook)
    rules, told = article.rules, Told(article.rules)
    readings: list[Reading] = []
    last: Reading | None = None
    for view in article.views:
        searched = Searched(view.masked)
        dated = thorough or bool(view.dates) or may_be_dated(view, article, last)
        if not dated and not any(rules.remembering.found_in(searched)):
            told.put_off(searched)
            continue
        hits = hits_in(searched, rules.calls if dated else rules.undated, told)
        for hit in hits:
            reading = _read(hit, hits, view, article, told, last)
            readings += [reading, *_further(reading, hits, article)]
            last = reading if dates_an_occasion(reading, article) else last
        told.add(hits)
    return tuple(_surrounded(readings, article))


def _surrounded(readings: Sequence[Reading], article: Article) -> Iterator[Reading]:
    """The readings, their mentions with what the article tells around them."""
    told = [(each.view, each.mention) for each in readings if each.mention]
    mentions = iter(with_surroundings(told, article))
    for each in readings:
        yield replace(each, mention=next(mentions)) if each.mention else each


def _further(reading: Reading, hits: list[Hit], article: Article) -> list[Reading]:
    """The same happening on further days, where the sentence goes on to name them."""
    hit, view, dated, mention = reading.hit, reading.view, reading.dated, reading.mention
    if mention is None or dated is None or article.rules.types[hit.trigger.type].anniversary:
        return []
    found = []
    for other in further_dates(dated, hit, hits, view, article):
        spans = tuple(
            (name, other.date.span if name == "date" else span) for name, span in mention.spans
        )
        again = replace(
            mention,
            interval=other.interval,
            basis=other.date.basis,
            spans=spans,
            confidence=round(mention.confidence - 0.05, 3),
        )
        found.append(Reading(hit, view, again, "goes on", other))
    return found


def _read(
    hit: Hit,
    hits: list[Hit],
    view: View,
    article: Article,
    told: Told,
    last: Reading | None,
) -> Reading:
    if "earlier" in hit.trigger.needs and hit.trigger.type not in told:
        return Reading(hit, view, None, "nothing earlier it could refer to")
    dated = date_of(hit, hits, view, article) or date_of_what_is_undated(hit, view, article, last)
    when = _when(hit, view, dated, article)
    if when is None:
        return Reading(hit, view, None, "no date")
    cast = cast_of(hit, view, article)
    if reason := lacking(hit, view, cast, article):
        return Reading(hit, view, None, reason, dated)
    standing = standing_of(hit, view, when.interval, article.today, article.cues)
    if standing.status is None:
        return Reading(hit, view, None, standing.reason, dated)
    mention = _mention(hit, view, when, standing, cast, article)
    return Reading(hit, view, mention, standing.reason, dated)


def _when(hit: Hit, view: View, dated: Dated | None, article: Article) -> When | None:
    if article.rules.types[hit.trigger.type].anniversary:
        return _when_commemorated(hit, view, dated, article)
    if dated is None or dated.date.interval is None:
        return None
    date = dated.date
    return When(dated.interval, date.basis, date.span, (date.rule,), dated.cost)


def _when_commemorated(hit: Hit, view: View, dated: Dated | None, article: Article) -> When | None:
    found = commemoration_of(hit, view, dated, article)
    if found is None:
        return None
    date = found.date
    rules = (date.rule,) if date else ()
    cost = dated.cost if dated else 0.2
    return When(
        found.interval,
        found.basis,
        date.span if date else None,
        rules,
        cost,
        found.ordinal,
        found.base,
    )


def _mention(
    hit: Hit, view: View, when: When, standing: Standing, cast: Cast, article: Article
) -> Mention:
    assert standing.status is not None
    start = view.sentence.span.start
    spans = [("type", Span(hit.span.start + start, hit.span.end + start))]
    if when.span:
        spans.append(("date", when.span))
    if standing.span:
        spans.append(("status", Span(standing.span.start + start, standing.span.end + start)))
    return Mention(
        type=promoted(hit, view, cast, article),
        title=title_of(hit, view, article, cast, standing.status, when.ordinal),
        interval=when.interval,
        basis=when.basis,
        status=standing.status,
        evidence=view.sentence.span,
        actors=cast.actors,
        place=cast.place,
        ordinal=when.ordinal,
        base=when.base,
        numbers=numbers_of(hit, view, article),
        spans=tuple(spans),
        rules=(hit.trigger.id, *when.rules),
        kind=hit.trigger.kind,
        confidence=confidence_of(hit.trigger, when.interval, when.basis, when.cost),
    )
