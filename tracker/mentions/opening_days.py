"""The day that a sentence before opens with, for what its paragraph goes on to tell."""

from tracker.dates import opens_a_line
from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.facts import names_somebody, plainly_past, tells_a_date
from tracker.mentions.hits import Hit, View
from tracker.mentions.reporting import bounds, reported
from tracker.values import Basis, Precision

__all__ = [
    "OCCASION_DAYS",
    "OF_THE_STORY",
    "OPENS",
    "STORY_SENTENCES",
    "are_of_one_paragraph",
    "day_of_its_paragraph",
    "day_of_the_opening",
    "day_told_before",
    "is_behind_a_day",
    "of_the_day_before",
]

OF_THE_STORY = "goes on with what was told before"
OCCASION_DAYS = 4  # longer spans date no single occasion
OPENS = 12  # characters before a date that opens its sentence
STORY_SENTENCES = 4
SOON = 2  # sentences behind the one that a report opens with


def are_of_one_paragraph(before: View, view: View, article: Article) -> bool:
    """Whether one sentence follows the other in a paragraph."""
    return "\n" not in article.document.text[before.sentence.span.end : view.sentence.span.start]


def day_told_before(view: View, article: Article) -> Dated | None:
    """The day that the sentence before opens with, if it is of the same paragraph."""
    before = article.views[view.number - 1] if view.number else view
    if before is view or not are_of_one_paragraph(before, view, article):
        return None
    return _opening_day(before, article)


def is_behind_a_day(view: View, article: Article) -> bool:
    """Whether the sentence before opens with a day, in its paragraph."""
    return day_told_before(view, article) is not None


def day_of_its_paragraph(view: View, article: Article) -> Dated | None:
    """The day with which the last sentence before that opens with one does, if it is of the same paragraph."""
    for before in reversed(article.views[max(0, view.number - STORY_SENTENCES) : view.number]):
        if not are_of_one_paragraph(before, view, article):
            return None
        if day := _opening_day(before, article):
            return day
    return None


def _opening_day(before: View, article: Article) -> Dated | None:
    """The day that a sentence opens with."""
    dates = [date for date in before.dates if date.interval]
    if not dates:
        return None
    first, interval = dates[0], dates[0].interval
    if before.at(first.span).start > before.head + OPENS:
        return None
    if bounds(first, before, article.cues) or reported(first, before, article.cues):
        return None
    if opens_a_line(article.document.text, *first.span):
        return None  # a stamp, or an entry of a chronology
    if interval is None or interval.precision != Precision.DAY or interval.days > OCCASION_DAYS:
        return None
    return Dated(first, interval, 1.8, OF_THE_STORY)


def of_the_day_before(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of the sentence before, for a plain fact in the past that goes on with it."""
    day = day_told_before(view, article)
    if day is None or tells_a_date(view, article, hit) or not plainly_past(hit, view, article):
        return None
    return day if names_somebody(hit, view) or _has_a_subject(hit, view) else None


def _has_a_subject(hit: Hit, view: View) -> bool:
    """Whether words stand before a happening that tell who does it: "The creditors and the cabinet reached a deal"."""
    before = view.masked[view.head : hit.span.start]
    return bool(before.split()) and not before.rstrip().endswith(",")


def day_of_the_opening(view: View, article: Article) -> Dated | None:
    """The day that the opening of a report states, for the sentence behind it."""
    news = article.news
    if news is None or news.interval is None or news.basis == Basis.INFERRED:
        return None
    if not 0 < view.number - article.opens <= SOON or news.span.start > view.sentence.span.start:
        return None
    return Dated(news, news.interval, 2.2, OF_THE_STORY)
