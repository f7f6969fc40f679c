"""Coming anniversaries, computed from what happened and from known recurring days."""

from dataclasses import dataclass

from tracker.values import Evidence, Interval

__all__ = ["Upcoming"]


@dataclass(frozen=True, slots=True)
class Upcoming:
    """Something due: an anniversary (computed or reported) or a planned event.

    `kind` is "anniversary" or "planned"; `ordinal` the anniversary's number, `round` whether it is a
    multiple of five; `base` the original date as ISO text; `event` the id of the event that it is, or
    that it commemorates, where the timeline has one; `note` says what it was computed from.
    """

    kind: str
    title: str
    interval: Interval
    type: str = "anniversary"
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
