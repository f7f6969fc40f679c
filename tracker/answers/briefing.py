"""The briefing of a period, from the database."""

import datetime as dt
from dataclasses import replace

from db.engine import begin
from tracker.answers.ahead import due
from tracker.answers.health import outages
from tracker.answers.means import Means
from tracker.answers.periods import quarter_of
from tracker.timeline.query import Filters, find_events
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
        asked = Filters(
            since=first, until=last, min_confidence=means.settings.timeline.min_confidence
        )
        found = find_events(session, asked)
        ahead = due(means, session, start, (end - start).days)
        gaps = outages(session, first, last)
        asked = replace(asked, changed_since=changed_since)
        changed = find_events(session, asked) if changed_since else ()
    return brief(
        found, first, last, made=today, ahead=ahead, ahead_first=start, ahead_last=end,
        outages=gaps, changed_since=changed_since, changed=changed,
    )  # fmt: skip
