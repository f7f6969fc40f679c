"""Coming anniversaries, computed from what happened and from known recurring days. Pure."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from tracker.events.words import fold
from tracker.timeline.recurring import Day, Recurring, next_date, parse_base
from tracker.values import Event, Evidence, Interval, Precision, Status

__all__ = ["Upcoming", "coming", "ordinal_word"]

ROUND = frozenset([5, 10, 25, 50, 60, 70, 75, 80, 100])


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Something due: an anniversary (computed or reported) or a planned event.

    `kind` is "anniversary" or "planned"; `ordinal` the anniversary's number, `round` whether it is a
    multiple of five; `base` the original date as ISO text; `event` the id of the event that it is, or
    that it commemorates, where the timeline has one; `note` says what it was computed from. `key` is
    the same every year.
    """

    kind: str
    title: str
    interval: Interval
    type: str = ""
    ordinal: int | None = None
    base: str | None = None
    round: bool = False
    event: str | None = None
    actors: tuple[str, ...] = ()
    place: str | None = None
    note: str = ""
    status: str = "recurring"
    key: str = ""
    sources: tuple[Evidence, ...] = ()


def coming(
    events: Iterable[Event],
    planned: Iterable[Event],
    recurring: Recurring,
    today: dt.date,
    until: dt.date,
    leap_day: str = "02-28",
) -> tuple[Upcoming, ...]:
    """What is due from `today` to `until`, by date: one entry where several sources meet."""
    days = _merged(recurring, events)
    found = [
        entry
        for day in days
        for year in range(today.year, until.year + 1)
        if (entry := _occurrence(day, year, recurring, leap_day))
        and entry.interval.last >= today
        and entry.interval.first <= until
    ]
    for event in planned:
        _take_in(found, event, recurring.type)
    return tuple(sorted(found, key=lambda e: (e.interval.first, e.interval.last, e.kind, e.title)))


def _is_round(ordinal: int) -> bool:
    """Whether a number of years is one that is celebrated in a bigger way."""
    return ordinal in ROUND or (ordinal > max(ROUND) and ordinal % 25 == 0)


def _occurrence(day: Day, year: int, recurring: Recurring, leap_day: str) -> Upcoming | None:
    ordinal = year - int(day.base[:4])
    interval = next_date(day.base, year, leap_day)
    if interval is None or ordinal < 1:
        return None
    return Upcoming(
        kind="anniversary",
        title=_counted_title(ordinal, day.title, recurring),
        interval=interval,
        type=recurring.type,
        ordinal=ordinal,
        base=day.base,
        round=_is_round(ordinal),
        event=day.event,
        actors=day.actors,
        place=day.place,
        note=day.note,
        key=day.key,
        sources=day.sources,
    )


def _counted_title(ordinal: int, title: str, recurring: Recurring) -> str:
    """ "77th anniversary of diplomatic relations …"; what is no phrase stands behind a colon."""
    within = recurring.within(title)
    joint = f" of {within}" if within else f": {title}"
    return f"{ordinal_word(ordinal)} anniversary{joint}"


def ordinal_word(number: int) -> str:
    """ "1st", "2nd", "11th", "80th"."""
    if number % 100 in (11, 12, 13):
        return f"{number}th"
    return f"{number}{({1: 'st', 2: 'nd', 3: 'rd'}).get(number % 10, 'th')}"


def _merged(recurring: Recurring, events: Iterable[Event]) -> list[Day]:
    """The known days, and those of events that no known day covers."""
    days = list(recurring.days)
    for day in sorted(_from_events(recurring, events), key=lambda each: (each.base, each.key)):
        place = next((n for n, known in enumerate(days) if _one(known, day)), None)
        if place is None:
            days.append(day)
        else:
            days[place] = _joined(days[place], day)
    return days


def _from_events(recurring: Recurring, events: Iterable[Event]) -> Iterator[Day]:
    for event in events:
        if event.type == recurring.type:
            base = _base_of(event)
            title, key = _plain_title(event, recurring), f"{recurring.type}:{base}:{event.id}"
            note = "computed from reports of an earlier anniversary"
        elif _is_commemorated(event, recurring):
            base = event.interval.first.isoformat()
            title, key, note = event.title, f"event:{event.id}", "computed from the event itself"
        else:
            continue
        if base:
            yield Day(
                key=key,
                base=base,
                title=title,
                note=note,
                entities=frozenset(map(fold, event.actors)),
                event=event.id,
                actors=event.actors,
                place=event.place,
                sources=event.sources,
            )


def _is_commemorated(event: Event, recurring: Recurring) -> bool:
    if event.type not in recurring.types or event.status is not Status.OCCURRED:
        return False
    if event.interval.precision is not Precision.DAY or event.interval.days > 1:
        return False
    told = " ".join((event.title, *(source.evidence for source in event.sources))).lower()
    return any(word in told for word in recurring.words)


def _base_of(event: Event) -> str | None:
    """The original date that a reported anniversary gives or implies, if it is fine enough."""
    if event.base and parse_base(event.base):
        return event.base
    if event.ordinal is None:
        return None
    day = event.interval.first
    year = day.year - event.ordinal
    if event.interval.days == 1 and event.interval.precision is Precision.DAY:
        return f"{year:04}-{day.month:02}-{day.day:02}"
    if event.interval.precision is Precision.MONTH:
        return f"{year:04}-{day.month:02}"
    return None


def _plain_title(event: Event, recurring: Recurring) -> str:
    """The title without its ordinal: "75th anniversary of diplomatic ties" as "Diplomatic ties"."""
    title = " ".join(recurring.counted.sub("", event.title).split()).strip(" :,-")
    return title[:1].upper() + title[1:] or event.title


def _one(known: Day, day: Day) -> bool:
    """Whether both come round for the same thing: same date, and whom or what they concern meet."""
    fine = known.base == day.base
    coarse = len(known.base) != len(day.base) and (
        known.base.startswith(day.base) or day.base.startswith(known.base)
    )
    if not (fine or coarse):
        return False
    told = fold(" ".join((day.title, *(source.evidence for source in day.sources))))
    if any(fold(word) in told for word in known.words):
        return True
    shared = _telling(known.title) & _telling(day.title)
    return len(shared) >= (1 if fine and known.actors and day.actors else 2)


def _telling(title: str) -> set[str]:
    return {word for word in fold(title).split() if len(word) > 3}


def _joined(known: Day, day: Day) -> Day:
    """A known day with what the timeline has of it; the original event wins over a later report."""
    if known.event and not day.key.startswith("event:"):
        return replace(known, sources=known.sources + day.sources)
    notes = ", ".join(dict.fromkeys(filter(None, (known.note, day.note))))
    return replace(
        known,
        base=max(known.base, day.base, key=len),
        event=day.event,
        actors=day.actors or known.actors,
        place=known.place or day.place,
        note=notes,
        sources=day.sources + known.sources,
    )


def _take_in(found: list[Upcoming], event: Event, type: str) -> None:
    """Adds a planned event, or lets an announced anniversary take its computed entry's place."""
    for number, entry in enumerate(found):
        if event.type == type == entry.type and _announces(event, entry):
            found[number] = replace(
                entry,
                event=event.id,
                status=event.status.value,
                sources=event.sources + entry.sources,
            )
            return
    found.append(
        Upcoming(
            kind="planned",
            title=event.title,
            interval=event.interval,
            type=event.type,
            ordinal=event.ordinal,
            base=event.base,
            event=event.id,
            actors=event.actors,
            place=event.place,
            note="announced",
            status=event.status.value,
            key=f"event:{event.id}",
            sources=event.sources,
        )
    )


def _announces(event: Event, entry: Upcoming) -> bool:
    if not event.interval.touches(entry.interval):
        return False
    if event.base and entry.base:
        short, full = sorted((event.base, entry.base), key=len)
        if not full.startswith(short) or len(short) > 4:
            return full.startswith(short)
    if event.ordinal is not None:
        return event.ordinal == entry.ordinal and bool(
            _telling(event.title) & _telling(entry.title)
        )
    return len(_telling(event.title) & _telling(entry.title)) >= 2
