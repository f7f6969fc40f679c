"""Do two sources tell the same happening? A score between 0 and 1, and the reasons."""

from dataclasses import dataclass

from tracker.values import Source

__all__ = ["Score", "same"]


@dataclass(frozen=True, slots=True)
class Score:
    """How surely two sources tell one happening, and why. `value` 0 is a veto."""

    value: float
    reasons: tuple[str, ...]


def same(a: Source, b: Source) -> Score:
    """How surely `a` and `b` tell one happening."""
    if a.mention.type != b.mention.type:
        return Score(0.0, ("types differ",))
    if not a.mention.interval.touches(b.mention.interval):
        return Score(0.0, ("dates lie apart",))
    names = {actor.entity or actor.name for actor in a.mention.actors}
    shared = names & {actor.entity or actor.name for actor in b.mention.actors}
    return Score(0.8, ("same type, date and actors",)) if shared else Score(0.3, ("same date",))
