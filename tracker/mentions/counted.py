"""The day of what a date is counted from: "fired a missile on Wednesday, six days after the launch of …"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from tracker.dates.calendar import same_day, step
from tracker.mentions.accused import is_of_the_charge
from tracker.mentions.article import Article
from tracker.mentions.carried import goes_on
from tracker.mentions.cues import Cues
from tracker.mentions.dated import Dated
from tracker.mentions.hits import Hit, View
from tracker.mentions.reading import Reading
from tracker.values import Basis, DateFound, Interval, Precision, Span

__all__ = [
    "CLAUSES",
    "COUNTED",
    "EXACTLY",
    "PARTED",
    "REACH",
    "Count",
    "counted_from",
    "counted_to",
    "counts_from",
    "counts_in",
]

COUNTED = "counted from what is told beside it"
LENGTH = re.compile(r"P(\d+)([DWMY])")
# Days, weeks, months, years; of more only a rough time is meant.
MOST = {"D": 20, "W": 8, "M": 11, "Y": 60}
REACH = 60  # characters behind "six days after" in which the happening is told


UNITS = {"D": "day", "W": "day", "M": "month", "Y": "year"}
WEEK = 7  # days
EXACTLY = 12  # characters before a count in which "exactly" stands
PARTED = re.compile(r"[,;:—–]")
AGE = re.compile(r", \d{1,3}(?:,|(?=\s*$))")  # "after Ana Duarte, 38, was hit"
CLAUSES = re.compile(r"[;:—–]")


@dataclass(frozen=True, slots=True)
class Count:
    """So many days, months or years "after" (below 0: it lies back) or "before"; where it is said; whether it is to
    the day."""

    steps: int
    unit: str
    span: Span
    exact: bool = False


def counts_from(view: View, article: Article) -> bool:
    """Whether the sentence counts days from something."""
    return any(True for _ in counts_in(view, article.cues))


def counted_from(hit: Hit, view: View, article: Article, news: Reading | None) -> Dated | None:
    """The day of a happening that a day is counted from. An anniversary that tells its years has the day beside it:
    "on Sunday, 25 years after the quake"."""
    cues = article.cues
    count = next((c for c in counts_in(view, cues) if _leads_to(c, hit, view, cues)), None)
    if count and _has_its_own(count, hit, view):
        return None
    if count and hit.span.holds(count.span) and article.rules.types[hit.trigger.type].anniversary:
        return None
    anchor = _anchor(count, view, article, news) if count else None
    if count is None or anchor is None or anchor.interval.days != 1:
        return None
    if not count.steps and is_of_the_charge(anchor.date, hit, view, article):
        return None  # "testified Monday that he called minutes after his brother was shot"
    day = anchor.interval.first
    if count.exact:
        then = same_day(count.unit, day, count.steps)
        return _counted(anchor.date, Interval(then, then, Precision.DAY))
    return _counted(anchor.date, step(count.unit, day, count.steps).interval)


def counted_to(hit: Hit, view: View, article: Article) -> Dated | None:
    """The day of a happening that is counted from another with a day of its own: "was signed a day after the
    ministers met on Sunday", "Two days after the summit ended on Friday, they fired"."""
    for count in counts_in(view, article.cues):
        day = _own_day(count, view)
        if day is None or day.interval is None or day.interval.days > 1 or not count.steps:
            continue
        if not _is_counted(hit, count, day, view, article.cues):
            continue
        interval = step(count.unit, day.interval.first, -count.steps).interval
        return _counted(day, interval) if count.unit == "day" else None
    return None


def _has_its_own(count: Count, hit: Hit, view: View) -> bool:
    """Whether what something is counted from has its own day, and the main clause has none: "a day after the
    ministers met on Sunday"."""
    day = _own_day(count, view)
    if day is None:
        return False
    spot = view.at(day.span)
    if PARTED.search(view.masked, count.span.end, max(hit.span.end, spot.start)):
        return False
    if count.span.start <= view.head:
        return view.masked.startswith(",", spot.end)
    return not any(d.interval and view.at(d.span).end <= count.span.start for d in view.dates)


def _counted(date: DateFound, interval: Interval) -> Dated:
    return Dated(replace(date, interval=interval, basis=Basis.CONTEXT), interval, 1.0, COUNTED)


def _own_day(count: Count, view: View) -> DateFound | None:
    """The date of what something is counted from, in the words that tell it."""
    dates = (date for date in view.dates if date.interval)
    day = next((date for date in dates if view.at(date.span).start >= count.span.end), None)
    if day is None or PARTED.search(view.masked, count.span.end, view.at(day.span).start):
        return None
    return day


def _is_counted(hit: Hit, count: Count, day: DateFound, view: View, cues: Cues) -> bool:
    """Whether a happening is that of the main clause, which has no date but the count."""
    text, spot = view.masked, view.at(day.span)
    if count.span.start <= view.head:
        comma = text.find(",", spot.end)
        own = any(d.interval and view.at(d.span).start > comma for d in view.dates)
        return 0 <= comma < hit.span.start and not own
    between = text[hit.span.end : count.span.start] if hit.span.end <= count.span.start else ";"
    if CLAUSES.search(between) or cues.breaks.intersection(between.split()):
        return False
    return not any(d.interval and view.at(d.span).end <= count.span.start for d in view.dates)


def counts_in(view: View, cues: Cues) -> Iterator[Count]:
    """The counts of days, months or years that the sentence leads to something."""
    for date in view.dates:
        found = LENGTH.fullmatch(date.value) if date.interval is None else None
        if found and int(found[1]) <= MOST[found[2]]:
            times = WEEK if found[2] == "W" else 1
            yield from _count(
                times * int(found[1]), UNITS[found[2]], view.at(date.span), view, cues
            )
    for eve in cues.eves.finditer(view.searched, view.head):
        yield Count(1, "day", Span(*eve.span()))
    for moment in cues.moments.finditer(view.searched, view.head):
        yield from _count(0, "day", Span(*moment.span()), view, cues)


def _count(steps: int, unit: str, spot: Span, view: View, cues: Cues) -> Iterator[Count]:
    if after := cues.counted_after.match(view.masked, spot.end):
        exact = cues.to_the_very_day.search(view.masked, max(0, spot.start - EXACTLY), after.end())
        yield Count(-steps, unit, Span(spot.start, after.end()), exact=exact is not None)
    elif (since := cues.counted_since.match(view.masked, spot.end)) and (
        cues.counted_to_the_day.search(view.masked[: spot.start])
    ):
        yield Count(-steps, unit, Span(spot.start, since.end()), exact=True)
    elif before := cues.counted_before.match(view.masked, spot.end):
        yield Count(steps, unit, Span(spot.start, before.end()))


def _leads_to(count: Count, hit: Hit, view: View, cues: Cues) -> bool:
    """Whether the happening is what the days are counted from, with no clause between."""
    if hit.span.end <= count.span.end or hit.span.start < count.span.start:
        return False
    if hit.span.start > count.span.end + REACH:
        return False
    between = AGE.sub(" ", view.masked[count.span.end : hit.span.start])
    parted = PARTED.search(between) is not None
    if count.steps <= 0:
        parted = parted or cues.future.regex.search(between) is not None
    said = cues.they_did.search(between)  # "days after threats they made", not "after they met"
    return not parted and not (said and said["what"])


def _anchor(count: Count, view: View, article: Article, news: Reading | None) -> Dated | None:
    """The one day the sentence tells of its main clause; where it tells none, that of the happening told
    just before."""
    opens = count.span.start <= view.head
    days = [date for date in view.dates if date.interval]
    days = [date for date in days if (view.at(date.span).start > count.span.end) == opens]
    days = [date for date in days if date.interval and date.interval.days == 1] or days
    if len(days) == 1 and days[0].interval:
        return Dated(days[0], days[0].interval, 1.0, COUNTED)
    if days or opens or news is None or news.mention is None or news.dated is None:
        return None
    told = news.view is view or goes_on(view, article, news)
    return news.dated._replace(interval=news.mention.interval) if told else None
