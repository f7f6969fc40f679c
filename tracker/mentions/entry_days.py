"""The date that heads the entry of a chronology, or the line of an agenda, for what these tell without one."""

from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.entries import Entry, entry_at
from tracker.mentions.hits import Hit, View
from tracker.mentions.opening_days import day_of_its_paragraph

__all__ = ["is_of_an_entry", "of_its_hour_s_line", "of_the_entry"]

OF_THE_ENTRY = "in an entry of that date"


def of_the_entry(hit: Hit, view: View, article: Article) -> Dated | None:
    """The date that heads the entry of a chronology, for what its sentences tell without a date."""
    entry = _entry(view, article)
    if entry is None or entry.date.interval is None:
        return None
    if article.cues.background.regex.search(view.masked[: hit.span.start][-60:]):
        return None
    told = day_of_its_paragraph(view, article)
    if told and told.date.span.start > entry.date.span.start and told.interval.days == 1:
        # "WEDNESDAY. The summit opened.", and a paragraph on: "Thursday was for partners."
        return told._replace(reason=OF_THE_ENTRY)
    return Dated(entry.date, entry.date.interval, 0.6, OF_THE_ENTRY)


def of_its_hour_s_line(_: Hit, view: View, article: Article) -> Dated | None:
    """The day of the line of an agenda, which tells nothing but what is on at its hour: "13.00 Working lunch"."""
    entry = _entry(view, article)
    if entry is None or not entry.timed or entry.date.interval is None:
        return None
    return Dated(entry.date, entry.date.interval, 0.6, OF_THE_ENTRY)


def is_of_an_entry(view: View, article: Article) -> bool:
    """Whether a sentence belongs to the entry of a chronology, or to a line of an agenda."""
    return _entry(view, article) is not None


def _entry(view: View, article: Article) -> Entry | None:
    """The entry of a chronology that a sentence belongs to, its last words included."""
    return entry_at(article.entries, view.sentence.span.end - 1)
