"""Which date of its sentence a trigger takes: nearness along the words, and what stands between."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.mentions.article import Article
from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.mentions.pattern import MARKS
from tracker.values import Basis, DateFound, Interval, Precision, Span

__all__ = ["Dated", "date_of", "further_dates", "reported"]

PART = re.compile(rf"[{''.join(MARKS.values())}]+|[\w'’.-]+|[,;:()—–]")
ASIDE = re.compile(r"\([^()]*\)|,\s+(?:which|who|whose|where|whom)\b[^,;]*,|[—–][^—–;]*[—–]")
APPOSED = re.compile(r",[^,;]{1,70},")
LIMIT = 3.0
YEAR_LIMIT = 0.7
LONGEST = 370  # a decade dates no happening
DATE = MARKS["date"]
GOES_ON = re.compile(r"\s*(?:,|and\b|or\b|, and\b|as well as\b)")
RANGE_BEFORE = re.compile(r"\b(?:from|between)\s+(?:the\s+)?$")
TO_THE_END = frozenset(["through", "until", "till"])
ENTRY = re.compile(r"\s*[:–—-]\s")
WORD = re.compile(r"\w+")
YEAR = re.compile(r"\d{4}")
EAST = "today east of the publisher"
DAYS = re.compile(r"P(\d+)([DW])")


@dataclass(frozen=True, slots=True)
class Dated:
    """The date a trigger takes, how far it is (0 at hand, 3 too far), and why.

    `close` where it belongs to the very phrase: "the May launch", "talks in Geneva on Friday".
    """

    date: DateFound
    interval: Interval
    cost: float
    reason: str
    close: bool = False


def date_of(hit: Hit, hits: Sequence[Hit], view: View, article: Article) -> Dated | None:
    """The cheapest date for this trigger, None when every one belongs elsewhere."""
    cues = article.cues
    near = [
        dated
        for date in view.dates
        if date.interval is not None
        and date.interval.days <= LONGEST
        and (dated := _distance(hit, date, hits, view, cues)).cost < _limit(date)
        and (dated.close or hit.trigger.date != "phrase")
    ]
    best = min(near, key=lambda dated: dated.cost, default=None)
    return _lasting(_turned(best, hit, view, article), hit, view, cues) if best else None


def further_dates(
    dated: Dated, hit: Hit, hits: Sequence[Hit], view: View, article: Article
) -> list[Dated]:
    """The dates that go on from the one taken: "in 2006, 2009 and 2013", "Oslo on May 5 and Rome on May 8"."""
    found: list[Dated] = []
    at = view.at(dated.date.span)
    if at.start < hit.span.start or RANGE_BEFORE.search(
        view.masked, max(0, at.start - 12), at.start
    ):
        return []
    for date in view.dates:
        spot = view.at(date.span)
        if date.interval is None or spot.start < at.end:
            continue
        gap = Span(at.end, spot.start)
        if any(gap.start <= other.span.start < gap.end for other in hits):
            break
        if not _goes_on(gap.of(view.masked), article) or date.interval.days > LONGEST:
            break
        found.append(replace(dated, date=date, interval=date.interval, cost=dated.cost + 0.3))
        at = spot
    return [_turned(each, hit, view, article) for each in found]


def _goes_on(between: str, article: Article) -> bool:
    if not GOES_ON.match(between):
        return False
    words = [part.lower() for part in PART.findall(between)]
    if words == [","]:
        return True
    if not {"and", "or", "as"}.intersection(words[:2]) or TO_THE_END.intersection(words):
        return False
    cues, pasts = article.cues, article.language.pasts
    return len(words) <= 8 and not any(
        word in cues.breaks
        or word in cues.verbal
        or word in cues.speech
        or word in pasts
        or (word.endswith("ed") and len(word) > 4)
        for word in words
    )


def _limit(date: DateFound) -> float:
    """How far a date may be: a bare year dates only what it stands by."""
    coarse = date.interval is not None and date.interval.precision == Precision.YEAR
    return YEAR_LIMIT if coarse else LIMIT


def _distance(hit: Hit, date: DateFound, hits: Sequence[Hit], view: View, cues: Cues) -> Dated:
    assert date.interval is not None
    spot = view.at(date.span)
    if hit.span.start < spot.end and spot.start < hit.span.end:
        return Dated(date, date.interval, 0.0, "inside the words", True)
    before = spot.end <= hit.span.start
    gap = Span(spot.end, hit.span.start) if before else Span(hit.span.end, spot.start)
    between = gap.of(view.masked)
    if before and _attributive(PART.findall(between), cues):
        return Dated(date, date.interval, 0.02 * len(between.split()), "names the happening", True)
    if before and spot.start <= view.head + 3 and _heads_entry(date, spot, view):
        return Dated(date, date.interval, 0.1, "heads the entry", True)
    parts = PART.findall(_without_asides(between))
    if before and [part for part in parts if part.lower() not in cues.articles] == [","]:
        return Dated(date, date.interval, 0.1, "the day is named after it", True)
    bound = before and bool(parts) and parts[0].lower() in cues.circumstances
    cost = _words_cost(parts[1:] if bound else parts, cues)
    cost += 0.8 * sum(other is not hit and gap.holds(other.span) for other in hits)
    close = not before and len(parts) <= 12 and cost < 0.95 and not cues.verbal.intersection(parts)
    reason = "before it" if before else "after it"
    if before:
        cost, reason = _fronted(cost, reason, spot, parts, view)
    if (
        not close
        and not bound
        and cues.background.search(view.masked, max(0, hit.span.start - 60), hit.span.start)
    ):
        cost += 2.0
    if _vague(date, view.today):
        cost += 4.0
    cost += _belongs_elsewhere(hit, spot, parts, before, hits, view, cues)
    return Dated(date, date.interval, cost, reason, close)


def _heads_entry(date: DateFound, spot: Span, view: View) -> bool:
    """ "May 2006: …", "1994 - …": a line of a chronicle."""
    told = any(sign.isdigit() for sign in date.phrase)
    return told and bool(ENTRY.match(view.masked, spot.end))


def _fronted(
    cost: float, reason: str, spot: Span, parts: list[str], view: View
) -> tuple[float, str]:
    """A date that opens the sentence, or stands before the verb, holds for the whole clause."""
    if spot.start <= view.head + 18 and ";" not in parts:
        return min(cost, 0.5 + cost / 3.5), "opens the sentence"
    closes = 1.5 if parts and parts[0].lower() == "and" else 0.0
    return 0.4 + closes + cost * 0.75, reason


def _belongs_elsewhere(
    hit: Hit,
    spot: Span,
    parts: list[str],
    before: bool,
    hits: Sequence[Hit],
    view: View,
    cues: Cues,
) -> float:
    """What speaks for the date being another's: a report's, a bound, another happening's name."""
    text = view.masked
    cost = 0.0
    if _said_before(spot, text, cues):
        if not (before and parts and parts[0].lower() in cues.circumstances):
            cost += 4.0
    elif before and cues.intending_before_date.search(text[max(0, spot.start - 40) : spot.start]):
        cost += 3.0
    elif cues.saying_after_date.match(text, spot.end):
        cost += 1.5
    bounded = text[max(0, spot.start - 24) : spot.start]
    if cues.bounding_before_date.search(bounded) and not cues.put_off_to.search(
        text[max(0, spot.start - 40) : spot.start]
    ):
        cost += 4.0
    if cues.report_after_date.match(text, spot.end):
        cost += 4.0
    for other in hits:
        if other is not hit and other.span.start >= spot.end:
            if _attributive(PART.findall(text[spot.end : other.span.start]), cues):
                return cost + 1.5
            break
    return cost


def _vague(date: DateFound, today: dt.date | None) -> bool:
    """ "This year" dates nothing; a year said by its number may."""
    found = date.interval
    if found is None or today is None or YEAR.search(date.phrase):
        return False
    return found.precision == Precision.YEAR and found.first <= today <= found.last


def reported(date: DateFound, view: View, cues: Cues) -> bool:
    """Whether a verb of saying governs the date ("said on Friday")."""
    return _said_before(view.at(date.span), view.masked, cues)


def _said_before(spot: Span, text: str, cues: Cues) -> bool:
    window = text[max(0, spot.start - 90) : spot.start]
    if cues.speech_words.isdisjoint(WORD.findall(window.lower())):
        return False  # spares most of the searches
    return bool(cues.saying_before_date.search(window))


def _without_asides(between: str) -> str:
    return APPOSED.sub(" ; ".replace(";", ""), ASIDE.sub(" ", between))


def _attributive(parts: list[str], cues: Cues) -> bool:
    """ "the November 13 Phnom Penh Summit": nothing but describing words stands between."""
    if len(parts) > 7:
        return False
    return not any(
        part.lower() in cues.breaks
        or part in ",;:()—–"
        or part.lower() in cues.links
        or part.lower() in cues.speech
        for part in parts
    )


def _words_cost(parts: list[str], cues: Cues) -> float:
    return sum(_part_cost(part, cues) for part in parts)


def _part_cost(part: str, cues: Cues) -> float:
    low = part.lower()
    if part == ",":
        return 0.35
    if part in ";:—–":
        return 3.0 if part == ";" else 1.2
    if part[0] == DATE:
        return 1.2
    if low in cues.breaks or low in cues.speech:
        return 2.7
    if low in ("and", "or", "as"):
        return 0.3
    return 0.06


def _turned(dated: Dated, hit: Hit, view: View, article: Article) -> Dated:
    """A bare weekday or a date without a year that was read as past, though the words look ahead;
    and the weekday of tomorrow, which east of the publisher is today."""
    today, cues = article.today, article.cues
    if today is not None and dated.interval.first > today + dt.timedelta(days=1):
        return _turned_back(dated, hit, view, article)
    if today is None or dated.interval.last >= today or dated.date.basis != Basis.RELATIVE:
        return dated
    if YEAR.search(dated.date.phrase) or cues.backward.search(dated.date.phrase):
        return dated
    weekday = _is_weekday(dated)
    if not _looks_ahead(hit, view, dated, cues):
        if weekday and _is_tomorrow_s(dated.interval, today, article):
            return replace(
                dated, interval=_next_week(dated.interval), reason=f"{dated.reason}, {EAST}"
            )
        return dated
    ahead = _next_week(dated.interval) if weekday else _next_year(dated.interval)
    if ahead is None or ahead.last < today or (ahead.first - today).days > 366:
        return dated
    return replace(dated, interval=ahead, reason=f"{dated.reason}, the words look ahead")


def _turned_back(dated: Dated, hit: Hit, view: View, article: Article) -> Dated:
    """A date without a year read as ahead, though the happening is told as past."""
    words = {word.lower() for word in hit.span.of(view.masked).split()}
    past = any(w in article.language.pasts or (w.endswith("ed") and len(w) > 4) for w in words)
    said = article.cues.future.search(" ".join(view.masked[: hit.span.end].split()[-16:]))
    if not past or said or YEAR.search(dated.date.phrase) or dated.date.basis != Basis.RELATIVE:
        return dated
    if _is_weekday(dated) or "next" in dated.date.phrase.lower():
        return dated
    back = _next_year(dated.interval, -1)
    return replace(dated, interval=back, reason=f"{dated.reason}, told as past") if back else dated


def _is_tomorrow_s(interval: Interval, today: dt.date, article: Article) -> bool:
    """Whether a weekday is that of tomorrow and nothing in the article lies further back: then it is
    not six days ago, but today where the happening was."""
    if (today - interval.first).days != 6:
        return False
    return not any(
        date.interval
        and date.phrase.isalpha()
        and date.interval.days == 1
        and 3 <= (today - date.interval.first).days <= 5
        for date in article.dates
    )


def _looks_ahead(hit: Hit, view: View, dated: Dated, cues: Cues) -> bool:
    spot = view.at(dated.date.span).start
    if cues.put_off_to.search(view.masked[max(0, spot - 40) : spot]):
        return True
    if cues.cancelled.search(view.masked, max(0, hit.span.start - 40), hit.span.end):
        return True
    before = view.masked[: hit.span.start]
    window = " ".join(before.split()[-8:])
    return bool(cues.ahead.search(window)) or bool(
        cues.ahead_inside.search(hit.span.of(view.masked))
    )


def _is_weekday(dated: Dated) -> bool:
    return dated.interval.days == 1 and not any(sign.isdigit() for sign in dated.date.phrase)


def _next_week(interval: Interval) -> Interval:
    week = dt.timedelta(days=7)
    return Interval(interval.first + week, interval.last + week, interval.precision)


def _next_year(interval: Interval, step: int = 1) -> Interval | None:
    try:
        first = interval.first.replace(year=interval.first.year + step)
        last = interval.last.replace(year=interval.last.year + step)
    except ValueError:
        return None
    return Interval(first, last, interval.precision)


def _lasting(dated: Dated, hit: Hit, view: View, cues: Cues) -> Dated:
    """A single day that begins or ends "a three-day visit", as the days it lasted."""
    if dated.interval.days != 1 or dated.interval.precision != Precision.DAY:
        return dated
    days = _duration(hit, view)
    if not 1 < days <= 31:
        return dated
    span = dt.timedelta(days=days - 1)
    first = dated.interval.first
    ends = cues.ending.search(view.masked, max(0, hit.span.start - 60), hit.span.end)
    interval = (
        Interval(first - span, first, Precision.DAY)
        if ends
        else Interval(first, first + span, Precision.DAY)
    )
    return replace(dated, interval=interval, reason=f"{dated.reason}, {days} days")


def _duration(hit: Hit, view: View) -> int:
    """The days of an adjective such as "three-day" that describes the hit, 0 for none."""
    for date in view.dates:
        found = DAYS.fullmatch(date.value) if date.interval is None else None
        spot = view.at(date.span)
        joined = "-" in date.phrase or view.masked.startswith(" of ", spot.end)
        if found and joined and hit.span.start - 45 <= spot.start <= hit.span.end + 40:
            return int(found[1]) * (7 if found[2] == "W" else 1)
    return 0
