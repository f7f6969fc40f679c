"""The values of one happening, resolved from the sources that tell it."""

from collections.abc import Sequence

from tracker.values import Event, Evidence, Source

__all__ = ["resolve"]


def resolve(cluster: Sequence[Source]) -> Event:
    """The event that `cluster` tells; its `id` is empty, the ledger gives one."""
    best = min(cluster, key=lambda each: (each.mention.interval.days, each.key)).mention
    return Event(
        id="",
        type=best.type,
        title=best.title,
        interval=best.interval,
        basis=best.basis,
        status=best.status,
        actors=tuple(actor.name for actor in best.actors),
        place=best.place.name if best.place else None,
        ordinal=best.ordinal,
        base=best.base,
        confidence=best.confidence,
        sources=tuple(_evidence(source) for source in cluster),
    )


def _evidence(source: Source) -> Evidence:
    return Evidence(
        url=source.url,
        publisher=source.publisher,
        published=source.published,
        evidence=source.quote,
        span=source.mention.evidence,
        independent=source.copy_of is None,
        kind=source.kind,
        mention=source.key,
    )
