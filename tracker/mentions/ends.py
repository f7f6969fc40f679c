"""How long what was told before goes on: "The drills run until 27 October", "The congress closes on Friday"."""

import datetime as dt
import re

from tracker.mentions.article import Article
from tracker.mentions.between import without_asides
from tracker.mentions.carried import goes_on
from tracker.mentions.cues import Cues
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.mentions.lasting import length_of
from tracker.mentions.marks import MARKS
from tracker.mentions.reading import Reading
from tracker.mentions.reporting import bounds
from tracker.values import DateFound, Interval, Precision, Span, Status

__all__ = ["SURE", "TO_ITS_END", "is_over", "of_its_end", "of_its_hours"]

TO_ITS_END = "from the day told before to its end"
NAMED = re.compile(
    f"[{''.join(sign for kind, sign in MARKS.items() if kind not in ('date', 'place'))}]"
)
TO_ITS_DAY = 3  # words between "ended" and the day
NEAR = 3  # sentences since it was told when it began
SURE = 1.2  # a first day that costs more is only supposed
BEFORE_ITS_VERB = 30  # characters before a happening in which its verb stands
BEHIND = 50  # characters before its day in which its verb stands
HOURS = "PT"  # of TIMEX3
MOST = 31  # days that something is told to last
MORE = 2  # words between "two-week" and its noun
LONGEST = dt.timedelta(days=62)


def of_its_end(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The days from the one on which the happening told before began to that until which this sentence tells it to
    go on."""
    if began := _began_before(hit, view, article, last):
        return began
    if stayed := _stayed_since(hit, view, article, last):
        return stayed
    if lasted := _for_so_long(hit, view, article, last):
        return lasted
    first = _first_day(hit, view, article, last)
    return _until(hit, first, view, article) if first else None


def _until(hit: Hit, began: dt.date, view: View, article: Article) -> Dated | None:
    """The days from the first to that until which the sentence tells the hit to go on."""
    for date in view.dates:
        end = date.interval
        if end is None or end.days > 1 or not began < end.first <= began + LONGEST:
            continue
        if _lasts_until(hit, date, view, article.cues) or _ends_on(hit, date, view, article.cues):
            return Dated(date, Interval(began, end.first, Precision.DAY), 1.0, TO_ITS_END)
    return None


def of_its_hours(
    dated: Dated, hit: Hit, view: View, article: Article, last: Reading | None
) -> Dated:
    """From the day told before, for what began at an hour of it and is to go on on another: "came on Monday. Talks
    began in the afternoon and resume today"."""
    end, cues, spot = dated.interval, article.cues, view.at(dated.date.span)
    if last is None or last.mention is None or not goes_on(view, article, last):
        return dated
    began = cues.began.search(view.masked, hit.span.start, hit.span.end)
    hour = cues.occasions.hours.search(view.searched, hit.span.start, spot.start)
    on = hour and cues.lasting.to_its_end.fullmatch(view.masked, hour.end(), spot.start)
    first = last.mention.interval.first
    if not (began and on) or end.days > 1 or not first < end.first <= first + LONGEST:
        return dated
    return dated._replace(interval=Interval(first, end.first, Precision.DAY), reason=TO_ITS_END)


def _for_so_long(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The days of a length that the sentence opens with: "The two-week drill involves …"."""
    if last is None or last.mention is None or last.mention.type != hit.trigger.type:
        return None
    day = last.mention.interval
    if not _goes_on(hit, view, article, last) or day.precision != Precision.DAY or day.days > 1:
        return None
    lasted = length_of(hit, [hit], view, article.cues)
    if lasted is None or not 1 < lasted.days <= MOST or last.dated is None:
        return None
    if any(date.interval and not bounds(date, view, article.cues) for date in view.dates):
        return None
    opens = Span(view.head, lasted.span.start).of(view.masked).split()
    told = Span(lasted.span.end, max(lasted.span.end, hit.span.start)).of(view.masked).split()
    if [word.lower() for word in opens] not in ([the] for the in article.language.words("the")):
        return None
    if len(told) > MORE:
        return None
    more = dt.timedelta(days=lasted.days - 1)
    first, end = (
        (day.first - more, day.first) if is_over(last, article) else (day.first, day.first + more)
    )
    days = Interval(first, end, Precision.DAY)
    return last.dated._replace(interval=days, cost=1.0, reason=TO_ITS_END)


def _first_day(hit: Hit, view: View, article: Article, last: Reading | None) -> dt.date | None:
    """The day of the last happening told, where it is of the same type, of a sort that lasts, and near."""
    if last is None or last.mention is None or last.mention.type != hit.trigger.type:
        return None
    if last.mention.status not in (Status.OCCURRED, Status.PLANNED):
        return None
    if _is_of_another_kind(hit, view, article, last):
        return None
    if not _goes_on(hit, view, article, last) or is_over(last, article):
        return None
    day = last.mention.interval
    return day.first if day.precision == Precision.DAY and day.days == 1 else None


def _is_of_another_kind(hit: Hit, view: View, article: Article, last: Reading) -> bool:
    """Whether each is said to be of a kind of its own: "an emergency session … the spring session"."""
    kinds = article.language.words("kinds_of_sitting")
    own = set(view.masked[view.head : hit.span.end].lower().split()).intersection(kinds)
    told = set(last.view.masked[: last.hit.span.end].lower().split()).intersection(kinds)
    return bool(own and told) and own.isdisjoint(told)


def _goes_on(hit: Hit, view: View, article: Article, last: Reading) -> bool:
    """Whether the hit may tell more of the days of the last happening, which is dated, lasts, and is near."""
    near = 0 < view.number - last.view.number <= _reach(hit, view, article)
    kind = article.rules.types[hit.trigger.type]
    if not near or not kind.lasts or len(kind.sorts) > 1:
        return False  # of many sorts the opening is one, and what goes on another
    return last.dated is not None and last.dated.cost <= SURE


def is_over(last: Reading, article: Article) -> bool:
    """Whether the words of a happening, or its verb before them or between them and its day, tell that it ended."""
    hit, view = last.hit.span, last.view
    start = max(0, hit.start - BEFORE_ITS_VERB)
    if article.cues.ending.search(view.masked, start, hit.end) or _took_hours(hit, view):
        return True
    day = view.at(last.dated.date.span).start if last.dated else 0
    aside, comma, told = view.masked[max(hit.end, day - BEHIND) : day].rpartition(",")
    if comma:  # "The congress, which had met for days, | closed on"
        return aside != "" and article.cues.ending.match(told.lstrip()) is not None
    broken = not article.cues.breaks.isdisjoint(told.split())
    return not broken and article.cues.ending.search(told) is not None


def _took_hours(hit: Span, view: View) -> bool:
    """Whether it is told to have taken hours or minutes: "met for 25 minutes"."""
    spots = (view.at(date.span).start for date in view.dates if date.value.startswith(HOURS))
    return any(hit.end <= spot <= hit.end + BEHIND for spot in spots)


def _began_before(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The days up to the one on which the last happening ended from that on which this sentence, which names
    nobody, tells it to have begun: "The drill had begun on 3 May"."""
    if last is None or last.mention is None or last.mention.type != hit.trigger.type:
        return None
    end, dates = last.mention.interval, [date for date in view.dates if date.interval]
    if not _goes_on(hit, view, article, last) or not is_over(last, article):
        return None
    first = dates[0].interval if len(dates) == 1 else None
    if end.days > 1 or first is None or first.days > 1:
        return None
    if not first.first < end.first <= first.first + LONGEST:
        return None
    start = view.at(dates[0].span).start
    # "The congress, which opened on"
    told = _without(article.cues.lasting.which_runs, view.masked[view.head : max(start, view.head)])
    began = article.cues.began.search(view.masked, hit.span.start, max(start, hit.span.start))
    whole = article.cues.occasions.the_thing.match(told)  # not "its live phase"
    if began is None or whole is None or NAMED.search(told) or "," in told:
        return None
    days = Interval(first.first, end.first, Precision.DAY)
    return Dated(dates[0], days, 1.0, TO_ITS_END)


def _stayed_since(hit: Hit, view: View, article: Article, last: Reading | None) -> Dated | None:
    """The days up to that of the departure told before since which the guest had been there: "She left on Friday. She
    had been in Oslo since Monday"."""
    if last is None or last.mention is None or last.mention.type != hit.trigger.type:
        return None
    left, cues = last.mention.interval, article.cues
    if left.days > 1 or not cues.occasions.departing.search(last.hit.span.of(last.view.masked)):
        return None
    dates = [date for date in view.dates if date.interval]
    came = dates[0].interval if len(dates) == 1 else None
    if came is None or came.days > 1 or not _goes_on(hit, view, article, last):
        return None
    start = view.at(dates[0].span).start
    since = cues.since_before_date.search(view.searched, hit.span.start, start)
    if since is None or not came.first < left.first <= came.first + LONGEST:
        return None
    return Dated(dates[0], Interval(came.first, left.first, Precision.DAY), 1.0, TO_ITS_END)


def _reach(hit: Hit, view: View, article: Article) -> int:
    """For how many sentences the words mean what was told: "it" only what the one before tells."""
    first = hit.span.of(view.masked).lower().split()[:1]
    return 1 if first and first[0] in article.language.words("subject_pronouns") else NEAR


def _lasts_until(hit: Hit, date: DateFound, view: View, cues: Cues) -> bool:
    """Whether the hit is what goes on until the date, with no other clause between."""
    start = view.at(date.span).start
    until = cues.lasting.until.search(view.searched, max(0, start - 30), start)
    if until is None or until.start() < hit.span.end - 1:
        return False
    told = without_asides(Span(hit.span.start, until.start()).of(view.masked), cues)
    aside = cues.lasting.which_runs.search(told)
    near = aside and len(told[aside.end() :].split()) <= TO_ITS_DAY
    another = NAMED.search(view.masked, view.head, until.start())  # by its name
    if near and not another:
        told = _without(cues.lasting.which_runs, told)
    words = set(told.lower().split())
    return bool(cues.lasting.goes_on_for.search(told)) and not (words & cues.breaks or ";" in told)


def _ends_on(hit: Hit, date: DateFound, view: View, cues: Cues) -> bool:
    """Whether the hit, which names nobody, ends on the date: "The congress will close on Friday"."""
    start = view.at(date.span).start
    ends = cues.ending.search(view.masked, hit.span.start, max(start, hit.span.start))
    opened = without_asides(view.masked[view.head : start], cues)
    if ends is None or NAMED.search(opened):
        return False
    told = _without(cues.lasting.about_it, opened)
    between = view.masked[ends.end() : start].split()
    words = told.lower().split()
    return len(between) <= TO_ITS_DAY and cues.breaks.isdisjoint(words) and "," not in told


def _without(aside: re.Pattern[str], told: str) -> str:
    """The words on the way to a day, the opening of an aside on the happening blotted out: "The drill, due to"."""
    return aside.sub(lambda found: " " * len(found[0]), told, 1)
