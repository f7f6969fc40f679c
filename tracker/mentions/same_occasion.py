"""The occasion told before, and its date for what keeps to it: "during the visit", "later that day"."""

import datetime as dt

from tracker.mentions.article import Article
from tracker.mentions.carried import OF_THE_OCCASION, STORY_DAYS, goes_on
from tracker.mentions.clauses import part_around
from tracker.mentions.dated import Dated
from tracker.mentions.facts import is_somebody_s, plainly_past
from tracker.mentions.hits import Hit, View
from tracker.mentions.lasting import FURTHER_DAY
from tracker.mentions.occasions import is_named
from tracker.mentions.opening_days import (
    OCCASION_DAYS,
    OPENS,
    are_of_one_paragraph,
    day_told_before,
)
from tracker.mentions.phrases import Phrases
from tracker.mentions.plans import PLAN_DAYS
from tracker.mentions.reading import Reading
from tracker.mentions.reporting import bounds
from tracker.values import Basis, Interval, Status

__all__ = ["dates_an_occasion", "keeps_occasion", "of_its_occasion", "of_that_day"]

OCCASION_SENTENCES = 4
SAME_DAY_SENTENCES = 10
RECALLED_DAYS = 30  # what is older is no news; told in passing it is no occasion


def dates_an_occasion(reading: Reading, article: Article, last: Reading | None) -> bool:
    """Whether what follows may have happened on the reading's date: rather than on that of the `last`, which
    what a clause set in between tells of somebody leaves ("Xi, who arrived on Monday, …"), what had come before
    it ("The guest had landed the evening before.") and what is only recalled."""
    if reading.mention is None or article.rules.types[reading.hit.trigger.type].anniversary:
        return False
    aside = article.cues.asides.relative_open.search(reading.view.masked[: reading.hit.span.start])
    if is_somebody_s(reading.hit.span.start, reading.view, article):
        return False
    if last and (
        aside or _had_come_before(reading, last, article) or _is_only_recalled(reading, article)
    ):
        return False
    planned = reading.mention.status == Status.PLANNED
    return reading.mention.interval.days <= (PLAN_DAYS if planned else OCCASION_DAYS)


def _had_come_before(reading: Reading, last: Reading, article: Article) -> bool:
    """Whether its clause goes back, in the pluperfect, to a day before that of the last happening."""
    assert reading.mention is not None
    if last.mention is None or reading.mention.interval.last >= last.mention.interval.first:
        return False
    text, hit = reading.view.masked, reading.hit.span
    clause = part_around(text, hit).start
    return article.cues.pluperfect.search(text, clause, hit.end) is not None


def _is_only_recalled(reading: Reading, article: Article) -> bool:
    """Whether a happening of long ago was told behind other things: its date does not open its sentence."""
    if reading.mention is None or reading.dated is None or article.today is None:
        return False
    if article.today - reading.mention.interval.last <= dt.timedelta(RECALLED_DAYS):
        return False
    return reading.view.at(reading.dated.date.span).start > reading.view.head + OPENS


def of_its_occasion(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The date of the occasion told just before; what is done already has none that is still to come."""
    day, today = _of_the_occasion(view, article, last), article.today
    ahead = day is not None and today is not None and day.interval.first > today
    return None if ahead and plainly_past(hit, view, article) else day


def keeps_occasion(view: View, article: Article) -> bool:
    """Whether the sentence keeps to the occasion told before: "during the visit", "later that day"."""
    cues = article.cues
    return bool(
        _opens(cues.occasions.same_occasion, view)
        or cues.occasions.names_occasion.match(view.masked, view.head)
        or cues.occasions.same_day.search(view.searched)
    )


def _opens(cue: Phrases, view: View) -> bool:
    """Whether the sentence opens with the cue."""
    return cue.regex.match(view.masked.lstrip()) is not None


def _of_the_occasion(view: View, article: Article, last: Reading | None) -> Dated | None:
    """The date of the occasion told just before, where the sentence opens by keeping to it."""
    if not keeps_occasion(view, article):
        return None
    if day := _day_of_the_report(view, article, last):
        return day
    told = last.view.number if last else -1
    named = last is not None and is_named(last, view, article)
    if not named and (day := day_told_before(view, article)) and told < view.number - 1:
        return day._replace(cost=1.6, reason=OF_THE_OCCASION)
    if last is None or last.mention is None or last.dated is None:
        return _day_before(view, article)
    if last.mention.interval.days > OCCASION_DAYS:
        return None
    if not named and not 0 <= view.number - told <= _reach(last, view, article):
        return _day_of_the_news(view, article)
    if day := _day_of_it(last.mention.interval, view, article):
        return day
    if last.dated.reason.endswith(FURTHER_DAY) and last.dated.date.interval:
        interval = last.dated.date.interval
        return last.dated._replace(interval=interval, cost=1.4, reason=OF_THE_OCCASION)
    return last.dated._replace(interval=last.mention.interval, cost=1.4, reason=OF_THE_OCCASION)


def _day_of_the_report(view: View, article: Article, last: Reading | None) -> Dated | None:
    """The day that the opening tells, for what a further paragraph puts "earlier in the day" though what was told last
    lies further back: "The delegation flew in on Monday."."""
    news, cues = article.news, article.cues
    if last is None or last.mention is None or news is None or news.interval is None:
        return None
    if news.basis == Basis.INFERRED or last.mention.interval.last >= news.interval.first:
        return None
    if are_of_one_paragraph(last.view, view, article) or view.dates:
        return None
    if not cues.occasions.same_day.search(view.searched):
        return None
    return Dated(news, news.interval, 1.6, OF_THE_OCCASION)


def _day_of_the_news(view: View, article: Article) -> Dated | None:
    """The day that the opening tells, for what a sentence far below it opens by putting "earlier in the day"."""
    news = article.news
    if news is None or news.interval is None or news.basis == Basis.INFERRED or view.dates:
        return None
    if not article.cues.occasions.same_day.regex.match(view.masked.lstrip()):
        return None
    return Dated(news, news.interval, 1.6, OF_THE_OCCASION)


def _day_of_it(days: Interval, view: View, article: Article) -> Dated | None:
    """The day of the news, for what is told by its hour alone in a stretch of days: "began a three-day visit today.
    In the morning he met …"."""
    news = article.news
    if news is None or news.interval is None or days.days == 1 or not days.holds(news.interval):
        return None
    if not article.cues.occasions.hours.search(view.searched):
        return None
    return Dated(news, news.interval, 1.6, OF_THE_OCCASION)


def _day_before(view: View, article: Article) -> Dated | None:
    """The one day that the sentence before tells of something else: "The ship sank on Friday. Later in the day …"."""
    cues = article.cues
    named = cues.occasions.names_occasion.match(view.masked, view.head)
    if not view.number or not (named or cues.occasions.same_day.search(view.searched)):
        return None
    before = article.views[view.number - 1]
    told = [
        date
        for date in before.dates
        if date.interval
        and not bounds(date, before, cues)
        and not is_somebody_s(before.at(date.span).start, before, article)
    ]
    if len(told) != 1 or told[0].interval is None or told[0].interval.days > 1:
        return None
    return Dated(told[0], told[0].interval, 1.8, OF_THE_OCCASION)


def _reach(last: Reading, view: View, article: Article) -> int:
    """For how many sentences an occasion may be kept to: the news of these days longer than history."""
    assert last.mention is not None
    today = article.today
    fresh = today is not None and abs(today - last.mention.interval.last).days <= STORY_DAYS
    if fresh:
        return SAME_DAY_SENTENCES
    return OCCASION_SENTENCES if _opens(article.cues.occasions.same_occasion, view) else 1


def of_that_day(dated: Dated, view: View, article: Article, last: Reading | None) -> Dated | None:
    """What "that day" means where something was told to have happened, on another day, since the day that was
    spoken of last: the day of the happening."""
    day = dated.interval
    if dated.date.basis != Basis.CONTEXT or dated.date.anchor != day.first or day.days > 1:
        return None
    if last is None or last.mention is None or last.mention.status != Status.OCCURRED:
        return None
    found = last.mention.interval
    told = last.dated if last.view is view else None
    if told and told.date.span == dated.date.span and told.reason == OF_THE_OCCASION:
        return dated._replace(interval=found, reason=OF_THE_OCCASION)
    if found.days > 1 or found == day or not goes_on(view, article, last):
        return None
    since = article.views[last.view.number : view.number]
    told_here = [date for date in view.dates if date.span < dated.date.span]
    if any(date.interval == day for each in since for date in (*each.dates, *told_here)):
        return None
    return dated._replace(interval=found, reason=OF_THE_OCCASION)
