"""What was done on the last or the first day of what was told before: "Ministers met aboard the flagship on the final
day", "Before leaving she met the mayor", "On the first day the two talked"."""

import datetime as dt
from collections.abc import Sequence

from tracker.mentions.article import Article
from tracker.mentions.carried import OF_THE_OCCASION
from tracker.mentions.dated import Dated
from tracker.mentions.ends import is_over
from tracker.mentions.facts import tells_a_date
from tracker.mentions.hits import Hit, View
from tracker.mentions.occasions import is_of_leaving
from tracker.mentions.reading import Reading
from tracker.values import Interval, Precision, Status

__all__ = ["of_its_first_day", "of_its_last_day", "tells_the_first_day", "tells_the_last_day"]

NEAR = 4  # sentences back in which what lasted was told
LONGEST = 62  # days
LATELY = 21  # days before the report in which what it tells of began


def tells_the_last_day(view: View, article: Article) -> bool:
    """Whether the sentence says that it was the last day of something: "on the final day", "the closing phase"."""
    return article.cues.occasions.last_day.search(view.searched) is not None


def tells_the_first_day(view: View, article: Article) -> bool:
    """Whether the sentence opens by saying that it was the first day of something: "On its opening day"."""
    return article.cues.occasions.first_day.match(view.masked, view.head) is not None


def of_its_first_day(
    hit: Hit, view: View, article: Article, readings: Sequence[Reading]
) -> Dated | None:
    """The first day of what lasts and was told near, for what the sentence tells to be done on that day."""
    if not tells_the_first_day(view, article) or tells_a_date(view, article, hit):
        return None
    near = [each for each in readings if 0 < view.number - each.view.number <= NEAR]
    began = [each for each in near if _has_begun(each, article)]
    told = min(began, key=lambda each: _first(each), default=None)
    if told is None or told.dated is None:
        return None
    day = Interval(_first(told), _first(told), Precision.DAY)
    return told.dated._replace(interval=day, cost=1.4, reason=OF_THE_OCCASION)


def _first(told: Reading) -> dt.date:
    assert told.mention is not None
    return told.mention.interval.first


def _has_begun(told: Reading, article: Article) -> bool:
    """Whether it lasts, is of these weeks, and was told to have been going on."""
    mention = told.mention
    if mention is None or not article.rules.types[told.hit.trigger.type].lasts:
        return False
    days, today = mention.interval, article.today
    if days.precision != Precision.DAY or mention.status != Status.OCCURRED or today is None:
        return False
    return (today - days.first).days <= LATELY and not (days.days == 1 and is_over(told, article))


def of_its_last_day(
    hit: Hit, view: View, article: Article, last: Reading | None, readings: Sequence[Reading]
) -> Dated | None:
    """The last day of what was told before: of what lasts, for what the sentence tells to be done on that day; of
    the departure told `last`, for what is done before it."""
    if tells_a_date(view, article, hit):
        return None
    if is_of_leaving(view, article):
        told = last if last and 0 < view.number - last.view.number <= NEAR else None
    else:
        told = _lasting(hit, view, article, readings) if tells_the_last_day(view, article) else None
    if told is None or told.mention is None or told.dated is None:
        return None
    end = told.mention.interval.last
    day = Interval(end, end, Precision.DAY)
    return told.dated._replace(interval=day, cost=1.4, reason=OF_THE_OCCASION)


def _lasting(hit: Hit, view: View, article: Article, told: Sequence[Reading]) -> Reading | None:
    """The happening of another type, told near, that has a last day."""
    near = (each for each in reversed(told) if 0 < view.number - each.view.number <= NEAR)
    return next((each for each in near if _has_its_last_day(each, hit, article)), None)


def _has_its_last_day(told: Reading, hit: Hit, article: Article) -> bool:
    """Whether it was told by its days, or by the day on which it ended."""
    mention, kind = told.mention, told.hit.trigger.type
    if mention is None or kind == hit.trigger.type or not article.rules.types[kind].lasts:
        return False
    days = mention.interval
    if days.precision != Precision.DAY or days.days > LONGEST:
        return False
    return days.days > 1 or (mention.status == Status.OCCURRED and is_over(told, article))
