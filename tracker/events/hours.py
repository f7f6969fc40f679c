"""The part of the day in which a source says it happened: by its name, or by the hour. Pure."""

import re
from collections.abc import Iterable

from tracker.events.details import clock_of
from tracker.events.knowledge import relation_rules
from tracker.events.lexicon import lexicon
from tracker.values import Source, Span

__all__ = ["hour_of", "hours_of"]

DAY = 24
MOST = 3  # hours: where more are told, none says when it was
OWNED = re.compile(r"['’]s [\w-]+")
# Characters before a date in which its hour may stand: "at 7:15 a.m. local time on May 3".
AHEAD = 25
BEHIND = 28  # and behind it: "on Tuesday at about 7:15 p.m."


def hour_of(source: Source) -> str:
    """The part of the day that its date names ("Wednesday morning", "at 7:15 a.m. on Wednesday"); empty where
    it names none."""
    span = _date(source)
    if span is None:
        return ""
    return _named(span.of(source.quote).lower()) or _by_the_clock(source, *span)


def hours_of(source: Source) -> tuple[tuple[float, float], ...]:
    """From which hour to which it happened, by the words beside its date and the hours of the clock told with
    it, after midnight on from 24; empty where none say."""
    said, told = _beside_its_date(source), clock_of(source.mention.names)
    own = told & _on_the_clock(source.quote.lower())
    if len(own) == 1:  # its own sentence tells one
        return _from(own)
    if not said:
        return _from(told) if len(told) <= MOST else ()
    first, last = said
    inside = {hour for hour in told if any(first <= hour + day <= last for day in (-DAY, 0, DAY))}
    if not inside:
        return () if told else (said,)  # that is the hour of something else
    return _from(inside, said) if len(inside) <= MOST else (said,)


def _from(
    told: Iterable[float], within: tuple[float, float] = (0, DAY)
) -> tuple[tuple[float, float], ...]:
    """An hour from each that is told; midnight both begins the day and ends it."""
    first, last = within
    hours = {
        hour + day
        for hour in told
        for day in (-DAY, 0, DAY)
        if first <= hour + day <= last or (hour == DAY and -DAY <= day <= 0)
    }
    return tuple((hour, hour + 1) for hour in sorted(hours))


def _beside_its_date(source: Source) -> tuple[float, float] | None:
    """From which hour to which, by the words beside its date."""
    span = _date(source)
    if span is None:
        return None
    said = source.quote[max(0, span.start - AHEAD) : span.end + BEHIND].lower()
    clock = {int(hour) for hour in _on_the_clock(said)}
    if len(clock) == 1:
        hour = clock.pop()
        return hour, hour + 1
    owned = OWNED.match(source.quote, span.end)  # "Thursday's early-morning fire"
    near = source.quote[max(0, span.start - AHEAD) : owned.end() if owned else span.end].lower()
    near = near.replace("-", " ") if owned else near
    return next(((first, last) for word, first, last in lexicon().hours if word.search(near)), None)


def _on_the_clock(said: str) -> frozenset[float]:
    """The hours, with their minutes as a part of one, in small letters."""
    return frozenset(round(hour, 1) for _, hour in lexicon().clock.told_in(said))


def _date(source: Source) -> Span | None:
    """Where the quote tells its date."""
    offset = source.mention.evidence.start
    for field, span in source.mention.spans:
        if field == "date" and span.start >= offset:
            return Span(span.start - offset, span.end - offset)
    return None


def _named(said: str) -> str:
    return next((word for word in said.split() if word in lexicon().day_parts), "")


def _by_the_clock(source: Source, start: int, end: int) -> str:
    """The part of the day of the one hour told in a date or right before it, of what takes a moment."""
    if source.mention.type not in relation_rules().brief:
        return ""
    said = source.quote[max(0, start - AHEAD) : end].lower()
    told = {_part(hour) for _, hour in lexicon().clock.told_in(said)}
    return told.pop() if len(told) == 1 else ""


def _part(hour: float) -> str:
    return next((part for since, part in reversed(lexicon().day_hours) if hour >= since), "")
