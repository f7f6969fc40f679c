"""What is due, from the database."""

import datetime as dt

from db.engine import Session
from tracker.answers.means import Means
from tracker.timeline.query import Upcoming, upcoming

__all__ = ["due"]


def due(means: Means, session: Session, first: dt.date, days: int) -> tuple[Upcoming, ...]:
    """Anniversaries and planned events from `first` on, `days` ahead, by the settings in force."""
    settings = means.settings
    least = settings.timeline.min_confidence
    return upcoming(session, means.rulebook, first, days, settings.calendar.leap_day, least)
