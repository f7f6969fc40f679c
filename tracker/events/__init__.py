"""Which mentions tell one happening, and what the happening then is. Pure: values in, values out."""

from tracker.events.cluster import link
from tracker.events.resolve import resolve
from tracker.events.same import Score, same

__all__ = ["Score", "link", "resolve", "same"]
