"""What was done on the last day of what was told before: "Ministers met aboard the flagship on the final day"."""

from collections.abc import Sequence

from tracker.mentions.article import Article
from tracker.mentions.carried import OF_THE_OCCASION
from tracker.mentions.dated import Dated
from tracker.mentions.facts import tells_a_date
from tracker.mentions.hits import Hit, View
from tracker.mentions.reading import Reading
from tracker.values import Interval, Precision, Status

__all__ = ["of_its_final_day", "tells_the_final_day"]

NEAR = 4  # sentences back in which what lasted was told
LONGEST = 62  # days


def tells_the_final_day(view: View, article: Article) -> bool:
    """Whether the sentence says that it was the last day of something: "on the final day", "the closing phase"."""
    return article.cues.occasions.final_day.search(view.searched) is not None


def of_its_final_day(
    hit: Hit, view: View, article: Article, readings: Sequence[Reading]
) -> Dated | None:
    """The last day of what lasts and was told before, for what the sentence tells to have been done on it."""
    if not tells_the_final_day(view, article) or tells_a_date(view, article):
        return None
    if article.cues.future.search(view.searched, 0, hit.span.start):
        return None
    for reading in reversed(readings):
        if view.number - reading.view.number > NEAR:
            return None
        if _is_over(reading, hit, view, article):
            assert reading.mention is not None
            assert reading.dated is not None
            last = reading.mention.interval.last
            day = Interval(last, last, Precision.DAY)
            return reading.dated._replace(interval=day, cost=1.6, reason=OF_THE_OCCASION)
    return None


def _is_over(reading: Reading, hit: Hit, view: View, article: Article) -> bool:
    """Whether a happening of another type was told before with its last day."""
    mention, told = reading.mention, reading.hit
    if mention is None or reading.dated is None or reading.view is view:
        return False
    if told.trigger.type == hit.trigger.type or not article.rules.types[told.trigger.type].lasts:
        return False
    days = mention.interval
    if mention.status != Status.OCCURRED or days.precision != Precision.DAY or days.days > LONGEST:
        return False
    words = told.span.of(reading.view.masked)
    return days.days > 1 or article.cues.ending.search(words) is not None
