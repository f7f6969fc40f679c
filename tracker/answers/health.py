"""When feeds gave nothing, for answers that own up to their gaps."""

import datetime as dt

from db.engine import Session
from db.reports import outage_rows
from tracker.views.briefing import Outage

__all__ = ["gaps_in_a_line", "outages"]

MOST = 5  # named; the rest are counted


def outages(session: Session, first: dt.date, last: dt.date) -> tuple[Outage, ...]:
    """The outages that touch the days `first` to `last`."""
    since = dt.datetime.combine(first, dt.time.min, dt.UTC)
    until = dt.datetime.combine(last, dt.time.max, dt.UTC)
    rows = outage_rows(session, since, until)
    return tuple(Outage(row.feed, row.started, row.ended, row.reason) for row in rows)


def gaps_in_a_line(session: Session, first: dt.date | None, last: dt.date | None) -> str:
    """Which feeds gave nothing at some time between two days, in a line for people; "" for none."""
    found = outages(session, first or dt.date.min, last or dt.date.max)
    newest = {outage.feed: outage for outage in found}
    named = [f"{name} ({_span(outage)})" for name, outage in list(newest.items())[:MOST]]
    more = [f"and {len(newest) - MOST} more"] if len(newest) > MOST else []
    return f"gave nothing in this time: {', '.join([*named, *more])}" if named else ""


def _span(outage: Outage) -> str:
    until = f"{outage.until:%Y-%m-%d}" if outage.until else "now"
    return f"{outage.since:%Y-%m-%d} to {until}: {outage.reason}"
