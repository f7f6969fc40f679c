"""Do two sources tell the same happening? A score between 0 and 1, and the reasons.

Each feature adds or takes away points; the sum, squeezed between 0 and 1, is the score, so that 0.5 is
where the evidence balances. What cannot be one happening is a veto: 0 whatever else speaks for it.
"""

from dataclasses import dataclass
from math import exp

from tracker.events import evidence
from tracker.events.profile import Profile, profile_of
from tracker.values import Source

__all__ = ["DOUBT", "THRESHOLD", "Score", "compare", "same"]

THRESHOLD = 0.53  # from here on two sources are taken to tell one happening
DOUBT = 0.3  # from here on they may
PRIOR = -2.5  # most pairs of one type in one window are not one happening
CHECKS = (
    evidence.numbers,
    evidence.dates,
    evidence.actors,
    evidence.place,
    evidence.counting,
    evidence.wording,
    evidence.telling,
)


@dataclass(frozen=True, slots=True)
class Score:
    """How surely two sources tell one happening, and why. `value` 0 is a veto."""

    value: float
    reasons: tuple[str, ...]


def same(a: Source, b: Source) -> Score:
    """How surely `a` and `b` tell one happening."""
    return compare(profile_of(a), profile_of(b))


def compare(a: Profile, b: Profile) -> Score:
    """The same for two profiles."""
    if not evidence.types_fit(a, b):
        return Score(0.0, ("types differ",))
    points = PRIOR
    reasons: list[str] = []
    for check in CHECKS:
        found = check(a, b)
        if found is None:
            continue
        gain, reason = found
        reasons.append(f"{reason} ({gain:+.1f})")
        if gain <= evidence.VETO:
            return Score(0.0, tuple(reasons))
        points += gain
    return Score(1 / (1 + exp(-points)), tuple(reasons))
