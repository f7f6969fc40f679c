"""Which features a profile has, as bits: of two that lack one nothing need be asked."""

from collections.abc import Mapping
from typing import Any

__all__ = ["bit_of", "features_of"]

# What of a profile is often empty: of two that lack it nothing need be asked.
FEATURES = (
    "marked", "guests", "people", "called", "sides", "named", "located", "counted", "kind", "label", "core",
    "name_parts", "figures", "opening", "hour", "hours", "roads", "told", "counts", "tolls", "things", "ties", "matter",
    "ages", "blocks", "spots", "regions", "meeting", "doers", "aims", "heads", "portfolios", "sort", "binding", "by_name",
)  # fmt: skip
BITS = {feature: 1 << number for number, feature in enumerate(FEATURES)}


def bit_of(feature: str) -> int:
    """The bit of a field of FEATURES."""
    return BITS[feature]


def features_of(told: Mapping[str, Any]) -> int:
    """The features that are not empty, one bit each."""
    return sum(bit for name, bit in BITS.items() if told[name])
