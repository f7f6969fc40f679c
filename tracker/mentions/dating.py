"""Which date of its sentence a trigger takes: nearness along the words, and what stands between."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tracker.mentions.article import Article
from tracker.mentions.cues import Cues
from tracker.mentions.hits import Hit, View
from tracker.mentions.pattern import MARKS
from tracker.values import DateFound, Interval, Span

__all__ = ["Dated", "date_of"]

PART = re.compile(rf"[{''.join(MARKS.values())}]+|[\w'’.-]+|[,;:()—–]")
LIMIT = 3.0
DATE = MARKS["date"]


@dataclass(frozen=True, slots=True)
class Dated:
    """The date a trigger takes, how far it is (0 at hand, 3 too far), and why."""

    date: DateFound
    interval: Interval
    cost: float
    reason: str
    close: bool = False


def date_of(hit: Hit, hits: Sequence[Hit], view: View, article: Article) -> Dated | None:
    """The cheapest date for this trigger, None when every one belongs elsewhere."""
    cues = article.cues
    found = [_distance(hit, d, hits, view, cues) for d in view.dates if d.interval is not None]
    near = [dated for dated in found if dated.cost < LIMIT]
    if hit.trigger.date == "phrase":
        near = [dated for dated in near if dated.close]
    best = min(near, key=lambda dated: dated.cost, default=None)
    return _turned(best, hit, view, article) if best else None


def _distance(hit: Hit, date: DateFound, hits: Sequence[Hit], view: View, cues: Cues) -> Dated:
    assert date.interval is not None
    spot = view.at(date.span)
    if hit.span.start < spot.end and spot.start < hit.span.end:
        return Dated(date, date.interval, 0.0, "inside the words", True)
    before = spot.end <= hit.span.start
    gap = Span(spot.end, hit.span.start) if before else Span(hit.span.end, spot.start)
    between = gap.of(view.masked)
    parts = PART.findall(between)
    if before and _attributive(parts, cues):
        return Dated(date, date.interval, 0.05 * len(parts), "names the happening", True)
    cost = _words_cost(parts, cues)
    cost += 0.8 * sum(other is not hit and gap.holds(other.span) for other in hits)
    close = not before and len(parts) <= 8 and cost < 0.9
    reason = "before it" if before else "after it"
    if before and spot.start <= view.head + 18 and ";" not in parts:
        cost, reason = min(cost, 0.5 + cost / 4), "opens the sentence"
    elif before:
        cost += 0.5
    if _reported(spot, view.masked, cues):
        if not (before and parts and parts[0].lower() in cues.circumstances):
            cost += 4.0
        reason += ", the report's date"
    if _outlook(spot, view.masked, cues) or _of_a_report(spot, view.masked, cues):
        cost += 4.0
    return Dated(date, date.interval, cost, reason, close)


def _of_a_report(spot: Span, text: str, cues: Cues) -> bool:
    """Whether the date only dates a report ("a June 2025 survey", "in March's press release")."""
    return bool(cues.report_after_date.match(text, spot.end))


def _turned(dated: Dated, hit: Hit, view: View, article: Article) -> Dated:
    """A date without a year (or a bare weekday) read as past is ahead where the words look ahead."""
    return dated


def _attributive(parts: list[str], cues: Cues) -> bool:
    """ "the November 13 Phnom Penh Summit": nothing but describing words stands between."""
    if len(parts) > 7:
        return False
    return not any(
        part.lower() in cues.breaks or part in ",;:()—–" or part.lower() in cues.links
        for part in parts
    )


def _words_cost(parts: list[str], cues: Cues) -> float:
    cost = 0.0
    for part in parts:
        low = part.lower()
        if part == ",":
            cost += 0.35
        elif part in ";":
            cost += 3.0
        elif part in ":—–":
            cost += 1.2
        elif part in "()":
            cost += 0.3
        elif part[0] == DATE:
            cost += 1.2
        elif low in cues.breaks or low in cues.speech:
            cost += 1.5
        elif low in ("and", "or"):
            cost += 0.3
        else:
            cost += 0.06
    return cost


def _reported(spot: Span, text: str, cues: Cues) -> bool:
    """Whether a verb of saying governs the date ("said on Friday")."""
    before = text[max(0, spot.start - 60) : spot.start]
    return bool(cues.saying_before_date.search(before))


def _outlook(spot: Span, text: str, cues: Cues) -> bool:
    """Whether the date only bounds something ("since 2015", "the first since March")."""
    return bool(cues.bounding_before_date.search(text[max(0, spot.start - 24) : spot.start]))
