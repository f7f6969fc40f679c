"""The date of what the same sentence tells before: at which meeting it was done, what was done next, one more verb of a
row."""

from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.facts import done_next, plainly_past
from tracker.mentions.hits import Hit, View
from tracker.mentions.news import UNDATED
from tracker.mentions.opening_days import OCCASION_DAYS
from tracker.mentions.reading import Reading

__all__ = ["OF_THE_SENTENCE", "of_the_sentence", "of_the_verb_before"]

OF_THE_SENTENCE = "during what the sentence tells"


def of_the_sentence(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The date of what the same sentence tells, for the meeting at which it happened."""
    if last is None or last.mention is None or last.dated is None or last.view is not view:
        return None
    if last.hit.span.end > hit.span.start or last.mention.interval.days > OCCASION_DAYS:
        return None
    cues, text = article.cues, view.masked
    said = cues.occasions.meanwhile.search(text, last.hit.span.end, hit.span.start)
    if cues.occasions.meetings.search(text, hit.span.start, hit.span.end):
        said = said or cues.occasions.just_before.search(text, last.hit.span.end, hit.span.start)
    said = said or (
        cues.occasions.simultaneous.search(text, last.hit.span.end, hit.span.start)
        if plainly_past(hit, view, article)
        else None
    )
    next_done = done_next(last.hit, last.mention.status, hit, view, article)
    if not said and not next_done and not cues.occasions.meanwhile_inside.search(hit.span.of(text)):
        return None
    return last.dated._replace(interval=last.mention.interval, cost=1.2, reason=OF_THE_SENTENCE)


def of_the_verb_before(
    hit: Hit, view: View, article: Article, last: Reading | None
) -> Dated | None:
    """The day of what the sentence tells first, for the next verb of a row: "met, talked and signed …"."""
    if last is None or last.view is not view or last.dated is None or last.mention is None:
        return None
    if not article.cues.past.match(view.masked, hit.span.start):
        return None
    if last.dated.reason not in UNDATED:
        return _of_the_day_before_both(hit, view, article, last)
    row = article.cues.row.search(view.masked, last.hit.span.end, hit.span.start)
    return last.dated._replace(interval=last.mention.interval) if row else None


def _of_the_day_before_both(hit: Hit, view: View, article: Article, last: Reading) -> Dated | None:
    """The day that stands before two verbs of one subject, for the second however much lies between: "on Monday
    received him at the castle, a ruin until 1990, and signed …"."""
    if last.dated is None or last.mention is None or last.mention.interval.days > 1:
        return None
    if view.at(last.dated.date.span).end > last.hit.span.start:
        return None
    cues, between = article.cues, view.masked[last.hit.span.end : hit.span.start].lower().split()
    one_subject = between[-1:] and between[-1] in cues.grammar.conjunctions
    if not one_subject or not cues.relatives.isdisjoint(between):
        return None
    if not cues.past.match(view.masked, last.hit.span.start):
        return None
    return last.dated._replace(cost=1.2, reason=OF_THE_SENTENCE)
