"""When to look again. Pure: `now` and the throw of the dice are arguments."""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime

__all__ = [
    "Pace",
    "adapted",
    "after_failure",
    "after_success",
    "cache_hint",
    "host_pause",
    "retry_after",
]

DAY = dt.timedelta(days=1)
WEEK = dt.timedelta(days=7)
FIRST_PAUSE = dt.timedelta(minutes=10)
PATIENCE = 24  # failures in a row after which a feed is asked once a day only


@dataclass(frozen=True, slots=True)
class Pace:
    """How often a feed may and should be asked. `fixed`: the user chose the interval, it is not adapted."""

    interval: dt.timedelta = dt.timedelta(minutes=60)
    shortest: dt.timedelta = dt.timedelta(minutes=15)
    longest: dt.timedelta = DAY
    fixed: bool = False

    def clamp(self, delay: dt.timedelta) -> dt.timedelta:
        """`delay` within the bounds."""
        return max(self.shortest, min(self.longest, delay))


def adapted(pace: Pace, new_in_week: int, known_since: dt.datetime | None, now: dt.datetime) -> int:
    """The seconds between checks that suit a feed with so many new items in the last week.

    Four looks for every item to be expected; as configured during the first week.
    """
    if pace.fixed or known_since is None or now - known_since < WEEK:
        return int(pace.interval.total_seconds())
    return int(pace.clamp(WEEK / (4 * max(new_in_week, 1))).total_seconds())


def after_success(
    pace: Pace, learnt: int | None, hint: dt.timedelta | None, now: dt.datetime, dice: float
) -> dt.datetime:
    """The next look at a feed that is well. `hint` is how long the feed asks to be left alone.

    The hint takes the place of our own interval, within the bounds; it cannot shorten one that the user chose.
    """
    own = dt.timedelta(seconds=learnt) if learnt else pace.interval
    delay = own
    if hint is not None:
        delay = max(own, hint) if pace.fixed else hint
    return now + _spread(pace, delay, dice)


def after_failure(
    pace: Pace,
    failures: int,
    now: dt.datetime,
    dice: float,
    *,
    not_before: dt.datetime | None = None,
) -> dt.datetime:
    """The next look at a feed that failed so many times in a row: 1, 2, 3… intervals, at most a day."""
    slow = pace.longest if failures >= PATIENCE else pace.interval * max(1, failures)
    soonest = now + _spread(pace, slow, dice)
    return max(soonest, not_before) if not_before else soonest


def cache_hint(headers: Mapping[str, str], ttl: int | None) -> dt.timedelta | None:
    """How long an answer says it stays fresh: the longest of `max-age` (or Expires) and the feed's ttl."""
    control = headers.get("cache-control", "").lower()
    if "no-cache" in control or "no-store" in control:
        return None
    found = re.search(r"\bmax-age\s*=\s*\"?(\d{1,12})", control)
    hints = [dt.timedelta(seconds=min(int(found[1]), 10**9))] if found else _expires(headers)
    if ttl is not None:
        hints.append(dt.timedelta(seconds=min(ttl, 10**9)))
    return max(hints, default=None)


def _expires(headers: Mapping[str, str]) -> list[dt.timedelta]:
    until, sent = _instant(headers.get("expires", "")), _instant(headers.get("date", ""))
    return [until - sent] if until and sent and until > sent else []


def retry_after(headers: Mapping[str, str], now: dt.datetime) -> dt.timedelta | None:
    """How long the server asks to wait, at most a day; None where it does not say so sensibly.

    A date counts from the server's own `Date`: its clock may be wrong, the difference is not.
    """
    said = headers.get("retry-after", "").strip()
    if re.fullmatch(r"\d{1,12}", said, re.ASCII):
        return min(dt.timedelta(seconds=int(said)), DAY) if int(said) else None
    until = _instant(said)
    if until is None:
        return None
    delay = until - (_instant(headers.get("date", "")) or now)
    return min(delay, DAY) if delay > dt.timedelta(0) else None


def host_pause(strikes: int, asked: dt.timedelta | None) -> dt.timedelta:
    """How long to leave a host alone that answered "too many requests" for the nth time."""
    return asked or min(FIRST_PAUSE * 2 ** min(max(strikes - 1, 0), 20), DAY)


def _spread(pace: Pace, delay: dt.timedelta, dice: float) -> dt.timedelta:
    """Up to a tenth more, so that feeds do not keep step; never beyond the longest interval."""
    return pace.clamp(pace.clamp(delay) * (1 + 0.1 * dice))


def _instant(text: str) -> dt.datetime | None:
    try:
        found = parsedate_to_datetime(text.strip())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=dt.UTC)
