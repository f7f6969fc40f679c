"""What lasted from one day to another of one sentence: "The session, under way since May 2, closed on the 6th"."""

import datetime as dt
from itertools import pairwise

from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.values import DateFound, Interval, Precision, Span

__all__ = ["from_its_first_day", "since_it_began"]

LONGEST = dt.timedelta(days=62)
FROM = "from the day in its aside to its end"
FROM_ITS_START = "from the day on which it is told to have begun"
ENDED = "the day on which it ended"
ASIDE = 60  # characters of an aside before its day
OPENING = 20  # words of the subject


def from_its_first_day(hit: Hit, view: View, article: Article) -> Dated | None:
    """The days from the one that an aside tells to that on which the main clause tells the hit to have ended; only
    the last where the aside tells of something else."""
    if not article.rules.types[hit.trigger.type].lasts:
        return None
    days = [date for date in view.dates if date.interval and date.interval.days == 1]
    for first, last in pairwise(days):
        aside = _aside(first, last, view, article)
        if aside is None or not _is_of(hit, aside, view.at(last.span), view, article):
            continue
        assert first.interval is not None
        assert last.interval is not None
        began, ended = first.interval.first, last.interval.first
        if not _began(hit, aside, view, article):
            return Dated(last, last.interval, 0.9, ENDED)
        if began < ended <= began + LONGEST:
            return Dated(last, Interval(began, ended, Precision.DAY), 0.9, FROM)
    return None


def since_it_began(dated: Dated, hit: Hit, view: View, article: Article) -> Dated:
    """From the day that a clause behind a hit tells it to have begun on, for what the hit tells to have ended on a day
    before that: "on Wednesday completed the drills | that began on August 4"."""
    text, cues = view.masked, article.cues
    days = [date for date in view.dates if date.interval and date.interval.days == 1]
    before = [date for date in days if view.at(date.span).start <= hit.span.end]
    behind = [date for date in days if view.at(date.span).start > hit.span.end]
    if not before or not behind or dated.date not in (before[-1], behind[0]):
        return dated
    lasts = article.rules.types[hit.trigger.type].lasts
    if not lasts or cues.ending.search(hit.span.of(text)) is None:
        return dated
    told = cues.begun.search(text, hit.span.end - 1, view.at(behind[0].span).start)
    between = text[hit.span.end : told.start()].rstrip(", ") if told else ","
    assert before[-1].interval is not None
    assert behind[0].interval is not None
    began, ended = behind[0].interval.first, before[-1].interval.first
    if set(",;") & set(between) or not began < ended <= began + LONGEST:
        return dated
    days_of_it = Interval(began, ended, Precision.DAY)
    return dated._replace(interval=days_of_it, reason=FROM_ITS_START)


def _aside(first: DateFound, last: DateFound, view: View, article: Article) -> Span | None:
    """The words between commas that lead to the first day, where the main clause tells right behind them that
    something ended on the last."""
    text, start, end = view.masked, view.at(first.span).start, view.at(first.span).end
    comma = text.rfind(",", max(0, start - ASIDE), start)
    if comma < 0 or not text.startswith(",", end):
        return None
    ends = article.cues.lasting.ends_then.fullmatch(text, end + 1, view.at(last.span).start)
    return Span(comma + 1, start) if ends else None


def _is_of(hit: Hit, aside: Span, last: Span, view: View, article: Article) -> bool:
    """Whether a happening is the subject before the aside, or what ended behind it."""
    if hit.span.start > aside.end:
        return hit.span.start < last.start
    told = view.masked[view.head : aside.start - 1]
    if hit.span.start >= aside.start or "," in told or len(told.split()) > OPENING:
        return False
    apart = (
        f"{view.masked[view.head : hit.span.start]} {view.masked[hit.span.end : aside.start - 1]}"
    )
    return not any(map(article.language.is_past, apart.lower().split()))


def _began(hit: Hit, aside: Span, view: View, article: Article) -> bool:
    """Whether the aside tells since when it was on."""
    text, cues, language = aside.of(view.masked), article.cues, article.language
    words = text.lower().split()
    of_somebody = bool(words) and words[0] in language.set_of("of_people")
    if of_somebody and hit.span.start < aside.start:
        return False
    if not language.set_of("denied_since").isdisjoint(words):
        return False
    return bool(cues.began.search(text) or cues.lasting.since_its_start.search(text))
