"""The part of the day in which a source says it happened: by its name, or by the hour. Pure."""

from tracker.events.knowledge import relation_rules
from tracker.events.lexicon import lexicon
from tracker.values import Source, Span

__all__ = ["hour_of", "hours_of"]

NOON = 12
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


def hours_of(source: Source) -> tuple[int, ...]:
    """From which hour to which it happened at the latest and earliest, by the words beside its date, after
    midnight on from 24; empty where none say."""
    span = _date(source)
    if span is None:
        return ()
    said = source.quote[max(0, span.start - AHEAD) : span.end + BEHIND].lower()
    clock = {
        int(hour) % NOON + NOON * (half in lexicon().after_noon)
        for hour, half in lexicon().clock.findall(said)
    }
    if len(clock) == 1:
        hour = clock.pop()
        return hour, hour + 1
    near = source.quote[max(0, span.start - AHEAD) : span.end].lower()
    found = (hours for word, *hours in lexicon().hours if word.search(near))
    return tuple(next(found, ()))


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
    told = {_part(*found) for found in lexicon().clock.findall(said)}
    return told.pop() if len(told) == 1 else ""


def _part(hour: str, half: str) -> str:
    told = int(hour) % NOON + NOON * (half in lexicon().after_noon)
    return next((part for since, part in reversed(lexicon().day_hours) if told >= since), "")
