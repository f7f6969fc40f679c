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

    @property
    def ids(self) -> frozenset[str]:
        """Every event that it touched."""
        old = {id for pair in self.merged for id in pair}
        return frozenset({*self.created, *self.changed, *self.dropped, *old})
