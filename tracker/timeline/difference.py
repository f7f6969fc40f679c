"""What another reading would change in the timeline, event by event."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from db import events as queries
from db.engine import Session
from tracker.timeline.event_rows import MATERIAL
from tracker.timeline.judgements import in_force

__all__ = ["Difference", "Moved", "Picture", "compare", "picture"]

DATED = ("start", "end", "precision")


@dataclass(frozen=True, slots=True)
class Picture:
    """The timeline at one moment: the shown columns of every live event, where merged ids lead, and which
    judgements find the mentions that they speak of."""

    events: Mapping[str, Mapping[str, Any]]
    redirects: Mapping[str, str]
    judged: Mapping[int, bool]


@dataclass(frozen=True, slots=True)
class Moved:
    """One event with a value before and after."""

    id: str
    title: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Difference:
    """Everything that differs between two pictures of the timeline."""

    added: tuple[tuple[str, str], ...] = ()  # id, title with date
    dropped: tuple[tuple[str, str], ...] = ()
    merged: tuple[tuple[str, str], ...] = ()  # id, the id it would lead to
    moved: tuple[Moved, ...] = ()  # other dates
    retitled: tuple[Moved, ...] = ()
    changed: tuple[Moved, ...] = ()  # other types, statuses, actors, places, numbers
    judgements_touched: tuple[int, ...] = ()  # whose mentions are found no longer

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


def picture(session: Session) -> Picture:
    """The timeline as it is in this session."""
    rows = queries.live_events(session)
    return Picture(
        {row.id: {name: getattr(row, name) for name in MATERIAL} for row in rows},
        queries.redirects(session),
        {ruling.number: bool(ruling.keys) for ruling in in_force(session).rulings},
    )


def compare(before: Picture, after: Picture) -> Difference:
    """What differs from `before` to `after`, sorted by date and id."""
    gone = sorted(before.events.keys() - after.events.keys())
    both = sorted(before.events.keys() & after.events.keys())
    return Difference(
        added=_named(after, sorted(after.events.keys() - before.events.keys())),
        dropped=_named(before, [id for id in gone if id not in after.redirects]),
        merged=tuple((id, after.redirects[id]) for id in gone if id in after.redirects),
        moved=_moved(before, after, both, DATED),
        retitled=_moved(before, after, both, ("title",)),
        changed=_moved(
            before, after, both, tuple(n for n in MATERIAL if n not in {*DATED, "title"})
        ),
        judgements_touched=tuple(
            number
            for number, held in before.judged.items()
            if held and not after.judged.get(number)
        ),
    )


def _named(shown: Picture, ids: list[str]) -> tuple[tuple[str, str], ...]:
    found = ((id, shown.events[id]) for id in ids)
    lines = sorted((event["start"], id, event) for id, event in found)
    return tuple((id, f"{_when(event)} {event['title']}") for _, id, event in lines)


def _moved(
    before: Picture, after: Picture, ids: list[str], names: tuple[str, ...]
) -> tuple[Moved, ...]:
    found = []
    for id in ids:
        old, new = before.events[id], after.events[id]
        differing = [name for name in names if old[name] != new[name]]
        if differing:
            found.append(Moved(id, new["title"], _say(old, differing), _say(new, differing)))
    return tuple(found)


def _say(event: Mapping[str, Any], names: list[str]) -> str:
    if set(names) <= set(DATED):
        return _when(event)
    if names == ["title"]:
        return str(event["title"])
    return ", ".join(f"{name} {_plain(event[name])}" for name in names)


def _plain(value: Any) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _when(event: Mapping[str, Any]) -> str:
    first, last = event["start"].isoformat(), event["end"].isoformat()
    days = first if first == last else f"{first}/{last}"
    return days if event["precision"] == "day" else f"{days} (to the {event['precision']})"
