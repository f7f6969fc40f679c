"""The door to dateparser: absolute phrases that rules have cut out, one language, one order, cached."""

import datetime as dt
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

__all__ = ["Normalised", "normalise"]

LONGEST = 60  # characters; no absolute date is longer


@dataclass(frozen=True, slots=True)
class Normalised:
    """A parsed phrase: its date, how fine it is, and whether the phrase gave the year."""

    date: dt.date
    period: str  # "day", "month" or "year"
    has_year: bool


def normalise(phrase: str, language: str, order: str, base: dt.date | None) -> Normalised | None:
    """The absolute date `phrase` writes, or None.

    Read twice from two base years: what differs between them is what the phrase left out.
    """
    if len(phrase) > LONGEST:
        return None
    year = base.year if base else 2000
    one, other = _read(phrase, language, order, year), _read(phrase, language, order, year + 4)
    if one is None or other is None:
        return None
    return Normalised(one[0], one[1], has_year=one[0].year == other[0].year)


@lru_cache(maxsize=4096)
def _read(phrase: str, language: str, order: str, year: int) -> tuple[dt.date, str] | None:
    found = _parser(language, order, year).get_date_data(phrase)
    return (found.date_obj.date(), str(found.period)) if found.date_obj else None


@lru_cache(maxsize=64)
def _parser(language: str, order: str, year: int) -> "DateDataParser":
    from dateparser.date import DateDataParser

    return DateDataParser(
        languages=[language],
        settings={
            "DATE_ORDER": order,
            "RELATIVE_BASE": dt.datetime(year, 1, 1),  # noqa: DTZ001 - dateparser wants it naive
            "PREFER_DAY_OF_MONTH": "first",
            "PREFER_DATES_FROM": "current_period",
            "PARSERS": ["absolute-time"],
            "RETURN_AS_TIMEZONE_AWARE": False,
        },
    )
