"""When something happened that its sentence does not date: on the occasion told of before, on the day of
the happening it goes on to tell, or, for what an article opens with, on the day of the news."""

import datetime as dt
from dataclasses import replace

from tracker.dates import opens_a_line
from tracker.mentions.article import Article
from tracker.mentions.dated import Dated
from tracker.mentions.entries import Entry, entry_at
from tracker.mentions.hits import Hit, View
from tracker.mentions.masked import Cue
from tracker.mentions.reading import Reading
from tracker.mentions.reporting import reported
from tracker.values import DateFound, Precision, Span, Status

__all__ = [
    "LOOSE",
    "date_of_what_is_undated",
    "dates_an_occasion",
    "may_be_dated",
    "news_after",
    "of_the_entry",
    "of_the_occasion",
]

OF_THE_NEWS = "what the article opens with"
OF_THE_STORY = "goes on with what was told before"
OF_THE_PLAN = "planned for what was announced before"
OF_THE_ENTRY = "in an entry of that date"
OF_THE_SENTENCE = "during what the sentence tells"
OF_THE_OCCASION = "on the occasion told before"
UNDATED = (OF_THE_NEWS, OF_THE_STORY, OF_THE_OCCASION)  # why, where the sentence tells no date
LOOSE = (OF_THE_NEWS, OF_THE_STORY, OF_THE_PLAN)  # told again with a date, that date is better
ENDS = tuple('.!?”"')
OPENING = 1
# How far the day of the news is from what no date stands by. On development articles most of what was
# told only so was no happening of that day; what "is being done" was.
DOING, OPENED_WITH = 1.8, 6.6
OPENS = 12  # characters before a date that opens its sentence
OCCASION_DAYS = 4  # longer spans date no single occasion
OCCASION_SENTENCES = 4
PLAN_DAYS = 10  # an announced trip may last longer than an occasion that is over
PLAN_SENTENCES = 3
WILL_REACH = 40  # characters before a hit in which "will" may stand
DOING_REACH = 20  # characters before a hit in which "is" and an adverb may stand
SAME_DAY_SENTENCES = 10
STORY_SENTENCES = 4
CLOSE_BY = 2  # sentences; farther on only what somebody named does goes on with the story
STORY_DAYS = 3  # news of the last days goes on from sentence to sentence; history does not


def may_be_dated(view: View, article: Article, last: Reading | None, news: Reading | None) -> bool:
    """Whether a sentence without a date is worth reading."""
    return (
        view.number <= article.opens + OPENING
        or _entry(view, article) is not None
        or article.cues.going_on.search(view.masked) is not None
        or _keeps_occasion(view, article)
        or _goes_on(view, article, news)
        or _is_of_a_plan(view, last)
        or _day_told_before(view, article) is not None
    )


def dates_an_occasion(reading: Reading, article: Article) -> bool:
    """Whether what follows may have happened on the reading's date."""
    if reading.mention is None or article.rules.types[reading.hit.trigger.type].anniversary:
        return False
    planned = reading.mention.status == Status.PLANNED
    return reading.mention.interval.days <= (PLAN_DAYS if planned else OCCASION_DAYS)


def news_after(reading: Reading, news: Reading | None, article: Article) -> Reading | None:
    """What a plain fact goes on with once `reading` is told: a plan leaves the story where it was."""
    assert reading.mention is not None
    if reading.mention.status == Status.PLANNED and article.today is not None:
        return news if reading.mention.interval.first >= article.today else reading
    return reading


def date_of_what_is_undated(
    hit: Hit, view: View, article: Article, last: Reading | None, news: Reading | None
) -> Dated | None:
    """The date of what came before, None where nothing shows that it holds on."""
    if hit.trigger.date != "clause" or article.rules.types[hit.trigger.type].anniversary:
        return None
    if _tells_which(hit, view, article):
        return None
    return (
        _of_the_sentence(hit, view, article, last)
        or of_the_entry(hit, view, article)
        or of_the_occasion(view, article, last)
        or _of_the_plan(hit, view, article, last)
        or _of_the_news(hit, view, article)
        or _of_the_story(hit, view, article, news)
        or _of_the_verb_before(hit, view, article, last)
        or _of_the_day_before(hit, view, article)
    )


def _tells_which(hit: Hit, view: View, article: Article) -> bool:
    """Whether the words only say which one is meant: "the countries that signed the deal"."""
    before = view.masked[: hit.span.start].split()[-2:]
    if not before or before[-1].lower() not in article.cues.relatives:
        return False
    return not (before[0].endswith(",") and _keeps_occasion(view, article))


def _keeps_occasion(view: View, article: Article) -> bool:
    cues = article.cues
    return bool(_opens(cues.same_occasion, view) or cues.same_day.search(view.masked))


def _opens(cue: Cue, view: View) -> bool:
    """Whether the sentence opens with the cue."""
    text = view.masked
    return cue.may_be_in(text) and cue.match(text.lstrip()) is not None


def _goes_on(view: View, article: Article, last: Reading | None) -> bool:
    """Whether the last happening is news of these days, told as a fact just before."""
    if last is None or last.mention is None or article.today is None:
        return False
    found = last.mention.interval
    if found.precision != Precision.DAY or found.days > 1:
        return False
    fresh = dt.timedelta(0) <= article.today - found.first <= dt.timedelta(STORY_DAYS)
    near = 0 < view.number - last.view.number <= STORY_SENTENCES
    return fresh and near and last.mention.status == Status.OCCURRED


def _entry(view: View, article: Article) -> Entry | None:
    """The entry of a chronology that a sentence belongs to, its last words included."""
    return entry_at(article.entries, view.sentence.span.end - 1)


def of_the_entry(hit: Hit, view: View, article: Article) -> Dated | None:
    """The date that heads the entry of a chronology, for what its sentences tell without a date."""
    entry = _entry(view, article)
    if entry is None or entry.date.interval is None:
        return None
    if article.cues.background.search(view.masked[: hit.span.start][-60:]):
        return None
    return Dated(entry.date, entry.date.interval, 0.6, OF_THE_ENTRY)


def _of_the_sentence(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The date of what the same sentence tells, for the meeting at which it happened."""
    if last is None or last.mention is None or last.dated is None or last.view is not view:
        return None
    if last.hit.span.end > hit.span.start or last.mention.interval.days > OCCASION_DAYS:
        return None
    cues, text = article.cues, view.masked
    said = cues.meanwhile.search(text, last.hit.span.end, hit.span.start)
    if cues.meetings.search(text, hit.span.start, hit.span.end):
        said = said or cues.just_before.search(text, last.hit.span.end, hit.span.start)
    if not said and not cues.meanwhile_inside.search(hit.span.of(text)):
        return None
    return replace(last.dated, interval=last.mention.interval, cost=1.2, reason=OF_THE_SENTENCE)


def of_the_occasion(view: View, article: Article, last: Reading | None) -> Dated | None:
    """The date of the occasion told just before, where the sentence opens by keeping to it."""
    if not _keeps_occasion(view, article):
        return None
    told = last.view.number if last else -1
    if (day := _day_told_before(view, article)) and told < view.number - 1:
        return replace(day, cost=1.6, reason=OF_THE_OCCASION)
    if last is None or last.mention is None or last.dated is None:
        return None
    if last.mention.interval.days > OCCASION_DAYS:
        return None
    if not 0 <= view.number - told <= _reach(last, view, article):
        return None
    return replace(last.dated, interval=last.mention.interval, cost=1.4, reason=OF_THE_OCCASION)


def _day_told_before(view: View, article: Article) -> Dated | None:
    """The day that the sentence before opens with, if it is of the same paragraph."""
    before = article.views[view.number - 1] if view.number else view
    dates = [date for date in before.dates if date.interval]
    gap = Span(before.sentence.span.end, view.sentence.span.start).of(article.document.text)
    if not dates or "\n" in gap or before is view:
        return None
    first, interval = dates[0], dates[0].interval
    if before.at(first.span).start > before.head + OPENS or _bounds(first, before, article):
        return None
    if opens_a_line(article.document.text, *first.span):
        return None  # a stamp, or an entry of a chronology
    if interval is None or interval.precision != Precision.DAY or interval.days > OCCASION_DAYS:
        return None
    return Dated(first, interval, 1.8, OF_THE_STORY)


def _bounds(date: DateFound, view: View, article: Article) -> bool:
    """Whether a date is that of a report, or only bounds a time ("since 2011")."""
    spot = view.at(date.span).start
    bounding = article.cues.bounding_before_date.search(view.masked, max(0, spot - 24), spot)
    return bool(bounding) or reported(date, view, article.cues)


def _of_the_day_before(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of the sentence before, for a plain fact in the past that goes on with it."""
    day = _day_told_before(view, article)
    if day is None or _tells_a_date(view, article) or not _plainly_past(hit, view, article):
        return None
    return day if _names_somebody(hit, view) else None


def _of_the_verb_before(
    hit: Hit, view: View, article: Article, last: Reading | None
) -> Dated | None:
    """The day of what the sentence tells first, for the next verb of a row: "met, talked and signed …"."""
    if last is None or last.view is not view or last.dated is None or last.mention is None:
        return None
    if last.dated.reason not in UNDATED or not article.cues.past.match(view.masked, hit.span.start):
        return None
    row = article.cues.row.search(view.masked, last.hit.span.end, hit.span.start)
    return replace(last.dated, interval=last.mention.interval) if row else None


def _reach(last: Reading, view: View, article: Article) -> int:
    """For how many sentences an occasion may be kept to: the news of these days longer than history."""
    assert last.mention is not None
    today = article.today
    fresh = today is not None and abs(today - last.mention.interval.last).days <= STORY_DAYS
    if fresh:
        return SAME_DAY_SENTENCES
    return OCCASION_SENTENCES if _opens(article.cues.same_occasion, view) else 1


def _of_the_story(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The day of the happening told just before, for a plain fact in the past that goes on with it."""
    if (
        last is None
        or last.mention is None
        or last.dated is None
        or not _goes_on(view, article, last)
    ):
        return None
    if _tells_a_date(view, article) or not _plainly_past(hit, view, article):
        return None
    if view.number - last.view.number > CLOSE_BY and not _names_somebody(hit, view):
        return None
    return replace(last.dated, interval=last.mention.interval, cost=2.0, reason=OF_THE_STORY)


def _is_of_a_plan(view: View, last: Reading | None) -> bool:
    """Whether the last happening is one that was announced, just before."""
    if last is None or last.mention is None or last.mention.status != Status.PLANNED:
        return False
    found = last.mention.interval
    near = 0 < view.number - last.view.number <= PLAN_SENTENCES
    return near and found.precision == Precision.DAY and found.days <= PLAN_DAYS


def _of_the_plan(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The days of the trip announced just before, for what is to be done on it: "He will meet …"."""
    if last is None or last.mention is None or last.dated is None or not _is_of_a_plan(view, last):
        return None
    cues, before = article.cues, view.masked[: hit.span.start][-WILL_REACH:]
    if _tells_a_date(view, article) or cues.background.search(before):
        return None
    if hit.trigger.type == last.hit.trigger.type or cues.restated.match(view.masked):
        return None  # the same, told again
    if not cues.future.search(before + hit.span.of(view.masked)):
        return None
    return replace(last.dated, interval=last.mention.interval, cost=2.2, reason=OF_THE_PLAN)


def _names_somebody(hit: Hit, view: View) -> bool:
    """Whether the sentence names, up to the words of the happening, who does it."""
    return any(
        name.kind != "place" and view.at(name.span).start < hit.span.end for name in view.names
    )


def _plainly_past(hit: Hit, view: View, article: Article) -> bool:
    cues, pasts = article.cues, article.language.pasts
    before = view.masked[: hit.span.start][-80:]
    if cues.background.search(before[-60:]) or cues.future.search(before[-60:]):
        return False
    if cues.other_times.search(view.masked[: hit.span.end + 40]):
        return False
    behind = view.masked[hit.span.end : hit.span.end + 20].split()[:1]  # "the ceremony took place"
    words = [*before.split()[-2:], *hit.span.of(view.masked).split()[:3], *behind]
    return any(word in pasts or (word.endswith("ed") and len(word) > 4) for word in words)


def _is_going_on(hit: Hit, view: View, article: Article) -> bool:
    """Whether it is told as being done as the article is written: "is visiting", "are also imposing"."""
    start = max(0, hit.span.start - DOING_REACH)
    found = article.cues.going_on.finditer(view.masked, start, hit.span.end)
    return any(match.end() > hit.span.start for match in found)


def _tells_a_date(view: View, article: Article, hit: Hit | None = None) -> bool:
    """Whether a date of the sentence may be the hit's; one that lies ahead, behind a hit in the past, is not."""
    dates = [d for d in view.dates if d.interval and not reported(d, view, article.cues)]
    if hit is None or not _plainly_past(hit, view, article):
        return bool(dates)
    return any(not _is_ahead_of(hit, date, view, article) for date in dates)


def _is_ahead_of(hit: Hit, date: DateFound, view: View, article: Article) -> bool:
    assert date.interval is not None
    ahead = article.today is not None and date.interval.first > article.today
    return ahead and view.at(date.span).start > hit.span.end


def _of_the_news(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of the news, for what an article opens with and does not date."""
    day, cues = article.news, article.cues
    if day is None or day.interval is None:
        return None
    going_on = _is_going_on(hit, view, article)
    if view.number > article.opens + OPENING and not going_on:
        return None
    if view.number > article.opens and not going_on and not _plainly_past(hit, view, article):
        return None
    if view.masked.rstrip()[-1:] not in ENDS:
        return None
    before = view.masked[: hit.span.start]
    if cues.background.search(before[-60:]) or cues.future.search(before[-60:]):
        return None
    if _tells_a_date(view, article, hit):
        return None
    return Dated(day, day.interval, DOING if going_on else OPENED_WITH, OF_THE_NEWS)
