"""Linking without looking for garbage in between."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

__all__ = ["no_collecting"]


@contextmanager
def no_collecting() -> Iterator[None]:
    """Linking makes very many small objects, none of them in circles: looking for those would take longer
    the longer the timeline is."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.freeze()  # what was made counts as old from here on: else all of it
            gc.unfreeze()  # would be looked through at the next small object
            gc.enable()
