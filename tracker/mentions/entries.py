"""Entries of a chronology: a line that a date opens is of that date to its end ("26 May 2018: … They sign …")."""

import bisect
import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.dates import opens_a_line
from tracker.values import DateFound, Span

__all__ = ["Entry", "agenda_of", "diary_of", "entries_of", "entry_at", "item_at"]

ALONE = re.compile(r"[^\S\n]*(?:\n|$)")
AT = re.compile(
    r"^[^\S\n]*(?:(?:[-*•–—]|--)[^\S\n]*)?\d{1,2}(?:[:.]\d{2}(?!\d)|[^\S\n]?[AaPp]\.?[Mm]\b)[^\n]*",
    re.MULTILINE,
)
ITEM = re.compile(r"[^\S\n]*(?:[-–—*•·>#]+|\d{1,3}[.)])[^\S\n]+")
# A line that opens with a town in capitals: "- PARIS - Meeting on mines", "** CALI, Colombia: …".
TOWN = re.compile(
    r"^[^\S\n]*(?:[-*•–—]+[^\S\n]*)?[A-Z][A-Z .'’/]{2,30}(?:,[^\S\n][\w .'’]{2,30})?[^\S\n]*(?:[-–—]+|:)[^\S\n][^\n]+",
    re.MULTILINE,
)
FEWEST = 2  # one line that a date opens is no chronology
LONGEST = 1500  # characters below a date that stands alone on its line
WIDEST = 31  # days; what a heading such as "2015" or "Spring 2015" says dates no single happening


@dataclass(frozen=True, slots=True)
class Entry:
    """The stretch of the text that a date opens, behind the date itself."""

    date: DateFound
    span: Span
    timed: bool = False  # a line of an agenda: another line is another happening


def entries_of(text: str, dates: Sequence[DateFound]) -> tuple[Entry, ...]:
    """The entries of a text in order, none where fewer than two lines open with a date.
    `dates` are those of the text, in order."""
    heads = [date for date in dates if _opens(text, date)]
    if len({date.interval for date in heads}) < FEWEST:
        return ()
    ends = [*(head.span.start for head in heads[1:]), len(text)]
    return tuple(
        Entry(head, Span(head.span.end, _end(text, head, limit)))
        for head, limit in zip(heads, ends, strict=True)
    )


def agenda_of(text: str, dates: Sequence[DateFound], news: DateFound | None) -> tuple[Entry, ...]:
    """The lines of an agenda, which open with the hour ("11:15 a.m. …"), each of the day that opens a line
    above it, else of the only one that the text tells ahead of them to come, else of that of the `news`; none where
    fewer than two lines do, or one right below its day."""
    lines = list(AT.finditer(text))
    if not lines:
        return ()
    days = [date for date in dates if _opens(text, date)]
    several = len({day.interval for day in days}) >= FEWEST  # then the days alone part the text
    if len(lines) < FEWEST and (several or not _headed(text, lines[0].start(), days)):
        return ()
    found = _of_the_whole(text, days, lines[0].start())
    for line in lines:
        above = bisect.bisect_right(days, line.start(), key=lambda date: date.span.end)
        day = days[above - 1] if above else _to_come(dates, news, lines[0].start()) or news
        if day:
            found.append(Entry(day, Span(*line.span()), True))
    return tuple(found)


def diary_of(text: str, dates: Sequence[DateFound]) -> tuple[Entry, ...]:
    """The lines of a diary, which open with a town below a day that has a line of its own, each of that day; none where
    fewer than two do."""
    days = [d for d in dates if _opens(text, d) and ALONE.match(text, d.span.end)]
    found = []
    for line in TOWN.finditer(text) if days else ():
        above = bisect.bisect_right(days, line.start(), key=lambda date: date.span.end)
        if above and not any(line.start() <= day.span.start < line.end() for day in days):
            found.append(Entry(days[above - 1], Span(*line.span()), True))
    return tuple(found) if len(found) >= FEWEST else ()


def _to_come(dates: Sequence[DateFound], news: DateFound | None, end: int) -> DateFound | None:
    """The only day later than that of the news which the text tells before a place of it: "will meet on Friday, he
    said on Thursday. The programme:"."""
    told = news.interval if news else None
    if told is None:
        return None
    ahead = [
        date
        for date in dates[: bisect.bisect_right(dates, end, key=lambda date: date.span.end)]
        if date.interval and date.interval.days == 1 and date.interval.first > told.first
    ]
    return ahead[0] if len({date.interval for date in ahead}) == 1 else None


def _of_the_whole(text: str, days: Sequence[DateFound], first: int) -> list[Entry]:
    """What stands between the days of the whole agenda, on a line of their own, and the first heading or line below:
    "VISIT TO CHAD / 3-6 May 2014 / The Queen will …"."""
    above = [day for day in days if day.span.end < first]
    if not above or above[0].interval is None or above[0].interval.days == 1:
        return []
    if not ALONE.match(text, above[0].span.end):
        return []
    end = above[1].span.start if len(above) > 1 else first
    return [Entry(above[0], Span(above[0].span.end, end))]


def _headed(text: str, line: int, days: Sequence[DateFound]) -> bool:
    """Whether a day on a line of its own stands right above a line."""
    return any(not text[day.span.end : line].strip() for day in days if day.span.end < line)


def entry_at(entries: Sequence[Entry], place: int) -> Entry | None:
    """The entry that holds a place of the text."""
    at = bisect.bisect_right(entries, place, key=lambda entry: entry.span.start) - 1
    return entries[at] if at >= 0 and place < entries[at].span.end else None


def item_at(text: str, entries: Sequence[Entry], place: int) -> int | None:
    """Where the line of a place begins, if it is an item of the list below a day: "- OSLO - King opens …"."""
    entry = entry_at(entries, place)
    day = entry.date.interval if entry else None
    if entry is None or day is None or day.days > 1:
        return None
    line = text.rfind("\n", max(0, entry.span.start - 1), place) + 1
    return line if line >= entry.span.start and ITEM.match(text, line) else None


def _opens(text: str, date: DateFound) -> bool:
    if date.interval is None or date.interval.days > WIDEST:
        return False
    if date.interval.days > 1 and date.phrase.isalpha() and ALONE.match(text, date.span.end):
        return False  # "April": the heading of a section whose sentences have days of their own
    return opens_a_line(text, *date.span)


def _end(text: str, head: DateFound, limit: int) -> int:
    """Where the entry ends: with its line, or, where the date has a line of its own, before the next one."""
    line = text.find("\n", head.span.end)
    line = len(text) if line < 0 else line
    alone = not text[head.span.end : line].strip(" .:–—-*|")
    return min(limit, head.span.end + LONGEST) if alone else min(limit, line)
