"""Every trigger of an article, and what became of it: its date, standing and cast, or why it is no happening."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from tracker.mentions.anniversaries import commemoration_of
from tracker.mentions.around import with_surroundings
from tracker.mentions.article import Article
from tracker.mentions.carried import of_that_day, of_the_occasion
from tracker.mentions.confidence import confidence_of
from tracker.mentions.counted import counted_from, counted_to
from tracker.mentions.dated import Dated
from tracker.mentions.dating import date_of, further_dates
from tracker.mentions.ends import TO_ITS_END, of_its_end
from tracker.mentions.former import former_time
from tracker.mentions.gapped import gapped
from tracker.mentions.hits import Hit, Seen, View, hits_in
from tracker.mentions.leaders import promoted
from tracker.mentions.names import Name
from tracker.mentions.needs import lacking
from tracker.mentions.numbers import numbers_of
from tracker.mentions.occasions import gone_to, named_occasion
from tracker.mentions.reading import Reading
from tracker.mentions.roles import Cast, actor_of, cast_of
from tracker.mentions.rules import Calls
from tracker.mentions.series import of_its_series, of_the_same_meeting
from tracker.mentions.stand_ins import with_stand_ins
from tracker.mentions.standing import Standing, standing_of
from tracker.mentions.told import Told, dangles
from tracker.mentions.undated import (
    date_of_what_is_undated,
    dates_an_occasion,
    may_be_dated,
    news_after,
    of_the_day_kept,
    of_the_entry,
)
from tracker.mentions.whereabouts import with_places
from tracker.values import Actor, Basis, Interval, Mention, Span, Status

__all__ = ["GOES_ON", "readings_of"]

GOES_ON = "goes on"  # why: the same on a further day that the sentence names
FAR = 1.2  # a date that costs more than this gives way to the one that heads the entry


class When(NamedTuple):
    """When a hit happened, and how that is known."""

    interval: Interval
    basis: Basis
    span: Span | None
    rules: tuple[str, ...]
    cost: float
    ordinal: int | None = None
    base: str | None = None


def readings_of(article: Article, *, thorough: bool) -> list[Reading]:
    """Every trigger of the article with what became of it, in text order; no mention has its title yet.

    Unless `thorough`, triggers of sentences that nothing dates are passed over: they make no mention.
    """
    rules, told = article.rules, Told(article.rules)
    readings: list[Reading] = []
    last: Reading | None = None
    news: Reading | None = None
    for view in article.views:
        searched = view.searched
        last = named_occasion(view, readings, article) or last
        dated = thorough or bool(view.dates) or may_be_dated(view, article, last, news)
        if not dated and not any(rules.remembering.found_in(searched)):
            told.put_off(searched)
            continue
        hits = _hits(view, rules.calls if dated else rules.undated, article, told)
        standing = [hit for hit in hits if not dangles(hit, told, hits)]
        for hit in hits:
            reading = _read(hit, standing, view, article, told, last, news)
            reading = _of_what_was_told(reading, gone_to(hit, view, readings, article))
            reading = of_its_series(reading, readings, article)
            reading = of_the_same_meeting(reading, readings, article)
            readings += [reading, *_further(reading, standing, article)]
            readings += _formerly(reading, standing, article)
            article = of_the_day_kept(reading, article)
            if dates_an_occasion(reading, article, last):
                last, news = reading, news_after(reading, news, article)
        told.add(standing, _promoted(readings, view))
    return list(_surrounded(with_places(readings, article), article))


def _hits(view: View, calls: Calls, article: Article, told: Told) -> list[Hit]:
    """The triggers of a sentence. Where those that tell of leaders only have none, the others are not hidden by
    them."""
    hits = hits_in(view.searched, calls, told)
    lacking_leaders = {
        hit.trigger.id
        for hit in hits
        if "leaders" in hit.trigger.needs
        and lacking(hit, view, cast_of(hit, hits, view, article), article)
    }
    return hits_in(view.searched, calls, told, lacking_leaders) if lacking_leaders else hits


def _promoted(readings: Sequence[Reading], view: View) -> list[str]:
    """The types that what the sentence tells was promoted to."""
    last = takewhile(lambda reading: reading.view is view, reversed(readings))
    return [r.mention.type for r in last if r.mention and r.mention.type != r.hit.trigger.type]


def _surrounded(readings: list[Reading], article: Article) -> Iterator[Reading]:
    """The readings, their mentions with what the article tells around them."""
    told = [(each.view, each.mention) for each in readings if each.mention]
    mentions = iter(with_surroundings(told, article))
    for each in readings:
        yield each._replace(mention=next(mentions)) if each.mention else each


def _further(reading: Reading, hits: list[Hit], article: Article) -> list[Reading]:
    """The same happening on further days, where the sentence goes on to name them."""
    hit, view, dated, mention = reading.hit, reading.view, reading.dated, reading.mention
    if mention is None or dated is None or article.rules.types[hit.trigger.type].anniversary:
        return []
    found, end = [], view.at(dated.date.span).end
    for other in further_dates(dated, hit, hits, view, article):
        spot = view.at(other.date.span)
        told = gapped(Span(end, spot.start), view, article)
        place = (told and told.where) or mention.place
        end = spot.end
        spans = tuple(
            (name, other.date.span if name == "date" else span) for name, span in mention.spans
        )
        again = replace(
            mention,
            interval=other.interval,
            basis=other.date.basis,
            actors=_instead(mention.actors, told.who if told else None),
            place=place,
            spans=spans,
            confidence=round(mention.confidence - 0.05, 3),
        )
        cast = reading.cast._replace(actors=mention.actors) if reading.cast else None
        found.append(Reading(hit, view, again, GOES_ON, other, cast))
    return found


def _formerly(reading: Reading, hits: list[Hit], article: Article) -> list[Reading]:
    """The last time before, which "the first since" tells of: by the same country, by nobody else named."""
    hit, view = reading.hit, reading.view
    if article.rules.types[hit.trigger.type].anniversary:
        return []
    former = former_time(hit, hits, view, article)
    if former is None or (reading.mention and reading.mention.interval == former.dated.interval):
        return []
    dated = former.dated
    when = When(dated.interval, dated.date.basis, dated.date.span, (dated.date.rule,), dated.cost)
    cast = reading.cast or cast_of(hit, hits, view, article)
    mention = _mention(hit, view, when, Standing(Status.OCCURRED, None, ""), cast, article, Seen())
    actors = tuple(actor for actor in mention.actors if actor.kind != "person")
    if former.who:
        actors = (actor_of(former.who, "actor"), *actors)
    mention = replace(
        mention, actors=actors, numbers=(), confidence=round(mention.confidence - 0.2, 3)
    )
    return [Reading(hit, view, mention, dated.reason, dated, cast._replace(actors=actors))]


def _of_what_was_told(reading: Reading, told: Reading | None) -> Reading:
    """The reading, of the days of the happening `told` before, unless a date stands by its own words."""
    if told is None or told.mention is None or reading.mention is None or reading.dated is None:
        return reading
    if reading.dated.close:
        return reading
    return reading._replace(mention=replace(reading.mention, interval=told.mention.interval))


def _instead(actors: tuple[Actor, ...], who: Name | None) -> tuple[Actor, ...]:
    """The actors, the first of those who act taken by who did the same on another day."""
    first = next((actor for actor in actors if not actor.bystander), None)
    if who is None or first is None:
        return actors
    return tuple(actor_of(who, first.role) if actor is first else actor for actor in actors)


def _read(
    hit: Hit,
    hits: list[Hit],
    view: View,
    article: Article,
    told: Told,
    last: Reading | None,
    news: Reading | None,
) -> Reading:
    if dangles(hit, told, hits):
        return Reading(hit, view, None, "nothing earlier it could refer to")
    dated = _dated(hit, hits, view, article, last, news)
    when = _when(hit, view, dated, article)
    if when is None:
        return Reading(hit, view, None, "no date")
    cast = cast_of(hit, hits, view, article)
    if reason := lacking(hit, view, cast, article):
        return Reading(hit, view, None, reason, dated)
    standing = standing_of(hit, view, when.interval, article.today, article.cues)
    if standing.status is None:
        return Reading(hit, view, None, standing.reason, dated)
    if dated and dated.reason == TO_ITS_END and last and last.mention:
        standing = Standing(last.mention.status, None, TO_ITS_END)  # it has begun, or has not
    mention = _mention(hit, view, when, standing, cast, article, told)
    return Reading(hit, view, mention, standing.reason, dated, cast)


def _dated(
    hit: Hit,
    hits: list[Hit],
    view: View,
    article: Article,
    last: Reading | None,
    news: Reading | None,
) -> Dated | None:
    """The date of the hit: the one of its words, unless that is far and the sentence is an entry's or keeps to
    the occasion told before."""
    dated = date_of(hit, hits, view, article)
    if counted := counted_to(hit, view, article):
        return counted
    if ended := of_its_end(hit, view, article, last):
        return ended
    if dated is None:
        return date_of_what_is_undated(hit, view, article, last, news)
    if same := of_that_day(dated, view, article, last):
        return same
    counted = counted_from(hit, view, article, news)
    if counted and counted.date.span == dated.date.span:
        return counted  # the day it took is the one counted from it
    if dated.cost <= FAR:
        return dated
    kept = of_the_entry(hit, view, article)
    if kept is None and not _has_its_day_first(dated, hit, view, article):
        kept = of_the_occasion(view, article, last)
    return kept if kept and not kept.interval.holds(dated.interval) else dated


def _has_its_day_first(dated: Dated, hit: Hit, view: View, article: Article) -> bool:
    """Whether a day that no aside tells and that lies no further back than the news stands before the hit: "The
    two presidents will talk today, and there is a dinner"."""
    found, spot = dated.interval, view.at(dated.date.span)
    if article.today is None or found.days > 1 or found.first < article.today:
        return False
    aside = article.cues.relative_open.search(view.masked[: spot.start])
    return spot.end <= hit.span.start and not aside


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


def _with_all(cast: Cast, actors: Sequence[Actor]) -> Cast:
    """The cast, those named with whom "the two" and "he" mean."""
    known = {actor.entity or actor.name for actor in cast.named}
    new = [actor for actor in actors if (actor.entity or actor.name) not in known]
    return cast._replace(named=(*cast.named, *new))


def _mention(
    hit: Hit,
    view: View,
    when: When,
    standing: Standing,
    cast: Cast,
    article: Article,
    seen: Seen,
) -> Mention:
    assert standing.status is not None
    start = view.sentence.span.start
    spans = [("type", Span(hit.span.start + start, hit.span.end + start))]
    if when.span:
        spans.append(("date", when.span))
    if standing.span:
        spans.append(("status", Span(standing.span.start + start, standing.span.end + start)))
    actors = with_stand_ins(hit, view, cast, article)
    return Mention(
        type=promoted(hit, view, _with_all(cast, actors), article, seen),
        title="",
        interval=when.interval,
        basis=when.basis,
        status=standing.status,
        evidence=view.sentence.span,
        actors=actors,
        place=cast.place,
        ordinal=when.ordinal,
        base=when.base,
        numbers=numbers_of(hit, view, article),
        spans=tuple(spans),
        rules=(hit.trigger.id, *when.rules),
        kind=hit.trigger.kind,
        confidence=confidence_of(hit.trigger, when.interval, when.basis, when.cost),
    )
