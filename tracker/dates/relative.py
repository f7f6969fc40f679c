"""Phrases counted from the day of publication or from the date last spoken of."""

import datetime as dt

from tracker.dates import calendar
from tracker.dates.calendar import Grain
from tracker.dates.context import (
    BREAK,
    NEWS_DAYS,
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
from tracker.dates.weekdays import in_week
from tracker.values import Basis, Interval

__all__ = [
    "back",
    "day_of_month",
    "day_of_stretch",
    "duration",
    "offset",
    "reference",
    "repeated",
    "reported",
    "same_day",
    "shift",
    "spoken",
]

WEEK = 7  # days
DAYS_OF_MONTH = 31
YEARS = {"decade": 10, "century": 100}

STRETCH_REACH = 300  # characters over which "the second day" is one of the days told of
QUARTER_REACH = 1500  # characters over which "a year ago" still compares quarters
_LETTERS = {"day": "D", "week": "W", "weekend": "WE", "fortnight": "W", "month": "M", "quarter": "Q",
            "year": "Y", "decade": "E", "century": "C"}  # fmt: skip


def day_of_month(match: Match, context: Context) -> Meaning:
    """ "the 19th": of the month the text speaks of, else of the month the words point to."""
    today = context.today
    if today is None:
        return UNRESOLVED
    number = int(match.fields["day"])
    if "step" in match.fields:
        month = calendar.step("month", today, int(match.fields["step"])).interval.first
        return counted(calendar.day(month.replace(day=number)), today, "of that month")
    if "weekday" in match.fields:
        days = [
            day for day in _days_numbered(number, today)
            if day.interval.first.weekday() == match.fields["weekday"]
        ]  # fmt: skip
        return choose(days, match, context, near=DAYS_OF_MONTH)
    told = _month_told(match, context, today)
    if told is not None:
        grain = calendar.day(told.replace(day=number))
        return counted(grain, told, "of the month last spoken of", Basis.CONTEXT)
    return choose(_days_numbered(number, today), match, context, lean=-1)


def _month_told(match: Match, context: Context, today: dt.date) -> dt.date | None:
    """The month "the 19th" is of, where the text has told of one: long past or in the same paragraph, and not
    against what the verbs say."""
    last = context.spoken_interval
    going_on = not context.news or context.goes_on(match, context.spoken_at)
    told = "spoken" in match.fields or (
        going_on and last is not None and distance(last, today) > 45
    )
    if last is not None and last.days <= 31 and told:
        return last.first
    month = context.month
    if month is None or not context.goes_on(match, context.month_at):
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
    unit, today = str(match.fields["unit"]), context.today
    if unit in YEARS and "from" not in match.fields and today is not None:
        return counted(
            calendar.step(unit, today, int(match.fields["step"])), today, "from publication"
        )
    return _shifted(match, context, int(match.fields["step"]))


def offset(match: Match, context: Context) -> Meaning:
    """ "three weeks ago", "two days later": a number of units and a sign."""
    if match.fields["unit"] == "year" and match.fields["number"] == 1:
        return back(match, context)
    found = _shifted(match, context, int(match.fields["number"]) * int(match.fields["sign"]))
    return found if _may_be(found, match, context) else UNRESOLVED


def _may_be(found: Meaning, match: Match, context: Context) -> bool:
    """Not where "30 years later" comes to a day ahead and is told as over: what it was counted from is not told."""
    told = match.fields.get("from") == "context" and int(match.fields["sign"]) > 0
    if not told or found.interval is None or context.today is None:
        return True
    return found.interval.first <= context.today or context.sign(match).sign > 0


def _shifted(match: Match, context: Context, steps: int) -> Meaning:
    unit = str(match.fields["unit"])
    last = context.spoken_interval
    if match.fields.get("from") == "context" and last is not None:
        if unit == "day" and last.days > WEEK:
            return _before_the_news(context, steps)
        if unit == "day" and steps < 0 and _is_history_above(last, match, context):
            found = _before_the_news(context, steps)
            if found is not UNRESOLVED:
                return found
        if unit == "day" and last.days == 1:
            told = context.day_told(match)
            last = (told.interval if told else None) or last
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
    today = in_week(context.today, steps) if counts else context.today
    return counted(_step(unit, today, steps), context.today, "from publication")


def _is_history_above(last: Interval, match: Match, context: Context) -> bool:
    """Whether a report of these days was on something else since it told of that day of long ago, a whole paragraph
    or more."""
    news, between = context.news_day, context.view.lower[context.spoken_at : match.start]
    if news is None or context.today is None or distance(last, context.today) <= NEWS_DAYS:
        return False
    return len(BREAK.findall(between)) > 1


def _before_the_news(context: Context, steps: int) -> Meaning:
    """ "Work began in May 2016. … the day before": that before the day of the news. "In February 1999 …. The next day"
    is of a day that nobody named."""
    news, today = context.news_day, context.today
    if steps >= 0 or news is None or news.interval is None or today is None:
        return UNRESOLVED
    day = news.interval.first
    if not 0 <= (today - day).days <= WEEK:
        return UNRESOLVED
    return counted(_step("day", day, steps), day, "from the day of the news", Basis.CONTEXT)


def same_day(match: Match, context: Context) -> Meaning:
    """ "Ten years ago today": the day itself, so many units off; "the same day in 1953": in that year."""
    today, unit = context.written or context.today, str(match.fields["unit"])
    told = context.spoken_day.interval if context.spoken_day else None
    if told and "spoken" in match.fields:
        today = told.first
    if today is None:
        return UNRESOLVED
    if "year" in match.fields:
        steps = int(match.fields["year"]) - today.year
    else:
        steps = int(match.fields["number"]) * int(match.fields["sign"])
    if unit in YEARS:
        unit, steps = "year", steps * YEARS[unit]
    found = calendar.same_day(unit, today, steps)
    inside = str(match.fields.get("inside", "day"))  # "ten years ago this month"
    return counted(calendar.step(inside, found, 0), today, "to the day")


def _step(unit: str, anchor: dt.date, steps: int) -> Grain:
    if unit in YEARS:  # so many years off
        return calendar.year(anchor.year + YEARS[unit] * steps)
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
    told = context.day_told(match) if unit == "day" else context.spoken
    last = told.interval if told else None
    if "else" in match.fields and not _is_of_the_told(match, context):
        last = None
    if told is None or last is None or unit_of(told.value) not in _within(unit):
        if match.fields.get("else") == "publication" and context.today is not None:
            return counted(
                calendar.step(unit, context.today, 0), context.today, "around publication"
            )
        return UNRESOLVED
    step = int(match.fields.get("step", 0))
    grain = calendar.step(unit, last.first, step)
    return counted(grain, last.first, "the date last spoken of", Basis.CONTEXT)


def _is_of_the_told(match: Match, context: Context) -> bool:
    """Whether "the end of the year" is that of the year told, not of the one of publication."""
    return context.goes_on(match, context.spoken_at) and context.sign(match).sign <= 0


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
