"""The day on which somebody came to where it happened, or whom they came to see."""

from tracker.mentions.article import Article
from tracker.mentions.clauses import PART_END
from tracker.mentions.dated import Dated
from tracker.mentions.facts import plainly_past
from tracker.mentions.hits import Hit, View
from tracker.mentions.opening_days import OCCASION_DAYS
from tracker.mentions.reading import Reading
from tracker.values import Status

__all__ = ["is_of_a_guest", "of_the_host", "of_the_place"]

DOING_REACH = 8  # characters before a verb in which "is" stands
OF_THE_PLACE = "where somebody came that day"


def is_of_a_guest(hit: Hit, view: View, article: Article) -> bool:
    """Whether an aside about somebody goes on to tell what was done for the one named before: "was received by the
    king, who hosted a banquet in his honour"."""
    before, cues = view.masked[: hit.span.start], article.cues
    if not cues.asides.who_then.search(before) or not cues.past.match(view.masked, hit.span.start):
        return False
    behind = PART_END.split(view.masked[hit.span.start :])[0]
    return cues.asides.for_a_guest.search(behind) is not None


def of_the_host(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The day on which somebody was received, for what the host did for the guest."""
    if last is None or last.view is not view or last.dated is None or last.mention is None:
        return None
    if last.mention.status != Status.OCCURRED or last.mention.interval.days > 1:
        return None
    if last.hit.span.end > hit.span.start or not is_of_a_guest(hit, view, article):
        return None
    if any(d.interval and view.at(d.span).start > last.hit.span.end for d in view.dates):
        return None
    return last.dated._replace(interval=last.mention.interval, cost=1.8, reason=OF_THE_PLACE)


def of_the_place(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The day on which somebody comes to where it happens: "flew to Oslo on Monday, where he met …"."""
    if last is None or last.mention is None or last.dated is None or last.view is not view:
        return None
    if last.hit.span.end > hit.span.start or last.mention.interval.days > OCCASION_DAYS:
        return None
    between = view.masked[last.hit.span.end : hit.span.start]
    opened = _opens_where(last.hit, between, view, article)
    if not opened and last.dated.reason != OF_THE_PLACE:
        return None
    if article.cues.asides.relative_open.search(between) and not opened:
        return None
    ahead = article.cues.future.search(view.searched, last.hit.span.end, hit.span.end)
    told = plainly_past(hit, view, article) or (
        opened and not ahead and _is_done(hit, view, article)
    )
    coming = last.mention.status == Status.PLANNED or _comes_today(last, article)
    if not told and not (ahead and coming):
        return None  # "left on Monday for Lima, where he will meet …" is of no day told
    return last.dated._replace(interval=last.mention.interval, cost=1.6, reason=OF_THE_PLACE)


def _comes_today(last: Reading, article: Article) -> bool:
    """Whether somebody is on the way as the article is written: "is travelling to Lima today"."""
    if last.mention is None or article.today is None or last.mention.interval.last < article.today:
        return False
    start = max(0, last.hit.span.start - DOING_REACH)
    doing = article.cues.going_on.search(last.view.searched, start, last.hit.span.end)
    return doing is not None and not plainly_past(last.hit, last.view, article)


def _is_done(hit: Hit, view: View, article: Article) -> bool:
    """Whether the words of a happening tell it as past, whatever the clause before it tells."""
    return any(map(article.language.is_past, hit.span.of(view.masked).split()))


def _opens_where(hit: Hit, between: str, view: View, article: Article) -> bool:
    """Whether the words behind a happening open a clause on what came about where it was; behind the name of
    a meeting also without a comma ("the summit in Riga where they signed …", not "the town where")."""
    cues = article.cues
    if cues.asides.where_open.search(between):
        return True
    met = cues.occasions.assemblies.search(view.masked, *hit.span) is not None
    return met and cues.asides.where_met.search(between) is not None
