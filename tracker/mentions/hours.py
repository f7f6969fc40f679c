"""The day of the story, for what a sentence tells by the hour alone ("in the morning he laid a wreath", "fired a
missile at 7:22 a.m.") or goes on to tell as a plain fact."""

from collections.abc import Iterator
from dataclasses import replace

from tracker.mentions.article import Article
from tracker.mentions.clauses import part_around
from tracker.mentions.counted import counts_from
from tracker.mentions.dated import Dated
from tracker.mentions.facts import names_somebody, plainly_past, tells_a_date
from tracker.mentions.hits import Hit, View
from tracker.mentions.reporting import bounds, reported
from tracker.values import Basis, DateFound, Precision

__all__ = [
    "OF_ITS_HOUR",
    "OF_THE_DAY",
    "goes_on_from_a_day",
    "of_its_hour",
    "of_the_day_decided",
    "of_the_day_spoken_of",
    "tells_an_hour",
]

OF_ITS_HOUR = "at an hour of the day the story tells of"
OF_THE_DAY = "goes on with the day spoken of before"
FRESH = 3  # days since what still is news
BACK = 8  # sentences in which the day of an hour may have been told
CLOSE = 2  # sentences in which a plain fact goes on with it
HAD = 40  # characters before a day in which "had" puts it before the story
DUE = 24  # characters before a day in which "by" makes it the last one
AHEAD = 40  # characters before a happening in which it is told to lie ahead


def tells_an_hour(view: View, article: Article) -> bool:
    """Whether the sentence tells an hour."""
    return article.cues.occasions.hours.search(view.searched) is not None


def goes_on_from_a_day(view: View, article: Article) -> bool:
    """Whether the sentences right before tell of a day of the news."""
    return next(_days_before(view, article, CLOSE), None) is not None


def _is_year(date: DateFound) -> bool:
    return date.interval is None or date.interval.precision == Precision.YEAR


def of_its_hour(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day that the story tells of, for what is told to have been, or to be, at some hour."""
    cues, part = article.cues, part_around(view.masked, hit.span)
    hour = cues.occasions.hours.search(view.searched, part.start, part.end)
    if hour is None or tells_a_date(view, article, hit):
        return None
    day = next(_days_before(view, article, BACK), article.news)
    if day is None or day.interval is None:
        return None
    text = view.masked[: hour.start()] + " " * len(hour[0]) + view.masked[hour.end() :]
    if hour.end() <= hit.span.start:  # "by noon they had signed it"
        text = cues.pluperfect.sub(lambda found: " " * len(found[0]), text)
    if not plainly_past(hit, replace(view, masked=text), article):
        ahead = cues.future.search(view.searched, max(0, hit.span.start - AHEAD), hit.span.end)
        if not ahead or day.interval.first != article.today or day.basis == Basis.INFERRED:
            return None
    return Dated(day, day.interval, 1.6, OF_ITS_HOUR)


def of_the_day_spoken_of(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of the news that a sentence before tells, for a plain fact in the past that goes on with it."""
    day = next(_days_before(view, article, CLOSE), None)
    if day is None or day.interval is None or tells_a_date(view, article, hit):
        return None
    if counts_from(view, article):
        return None  # "minutes after the ruling, they lifted …"
    if not plainly_past(hit, view, article) or not _names_who(hit, view, article):
        return None
    return Dated(day, day.interval, 2.2, OF_THE_DAY)


def of_the_day_decided(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of the news that the sentence before tells, for the meeting at which that was decided: "The order
    followed a late-night summit"."""
    cues, day = article.cues, next(_days_before(view, article, 1), None)
    if day is None or day.interval is None or not _is_a_meeting(hit, view, article):
        return None
    if cues.occasions.decided_at.match(view.masked[: hit.span.start], view.head) is None:
        return None
    if not all(map(_is_year, view.dates)):
        return None
    return Dated(day, day.interval, 2.2, OF_THE_DAY)


def _is_a_meeting(hit: Hit, view: View, article: Article) -> bool:
    pairs = article.rules.types[hit.trigger.type].pairs
    return pairs or article.cues.occasions.meetings.search(hit.span.of(view.masked)) is not None


def _names_who(hit: Hit, view: View, article: Article) -> bool:
    """Whether the sentence names who does it, or by whom it is done."""
    done_by = article.cues.done_by.match(view.masked, hit.span.end)
    return names_somebody(hit, view) or done_by is not None


def _days_before(view: View, article: Article, back: int) -> Iterator[DateFound]:
    """The days of the news that the sentences before tell something of, the last one first."""
    for before in reversed(article.views[max(0, view.number - back) : view.number]):
        for date in reversed(before.dates):
            if _is_news(date, before, article):
                yield date
        if any(_is_history(date, article) for date in before.dates):
            return


def _is_history(date: DateFound, article: Article) -> bool:
    """Whether a date takes the story back, away from the news."""
    if date.interval is None or article.today is None:
        return False
    return (article.today - date.interval.last).days > FRESH


def _is_news(date: DateFound, view: View, article: Article) -> bool:
    """Whether something is told of the day as done: not announced, nor what had been before."""
    found, cues = date.interval, article.cues
    if found is None or article.today is None or found.precision != Precision.DAY:
        return False
    if found.days > 1 or not 0 <= (article.today - found.first).days <= FRESH:
        return False
    if bounds(date, view, cues) or reported(date, view, cues):
        return False
    spot = view.at(date.span)
    if cues.plans.deadline_before_date.search(view.searched, max(0, spot.start - DUE), spot.start):
        return False
    before = view.masked[max(0, spot.start - HAD) : spot.start]
    if cues.asides.relative_open.search(view.masked[: spot.start]) or cues.pluperfect.search(
        before
    ):
        return False
    return cues.future.regex.search(before) is None
