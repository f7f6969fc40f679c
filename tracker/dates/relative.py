"""Phrases counted from the day of publication or from the date last spoken of."""

import datetime as dt

from tracker.dates import calendar
from tracker.dates.calendar import Grain
from tracker.dates.context import (
    UNRESOLVED,
    Context,
    Meaning,
    choose,
    counted,
    distance,
    stated,
    unit_of,
)
from tracker.dates.scan import Match
from tracker.values import Basis

__all__ = [
    "back",
    "day_of_month",
    "day_of_stretch",
    "duration",
    "offset",
    "reference",
    "repeated",
    "reported",
    "shift",
    "spoken",
    "weekday",
    "weekend",
]

WEEK = 7  # days
SUNDAY = 6

SENTENCE = 200  # characters between two dates of one
PARAGRAPH = 400  # characters over which "the 19th" is of the month just named
STRETCH_REACH = 300  # characters over which "the second day" is one of the days told of
QUARTER_REACH = 1500  # characters over which "a year ago" still compares quarters
_LETTERS = {"day": "D", "week": "W", "weekend": "WE", "fortnight": "W", "month": "M", "quarter": "Q",
            "year": "Y", "decade": "E", "century": "C"}  # fmt: skip


def weekday(match: Match, context: Context) -> Meaning:
    """ "Friday": today if today is one, else the one the words point to, else the latest."""
    today = context.today
    if today is None:
        return UNRESOLVED
    wanted = int(match.fields["weekday"])
    if "told" in match.fields and (told := _weekday_told(match, context, today, wanted)):
        return told
    if "number" in match.fields:  # "a week from Friday"
        ahead = (wanted - today.weekday()) % WEEK or WEEK
        day = today + dt.timedelta(days=ahead + WEEK * int(match.fields["number"]))
        return counted(calendar.day(day), today, "from the coming one")
    if "weeks" in match.fields:
        weeks = int(match.fields["weeks"])
        counted_from = _in_week(today, weeks)
        monday = counted_from - dt.timedelta(days=counted_from.weekday())
        days = 7 * weeks + wanted
        return counted(calendar.day(monday + dt.timedelta(days=days)), today, "of that week")
    if week := _week_told(match, context, today):
        return counted(calendar.day(week + dt.timedelta(days=wanted)), week, "of the week told of")
    back_days = (today.weekday() - wanted) % 7
    latest = today - dt.timedelta(days=back_days)
    days_around = [latest - dt.timedelta(days=7), latest, latest + dt.timedelta(days=7)]
    return choose([calendar.day(found) for found in days_around], match, context, lean=-1)


def _weekday_told(match: Match, context: Context, today: dt.date, wanted: int) -> Meaning | None:
    """ "That Monday", "the following Monday" (`told` 1), "the previous Monday" (-1): around the days last
    spoken of; one told of as past does not lie ahead."""
    last, step = context.spoken_interval, int(match.fields["told"])
    if last is None or last.days > WEEK:
        return None
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
    first = spoken.interval.first
    now = spoken.interval.first <= today <= spoken.interval.last
    return None if now else first - dt.timedelta(days=first.weekday())


def weekend(match: Match, context: Context) -> Meaning:
    """ "the weekend", "this weekend": the one around today or the one the words point to."""
    today = context.today
    if today is None:
        return UNRESOLVED
    around = [calendar.step("weekend", today, steps) for steps in (-1, 0, 1)]
    return choose(around, match, context, lean=-1)


def day_of_month(match: Match, context: Context) -> Meaning:
    """ "the 19th": of the month the text speaks of, else of the month the words point to."""
    today = context.today
    if today is None:
        return UNRESOLVED
    number = int(match.fields["day"])
    if "step" in match.fields:
        month = calendar.step("month", today, int(match.fields["step"])).interval.first
        return counted(calendar.day(month.replace(day=number)), today, "of that month")
    told = _month_told(match, context, today)
    if told is not None:
        grain = calendar.day(told.replace(day=number))
        return counted(grain, told, "of the month last spoken of", Basis.CONTEXT)
    return choose(_days_numbered(number, today), match, context, lean=-1)


def _month_told(match: Match, context: Context, today: dt.date) -> dt.date | None:
    """The month "the 19th" is of, where the text has told of one: long past or in the same paragraph, and not
    against what the verbs say."""
    last = context.spoken_interval
    told = "spoken" in match.fields or (last is not None and distance(last, today) > 45)
    if last is not None and last.days <= 31 and told:
        return last.first
    month = context.month
    if month is None or match.start - context.month_at > PARAGRAPH:
        return None
    if "\n" in context.view.lower[context.month_at : match.start]:
        return None
    sign = context.sign(match).sign
    day = month.replace(day=int(match.fields["day"]))
    return None if (sign < 0 and day > today) or (sign > 0 and day < today) else month


def day_of_stretch(match: Match, context: Context) -> Meaning | None:
    """ "On the second day": of the days from one to another just spoken of; none where none are."""
    days = context.stretch
    if days is None or match.start - context.stretch_at > STRETCH_REACH:
        return None
    number = int(match.fields["ordinal"])
    found = days.last if number < 0 else days.first + dt.timedelta(days=number - 1)
    if found > days.last:
        return None
    return counted(calendar.day(found), days.first, "of the days spoken of", Basis.CONTEXT)


def _days_numbered(number: int, today: dt.date) -> list[Grain]:
    days = []
    for steps in (-1, 0, 1):
        first = calendar.step("month", today, steps).interval.first
        try:
            days.append(calendar.day(first.replace(day=number)))
        except ValueError:
            continue
    return days


def shift(match: Match, context: Context) -> Meaning:
    """ "last year", "yesterday", "the following month": a unit and how many further."""
    return _shifted(match, context, int(match.fields["step"]))


def offset(match: Match, context: Context) -> Meaning:
    """ "three weeks ago", "two days later": a number of units and a sign."""
    if match.fields["unit"] == "year" and match.fields["number"] == 1:
        return back(match, context)
    return _shifted(match, context, int(match.fields["number"]) * int(match.fields["sign"]))


def _shifted(match: Match, context: Context, steps: int) -> Meaning:
    unit = str(match.fields["unit"])
    last = context.spoken_interval
    if match.fields.get("from") == "context" and last is not None:
        if unit == "day" and last.days > WEEK:
            return UNRESOLVED  # "in February 1999 …. The next day": of a day that nobody named
        anchor = last.last if steps > 0 and last.days <= 31 else last.first
        return counted(
            _step(unit, anchor, steps), anchor, "from the date last spoken of", Basis.CONTEXT
        )
    if unit == "day" and context.written is not None:
        reason = "from publication" if context.written == context.today else "from the dateline"
        return counted(_step(unit, context.written, steps), context.written, reason)
    if context.today is None:
        return UNRESOLVED
    counts = unit == "week" and "number" not in match.fields
    today = _in_week(context.today, steps) if counts else context.today
    return counted(_step(unit, today, steps), context.today, "from publication")


def _in_week(today: dt.date, steps: int) -> dt.date:
    """A day of the week that "last week" is counted from: a Sunday's is the one that ends that day."""
    return today + dt.timedelta(days=1) if steps < 0 and today.weekday() == SUNDAY else today


def _step(unit: str, anchor: dt.date, steps: int) -> Grain:
    if unit == "decade" and abs(steps) > 0:
        return calendar.year(anchor.year + 10 * steps)
    return calendar.step(
        "week" if unit == "fortnight" else unit, anchor, steps * (2 if unit == "fortnight" else 1)
    )


def back(match: Match, context: Context) -> Meaning:
    """ "a year ago", "a year earlier": the same quarter of the year before where quarters are spoken of."""
    steps = int(match.fields.get("number", 1)) * int(match.fields["sign"])
    if context.quarter is not None and match.start - context.quarter_at < QUARTER_REACH:
        first = context.quarter
        grain = calendar.quarter(first.year + steps, (first.month + 2) // 3)
        return counted(grain, first, "the same quarter of another year", Basis.CONTEXT)
    return _shifted(match, context, steps)


def reported(match: Match, context: Context) -> Meaning | None:
    """ "the latest quarter", "the 1988 period": the quarter the text reports on, or that of another year."""
    year = match.fields.get("year")
    if context.quarter is None:
        return stated(calendar.year(int(year))) if year else None
    first = context.quarter
    grain = calendar.quarter(int(year or first.year), (first.month + 2) // 3)
    return counted(grain, first, "the quarter reported on", Basis.CONTEXT)


def spoken(match: Match, context: Context) -> Meaning:
    """ "that day", "the same month", "the quarter": the unit around the date last spoken of."""
    unit = str(match.fields["unit"])
    told = context.spoken_day if unit == "day" else context.spoken
    last = told.interval if told else None
    if told is None or last is None or unit_of(told.value) not in _within(unit):
        if match.fields.get("else") == "publication" and context.today is not None:
            return counted(
                calendar.step(unit, context.today, 0), context.today, "around publication"
            )
        return UNRESOLVED
    step = int(match.fields.get("step", 0))
    grain = calendar.step(unit, last.first, step)
    return counted(grain, last.first, "the date last spoken of", Basis.CONTEXT)


def _within(unit: str) -> tuple[str, ...]:
    """The units finer than or as fine as `unit`."""
    order = ("day", "weekend", "week", "month", "season", "quarter", "half", "year", "decade")
    return order[: order.index(unit) + 1]


def reference(match: Match, context: Context) -> Meaning:
    """ "now", "recently": no place in the calendar."""
    return Meaning(str(match.fields["value"]), None, Basis.RELATIVE, anchor=context.today)


def duration(match: Match, context: Context) -> Meaning:
    """ "three days": a length, not a date."""
    fields = match.fields
    number = fields.get("number", fields.get("ordinal", "X"))
    if "hours" in fields:
        return Meaning(f"PT{number}{str(fields['hours'])[1:]}", None, Basis.STATED, kind="DURATION")
    letter = _LETTERS[str(fields["unit"])]
    if fields["unit"] == "decade" and isinstance(number, int):
        number, letter = number * 10, "Y"
    return Meaning(f"P{number}{letter}", None, Basis.STATED, kind="DURATION")


def repeated(match: Match, context: Context) -> Meaning:
    """ "every Monday": again and again."""
    fields = match.fields
    value = str(fields.get("value", ""))
    weekday_number = fields.get("weekdays", fields.get("weekday"))
    if weekday_number is not None:
        value = f"XXXX-WXX-{int(weekday_number) + 1}"
    elif "monthname" in fields:
        value = f"XXXX-{int(fields['monthname']):02d}"
    elif "unit" in fields:
        value = f"P1{_LETTERS[str(fields['unit'])]}"
    return Meaning(value, None, Basis.STATED, kind="SET")
