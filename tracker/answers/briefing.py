"""The briefing of a period, from the database."""

import datetime as dt

from db.engine import begin
from tracker.answers.health import outages
from tracker.answers.means import Means
from tracker.answers.periods import quarter_of
from tracker.timeline.query import Filters, find_events
from tracker.timeline.query import upcoming as find_upcoming
from tracker.views.briefing import Briefing, brief

__all__ = ["briefing_of"]


def briefing_of(
    means: Means,
    first: dt.date,
    last: dt.date,
    today: dt.date,
    changed_since: dt.date | None = None,
) -> Briefing:
    """The briefing of the days `first` to `last`, with what is due in the three months after (or after
    today, if that is later than `first`)."""
    start = today if first <= today <= last else last + dt.timedelta(days=1)
    end = quarter_of(last + dt.timedelta(days=1))[1]
    with begin(means.engine, read_only=True) as session:
        found = find_events(session, Filters(since=first, until=last))
        ahead = find_upcoming(
            session, means.rulebook, start, (end - start).days, means.settings.calendar.leap_day
        )
        gaps = outages(session, first, last)
        asked = Filters(since=first, until=last, changed_since=changed_since)
        changed = find_events(session, asked) if changed_since else ()
    return brief(
        found, first, last, made=today, ahead=ahead, ahead_first=start, ahead_last=end,
        outages=gaps, changed_since=changed_since, changed=changed,
    )  # fmt: skip
