"""Dates of publication as feeds and pages write them, in any common form and language.

Stricter than a general date reader: what cannot be read for certain is not read at all, so that a
wrong year never passes silently.
"""

import datetime as dt
import re
import tomllib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zoneinfo import ZoneInfo

__all__ = ["Moment", "read_moment"]

MONTHS = Path(__file__).parent / "rules" / "months.toml"
NOON = dt.time(12)  # a date without a time: the same day in (nearly) every time zone
ZONES = {  # hours east of UTC; "ist" means several zones and stays out
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "bst": 1, "west": 1, "cet": 1, "cest": 2, "eet": 2,
    "eest": 3, "msk": 3, "ict": 7, "wib": 7, "hkt": 8, "sgt": 8, "awst": 8, "pht": 8, "kst": 9, "jst": 9,
    "aest": 10, "aedt": 11, "nzst": 12, "nzdt": 13, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6,
    "pst": -8, "pdt": -7, "akst": -9, "hst": -10, "brt": -3, "art": -3,
}  # fmt: skip

CLOCK = (
    r"(?:[T ,]|\s+(?:at|um|à|a las|alle|às|kl\.?|klo|в|-|–|\|)\s*)?\s*(?P<half>a\.?m\.?|p\.?m\.?|오전|오후|上午|下午)?\s*"
    r"(?P<hour>\d{1,2})\s*(?::|h|時|时|시|点|點)\s*(?P<minute>\d{1,2})?\s*(?:分|분)?"
    r"(?:\s*:?\s*(?P<second>\d{1,2})(?:[.,]\d+)?\s*(?:秒|초)?)?\s*(?P<half2>a\.?m\.?|p\.?m\.?)?"
    r"\s*(?P<zone>[A-Za-z]{0,4}\s*[+−-]\s*\d{1,2}(?::?\d{2})?|[A-Z][A-Za-z]+/[A-Za-z_]+|\b[A-Za-z]{1,4}\b|Z)?"
    r"(?:\s*\([A-Za-z ]+\)|\s+[A-Z]{3,4}|\[(?P<place>[A-Za-z_/]+)\])?"
)
WORD = r"[^\W\d_]+"
WEEKDAY = rf"(?:{WORD}(?:[.-]{WORD})?(?:[.,]+\s*|\s+)|\({WORD}\)\s*)?"
TAIL = rf"(?:\s*\(?{WORD}\)?)??(?:,?\s*{CLOCK})?\s*$"
FORMS = [
    re.compile(form, re.IGNORECASE)
    for form in (
        # 2024-08-06T09:00:00+09:00, 2024/8/6 9:00, 2024. 8. 6., 20240806T090000Z
        rf"^{WEEKDAY}(?P<year>\d{{4}})\s*[-/.]\s*(?P<month>\d{{1,2}})\s*[-/.]\s*(?P<day>\d{{1,2}})\.?{TAIL}",
        # 2024년 8월 6일, 2024年8月6日
        rf"^{WEEKDAY}(?P<year>\d{{4}})\s*[년年]\s*(?P<month>\d{{1,2}})\s*[월月]\s*(?P<day>\d{{1,2}})\s*[일日号]?{TAIL}",
        # 수, 03 12월 2025 10:00:00 +0900, 周三, 03 12月 2025: RFC 822 with the month in the writer's language
        rf"^{WEEKDAY}(?P<day>\d{{1,2}})\s+(?P<month>\d{{1,2}})\s*[월月]\s+(?P<year>\d{{4}}){TAIL}",
        # Thu,28 Jul 2022 4:35:5 GMT+9 · mer, 16 nov 2022 · 6 de agosto de 2024 · 6. August 2024
        rf"^{WEEKDAY}(?P<day>\d{{1,2}})(?:st|nd|rd|th|\.|er|º|ª)?[\s-]*(?:de |of )?(?P<name>{WORD})\.?,?[\s-]*(?:de |del )?(?P<year>\d{{4}}|\d{{2}}(?=\s+\d{{1,2}}:))(?:\s*г\.?)?{TAIL}",
        # August 6, 2024 · Aug. 6th 2024, 9:30 a.m. EDT
        rf"^{WEEKDAY}(?P<name>{WORD})\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s*(?P<year>\d{{4}}){TAIL}",
        # 06.08.2024: with full stops the day always comes first
        rf"^{WEEKDAY}(?P<day>\d{{1,2}})\s*\.\s*(?P<month>\d{{1,2}})\s*\.\s*(?P<year>\d{{4}}){TAIL}",
        # ngày 6 tháng 8 năm 2024, 6/8/2024 only where it can be read one way
        rf"^{WEEKDAY}(?P<first>\d{{1,2}})\s*[/-]\s*(?P<other>\d{{1,2}})\s*[/-]\s*(?P<year>\d{{4}}){TAIL}",
        # Tue Aug 6 09:30:00 KST 2024 (asctime, with or without a zone)
        rf"^{WORD}\s+(?P<name>{WORD})\s+(?P<day>\d{{1,2}})\s+(?P<hour>\d{{1,2}}):(?P<minute>\d{{2}}):(?P<second>\d{{2}})\s*(?P<zone>[A-Za-z]{{1,4}}|[+-]\d{{4}})?\s+(?P<year>\d{{4}})\s*$",
    )
]
COMPACT = re.compile(
    r"^(\d{4})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?\s*(Z|[+-]\d{2}:?\d{2})?)?$"
)
EPOCH = re.compile(r"^(\d{10})(\d{3})?$")
LONGEST = 120


@dataclass(frozen=True, slots=True)
class Moment:
    """An aware instant with the writer's own UTC offset, and how much of it was written."""

    at: dt.datetime
    has_time: bool = True
    has_zone: bool = True


def read_moment(raw: str) -> Moment | None:
    """The moment that `raw` states; None where it states none, or not for certain.

    A date alone becomes noon UTC of that day; a time without a zone is taken as UTC.
    """
    text = unicodedata.normalize("NFC", " ".join(raw.split()))[:LONGEST]
    readers: tuple[Callable[[str], Moment | None], ...] = (_epoch, _compact, _written)
    for read in readers:
        try:
            if moment := read(text):
                return moment
        except (ValueError, OverflowError):  # the 45th of a month, an offset of 99 hours
            return None
    return None


def _epoch(text: str) -> Moment | None:
    found = EPOCH.match(text)
    return Moment(dt.datetime.fromtimestamp(int(found[1]), dt.UTC)) if found else None


def _compact(text: str) -> Moment | None:
    found = COMPACT.match(text)
    if not found:
        return None
    date = dt.date(int(found[1]), int(found[2]), int(found[3]))
    if found[4] is None:
        return Moment(dt.datetime.combine(date, NOON, dt.UTC), has_time=False, has_zone=False)
    time = dt.time(int(found[4]), int(found[5]), int(found[6] or 0))
    at = dt.datetime.combine(date, time, dt.UTC)
    zone = _zone(found[7], at)
    return Moment(at.replace(tzinfo=zone or dt.UTC), has_zone=zone is not None)


def _written(text: str) -> Moment | None:
    for form in FORMS:
        if found := form.match(text):
            parts = found.groupdict()
            date = _date(parts)
            if date is not None:
                return _with_clock(date, parts)
    return None


def _date(parts: dict[str, str | None]) -> dt.date | None:
    year = int(parts["year"] or 0)
    if len(parts["year"] or "") == 2:  # RFC 822
        year += 2000 if year < 70 else 1900
    if name := parts.get("name"):
        month = month_numbers().get(name.lower())
        return dt.date(year, month, int(parts["day"] or 0)) if month else None
    if parts.get("first"):
        return _either_way(year, int(parts["first"] or 0), int(parts["other"] or 0))
    return dt.date(year, int(parts["month"] or 0), int(parts["day"] or 0))


def _either_way(year: int, first: int, other: int) -> dt.date | None:
    if first > 12 or first == other:
        return dt.date(year, other, first)
    if other > 12:
        return dt.date(year, first, other)
    return None  # 6/8/2024: August in London, June in New York


def _with_clock(date: dt.date, parts: dict[str, str | None]) -> Moment:
    if not parts.get("hour"):
        return Moment(dt.datetime.combine(date, NOON, dt.UTC), has_time=False, has_zone=False)
    hour = int(parts["hour"] or 0)
    half = (parts.get("half") or parts.get("half2") or "").lower().replace(".", "")
    if half in ("pm", "오후", "下午") and hour < 12:
        hour += 12
    elif half in ("am", "오전", "上午") and hour == 12:
        hour = 0
    midnight = dt.datetime.combine(date, dt.time(0), dt.UTC)
    zone = _zone(parts.get("zone") or parts.get("place"), midnight)
    midnight = midnight.replace(tzinfo=zone or dt.UTC)
    minute, second = int(parts["minute"] or 0), min(int(parts["second"] or 0), 59)
    if hour == 24 and minute == second == 0:
        return Moment(midnight + dt.timedelta(days=1), has_zone=zone is not None)
    return Moment(
        midnight.replace(hour=hour, minute=minute, second=second), has_zone=zone is not None
    )


def _zone(text: str | None, at: dt.datetime) -> dt.timezone | None:
    """The offset that `text` names at that time; None for no name we know; ValueError for an impossible one."""
    if not text:
        return None
    if "/" in text:
        return _place_zone(text, at)
    found = re.fullmatch(r"([A-Za-z]*)\s*(?:([+−-])\s*(\d{1,2})(?::?(\d{2}))?)?", text.strip())
    if not found:
        return None
    name, sign, hours, minutes = found.groups()
    if sign is None:
        known = ZONES.get(name.lower())
        return None if known is None else dt.timezone(dt.timedelta(hours=known))
    offset = dt.timedelta(hours=int(hours), minutes=int(minutes or 0))
    if offset > dt.timedelta(hours=14) or int(minutes or 0) > 59:
        raise ValueError(f"no such offset: {text}")
    return dt.timezone(offset if sign == "+" else -offset)


def _place_zone(name: str, at: dt.datetime) -> dt.timezone | None:
    try:
        offset = at.replace(tzinfo=ZoneInfo(name)).utcoffset()
    except (KeyError, ValueError, OSError):
        return None
    return None if offset is None else dt.timezone(offset)


@lru_cache
def month_numbers() -> dict[str, int]:
    """Month names of all languages we know, in lower case, to their numbers."""
    table = tomllib.loads(MONTHS.read_text(encoding="utf-8"))
    return {name: int(number) for number, names in table.items() for name in names}
