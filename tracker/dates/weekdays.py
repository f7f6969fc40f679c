"""Weekdays and weekends: by the day of publication, the week named, or the date last spoken of."""

import datetime as dt
import re

from tracker.dates import calendar
from tracker.dates.context import UNRESOLVED, Context, Meaning, choose, counted, unit_of
from tracker.dates.scan import Match
from tracker.values import Basis

__all__ = ["in_week", "weekday", "weekend"]

WEEK = 7  # days
SUNDAY = 6
OF_THAT_WEEK = 2  # the value of `told`
OWNERS = ("'s ", "' ")
SENTENCE = 200  # characters between two dates of one
_CLAUSE = re.compile(r"[,;:(]|[.!?] ")
_NEXT_CLAUSE = re.compile(r",([^,;:.]+)")


def weekday(match: Match, context: Context) -> Meaning:
    """ "Friday": today if today is one, else the one the words point to, else the latest."""
    today = context.today
    if today is None:
        return UNRESOLVED
    wanted = int(match.fields["weekday"])
    if "told" in match.fields and (told := _weekday_told(match, context, today, wanted)):
        return told
    if "sign" in match.fields:  # "a week ago Tuesday"
        match.fields["weeks"] = -int(match.fields["number"])
    elif "number" in match.fields:  # "a week from Friday"
        ahead = (wanted - today.weekday()) % WEEK or WEEK
        day = today + dt.timedelta(days=ahead + WEEK * int(match.fields["number"]))
        return counted(calendar.day(day), today, "from the coming one")
    if "weeks" in match.fields:
        weeks = int(match.fields["weeks"])
        counted_from = in_week(today, weeks)
        monday = counted_from - dt.timedelta(days=counted_from.weekday())
        days = 7 * weeks + wanted
        return counted(calendar.day(monday + dt.timedelta(days=days)), today, "of that week")
    if week := _week_told(match, context, today):
        return counted(calendar.day(week + dt.timedelta(days=wanted)), week, "of the week told of")
    if coming := _after_the_day_ahead(match, context, today, wanted):
        return coming
    back_days = (today.weekday() - wanted) % 7
    latest = today - dt.timedelta(days=back_days)
    days_around = [latest - dt.timedelta(days=7), latest, latest + dt.timedelta(days=7)]
    lean = 0 if match.fields.get("which") == 0 else -1  # "this Monday" is the nearer one
    return choose([calendar.day(found) for found in days_around], match, context, lean=lean)


def _weekday_told(match: Match, context: Context, today: dt.date, wanted: int) -> Meaning | None:
    """ "That Monday", "the following Monday" (`told` 1), "the previous Monday" (-1): around the days last
    spoken of; one told of as past does not lie ahead. "The Monday of that week" (2)."""
    last, step = context.spoken_interval, int(match.fields["told"])
    if last is None or last.days > WEEK:
        return None
    if step == OF_THAT_WEEK:
        day = calendar.week(last.first).interval.first + dt.timedelta(days=wanted)
        return counted(calendar.day(day), last.first, "of the week last spoken of", Basis.CONTEXT)
    start = last.last + dt.timedelta(days=1) if step > 0 else last.first
    day = start + dt.timedelta(days=(wanted - start.weekday()) % WEEK)
    if step < 0 or (step == 0 and last.last <= today < day):
        day -= dt.timedelta(days=WEEK)
    return counted(calendar.day(day), last.first, "from the date last spoken of", Basis.CONTEXT)


def _week_told(match: Match, context: Context, today: dt.date) -> dt.date | None:
    """The Monday of the week that the same sentence has just named, if it is not the one of publication:
    "last week, when they met on Thursday"."""
    spoken = context.spoken
    if spoken is None or spoken.interval is None or unit_of(spoken.value) != "week":
        return None
    between = context.view.lower[context.spoken_at : match.start]
    if len(between) > SENTENCE or "\n" in between or ". " in between:
        return None
    if between.startswith(OWNERS):  # "last week's summit was followed on Monday by …"
        return None
    if context.tenses.is_told_then(match.start):  # "will open next week, he said Thursday"
        return None
    first = spoken.interval.first
    now = spoken.interval.first <= today <= spoken.interval.last
    return None if now else first - dt.timedelta(days=first.weekday())


def _after_the_day_ahead(
    match: Match, context: Context, today: dt.date, wanted: int
) -> Meaning | None:
    """The weekday behind a day to come of which the paragraph has just told, where no verb points anywhere: "He
    lands on Sunday for a short stay, with talks on Monday"."""
    told = context.spoken_day.interval if context.spoken_day else None
    if told is None or not 0 < (told.first - today).days <= WEEK:
        return None
    if not context.goes_on(match, context.spoken_day_at):
        return None
    if today.weekday() == wanted or _goes_back(match, context) or context.sign(match).is_known:
        return None
    day = told.first + dt.timedelta(days=(wanted - told.first.weekday()) % WEEK)
    return counted(calendar.day(day), told.first, "behind the day to come", Basis.CONTEXT)


def _goes_back(match: Match, context: Context) -> bool:
    """Whether its clause tells what came before, or who spoke then: "after talks on Monday", "Monday's talks", "In a
    speech on Monday, he said"."""
    lower, words = context.view.lower, context.grammar.words
    clause = _CLAUSE.split(lower[context.spoken_day_at : match.start])[-1].split()
    if any(word in words.get("going_back", {}) for word in clause):
        return True
    if lower.startswith(OWNERS, match.end):
        return True
    told = (
        _NEXT_CLAUSE.match(lower, match.end)
        if clause and clause[0] in words.get("inside", {})
        else None
    )
    return told is not None and any(word in words.get("telling", {}) for word in told[1].split())


def weekend(match: Match, context: Context) -> Meaning:
    """ "the weekend", "this weekend": the one around today or the one the words point to."""
    today = context.today
    if today is None:
        return UNRESOLVED
    around = [calendar.step("weekend", today, steps) for steps in (-1, 0, 1)]
    return choose(around, match, context, lean=-1)


def in_week(today: dt.date, steps: int) -> dt.date:
    """A day of the week that "last week" is counted from: a Sunday's is the one that ends that day."""
    return today + dt.timedelta(days=1) if steps < 0 and today.weekday() == SUNDAY else today
