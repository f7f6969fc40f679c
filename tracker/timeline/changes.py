"""What one relink did."""

from dataclasses import dataclass

__all__ = ["Changes"]


@dataclass(frozen=True, slots=True)
class Changes:
    """The ids of the events that one relink created, changed, dropped and merged away."""

    created: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()
    merged: tuple[tuple[str, str], ...] = ()  # old id, the id it leads to now

    def __bool__(self) -> bool:
        return bool(self.created or self.changed or self.dropped or self.merged)
