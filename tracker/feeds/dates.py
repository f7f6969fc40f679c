"""The dates feeds write, read strictly: a date that does not say what it is becomes None.

feedparser's own reading is not used: it turns 1763805600 into the year 1763 and 2026-13-45 into 2027-01-01.
"""

import datetime as dt

from tracker.moments import read_moment

__all__ = ["read_date"]

EARLIEST = 1990


def read_date(text: str, now: dt.datetime) -> tuple[dt.datetime | None, str]:
    """The instant `text` states, with the offset it gives, and why there is none where there is none.

    Reasons: "" (fine, or nothing stated), "unreadable date", "implausible date", "future date". A time without
    a zone is taken as UTC, a day alone as its noon; one more than a day ahead of `now` is not believed.
    """
    if not text.strip():
        return None, ""
    moment = read_moment(text)
    if moment is None:
        return None, "unreadable date"
    if moment.at.year < EARLIEST:
        return None, "implausible date"
    if moment.at > now + dt.timedelta(days=1):
        return None, "future date"
    return moment.at, ""
