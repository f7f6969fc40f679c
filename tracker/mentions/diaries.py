"""How long what a line of a diary names is on: below a day "- LIMA - Meeting on mines (to May 26)"."""

import re
from functools import lru_cache

from tracker.mentions.alternatives import any_of
from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.entries import entry_at
from tracker.mentions.hits import Hit, View
from tracker.mentions.language import Language
from tracker.values import DateFound, Interval, Precision

__all__ = ["to_the_day_in_brackets"]

TO_THE_DAY = "to the day in brackets"
LONGEST = 62  # days


def to_the_day_in_brackets(hit: Hit, view: View, article: Article) -> Dated | None:
    """From the day above a line, or the one that the sentence tells, to that in brackets: "(to Oct 26)"."""
    if "(" not in view.masked:
        return None
    end = next((date for date in view.dates if _ends_it(date, hit, view, article)), None)
    if end is None or end.interval is None:
        return None
    others = [d for d in view.dates if d is not end and d.interval and d.interval.days == 1]
    first = others[0] if len(others) == 1 else None if others else _day_above(view, article)
    if first is None or first.interval is None:
        return None
    days = (end.interval.last - first.interval.first).days
    if first.interval.days > 1 or not 0 < days <= LONGEST:
        return None
    interval = Interval(first.interval.first, end.interval.last, Precision.DAY)
    return Dated(first, interval, 0.6, TO_THE_DAY)


def _ends_it(date: DateFound, hit: Hit, view: View, article: Article) -> bool:
    spot = view.at(date.span)
    if date.interval is None or spot.start < hit.span.end:
        return False
    return _until(article.language).search(view.masked, 0, spot.start) is not None


def _day_above(view: View, article: Article) -> DateFound | None:
    """The single day that heads the stretch of text in which the sentence stands."""
    entry = entry_at(article.entries, view.sentence.span.end - 1)
    alone = entry is not None and entry.date.interval is not None and entry.date.interval.days == 1
    return entry.date if entry and alone else None


@lru_cache(maxsize=8)
def _until(language: Language) -> re.Pattern[str]:
    return re.compile(rf"\(\s*{any_of(language.words('until_in_brackets'))}\s+$")
