"""Mentions that tell one happening, put together; the order they come in does not matter."""

from collections.abc import Iterable

from tracker.events.same import same
from tracker.values import Source

__all__ = ["link"]

THRESHOLD = 0.5


def link(sources: Iterable[Source]) -> tuple[tuple[Source, ...], ...]:
    """The sources grouped by happening: every group and the groups themselves sorted by key."""
    clusters: list[list[Source]] = []
    for source in sorted(sources, key=lambda each: each.key):
        home = next((c for c in clusters if same(c[0], source).value >= THRESHOLD), None)
        if home is None:
            clusters.append([source])
        else:
            home.append(source)
    return tuple(tuple(cluster) for cluster in clusters)
