"""Do two sources tell the same happening? A score between 0 and 1, and the reasons.

Each feature adds or takes away points; the sum, squeezed between 0 and 1, is the score, so that 0.5 is
where the evidence balances. What cannot be one happening is a veto: 0 whatever else speaks for it.
"""

from dataclasses import dataclass
from math import exp, log

from tracker.events.evidence import checks_between, checks_for, types_fit
from tracker.events.points import VETO
from tracker.events.profile import Profile, profile_of
from tracker.events.wording import wording
from tracker.values import Source

__all__ = ["DOUBT", "THRESHOLD", "Score", "compare", "likeness", "same"]

THRESHOLD = 0.53  # from here on two sources are taken to tell one happening
DOUBT = 0.3  # from here on they may
DOUBT_POINTS = log(DOUBT / (1 - DOUBT))
PRIOR = -2.5  # most pairs of one type in one window are not one happening


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
    if not types_fit(a, b):
        return Score(0.0, ("types differ",))
    asked = checks_for if a.type == b.type else checks_between
    found = [each for check in asked(a.features & b.features) if (each := check(a, b))]
    points = PRIOR + sum(gain for gain, _ in found)
    if points > VETO / 2 and _undecided(points, a, b):
        found.append(wording(a, b))
    return Score(likeness(a, b), tuple(f"{reason} ({gain:+.1f})" for gain, reason in found))


def likeness(a: Profile, b: Profile) -> float:
    """The value of the score alone: linking asks for it a million times."""
    asked = checks_for if a.type == b.type else checks_between
    if asked is checks_between and not types_fit(a, b):
        return 0.0
    points = PRIOR
    for check in asked(a.features & b.features):
        found = check(a, b)
        if found is not None:
            gain = found[0]
            if gain <= VETO:
                return 0.0
            points += gain
    if _undecided(points, a, b):
        points += wording(a, b)[0]
    return 1 / (1 + exp(-points))


def _undecided(points: float, a: Profile, b: Profile) -> bool:
    """Whether the best wording that the two can share would raise doubts that they differ."""
    return points + (a.most if a.most < b.most else b.most) > DOUBT_POINTS
