"""Which features a profile has, as bits: of two that lack one nothing need be asked."""

from itertools import compress
from operator import attrgetter

__all__ = ["bit_of", "features_of"]

# What of a profile is often empty: of two that lack it nothing need be asked.
FEATURES = (
    "marked", "guests", "people", "called", "sides", "named", "located", "counted", "kind", "label", "core",
    "name_parts", "figures", "opening", "hour", "hours", "roads", "told", "counts", "tolls", "things", "ties", "matter",
    "ages", "blocks", "crossing", "spots", "regions", "meeting", "doers", "aims", "heads", "portfolios", "sort", "binding", "by_name", "spot", "own_name",
)  # fmt: skip
BITS = {feature: 1 << number for number, feature in enumerate(FEATURES)}
_values, _bits = attrgetter(*FEATURES), tuple(BITS.values())


def bit_of(feature: str) -> int:
    """The bit of a field of FEATURES."""
    return BITS[feature]


def features_of(told: object) -> int:
    """The features that are not empty, one bit each, of what has them all as attributes."""
    return sum(compress(_bits, _values(told)))
