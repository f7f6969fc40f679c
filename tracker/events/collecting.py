"""Linking without looking for garbage in between."""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["no_collecting"]


class _Pause:
    """How many are linking at the moment, in whichever thread, and whether garbage was looked for before the
    first of them began: the switch is one for the whole process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._inside, self._before = 0, False

    def begin(self) -> None:
        with self._lock:
            if not self._inside:
                self._before = gc.isenabled()
                gc.disable()
            self._inside += 1

    def end(self) -> None:
        with self._lock:
            self._inside -= 1
            if self._before and not self._inside:
                gc.freeze()  # what was made counts as old from here on: else all of it
                gc.unfreeze()  # would be looked through at the next small object
                gc.enable()


_PAUSE = _Pause()


@contextmanager
def no_collecting() -> Iterator[None]:
    """Linking makes very many small objects, none of them in circles: looking for those would take longer
    the longer the timeline is. Meanwhile nobody in the process looks for any; the last to end lets it go on."""
    _PAUSE.begin()
    try:
        yield
    finally:
        _PAUSE.end()
