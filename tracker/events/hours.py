"""The part of the day in which a source says it happened: by its name, or by the hour. Pure."""

from tracker.events.knowledge import relation_rules
from tracker.events.lexicon import lexicon
from tracker.values import Source

__all__ = ["hour_of"]

NOON = 12
# Characters before a date in which its hour may stand: "at 7:15 a.m. local time on May 3".
AHEAD = 25


def hour_of(source: Source) -> str:
    """The part of the day that its date names ("Wednesday morning", "at 7:15 a.m. on Wednesday"); empty where
    it names none."""
    offset = source.mention.evidence.start
    for field, span in source.mention.spans:
        if field == "date" and span.start >= offset:
            said = source.quote[span.start - offset : span.end - offset].lower()
            return _named(said) or _by_the_clock(source, span.start - offset, span.end - offset)
    return ""


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
