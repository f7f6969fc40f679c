"""Dates read as past though the words look ahead, and the other way round: the next week or year instead."""

import datetime as dt
import re

from tracker.mentions.article import Article
from tracker.mentions.behind import is_of_the_thing, says_which
from tracker.mentions.clauses import part_around
from tracker.mentions.cues import Cues
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.values import Basis, Interval, Span

__all__ = ["in_year", "is_weekday", "turned"]

NEWS = 3  # sentences that tell the news itself
AHEAD_OF_WORDS = 4  # before a happening in which "ahead of" tells that it was to come
FAR = dt.timedelta(240)  # so far ahead only words close by turn a day of this year
JUST = dt.timedelta(45)  # gone by, a day of this year is not that of the next
YEAR = re.compile(r"\d{4}")
WEEK = "-W"  # in the TIMEX3 value of a week or a weekend
AFTER = 20  # characters before a happening in which "after" may stand
ASIDE = 24  # characters before what is told only beside something else: "before the first launch", "had left"
WAS_TO = 40  # characters before a happening in which "was to" may stand
INSTEAD = 40  # characters behind its day in which "but" tells what came of it
MATTER = 3  # words behind "to" before "at their summit": what was agreed, not that they meet
BESIDE = 4  # characters between a happening and its day: " on "
WEEKDAYS = 7
EAST = "today east of the publisher"


def turned(dated: Dated, hit: Hit, view: View, article: Article) -> Dated:
    """A day that was read as past, though the words look ahead; the weekday of tomorrow: today east of the publisher."""
    today, cues = article.today, article.cues
    if dated.date.anchor not in (None, today):
        return dated  # of a week or a day that the text names
    if today is not None and dated.interval.first > today + dt.timedelta(days=1):
        return _turned_back(dated, hit, view, article)
    if today is None or dated.interval.last >= today or dated.date.basis != Basis.RELATIVE:
        return dated
    if (
        _says_when(dated, cues)
        or _fell_through(hit, view, dated, cues)
        or _was_decided(hit, view, dated, cues)
    ):
        return dated
    weekday = is_weekday(dated) or _is_span_of_weekdays(dated)
    if not _looks_ahead(hit, view, dated, cues):
        early = weekday and article.rules.types[hit.trigger.type].public  # else told on the spot
        return _told_a_day_early(dated, hit, view, article) if early else dated
    if _says_which(hit, view, dated, cues):
        return dated
    ahead = (
        _by_weeks(dated.interval, 1)
        if weekday
        else in_year(dated.interval, dated.interval.first.year + 1)
    )
    if ahead is None or ahead.last < today or (ahead.first - today).days > 366:
        return dated
    far = not weekday and ahead.first - today > FAR
    just = today - dated.interval.last < JUST  # "would launch it by June 4", told on June 7
    if far and (just or not _looks_ahead(hit, view, dated, cues, 3)):
        return dated
    nearer = today - dated.interval.last < ahead.first - today
    if nearer and _put_off(hit, view, dated, cues) and not _is_still_set(view, dated, cues):
        return dated
    return dated._replace(interval=ahead, reason=f"{dated.reason}, the words look ahead")


def _told_a_day_early(dated: Dated, hit: Hit, view: View, article: Article) -> Dated:
    """The weekday of tomorrow, where the happening is told as news of its own clause."""
    words = view.masked, max(0, hit.span.start - ASIDE), hit.span.start
    apart = article.cues.own_clauses.search(*words) or article.cues.pluperfect.search(*words)
    if apart or article.today is None or not _is_tomorrow_s(dated.interval, article.today, article):
        return dated
    return dated._replace(interval=_by_weeks(dated.interval, 1), reason=f"{dated.reason}, {EAST}")


def _turned_back(dated: Dated, hit: Hit, view: View, article: Article) -> Dated:
    """A date without a year read as ahead, though the happening is told as past."""
    if _is_still_set(view, dated, article.cues):
        return dated
    if _put_off(hit, view, dated, article.cues):
        return _nearer(dated, article.today, article.cues)
    if YEAR.search(dated.date.phrase) or dated.date.basis != Basis.RELATIVE:
        return dated
    if article.cues.plans.set_for.search(view.masked, 0, view.at(dated.date.span).start):
        return dated  # "convened the parties for the 15th of April"
    if is_weekday(dated):
        return _weekday_turned_back(dated, hit, view, article)
    if _counts(dated, article.cues):
        return dated
    end = max(hit.span.end, view.at(dated.date.span).start)
    told = view.masked[hit.span.start : end].lower().split()
    if not any(map(article.language.is_past, told)):
        return dated
    if article.cues.future.regex.search(" ".join(view.masked[:end].split()[-16:])):
        return dated
    if WEEK in dated.date.value:
        back: Interval | None = _by_weeks(dated.interval, -1)
    else:
        back = in_year(dated.interval, dated.interval.first.year - 1)
    return dated._replace(interval=back, reason=f"{dated.reason}, told as past") if back else dated


def _says_when(dated: Dated, cues: Cues) -> bool:
    """Whether the phrase itself says which year or week it is of."""
    phrase = dated.date.phrase
    return bool(YEAR.search(phrase) or cues.backward.search(phrase))


def _was_decided(hit: Hit, view: View, dated: Dated, cues: Cues) -> bool:
    """Whether the day is that on which it was decided: "on Monday decided to lift the embargo"."""
    end = view.at(dated.date.span).end
    return cues.standing.decided_then.match(view.masked, end, hit.span.start) is not None


def _says_which(hit: Hit, view: View, dated: Dated, cues: Cues) -> bool:
    """Whether the day is that on which the thing was made that something is to be done with: "will leave under a
    deal reached on Sunday"."""
    day = view.at(dated.date.span)
    told = Span(hit.span.start, max(hit.span.end, day.end))
    beside = hit.span.start < day.start <= hit.span.end + BESIDE
    return beside and says_which(view.masked, told, cues)


def _weekday_turned_back(dated: Dated, hit: Hit, view: View, article: Article) -> Dated:
    """A weekday read as that of the next week, though something came of it or after it."""
    cues, gone = article.cues, _by_weeks(dated.interval, -1)
    if cues.forward.search(dated.date.phrase):
        return dated  # "next Wednesday"
    if _fell_through(hit, view, dated, cues):
        return dated._replace(interval=gone, reason=f"{dated.reason}, of what did not come")
    if _comes_before(dated, hit, view, cues):
        return dated._replace(interval=gone, reason=f"{dated.reason}, before what follows it")
    return _of_the_meeting(dated, hit, view, article)


def _fell_through(hit: Hit, view: View, dated: Dated, cues: Cues) -> bool:
    """Whether what had been planned for a day is told with what came instead: "was to meet on Sunday, but"."""
    end = view.at(dated.date.span).end
    start = max(0, hit.span.start - WAS_TO)
    planned = cues.standing.was_to.search(view.searched, start, max(end, hit.span.end))
    if planned is None or _is_still_set(view, dated, cues):
        return False
    instead = cues.standing.instead.search(view.masked, end, end + INSTEAD)
    return (
        instead is not None
        and cues.past.search(view.masked, instead.end(), instead.end() + INSTEAD) is not None
    )


def _comes_before(dated: Dated, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether something comes "after" the hit on a day that is told before: "will speak on Monday after holding
    talks on Friday"."""
    after = cues.after_days.search(view.masked, max(0, hit.span.start - AFTER), hit.span.start)
    earlier = [
        d for d in view.dates if d.interval and after and view.at(d.span).end <= after.start()
    ]
    day = earlier[-1].interval if earlier else None
    if after is None or day is None or "," in view.masked[after.start() : hit.span.end]:
        return False
    return day.days == 1 and day.first < dated.interval.first


def _of_the_meeting(dated: Dated, hit: Hit, view: View, article: Article) -> Dated:
    """The weekday on which something was agreed: "agreed to set up a bank at their summit on Tuesday"."""
    at = article.cues.occasions.own_meeting.search(view.masked, 0, hit.span.start)
    words = view.masked[: at.start()].lower().split() if at else []
    marks = article.cues.grammar.infinitives
    to = next((n for n, word in enumerate(reversed(words)) if word in marks), 0)
    if to < MATTER or not any(map(article.language.is_past, words)):
        return dated
    back = _by_weeks(dated.interval, -1)
    return dated._replace(interval=back, reason=f"{dated.reason}, of what was agreed at it")


def _counts(dated: Dated, cues: Cues) -> bool:
    """Whether the phrase itself says which year it is: "September next year"."""
    return cues.forward.search(dated.date.phrase) is not None


def _nearer(dated: Dated, today: dt.date | None, cues: Cues) -> Dated:
    """The day of this year or of the one before, whichever is nearer to `today`."""
    back = in_year(dated.interval, dated.interval.first.year - 1)
    if back is None or today is None or YEAR.search(dated.date.phrase) or _counts(dated, cues):
        return dated
    nearer = today - back.last < dated.interval.first - today and not is_weekday(dated)
    return dated._replace(interval=back, reason=f"{dated.reason}, gone by") if nearer else dated


def _is_tomorrow_s(interval: Interval, today: dt.date, article: Article) -> bool:
    """Whether a weekday is that of tomorrow and nothing in the article lies further back: then it is
    not six days ago, but today where the happening was."""
    if (today - interval.first).days != 6 or not _is_news(interval, article):
        return False
    return not any(
        date.interval
        and date.phrase.isalpha()
        and date.interval.days == 1
        and 3 <= (today - date.interval.first).days <= 5
        for date in article.dates
    )


def _is_news(interval: Interval, article: Article) -> bool:
    """Whether the article speaks of these days in its first sentences."""
    opening = article.views[min(NEWS, len(article.views)) - 1].sentence.span.end
    return any(d.interval == interval for d in article.dates if d.span.start < opening)


def _put_off(hit: Hit, view: View, dated: Dated, cues: Cues) -> bool:
    """Whether the day was set for the happening, or nothing came of it: it may lie ahead or have gone by."""
    spot = view.at(dated.date.span).start
    said = view.searched, max(0, spot - 40), spot
    if cues.plans.put_off_to.search(*said) or cues.plans.put_off_from.search(*said):
        return True
    start = max(0, hit.span.start - 40)
    return any(
        cue.search(view.searched, start, hit.span.end) for cue in (cues.cancelled, cues.postponed)
    )


def _is_still_set(view: View, dated: Dated, cues: Cues) -> bool:
    """Whether the day is told as set now: "is scheduled for November", not "was"."""
    return cues.plans.still_set.search(view.masked, 0, view.at(dated.date.span).start) is not None


def _looks_ahead(hit: Hit, view: View, dated: Dated, cues: Cues, words: int = 8) -> bool:
    """Whether the so many words before the happening look ahead, or its own."""
    if _put_off(hit, view, dated, cues):
        return True
    if _is_what_for(hit, view, dated, cues):
        return False
    before = view.masked[part_around(view.masked, hit.span).start : hit.span.start]
    window = " ".join(before.split()[-words:])
    close = " ".join(before.split()[-AHEAD_OF_WORDS:])
    return (
        _is_ahead(window, cues)
        or bool(cues.ahead_of.search(close))
        or _ahead_inside(hit.span.of(view.masked), cues)
    )


def _is_what_for(hit: Hit, view: View, dated: Dated, cues: Cues) -> bool:
    """Whether the day is that of what was done for it: "flew to Rome on Monday to meet", not "agreed on Monday to
    meet"."""
    spot, text = view.at(dated.date.span), view.masked
    if not cues.what_for.match(text, spot.end) or not spot.end <= hit.span.start <= spot.end + 4:
        return False
    start = max(0, spot.start - 60)
    if cues.intending_before_date.search(text, start, spot.start):
        return False
    return cues.past.search(text, start, spot.start) is not None


def _is_ahead(window: str, cues: Cues) -> bool:
    """Whether words look ahead to what follows them; those of another clause do not: "had been arranged before
    the launch"."""
    return any(
        not cues.own_clauses.search(window, found.end())
        and not cues.standing.not_bidden.search(window, 0, found.end())
        for found in cues.ahead.finditer(window)
    )


def _ahead_inside(words: str, cues: Cues) -> bool:
    """Whether the hit's own words look ahead; what was done "to approve" a thing does not."""
    found = cues.ahead_inside.search(words)
    if found is None or is_of_the_thing(words, Span(0, len(words)), found, cues):
        return False
    return not (
        cues.grammar.infinitive.match(found[0]) and cues.past.search(words, 0, found.start())
    )


def is_weekday(dated: Dated) -> bool:
    return dated.interval.days == 1 and not any(sign.isdigit() for sign in dated.date.phrase)


def _is_span_of_weekdays(dated: Dated) -> bool:
    """Whether it goes from one weekday to another ("between Friday and Monday")."""
    named = bool(dated.date.parts) and not any(sign.isdigit() for sign in dated.date.phrase)
    return named and dated.interval.days <= WEEKDAYS


def _by_weeks(interval: Interval, count: int) -> Interval:
    step = dt.timedelta(weeks=count)
    return Interval(interval.first + step, interval.last + step, interval.precision)


def in_year(interval: Interval, year: int) -> Interval | None:
    """The same days of another year, None where 29 February has none there."""
    try:
        first = interval.first.replace(year=year)
        last = interval.last.replace(year=year + interval.last.year - interval.first.year)
    except ValueError:
        return None
    return Interval(first, last, interval.precision)
