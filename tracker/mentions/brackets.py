"""The last day of what lasts, told in brackets behind it: "Summit of the union opens in Accra (to Oct 26)"."""

import bisect
import datetime as dt
from itertools import takewhile

from tracker.mentions.article import Article
from tracker.mentions.cues import Cues
from tracker.mentions.dated import HEADS, Dated
from tracker.mentions.entries import entry_at
from tracker.mentions.hits import Hit, View
from tracker.values import DateFound, Interval, Precision, Span

__all__ = ["only_ends", "to_the_end_in_brackets"]

CLOSED = 4  # characters behind the day in which the bracket closes
FAR = 600  # characters behind a happening on its line
LEAD = 12  # characters before the day in which the bracket opens
LONGEST = dt.timedelta(days=62)


def only_ends(date: DateFound, text: str, cues: Cues) -> bool:
    """Whether a day of the text stands in brackets as the last one: "(to Oct 26)"."""
    span = date.span
    opened = cues.lasting.to_in_brackets.search(text, max(0, span.start - LEAD), span.start)
    return opened is not None and text[span.end : span.end + CLOSED].lstrip(". ").startswith(")")


def to_the_end_in_brackets(
    dated: Dated | None, hit: Hit, view: View, article: Article
) -> Dated | None:
    """The single day taken, or the one that heads the entry, to the last one told on the line of the hit."""
    if not article.rules.types[hit.trigger.type].lasts:
        return dated
    end = _end_told(hit, view, article)
    begun = dated or (_of_its_entry(view, article) if end else None)
    if end is None or begun is None or begun.interval.precision != Precision.DAY:
        return dated
    first = begun.interval
    if first.days > 1 or not first.first < end <= first.first + LONGEST:
        return dated
    days = Interval(first.first, end, Precision.DAY)
    return begun._replace(interval=days, reason=f"{begun.reason}, to the day in brackets")


def _of_its_entry(view: View, article: Article) -> Dated | None:
    """The day that heads the entry which a sentence is of."""
    entry = entry_at(article.entries, view.sentence.span.end - 1)
    if entry is None or entry.date.interval is None:
        return None
    return Dated(entry.date, entry.date.interval, 0.6, HEADS)


def _end_told(hit: Hit, view: View, article: Article) -> dt.date | None:
    """The day in brackets behind the hit, on its line."""
    text, start = article.document.text, view.sentence.span.start + hit.span.end
    line = text.find("\n", start, start + FAR)
    rest = Span(start, min(len(text), start + FAR) if line < 0 else line)
    first = bisect.bisect_left(article.dates, start, key=lambda date: date.span.start)
    for date in takewhile(
        lambda date: rest.holds(date.span),
        map(article.dates.__getitem__, range(first, len(article.dates))),
    ):
        if date.interval and only_ends(date, text, article.cues):
            return date.interval.last
    return None
