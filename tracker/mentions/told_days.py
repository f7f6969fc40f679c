"""The day of a report's own local happening where its first telling gives only a stretch of time or none, or the
day of how things stand, and a later sentence tells it: "A man was shot last month. … He was hit on Sept. 20."."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.mentions.accused import tells_of_a_charge, tells_what_befell
from tracker.mentions.article import Article
from tracker.mentions.confidence import confidence_of
from tracker.mentions.dated import Dated
from tracker.mentions.hits import View
from tracker.mentions.news import OF_THE_NEWS
from tracker.mentions.publicity import publicity_of
from tracker.mentions.reading import Reading
from tracker.mentions.recalling import is_of_another, tells_of_another, told_beside
from tracker.mentions.reporting import bounds, reported
from tracker.values import DateFound, Interval, Status

__all__ = ["RECENT", "TOLD_BY", "is_its_day", "with_the_days_told"]

RECENT = dt.timedelta(days=30)
TOLD_BY = (
    12  # sentences in which the day of what was told at large, or of the deed of a trial, may stand
)
SOON = 5  # … and that of what was told without any
AT_ONCE = 2  # … and that of what "happened" on it
LONGEST = 100  # days of a stretch: a season
LONG_PAST = 3000  # days
FOUND = "the day told of it"
COST = 3.0


def with_the_days_told(readings: Sequence[Reading], article: Article) -> list[Reading]:
    """The readings, those of what the article reports of local life with the day that it tells of them later."""
    if article.rules.only_public:
        return list(readings)
    beside = told_beside(readings, article)
    return [
        _with_its_day(each, article)
        if _is_at_large(each, article) and not is_of_another(each, article, beside)
        else each
        for each in readings
    ]


def _is_at_large(reading: Reading, article: Article) -> bool:
    """Whether it tells in the opening of a local happening that is over."""
    mention = reading.mention
    return (
        mention is not None
        and mention.status is Status.OCCURRED
        and not article.rules.types[mention.type].public
        and reading.view.number <= article.opens + AT_ONCE
    )


def _with_its_day(reading: Reading, article: Article) -> Reading:
    assert reading.mention is not None
    date = next(_days_told(reading, reading.mention.interval, article), None)
    if date is None or date.interval is None:
        return reading
    spans = (each for each in reading.mention.spans if each[0] != "date")
    mention = replace(
        reading.mention,
        interval=date.interval,
        basis=date.basis,
        spans=(*spans, ("date", date.span)),
        rules=(reading.mention.rules[0], date.rule),
        confidence=max(reading.mention.confidence, _confidence(reading, date, article)),
    )
    return reading._replace(
        mention=mention, dated=Dated(date, date.interval, COST, FOUND), reason=FOUND
    )


def _confidence(reading: Reading, date: DateFound, article: Article) -> float:
    """How sure the mention is with the day that is told of it."""
    assert reading.mention is not None
    assert date.interval is not None
    public = publicity_of(reading.hit, reading.view, reading.mention.actors, article)
    return confidence_of(reading.hit.trigger, date.interval, date.basis, COST, public)


def _days_told(reading: Reading, told: Interval, article: Article) -> Iterator[DateFound]:
    """The days that later sentences tell of it, likeliest first."""
    start = reading.view.number
    yield from _days_it_happened(article.views[start + 1 : start + 1 + AT_ONCE], told, article)
    if 1 < told.days <= LONGEST:
        yield from _only_day_within(told, _up_to_another(article), article)
    elif reading.dated is not None and reading.dated.reason == OF_THE_NEWS:
        days = list(_days(article.views[:SOON], article, RECENT.days))
        if not any(_is_said_up_to(each, reading.view, told) for each in days):
            yield from days[:1]


def _only_day_within(
    told: Interval, views: Sequence[View], article: Article
) -> Iterator[DateFound]:
    """The day inside a stretch, if only one is told, or on only one of them what befell somebody: "late Saturday they
    found him. He died Sunday"."""
    days = list(_days(views, article, LONG_PAST))
    within = [date for date in days if date.interval and told.holds(date.interval)]
    befell = [
        date
        for view in views
        for date in view.dates
        if date in within and tells_what_befell(date, view, article)
    ]
    for some in (within, befell):
        if len({date.interval for date in some}) == 1:
            yield some[0]


def _is_said_up_to(date: DateFound, view: View, told: Interval) -> bool:
    """Whether it is the day taken, told by the sentence itself or before it: "was cooking on Friday when a bullet came in.
    She was shot in the arm. She went home on Saturday." """
    return date.interval == told and date.span.start < view.sentence.span.end


def _up_to_another(article: Article) -> Sequence[View]:
    """The sentences that may tell the day, up to the first that goes on to another happening."""
    views = article.views[:TOLD_BY]
    others = (
        n for n, view in enumerate(views) if n > article.opens and tells_of_another(view, article)
    )
    return views[: next(others, TOLD_BY)]


def _days_it_happened(
    views: Sequence[View], told: Interval, article: Article
) -> Iterator[DateFound]:
    """The day on which "it happened", where the opening gave that of how things stand: "is dead this morning"."""
    if told.last != article.today:
        return
    for view in views:
        said = article.cues.occasions.it_happened.search(view.masked, view.head)
        behind = (d for d in view.dates if said and view.at(d.span).start >= said.end())
        yield from (date for date in behind if _is_a_day_gone(date, article))


def _days(views: Sequence[View], article: Article, most: int) -> Iterator[DateFound]:
    """The single days that nothing shows to be another's."""
    for view in views:
        for date in view.dates:
            if is_its_day(date, view, article, most=dt.timedelta(days=most)):
                yield date


def is_its_day(
    date: DateFound,
    view: View,
    article: Article,
    least: dt.timedelta = dt.timedelta(),
    most: dt.timedelta = RECENT,
) -> bool:
    """Whether it is one day, gone by so long, that nothing shows to be another's."""
    if not _is_a_day_gone(date, article, least, most):
        return False
    if bounds(date, view, article.cues) or tells_of_a_charge(date, view, article):
        return False
    return not reported(date, view, article.cues) or tells_what_befell(date, view, article)


def _is_a_day_gone(
    date: DateFound,
    article: Article,
    least: dt.timedelta = dt.timedelta(),
    most: dt.timedelta = RECENT,
) -> bool:
    """Whether it is one day, gone by so long."""
    day, today = date.interval, article.today
    if day is None or today is None:
        return False
    return day.days == 1 and least <= today - day.first <= most
