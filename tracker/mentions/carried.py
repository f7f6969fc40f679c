"""The day of what was told just before, for what goes on with it: the story, what "they" did, the meeting at which
it was done."""

import datetime as dt

from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.facts import (
    in_a_past_clause,
    names_somebody,
    plainly_past,
    tells_a_date,
    tells_of_the_parties,
)
from tracker.mentions.hits import Hit, View
from tracker.mentions.opening_days import (
    OCCASION_DAYS,
    OF_THE_STORY,
    STORY_SENTENCES,
    are_of_one_paragraph,
    day_of_the_opening,
    day_told_before,
)
from tracker.mentions.reading import Reading
from tracker.values import Precision, Status

__all__ = [
    "CLOSE_BY",
    "OF_THE_OCCASION",
    "STORY_DAYS",
    "goes_on",
    "is_a_stay",
    "of_its_meeting",
    "of_the_report",
    "of_the_story",
    "of_what_they_did",
]

OF_THE_OCCASION = "on the occasion told before"
THEIR_SENTENCES = 6  # in which "the two sides" still go on with it
BEFORE_ITS_VERB = 30  # characters before a happening in which its verb stands
CLOSE_BY = 2  # sentences; farther on only what somebody named does goes on with the story
STORY_DAYS = 3  # news of the last days goes on from sentence to sentence; history does not


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
