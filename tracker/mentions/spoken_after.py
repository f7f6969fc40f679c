"""The meeting after which somebody said what the news tells: "After a two-hour meeting with the king, she said …",
"the statement issued after the talks"."""

from collections.abc import Sequence

from tracker.mentions.apart import last_name, people
from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.facts import tells_a_date
from tracker.mentions.hits import Hit, View
from tracker.mentions.reading import Reading
from tracker.values import Basis, DateFound, Interval

__all__ = ["SPOKEN_AFTER", "of_what_was_said_after", "tells_what_was_said_after"]

SPOKEN_AFTER = "after it was said what the news tells"
SENTENCES = 12  # of an article; what stands farther down is told of other things
BETWEEN = 4  # words between "after" and the meeting
AROUND = 24  # characters behind a meeting in which another time of it is told
KINDS = ("person", "country", "body")


def tells_what_was_said_after(view: View, article: Article) -> bool:
    """Whether a sentence near the opening tells what somebody said after something."""
    near = view.number < SENTENCES
    return near and (_opens(view, article) or _said(view, article) is not None)


def of_what_was_said_after(
    hit: Hit, view: View, article: Article, news: Reading | None
) -> Dated | None:
    """The day of the news, for the meeting after which a sentence tells that somebody spoke, where no other day was spoken of since or
    those who met are those of the news."""
    day = article.news
    if day is None or day.interval is None:
        return None
    if not article.rules.types[hit.trigger.type].pairs or tells_a_date(view, article, hit):
        return None
    if not (_stands_behind(hit, view, article) and _is_public(view)):
        return None
    if _is_of_the_day(day, view, article) or _are_those_of(news, day.interval, view):
        return Dated(day, day.interval, 2.2, SPOKEN_AFTER)
    return None


def _opens(view: View, article: Article) -> bool:
    """Whether the sentence opens with "After" and tells behind a comma what was said."""
    if not article.cues.occasions.after_opens.match(view.masked, view.head):
        return False
    return article.cues.occasions.then_said.search(view.masked, view.head) is not None


def _said(view: View, article: Article) -> Sequence[tuple[int, int]] | None:
    """Where "said after" and the like stand, None where they do not."""
    found = article.cues.occasions.said_after.finditer(view.searched, view.head)
    return [each.span() for each in found] or None


def _stands_behind(hit: Hit, view: View, article: Article) -> bool:
    """Whether but a few words stand between "after" and the meeting, and none tells another time."""
    opened = article.cues.occasions.after_opens.match(view.masked, view.head)
    spots = [opened.end()] if opened and _opens(view, article) else []
    spots += [end for _, end in _said(view, article) or ()]
    return any(_are_close(end, hit, view, article) for end in spots)


def _are_close(after: int, hit: Hit, view: View, article: Article) -> bool:
    text, cues = view.masked, article.cues
    between = text[after : hit.span.start]
    if after > hit.span.end or "," in between or len(between.split()) > BETWEEN:
        return False
    around = text[after : hit.span.end + AROUND].partition(",")[0]
    if cues.occasions.other_times.search(around) or cues.future.regex.search(around):
        return False
    return article.language.set_of("any_meetings").isdisjoint(between.lower().split())


def _is_public(view: View) -> bool:
    """Whether the sentence names two, of whom one is known or has an office."""
    named = {name.entity or name.text: name for name in view.names if name.kind in KINDS}
    return len(named) > 1 and any(name.entry or name.title for name in named.values())


def _is_of_the_day(day: DateFound, view: View, article: Article) -> bool:
    """Whether the text says which day the news is of, and spoke of no other one since."""
    if day.basis == Basis.INFERRED and article.dateline is None:
        return False
    told = (
        date.interval
        for before in reversed(article.views[: view.number])
        for date in reversed(before.dates)
        if date.interval
    )
    last = next(told, None)
    return last is None or last == day.interval


def _are_those_of(news: Reading | None, day: Interval, view: View) -> bool:
    """Whether two who are named took part in what was told to have happened on that day."""
    if news is None or news.mention is None or news.mention.interval != day:
        return False
    named = {name.entity or last_name(name.text) for name in view.names if name.kind == "person"}
    return len(named & people(news.mention)) > 1
