"""What an article's headline and text both tell of while no sentence of it gives the day in so many words: a report
of one local happening ("A barn at 12 Mill Road burned. Crews were called at five on Monday.")."""

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence

from tracker.mentions.accused import (
    is_news_of_a_charge,
    is_of_a_charge,
    tells_of_a_charge,
    tells_what_befell,
)
from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.mentions.matching import hits_in
from tracker.mentions.mentioned import mention_of, when_of
from tracker.mentions.needs import lacking
from tracker.mentions.news import OF_THE_NEWS
from tracker.mentions.reading import Reading
from tracker.mentions.recalling import OPENING, Beside, is_of_another, told_beside
from tracker.mentions.reporting import bounds, reported
from tracker.mentions.roles import cast_of
from tracker.mentions.standing import standing_of
from tracker.mentions.told import Told
from tracker.mentions.told_days import RECENT, TOLD_BY, is_its_day
from tracker.values import DateFound, Span, Status

__all__ = ["headlined_readings"]

OF_THE_OPENING = "a day the article opens with"
COST = 3.0  # as far as a date may be from what it dates
REACHES = ("clause", "phrase")  # of triggers that a date may be lent to
# Days that are told with their month: nearer ones may be weekdays, older ones of another case.
LEAST, MOST = dt.timedelta(days=8), dt.timedelta(days=366)
A_MONTH = 31  # days
LONG_AGO, ENDING = -MOST, dt.timedelta(days=6)
LEAD = 2  # sentences behind the first that still tell the news
DATED_BY = 5  # sentences that tell of which day a report is


def headlined_readings(
    readings: Sequence[Reading], article: Article, told: Told
) -> Iterator[Reading]:
    """For every local type of which the headline or the opening tells and no sentence gives the news its day, its
    first telling in the opening; where the headline tells of it, else the opening sentence in other words, else a
    telling farther down. The day of the news itself is taken only for what the headline tells."""
    if article.rules.only_public:
        return
    headlined = _types_of_headline(article, told)
    types = dict.fromkeys([*headlined, *_types_of_opening(readings, article)])
    beside = told_beside(readings if types else (), article)
    for type_ in types:
        if any(_is_news(each, type_, article, beside) for each in readings):
            continue
        wide = type_ in headlined
        tellings = list(_tellings(type_, article, told))
        near = [each for each in tellings if each[1].number <= article.opens + LEAD]
        if wide:
            near = [*near, *_told_otherwise(type_, article, told), *tellings]
        found = (_read(hit, view, article, told, wide) for hit, view in near)
        yield from (each for each in [next(filter(None, found), None)] if each)


def _types_of_headline(article: Article, told: Told) -> list[str]:
    """The types, but for those of public life, that its headline tells."""
    found = hits_in(article.headline.searched, article.rules.calls, told)
    return _local((hit.trigger.type for hit in found), article)


def _types_of_opening(readings: Sequence[Reading], article: Article) -> list[str]:
    """The same of the sentences that the article opens with."""
    opening = (each for each in readings if each.view.number <= article.opens + LEAD)
    return _local((each.hit.trigger.type for each in opening), article)


def _local(types: Iterable[str], article: Article) -> list[str]:
    """The types of these, each once, that are not of public life."""
    return [type_ for type_ in dict.fromkeys(types) if not article.rules.types[type_].public]


def _is_news(reading: Reading, type_: str, article: Article, beside: Beside) -> bool:
    """Whether a reading tells the article's own happening of the type."""
    mention = reading.mention
    if mention is None or mention.type != type_ or is_of_another(reading, article, beside):
        return False
    return reading.view.number <= article.opens + 1 or (
        article.today is not None and abs(article.today - mention.interval.last) <= RECENT
    )


def _tellings(type_: str, article: Article, told: Told) -> Iterator[tuple[Hit, View]]:
    for view in article.views[:OPENING]:
        for hit in hits_in(view.searched, article.rules.calls, told):
            if hit.trigger.type == type_ and hit.trigger.date in REACHES:
                yield hit, view


def _told_otherwise(type_: str, article: Article, told: Told) -> Iterator[tuple[Hit, View]]:
    """The opening sentence as a telling of what only the headline calls by its name: "Fire at a mill | A mill burned
    to the ground on Monday."."""
    view = article.views[article.opens]
    for hit in hits_in(article.headline.searched, article.rules.calls, told):
        if hit.trigger.type == type_ and hit.trigger.date in REACHES and _dated_within(article):
            yield hit._replace(span=Span(view.head, len(view.masked.rstrip(" .")))), view


def _dated_within(article: Article) -> bool:
    """Whether one of the first sentences tells the day."""
    return any(
        is_its_day(date, view, article) for view in article.views[:DATED_BY] for date in view.dates
    )


def _read(hit: Hit, view: View, article: Article, told: Told, wide: bool) -> Reading | None:
    dated = _dated(view, article, wide)
    when = when_of(hit, view, dated, article) if dated else None
    if dated is None or when is None:
        return None
    cast = cast_of(hit, [hit], view, article)
    standing = standing_of(hit, view, when.interval, article.today, article.cues)
    if standing.status != Status.OCCURRED or lacking(hit, view, cast, article):
        return None
    mention = mention_of(hit, view, when, standing, cast, article, told)
    return Reading(hit, view, mention, standing.reason, dated, cast)


def _dated(view: View, article: Article, wide: bool) -> Dated | None:
    """The day of its sentence, else one that the first sentences tell, or the only one of a report of a trial, where
    that stands before; with `wide`, for what the headline tells, else that of the news."""
    only, day = _only_day_told(article), _first_day(view, article)
    if only and (day is None or only.date.span < day.date.span):
        return only
    if day or (day := _time_told(view, article)):
        return day
    news = article.news
    if news is None or news.interval is None or not wide or is_news_of_a_charge(news, article):
        return None
    return Dated(news, news.interval, COST, OF_THE_NEWS)


def _time_told(view: View, article: Article) -> Dated | None:
    """The week or month of the deed that a report of a charge or of those who mourn tells in its opening: "is charged
    with firing into a crowd last month"."""
    views = article.views[:DATED_BY]
    if article.today is None or not any(is_of_a_charge(each, article) for each in views):
        return None
    for each in (view, *views):
        for date in each.dates:
            if date.interval and _is_its_time(date, each, article, article.today):
                return Dated(date, date.interval, COST, OF_THE_OPENING)
    return None


def _is_its_time(date: DateFound, view: View, article: Article, today: dt.date) -> bool:
    """Whether it is a week or month of the last year that nothing shows to be another's."""
    time = date.interval
    if time is None or not 1 < time.days <= A_MONTH or not LONG_AGO <= time.last - today <= ENDING:
        return False
    if bounds(date, view, article.cues) or tells_of_a_charge(date, view, article):
        return False
    return not reported(date, view, article.cues)


def _first_day(view: View, article: Article) -> Dated | None:
    """The day of the last weeks on which a sentence tells what befell somebody, else the first one that it or the
    opening tells."""
    days = [
        (date, each)
        for each in (view, *article.views[:DATED_BY])
        for date in each.dates
        if date.interval and is_its_day(date, each, article)
    ]
    befell = (date for date, each in days if tells_what_befell(date, each, article))
    date = next(befell, days[0][0] if days else None)
    return Dated(date, date.interval, COST, OF_THE_OPENING) if date and date.interval else None


def _only_day_told(article: Article) -> Dated | None:
    """The day with its month that a report of a charge or of those who mourn tells, where it tells but one of the last
    year: that of the deed."""
    if not any(is_of_a_charge(view, article) for view in article.views[:DATED_BY]):
        return None
    days = {
        date.interval: date
        for view in article.views[:TOLD_BY]
        for date in view.dates
        if date.interval and is_its_day(date, view, article, LEAST, MOST)
    }
    if len(days) != 1:
        return None
    day, date = next(iter(days.items()))
    return Dated(date, day, COST, OF_THE_OPENING)
