"""When "it" had begun, or how long it goes on, of what the sentence before told: "It had begun eight days before",
"They run until Friday"."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.ends import SURE, TO_ITS_END, is_over
from tracker.mentions.hits import View
from tracker.mentions.reading import Reading
from tracker.values import DateFound, Interval, Precision, Span, Status

__all__ = ["reading_of_its_days"]

DAYS = re.compile(r"P(\d+)([DW])")
WEEK = 7  # days
MOST = 31  # days that something is told to last
LONGEST = dt.timedelta(days=62)
UNTIL = 30  # characters before a day in which "until" stands


def reading_of_its_days(
    view: View, readings: Sequence[Reading], article: Article
) -> Reading | None:
    """The happening of the sentence before with all its days, where this one opens by telling when it had begun or
    until when it goes on; None where it opens otherwise."""
    said = article.cues.occasions.it_ran.match(view.masked, view.head)
    last = next((r for r in reversed(readings) if r.mention), None) if said else None
    if said is None or last is None or last.mention is None:
        return None
    if view.number - last.view.number != 1 or not _may_last(last, article):
        return None
    if said["length"] is not None:
        return _of_its_length(said.end(), view, last, article)
    dates = [date for date in view.dates if date.interval and view.at(date.span).end > said.end()]
    days = _days(last, said["began"] is not None, dates[0], article) if dates else None
    if days is None:
        return None
    mention = replace(
        last.mention,
        interval=days,
        evidence=view.sentence.span,
        spans=(("type", view.in_article(Span(*said.span("ran")))), ("date", dates[0].span)),
        rules=(last.mention.rules[0], dates[0].rule),
    )
    return Reading(
        last.hit, last.view, mention, TO_ITS_END, Dated(dates[0], days, 1.0, TO_ITS_END), last.cast
    )


def _of_its_length(start: int, view: View, last: Reading, article: Article) -> Reading | None:
    """The days from the first of what is told to last so long: "It will last two weeks"."""
    assert last.mention is not None
    assert last.dated is not None
    spans = ((date, view.at(date.span)) for date in view.dates)
    # "last two weeks" may be one phrase
    length = next((date for date, span in spans if span.start <= start < span.end), None)
    found = DAYS.fullmatch(length.value) if length else None
    days = int(found[1]) * (WEEK if found[2] == "W" else 1) if found else 0
    first = _day_told(last, article)
    if first is None or not 1 < days <= MOST:
        return None
    interval = Interval(first, first + dt.timedelta(days=days - 1), Precision.DAY)
    mention = replace(last.mention, interval=interval)
    dated = last.dated._replace(interval=interval, reason=TO_ITS_END)
    return Reading(last.hit, last.view, mention, TO_ITS_END, dated, last.cast)


def _may_last(last: Reading, article: Article) -> bool:
    """Whether it is of a sort that lasts, and was told of one day."""
    mention, kind = last.mention, article.rules.types[last.hit.trigger.type]
    if mention is None or not kind.lasts or len(kind.sorts) > 1 or kind.anniversary:
        return False
    day = mention.interval.precision == Precision.DAY and mention.interval.days == 1
    return day and mention.status in (Status.OCCURRED, Status.PLANNED)


def _days(last: Reading, began: bool, date: DateFound, article: Article) -> Interval | None:
    """From the day on which it began to that on which it ended, one of which was told before."""
    assert date.interval is not None
    told, day = _end_told(last, article) if began else _day_told(last, article), date.interval.first
    if told is None or date.interval.days > 1:
        return None
    first, end = (day, told) if began else (told, day)
    return Interval(first, end, Precision.DAY) if first < end <= first + LONGEST else None


def _day_told(last: Reading, article: Article) -> dt.date | None:
    """The day of what goes on."""
    if (
        last.mention is None
        or last.dated is None
        or last.dated.cost > SURE
        or is_over(last, article)
    ):
        return None
    return last.mention.interval.first


def _end_told(last: Reading, article: Article) -> dt.date | None:
    """The day on which it was told to have ended, or until which to go on."""
    assert last.mention is not None
    if is_over(last, article):
        sure = last.dated is not None and last.dated.cost <= SURE
        return last.mention.interval.first if sure else None
    for date in last.view.dates:
        start = last.view.at(date.span).start
        until = article.cues.lasting.until.search(last.view.searched, max(0, start - UNTIL), start)
        if until and date.interval and date.interval.days == 1:
            return date.interval.first
    return None
