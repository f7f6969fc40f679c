"""The dates feeds write, read strictly: a date that does not say what it is becomes None.

feedparser's own reading is not used: it turns 1763805600 into the year 1763 and 2026-13-45 into 2027-01-01.
"""

import datetime as dt
import re

from tracker.feeds.months import MONTHS

__all__ = ["read_date"]

EARLIEST = 1990
ZONES = {
    "": 0, "z": 0, "ut": 0, "gmt": 0, "utc": 0, "wet": 0, "bst": 1, "cet": 1, "met": 1, "west": 1,
    "cest": 2, "mest": 2, "eet": 2, "eest": 3, "msk": 3, "est": -5, "edt": -4, "cst": -6,
    "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7, "kst": 9, "jst": 9, "hkt": 8,
    "sgt": 8, "aest": 10, "aedt": 11,
}  # fmt: skip
CLOCK = r"(?P<hour>\d{1,2}):(?P<minute>\d{1,2})(?::(?P<second>\d{1,2})(?:[.,]\d+)?)?"
HALF = r"\s*(?P<half>[ap]\.?m\.?)?"
ZONE = (
    r"\s*(?P<zone>[a-z]{1,5}(?=[+-]|\W|$))?\s*(?P<offset>[+-]\d{1,2}:?(?:\d{2})?)?\s*(?:\([^)]*\))?"
)
ISO = re.compile(
    rf"(?P<year>\d{{4}})[-./](?P<month>\d{{1,2}})[-./](?P<day>\d{{1,2}})(?:(?:t|\s)\s*{CLOCK}{HALF}{ZONE})?$"
)
COMPACT = re.compile(
    r"(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})(?:t?(?P<hour>\d{2})(?P<minute>\d{2})(?P<second>\d{2})?)?"
    r"(?P<zone>z)?(?P<offset>[+-]\d{2}:?\d{2})?$"
)
DAY_FIRST = re.compile(
    rf"(?:[^\W\d]+\.?,?\s*)?(?P<day>\d{{1,2}})(?:\.|er|º|st|nd|rd|th)?[\s-]+(?:de\s+)?(?P<name>[^\W\d_]+)\.?,?[\s-]+(?:de\s+)?"
    rf"(?P<year>\d{{4}}|\d{{2}})г?\.?,?(?:\s*(?:at|à|в|um|alle|as|às)?\s*{CLOCK}{HALF}{ZONE})?$"
)
MONTH_FIRST = re.compile(
    rf"(?:[^\W\d]+\.?,?\s+)?(?P<name>[^\W\d_]+)\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}})"
    rf"(?:,?\s*(?:at\s+)?{CLOCK}{HALF}{ZONE})?$"
)
ASCTIME = re.compile(
    rf"(?:[^\W\d]+\.?,?\s+)?(?P<name>[^\W\d_]+)\s+(?P<day>\d{{1,2}})\s+{CLOCK}{ZONE}\s+(?P<year>\d{{4}})$"
)
EAST_ASIAN = re.compile(
    r"(?P<year>\d{4})\s*[년年]\s*(?P<month>\d{1,2})\s*[월月]\s*(?P<day>\d{1,2})\s*[일日]"
    rf"(?:\s*(?:\([^)]*\))?\s*{CLOCK}{ZONE})?$"
)
SHAPES = (ISO, COMPACT, DAY_FIRST, MONTH_FIRST, ASCTIME, EAST_ASIAN)


def read_date(text: str, now: dt.datetime) -> tuple[dt.datetime | None, str]:
    """The instant `text` states, with the offset it gives, and why there is none where there is none.

    Reasons: "" (fine, or nothing stated), "unreadable date", "implausible date", "future date". A date without
    a zone is taken as UTC; one more than a day ahead of `now` is not believed.
    """
    clean = re.sub(r"\s+", " ", text).strip().lower()
    if not clean:
        return None, ""
    match = next((found for shape in SHAPES if (found := shape.match(clean))), None)
    if not match:
        return None, "unreadable date"
    try:
        stated = _instant(match.groupdict())
    except (ValueError, OverflowError):
        return None, "implausible date"
    if stated is None:
        return None, "unreadable date"
    if stated.year < EARLIEST:
        return None, "implausible date"
    if stated > now + dt.timedelta(days=1):
        return None, "future date"
    return stated, ""


def _instant(part: dict[str, str | None]) -> dt.datetime | None:
    """Raises ValueError for numbers no calendar or clock has."""
    month = int(part["month"] or 0) if part.get("month") else MONTHS.get(part.get("name") or "")
    zone = _zone(part.get("zone") or "", part.get("offset") or "")
    if not month or zone is None:
        return None
    return dt.datetime(
        _year(part["year"] or ""),
        month,
        int(part["day"] or 0),
        _hour(int(part.get("hour") or 0), part.get("half") or ""),
        int(part.get("minute") or 0),
        min(int(part.get("second") or 0), 59 if part.get("second") == "60" else 99),
        tzinfo=zone,
    )


def _year(digits: str) -> int:
    year = int(digits)
    return year + 2000 if len(digits) == 2 and year < 70 else year


def _hour(hour: int, half: str) -> int:
    if not half:
        return hour
    if not 1 <= hour <= 12:
        raise ValueError("no such hour")
    return hour % 12 + (12 if half.startswith("p") else 0)


def _zone(name: str, offset: str) -> dt.timezone | None:
    if name not in ZONES:
        return None
    minutes = ZONES[name] * 60
    if offset:
        digits = offset[1:].replace(":", "")
        hours, rest = (int(digits), 0) if len(digits) <= 2 else (int(digits[:-2]), int(digits[-2:]))
        minutes += (hours * 60 + rest) * (-1 if offset[0] == "-" else 1)
        if rest > 59 or abs(minutes) > 14 * 60:
            raise ValueError("no zone is that far off")
    return dt.timezone(dt.timedelta(minutes=minutes))
