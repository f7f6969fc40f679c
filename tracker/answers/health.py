"""When feeds gave nothing, for answers that own up to their gaps."""

import datetime as dt

from db.engine import Session
from db.reports import outage_rows
from tracker.views.briefing import Outage

__all__ = ["outages"]


def outages(session: Session, first: dt.date, last: dt.date) -> tuple[Outage, ...]:
    """The outages that touch the days `first` to `last`."""
    since = dt.datetime.combine(first, dt.time.min, dt.UTC)
    until = dt.datetime.combine(last, dt.time.max, dt.UTC)
    rows = outage_rows(session, since, until)
    return tuple(Outage(row.feed, row.started, row.ended, row.reason) for row in rows)
