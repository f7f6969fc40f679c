"""Whose story it is: the agency that a text, or what surrounds it, names."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from tracker.plain import letters
from tracker.rulebook import SHIPPED

__all__ = ["agency_of_publisher", "credit_of"]


def credit_of(text: str, stated: str = "") -> str:
    """The id of the agency whose story a text says it is, or "". `stated` is what feed or page say."""
    agencies = _agencies()
    for name in (stated, *stated.split(".")):  # "Reuters", "www.reuters.com"
        if named := agencies.publishers.get(letters(name)):
            return named
    paragraphs = text.split("\n\n")
    for lines, patterns in (
        ([paragraph[:160] for paragraph in paragraphs[:2]], agencies.opening),
        ([paragraph[-120:] for paragraph in paragraphs[-3:]], agencies.closing),
    ):
        for line in lines:
            for agency, pattern in patterns.items():
                if pattern.search(line):
                    return agency
    return ""


def agency_of_publisher(name: str) -> str:
    """The id of the agency that publishes under that name, or ""."""
    return _agencies().publishers.get(letters(name), "")


@dataclass(frozen=True)
class Agencies:
    """The agencies' marks, compiled, and the names they publish under."""

    opening: Mapping[str, re.Pattern[str]]
    closing: Mapping[str, re.Pattern[str]]
    publishers: Mapping[str, str]


@lru_cache
def _agencies() -> Agencies:
    table = tomllib.loads((SHIPPED / "pages" / "agencies.toml").read_text(encoding="utf-8"))

    def marks(place: str) -> dict[str, re.Pattern[str]]:
        return {
            agency: re.compile(
                "|".join(table["marks"][place]).replace(
                    "{name}", f"(?:{'|'.join(map(re.escape, names))})"
                )
            )
            for agency, names in table["agencies"].items()
        }

    publishers = {
        letters(name): agency for agency, names in table["agencies"].items() for name in names
    }
    return Agencies(marks("opening"), marks("closing"), publishers)
