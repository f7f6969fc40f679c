"""Every trigger of an article, and what became of it: its date, standing and cast, or why it is no happening."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import takewhile
from typing import NamedTuple

from tracker.mentions.again import former_readings, further_readings
from tracker.mentions.around import with_surroundings
from tracker.mentions.article import Article
from tracker.mentions.brackets import to_the_end_in_brackets
from tracker.mentions.counted import counted_from, counted_to
from tracker.mentions.counted_told import counted_from_what_was_told, without_its_anchor
from tracker.mentions.dated import Dated
from tracker.mentions.dating import date_of
from tracker.mentions.ends import TO_ITS_END, of_its_end, of_its_hours
from tracker.mentions.entry_days import of_the_entry
from tracker.mentions.followed import followed_reading
from tracker.mentions.headlined import headlined_readings
from tracker.mentions.hits import Hit, View
from tracker.mentions.its_days import reading_of_its_days
from tracker.mentions.last_day import (
    of_its_first_day,
    of_its_last_day,
    tells_the_first_day,
    tells_the_last_day,
)
from tracker.mentions.lasting import of_so_many_days
from tracker.mentions.look_alikes import look_alikes
from tracker.mentions.matching import hits_in
from tracker.mentions.mentioned import mention_of, when_of
from tracker.mentions.needs import lacking
from tracker.mentions.news import news_after, of_the_day_kept
from tracker.mentions.occasions import gone_to, named_occasion
from tracker.mentions.reading import Reading
from tracker.mentions.recalling import is_of_another, told_beside, without_second_tellings
from tracker.mentions.roles import cast_of
from tracker.mentions.rules import Calls
from tracker.mentions.said_next import is_dated_next, with_the_day_said
from tracker.mentions.same_occasion import dates_an_occasion, of_its_occasion, of_that_day
from tracker.mentions.series import of_its_series, of_the_same_meeting
from tracker.mentions.sittings import with_its_sitting
from tracker.mentions.spanning import from_its_first_day, since_it_began
from tracker.mentions.standing import Standing, standing_of
from tracker.mentions.told import Told, dangles
from tracker.mentions.told_days import with_the_days_told
from tracker.mentions.undated import date_of_what_is_undated, may_be_dated
from tracker.mentions.whereabouts import with_places
from tracker.values import Status

__all__ = ["readings_of"]

FAR = 1.2  # a date that costs more than this gives way to the one that heads the entry


class Before(NamedTuple):
    """What an article has told so far: all of it, the happening whose day what follows may be of, and the last
    that is news."""

    readings: Sequence[Reading]
    last: Reading | None
    news: Reading | None


def readings_of(article: Article, *, thorough: bool) -> list[Reading]:
    """Every trigger of the article with what became of it, in text order; no mention has its title yet.

    Unless `thorough`, triggers of sentences that nothing dates are passed over: they make no mention.
    """
    rules, told = article.rules, Told(article.rules, article.cues)
    readings: list[Reading] = []
    last: Reading | None = None
    news: Reading | None = None
    for view in article.views:
        searched = view.searched
        last = named_occasion(view, readings, article) or last
        dated = thorough or bool(view.dates) or may_be_dated(view, article, last, news)
        dated = dated or tells_the_last_day(view, article) or tells_the_first_day(view, article)
        dated = dated or is_dated_next(view, article)
        if not dated and not any(rules.remembering.found_in(searched)):
            told.put_off(searched)
            continue
        if followed := followed_reading(view, readings, article):
            readings.append(followed)
            continue
        for place, said in with_the_day_said(view, readings, article).items():
            readings[place] = last = said
        if lasted := reading_of_its_days(view, readings, article):
            readings.append(lasted)
        hits = _hits(view, rules.calls if dated else rules.undated, article, told)
        hits = told.meant(hits, searched)
        standing = [hit for hit in hits if not dangles(hit, told, hits)]
        for hit in hits:
            before = Before(readings, last, news)
            reading = _read(hit, standing, view, article, told, before)
            reading = without_its_anchor(reading, article)
            reading = _of_what_was_told(reading, gone_to(hit, view, readings, article))
            reading = with_its_sitting(reading, readings, article)
            reading = of_its_series(reading, readings, article)
            reading = of_the_same_meeting(reading, readings, article)
            told_on = further_readings(reading, standing, article)
            reading = told_on[0]
            readings += told_on
            readings += former_readings(reading, standing, article)
            article = of_the_day_kept(reading, article)
            if dates_an_occasion(reading, article, last):
                last, news = reading, news_after(reading, news, article)
        told.add(standing, _promoted(readings, view))
    readings = with_the_days_told(readings, article)
    readings += list(headlined_readings(readings, article, told))
    readings.sort(key=lambda reading: reading.view.number)
    return list(_surrounded(with_places(readings, article), article))


def _hits(view: View, calls: Calls, article: Article, told: Told) -> list[Hit]:
    """The triggers of a sentence. Where those that tell of leaders only have none, the others are not hidden by
    them."""
    without: frozenset[str] = frozenset()
    while True:
        hits = hits_in(view.searched, calls, told, without)
        lacking_leaders = {
            hit.trigger.id
            for hit in hits
            if "leaders" in hit.trigger.needs
            and lacking(hit, view, cast_of(hit, hits, view, article), article)
        }
        if not lacking_leaders:
            return hits
        without |= lacking_leaders


def _promoted(readings: Sequence[Reading], view: View) -> list[str]:
    """The types that what the sentence tells was promoted to."""
    last = takewhile(lambda reading: reading.view is view, reversed(readings))
    return [r.mention.type for r in last if r.mention and r.mention.type != r.hit.trigger.type]


def _surrounded(readings: list[Reading], article: Article) -> Iterator[Reading]:
    """The readings, their mentions with what the article tells around them."""
    readings = without_second_tellings(readings, article)
    told = [each for each in readings if each.mention]
    beside = told_beside(readings, article)
    others = frozenset(
        number for number, each in enumerate(told) if is_of_another(each, article, beside)
    )
    others |= look_alikes(told, article)
    around = [(each.view, each.mention) for each in told if each.mention]
    mentions = iter(with_surroundings(around, article, others))
    for each in readings:
        yield each._replace(mention=next(mentions)) if each.mention else each


def _of_what_was_told(reading: Reading, told: Reading | None) -> Reading:
    """The reading, of the days of the happening `told` before, unless a date stands by its own words."""
    if told is None or told.mention is None or reading.mention is None or reading.dated is None:
        return reading
    if reading.dated.close:
        return reading
    return reading._replace(mention=replace(reading.mention, interval=told.mention.interval))


def _read(
    hit: Hit,
    hits: list[Hit],
    view: View,
    article: Article,
    told: Told,
    before: Before,
) -> Reading:
    if dangles(hit, told, hits):
        return Reading(hit, view, None, "nothing earlier it could refer to")
    dated, last = _dated(hit, hits, view, article, before), before.last
    dated = to_the_end_in_brackets(dated, hit, view, article)
    when = when_of(hit, view, dated, article)
    if when is None:
        return Reading(hit, view, None, "no date")
    cast = cast_of(hit, hits, view, article)
    if reason := lacking(hit, view, cast, article, when.interval):
        if dated is None or dated.reason != TO_ITS_END or last is None or last.cast is None:
            return Reading(hit, view, None, reason, dated)
        cast = last.cast  # "arrived on Monday. The three-day visit …" is theirs
    standing = standing_of(hit, view, when.interval, article.today, article.cues)
    if standing.status is None:
        return Reading(hit, view, None, standing.reason, dated)
    begun = article.today is not None and when.interval.first < article.today
    begun = begun and standing.status is Status.OCCURRED
    if dated and dated.reason == TO_ITS_END and last and last.mention and not begun:
        standing = Standing(last.mention.status, None, TO_ITS_END)  # it has begun, or has not
    mention = mention_of(hit, view, when, standing, cast, article, told)
    return Reading(hit, view, mention, standing.reason, dated, cast)


def _dated(hit: Hit, hits: list[Hit], view: View, article: Article, before: Before) -> Dated | None:
    """The date of the hit: the one of its words, unless that is far and the sentence is an entry's or keeps to
    the occasion told before."""
    readings, last, news = before
    if counted := counted_to(hit, view, article):
        return counted
    if counted := counted_from_what_was_told(hit, hits, view, article, readings):
        return counted
    if ended := of_its_end(hit, view, article, last) or from_its_first_day(hit, view, article):
        return ended
    dated = date_of(hit, hits, view, article)
    if dated is None:
        lent = (
            of_its_last_day(hit, view, article, last, readings)
            or of_its_first_day(hit, view, article, readings)
            or date_of_what_is_undated(hit, view, article, last, news)
        )
        return of_so_many_days(lent, hit, view, article) if lent else None
    dated = since_it_began(of_its_hours(dated, hit, view, article, last), hit, view, article)
    if same := of_that_day(dated, view, article, last):
        return same
    counted = counted_from(hit, view, article, news)
    if counted and counted.date.span == dated.date.span:
        return counted  # the day it took is the one counted from it
    if dated.cost <= FAR:
        return dated
    kept = of_the_entry(hit, view, article)
    if kept is None and not _has_its_day_first(dated, hit, view, article):
        kept = of_its_occasion(hit, view, article, last)
    return kept if kept and not kept.interval.holds(dated.interval) else dated


def _has_its_day_first(dated: Dated, hit: Hit, view: View, article: Article) -> bool:
    """Whether a day that no aside tells and that lies no further back than the news stands before the hit: "The
    two presidents will talk today, and there is a dinner"."""
    found, spot = dated.interval, view.at(dated.date.span)
    if article.today is None or found.days > 1 or found.first < article.today:
        return False
    aside = article.cues.asides.relative_open.search(view.masked[: spot.start])
    return spot.end <= hit.span.start and not aside
