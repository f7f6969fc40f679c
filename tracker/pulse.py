"""Signs of life of work that runs for good, for those who watch over it."""

import time
from collections.abc import Callable

__all__ = ["Pulse"]


class Pulse:
    """When something was last seen to go on. `ticks` is a clock that only goes forward, in seconds."""

    def __init__(self, ticks: Callable[[], float] = time.monotonic) -> None:
        self._ticks = ticks
        self._last = ticks()

    def beat(self) -> None:
        """It goes on."""
        self._last = self._ticks()

    @property
    def silence(self) -> float:
        """Seconds since the last sign."""
        return self._ticks() - self._last
