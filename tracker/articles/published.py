"""When an article was published: what feed, page and text say, reconciled, with the source kept."""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from tracker.moments import Moment, read_moment

__all__ = ["Claim", "Published", "choose_published", "claim", "claim_of_address"]

EARLIEST = dt.datetime(1980, 1, 1, tzinfo=dt.UTC)  # before, a broken clock or an empty field speaks
AHEAD = dt.timedelta(hours=24)  # clocks and time zones differ; no article is from next week
PATH_DATE = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_.-]|\D|$)"
)
USUAL = {1: 9, -1: 5}  # hours from UTC that most often explain a day's difference
# Who is believed first where they differ: what machines wrote for machines, then guesses.
TRUST = (("import", "feed", "metadata"), ("markup",), ("text",))


@dataclass(frozen=True, slots=True)
class Claim:
    """One statement of when the article was published. `source` is import, feed, metadata, markup or text."""

    source: str
    raw: str
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class Published:
    """The date taken, or None; where it came from; what was refused, as it was written; and why."""

    at: dt.datetime | None
    source: str = ""
    refused: str = ""
    reason: str = ""
    has_time: bool = False


def claim(source: str, value: str | dt.datetime | None, *, exact: bool = True) -> Claim | None:
    """What `source` states, read; None if it states nothing. An instant that is not `exact` is a day."""
    if value is None or value == "":
        return None
    if isinstance(value, dt.datetime):
        return Claim(source, value.isoformat(), Moment(value, has_time=exact, has_zone=exact))
    return Claim(source, value, read_moment(value))


def claim_of_address(url: str) -> Claim | None:
    """The day that an address has in its path ("/2026/03/09/…"): the first publication, never an update."""
    found = PATH_DATE.search(urlsplit(url).path)
    return claim("markup", "-".join(found.groups())) if found else None


def choose_published(
    claims: Sequence[Claim | None],
    fetched: dt.datetime,
    earliest: dt.datetime = EARLIEST,
    *,
    address: Claim | None = None,
) -> Published:
    """The publication date that the claims support, never one after `fetched` by more than a day.

    Of feed and metadata the earlier day wins (feeds stamp an old story anew, pages rarely antedate
    one); on the same day the more exact. Dates found in the markup or the text count only if
    there is nothing better. The day in the page's `address` counts as one of the markup, and where feed
    and metadata differ, for the one that it agrees with.
    """
    present = [one for one in (*claims, address) if one]
    sound = [one for one in present if one.moment and earliest <= one.moment.at <= fetched + AHEAD]
    refused = next((one.raw for one in present if one not in sound), "")[:200]
    for sources in TRUST:
        if pool := [one for one in sound if one.source in sources]:
            return _on_its_own_day(_best(pool, refused, address), sound)
    reason = "impossible or unreadable date" if present else "no date stated"
    return Published(None, "refused" if refused else "", refused, reason)


def _best(pool: list[Claim], refused: str, address: Claim | None) -> Published:
    # A day on which feed and page agree beats a lone other; else the earlier day wins.
    day = min((_day(one) for one in pool), key=lambda day: (-_backing(pool, day, address), day))
    # Zones blur the day: what lies within one day of the earliest is the same statement.
    near = [one for one in pool if dt.timedelta(0) <= _day(one) - day <= dt.timedelta(days=1)]
    best = max(near, key=lambda one: (_detail(one), -pool.index(one)))
    assert best.moment is not None
    others = sorted({one.source for one in pool if one not in near})
    how = "the day most agree on, not" if _day(min(pool, key=_day)) < day else "earlier than"
    reason = f"{how} what {' and '.join(others)} says" if others else "as stated"
    return Published(best.moment.at, best.source, refused, reason, best.moment.has_time)


def _backing(pool: list[Claim], day: dt.date, address: Claim | None) -> int:
    """How many sources state that day, or the one after it."""
    backers = {one.source for one in pool if 0 <= (_day(one) - day).days <= 1}
    agreed = address is not None and address.moment and abs((_day(address) - day).days) <= 1
    return len(backers) + bool(agreed)


def _on_its_own_day(best: Published, claims: Sequence[Claim]) -> Published:
    """The same instant, told from the publisher's place where only UTC was written.

    Half past eight on Tuesday morning in Seoul is Monday night in UTC; the page, or its address, says
    Tuesday, and that is the day from which the text counts.
    """
    if best.at is None or not best.has_time or best.at.utcoffset():
        return best
    for one in claims:
        if one.moment is None or one.moment.has_time or one.source == "text":
            continue
        days = (_day(one) - best.at.date()).days
        hours = 24 - best.at.hour if days == 1 else best.at.hour + 1
        if (days == 1 and hours <= 14) or (days == -1 and hours <= 11):
            shift = dt.timedelta(hours=days * max(hours, USUAL[days]))
            there = best.at.astimezone(dt.timezone(shift))
            return replace(best, at=there, reason=f"{best.reason}; the day is the {one.source}'s")
    return best


def _day(one: Claim) -> dt.date:
    assert one.moment is not None
    return one.moment.at.date()


def _detail(one: Claim) -> int:
    """A time with the publisher's own zone says which day it was there; UTC may hide it."""
    assert one.moment is not None
    local = one.moment.has_zone and bool(one.moment.at.utcoffset())
    return int(one.moment.has_time) + int(one.moment.has_zone) + int(local)
