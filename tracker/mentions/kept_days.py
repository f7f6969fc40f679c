"""The day of an anniversary: that of what is held for it, or of what is said to have been on it."""

from tracker.mentions.article import Article
from tracker.mentions.carried import OF_THE_OCCASION, goes_on
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.mentions.reading import Reading
from tracker.mentions.same_sentence import OF_THE_SENTENCE

__all__ = ["of_what_it_falls_on", "of_what_keeps_it"]


def of_what_keeps_it(hit: Hit, view: View, _: Article, last: Reading | None) -> Dated | None:
    """The day of what the sentence tells to be held for an anniversary: "a concert was given to mark …"."""
    if last is None or last.view is not view or last.mention is None or last.dated is None:
        return None
    kept, start = hit.trigger.kept_after, last.hit.span.start
    if kept is None or not kept.search(view.masked, start, hit.span.start):
        return None
    if last.mention.interval.days > 1:
        return None
    return last.dated._replace(interval=last.mention.interval, cost=1.2, reason=OF_THE_SENTENCE)


def of_what_it_falls_on(
    hit: Hit, view: View, article: Article, last: Reading | None
) -> Dated | None:
    """The day of the happening told just before, which is said to be on an anniversary: "It coincided with the
    50th anniversary of the union"."""
    if last is None or last.mention is None:
        return None
    same = last.view is view and last.mention.interval.days == 1
    if not (same or goes_on(view, article, last)):
        return None
    before = view.masked[: hit.span.start]
    if last.dated is None or not article.cues.occasions.coinciding.match(before, view.head):
        return None
    return last.dated._replace(interval=last.mention.interval, cost=1.2, reason=OF_THE_OCCASION)
