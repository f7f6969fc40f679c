"""The date of what was told before, for what goes on with it: the occasion, the story, the trip announced."""

import datetime as dt

from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.facts import (
    in_a_past_clause,
    is_somebody_s,
    names_somebody,
    plainly_past,
    tells_a_date,
    tells_of_the_parties,
)
from tracker.mentions.hits import Hit, View
from tracker.mentions.lasting import FURTHER_DAY
from tracker.mentions.occasions import is_named
from tracker.mentions.opening_days import (
    OCCASION_DAYS,
    OF_THE_STORY,
    OPENS,
    STORY_SENTENCES,
    are_of_one_paragraph,
    day_of_the_opening,
    day_told_before,
)
from tracker.mentions.phrases import Phrases
from tracker.mentions.reading import Reading
from tracker.mentions.reporting import bounds
from tracker.values import Basis, Interval, Precision, Status

__all__ = [
    "CLOSE_BY",
    "OF_THE_OCCASION",
    "goes_on",
    "is_a_stay",
    "is_only_recalled",
    "keeps_occasion",
    "of_its_meeting",
    "of_that_day",
    "of_the_occasion",
    "of_the_report",
    "of_the_story",
    "of_what_they_did",
]

OF_THE_OCCASION = "on the occasion told before"
OCCASION_SENTENCES = 4
SAME_DAY_SENTENCES = 10
THEIR_SENTENCES = 6  # in which "the two sides" still go on with it
BEFORE_ITS_VERB = 30  # characters before a happening in which its verb stands
CLOSE_BY = 2  # sentences; farther on only what somebody named does goes on with the story
RECALLED_DAYS = 30  # what is older is no news; told in passing it is no occasion
STORY_DAYS = 3  # news of the last days goes on from sentence to sentence; history does not


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


def goes_on(view: View, article: Article, last: Reading | None) -> bool:
    """Whether the last happening is news of these days, told as a fact just before."""
    if last is None or last.mention is None or article.today is None:
        return False
    found = last.mention.interval
    if found.precision != Precision.DAY or (found.days > 1 and not is_a_stay(last, article)):
        return False
    fresh = dt.timedelta(0) <= article.today - found.last <= dt.timedelta(STORY_DAYS)
    theirs = article.cues.leading.the_parties.match(view.masked, view.head) is not None
    near = 0 < view.number - last.view.number <= (THEIR_SENTENCES if theirs else STORY_SENTENCES)
    return fresh and near and last.mention.status == Status.OCCURRED


def is_a_stay(told: Reading, article: Article) -> bool:
    """Whether it is a visit or a session of a few days that is over, or what came about in the course of one: what
    its report goes on to tell is of these days."""
    if told.mention is None or told.dated is None or article.today is None:
        return False
    days, kind = told.mention.interval, article.rules.types[told.hit.trigger.type]
    if not 1 < days.days <= OCCASION_DAYS or days.precision != Precision.DAY:
        return False
    before = max(0, told.hit.span.start - BEFORE_ITS_VERB)
    ended = article.cues.ending.search(told.view.masked, before, told.hit.span.end)
    carried = told.dated.reason in (OF_THE_STORY, OF_THE_OCCASION)
    over = days.last < article.today or (days.last == article.today and (ended or carried))
    return bool(over) and (kind.lasts or carried)


def of_the_occasion(view: View, article: Article, last: Reading | None) -> Dated | None:
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
    if not article.cues.occasions.hours.search(view.masked):
        return None
    return Dated(news, news.interval, 1.6, OF_THE_OCCASION)


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


def is_only_recalled(reading: Reading, article: Article) -> bool:
    """Whether a happening of long ago was told behind other things: its date does not open its sentence."""
    if reading.mention is None or reading.dated is None or article.today is None:
        return False
    if article.today - reading.mention.interval.last <= dt.timedelta(RECALLED_DAYS):
        return False
    return reading.view.at(reading.dated.date.span).start > reading.view.head + OPENS


def _reach(last: Reading, view: View, article: Article) -> int:
    """For how many sentences an occasion may be kept to: the news of these days longer than history."""
    assert last.mention is not None
    today = article.today
    fresh = today is not None and abs(today - last.mention.interval.last).days <= STORY_DAYS
    if fresh:
        return SAME_DAY_SENTENCES
    return OCCASION_SENTENCES if _opens(article.cues.occasions.same_occasion, view) else 1


def of_the_story(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The day of the happening told just before, for a plain fact in the past that goes on with it."""
    if (
        last is None
        or last.mention is None
        or last.dated is None
        or not goes_on(view, article, last)
    ):
        return None
    if tells_a_date(view, article, hit) or not plainly_past(hit, view, article):
        return None
    since = day_told_before(view, article)
    if since and since.interval != last.mention.interval and last.view.number < view.number - 1:
        return None  # "The summit opened on Wednesday. Thursday was for partners. They met …"
    named = names_somebody(hit, view) or tells_of_the_parties(hit, view, article)
    if view.number - last.view.number > CLOSE_BY and not named:
        return None
    return last.dated._replace(interval=last.mention.interval, cost=2.0, reason=OF_THE_STORY)


def goes_on_with(view: View, article: Article, last: Reading | None) -> bool:
    """Whether the sentence opens with "he" or "they", of whom the one before has told what they did on a day."""
    if last is None or last.mention is None or view.number - last.view.number != 1:
        return False
    found, status = last.mention.interval, last.mention.status
    if not are_of_one_paragraph(last.view, view, article) or status != Status.OCCURRED:
        return False
    if found.precision != Precision.DAY or found.days > 1:
        return False
    return article.cues.they_open.match(view.masked, view.head) is not None


def of_what_they_did(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The day of what somebody did, for what "he" or "they" did in the next sentence, however long ago."""
    if last is None or last.mention is None or last.dated is None:
        return None
    if not goes_on_with(view, article, last) or tells_a_date(view, article, hit):
        return None
    if not plainly_past(hit, view, article) and not in_a_past_clause(hit, view, article):
        return None
    return last.dated._replace(interval=last.mention.interval, cost=2.0, reason=OF_THE_STORY)


def of_the_report(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The day of the happening that the sentence before tells, for what its paragraph goes on to tell as done:
    "They met in Lima on 6 March. An agreement on visas was signed." however long ago."""
    if last is None or last.mention is None or last.dated is None:
        return None
    found, near = last.mention.interval, 0 < view.number - last.view.number <= CLOSE_BY
    if (
        not are_of_one_paragraph(last.view, view, article)
        or not near
        or found.days > 1
        or last.mention.status != Status.OCCURRED
    ):
        return None
    if tells_a_date(view, article, hit) or names_somebody(hit, view):
        return None
    if last.hit.trigger.type == hit.trigger.type or not plainly_past(hit, view, article):
        return None
    return last.dated._replace(interval=found, cost=2.2, reason=OF_THE_STORY)


def of_its_meeting(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The day of the happening told just before, for the meeting that the next sentence puts it at: "The
    decision was taken at a summit in …"; where none was told, the day that the report opens with."""
    day = (
        day_of_the_opening(view, article)
        if last is None
        else _day_gone_on_with(view, article, last)
    )
    if day is None:
        return None
    cues, before = article.cues, view.masked[: hit.span.start]
    at = cues.occasions.meeting_at.search(before)
    if at is None or tells_a_date(view, article, hit) or cues.occasions.other_times.search(before):
        return None
    told = before[: at.end()].lower().split()
    if not any(map(article.language.is_past, told)) or cues.ahead.search(before):
        return None
    return day


def _day_gone_on_with(view: View, article: Article, last: Reading) -> Dated | None:
    """The day of the happening told just before, where the story goes on with it."""
    if last.mention is None or last.dated is None or not goes_on(view, article, last):
        return None
    if view.number - last.view.number > CLOSE_BY:
        return None
    return last.dated._replace(interval=last.mention.interval, cost=2.0, reason=OF_THE_STORY)
