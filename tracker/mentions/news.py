"""The day of the news: what happened then without a date of its own, and when that day is another."""

from dataclasses import replace

from tracker.mentions.accused import is_news_of_a_charge
from tracker.mentions.article import Article
from tracker.mentions.carried import OF_THE_OCCASION, is_a_stay
from tracker.mentions.dated import Dated
from tracker.mentions.facts import is_going_on, plainly_past, tells_a_date, words_before
from tracker.mentions.hits import Hit, View
from tracker.mentions.opening_days import OF_THE_STORY, day_told_before
from tracker.mentions.reading import Reading
from tracker.values import Basis, DateFound, Precision, Status

__all__ = [
    "OF_THE_NEWS",
    "OPENING",
    "UNDATED",
    "after_the_opening",
    "done_at_once",
    "is_done_at_once",
    "later_that_day",
    "news_after",
    "of_the_day_kept",
    "of_the_news",
]

OF_THE_NEWS = "what the article opens with"
UNDATED = (OF_THE_NEWS, OF_THE_STORY, OF_THE_OCCASION)  # why, where the sentence tells no date
ENDS = tuple('.!”"')  # not what is only asked
OPENING = 1
RECENT = 10  # days since the opening's own day, with which the next sentence goes on
JUST_KEPT = 2  # days since a day that was kept, of which the news still tells
# How far the day of the news is from what no date stands by. On development articles most of what was
# told only so was no happening of that day; what "is being done" was.
AHEAD = 40  # characters before a happening in which it is told to lie ahead
VERB = 16  # characters behind a happening's name in which its verb begins
DOING, JUST_DONE, OPENED_WITH = 1.8, 3.0, 6.6


def of_the_day_kept(reading: Reading, article: Article) -> Article:
    """The article, its news that of the day which its opening tells to have been kept just before: a report of
    how an anniversary was celebrated tells no other day."""
    mention, news = reading.mention, article.news
    if mention is None or news is None or news.basis != Basis.INFERRED or article.today is None:
        return article
    kept = article.rules.types[reading.hit.trigger.type].anniversary
    if not kept or reading.view.number > article.opens + OPENING or mention.interval.days > 1:
        return article
    since = (article.today - mention.interval.first).days
    if mention.status != Status.OCCURRED or not 0 < since <= JUST_KEPT:
        return article
    return replace(article, news=replace(news, interval=mention.interval))


def news_after(reading: Reading, news: Reading | None, article: Article) -> Reading | None:
    """What a plain fact goes on with once `reading` is told: a plan leaves the story where it was."""
    assert reading.mention is not None
    if reading.mention.status == Status.PLANNED and article.today is not None:
        return news if reading.mention.interval.first >= article.today else reading
    return reading


def after_the_opening(hit: Hit, view: View, article: Article, news: Reading | None) -> Dated | None:
    """The day of what the opening sentence told, for what the next one goes on to tell, where the news has no day
    of its own."""
    if article.news is None or article.news.basis != Basis.INFERRED:
        return None
    if news is None or news.mention is None or news.dated is None:
        return None
    found, since = news.mention.interval, article.news.interval
    if news.dated.reason in UNDATED or news.mention.status != Status.OCCURRED or not since:
        return None
    if news.view.number >= view.number or view.number > article.opens + OPENING:
        return None
    if (found.days > 1 and not is_a_stay(news, article)) or not (
        0 <= (since.first - found.last).days <= RECENT
    ):
        return None
    if tells_a_date(view, article, hit) or not plainly_past(hit, view, article):
        return None
    return news.dated._replace(interval=found, cost=2.0, reason=OF_THE_STORY)


def later_that_day(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of the news, for what is to come "later in the day"."""
    day, cues = article.news, article.cues
    if day is None or day.interval is None or not cues.occasions.same_day.search(view.searched):
        return None
    if not cues.future.search(view.searched, max(0, hit.span.start - AHEAD), hit.span.start):
        return None
    if tells_a_date(view, article, hit):
        return None
    return Dated(day, day.interval, OPENED_WITH / 3, OF_THE_STORY)


def is_done_at_once(view: View, article: Article) -> bool:
    """Whether the sentence tells what is done "with immediate effect"."""
    return article.cues.occasions.at_once.search(view.searched) is not None


def done_at_once(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of the news, for what a sentence tells to be done at once."""
    day = article.news
    if day is None or day.interval is None:
        return None
    before = words_before(hit, view, article)
    if article.cues.background.regex.search(before[-60:]) or tells_a_date(view, article, hit):
        return None
    return Dated(day, day.interval, JUST_DONE, OF_THE_NEWS)


def _is_history(news: Reading | None, article: Article) -> bool:
    """Whether the opening told, by its date, what was long before the article: it has no news that goes on."""
    if news is None or news.mention is None or news.dated is None or news.dated.reason in UNDATED:
        return False
    if article.news is None or article.news.basis != Basis.INFERRED or not article.news.interval:
        return False
    return (article.news.interval.first - news.mention.interval.last).days > RECENT


def of_the_news(hit: Hit, view: View, article: Article, news: Reading | None) -> Dated | None:
    """The day of the news, for what an article opens with and does not date."""
    day, cues = article.news, article.cues
    if day is None or day.interval is None:
        return None
    going_on = is_going_on(hit, view, article)
    if view.number > article.opens + OPENING and not going_on:
        return None
    told_as_done = plainly_past(hit, view, article) or (
        news is None and not view.dates and _has_been(hit, view, article)
    )
    if view.number > article.opens and not going_on and not told_as_done:
        return None
    if view.masked.rstrip()[-1:] not in ENDS or (
        view.number > article.opens and not going_on and _is_history(news, article)
    ):
        return None
    before = words_before(hit, view, article)
    background = cues.background.regex.search(before[-60:])
    if (background and not _came_first(before, view, article)) or cues.future.regex.search(
        before[-60:]
    ):
        return None
    if tells_a_date(view, article, hit) or _is_to_come(hit, view, article):
        return None
    local = not article.rules.types[hit.trigger.type].public
    if local and is_news_of_a_charge(day, article):
        return None
    told = None if going_on else day_told_before(view, article)
    if told and told.interval != day.interval:
        return None  # "Thursday was a long day. The creditors reached a deal"
    if not going_on and (_has_gone_on(news, day, view) or _tells_of_days_over(view, article)):
        return None  # "arrived on Monday and met him the next day. They signed …"
    just = JUST_DONE if _is_just_done(hit, view, article) else OPENED_WITH
    return Dated(day, day.interval, DOING if going_on else just, OF_THE_NEWS)


def _is_just_done(hit: Hit, view: View, article: Article) -> bool:
    """Whether a report with a dateline opens by telling it as just done: "has arrived", "have signed"."""
    opens = article.dateline is not None and view.number <= article.opens
    return opens and _has_been(hit, view, article)


def _has_been(hit: Hit, view: View, article: Article) -> bool:
    """Whether the present perfect tells it: "has arrived", "have been signed"."""
    cues, text = article.cues, view.masked
    done = cues.past.search(text, *hit.span)
    ends = (hit.span.start, done.start() if done else hit.span.start)
    return any(cues.occasions.just_done.search(text[view.head : end]) for end in ends)


def _came_first(before: str, view: View, article: Article) -> bool:
    """Whether what a report opens with came "after a" happening of which nothing has been told before."""
    return (
        view.number <= article.opens and article.cues.occasions.after_one.search(before) is not None
    )


def _has_gone_on(news: Reading | None, day: DateFound, view: View) -> bool:
    """Whether the story has told a day of its own: later than that of the news, or where that is only told farther
    down."""
    if news is None or news.mention is None or news.mention.status != Status.OCCURRED:
        return False
    found = news.mention.interval
    if day.interval is None:
        return False
    if found.days > 1:  # "held talks on 3-5 May. They signed …"
        stretch = found.precision == Precision.DAY and news.dated is not None
        return stretch and found.last < day.interval.first
    farther_down = day.span.start >= view.sentence.span.end and news.view.number < view.number
    return farther_down or found.first > day.interval.last


def _tells_of_days_over(view: View, article: Article) -> bool:
    """Whether the sentence before, with which the report opens, tells of days that are over: "toured Chad and Togo from
    15 to 30 April"."""
    if view.number <= article.opens or article.news is None or article.today is None:
        return False
    stretches = (
        date.interval
        for date in article.views[view.number - 1].dates
        if date.interval and date.interval.days > 1 and date.interval.precision == Precision.DAY
    )
    over = any(days.last < article.today for days in stretches)
    return over and article.news.basis == Basis.INFERRED


def _is_to_come(hit: Hit, view: View, article: Article) -> bool:
    """Whether its verb says that it lies ahead: "will meet", "the visit will take place", "is expected"."""
    text, cues = view.masked, article.cues
    if cues.ahead_inside.search(text, hit.span.start, hit.span.end):
        return not cues.past.match(text, hit.span.start)
    behind = text[hit.span.end : hit.span.end + VERB].partition(",")[0]
    if cues.parties.match(text, hit.span.start) and cues.past.match(behind.lstrip()):
        return False  # "ministers meeting in the capital | agreed to"
    found = cues.future.regex.search(behind)
    if found is None or found[0] in cues.grammar.infinitives:
        return False
    return not cues.relatives.intersection(behind.split())  # "tests a missile that will …"
