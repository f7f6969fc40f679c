"""What the dates of two sources say for or against one happening."""

from tracker.events.local import share_town
from tracker.events.points import VETO, Found
from tracker.events.profile import Profile
from tracker.events.stages import NO_STAGE

__all__ = [
    "ANNOUNCED_DAYS",
    "MOVED_DAYS",
    "NAMED_DAYS",
    "REPORT_DAYS",
    "WRONG_DAYS",
    "dates",
    "of_one_stretch",
]

MOVED_DAYS = 14  # how far a plan may be moved and still be that plan
NAMED_DAYS = 300  # how long after it is known by the names of it
ANNOUNCED_DAYS = 60  # how long before a report of a plan it may have been announced
REPORT_DAYS = 21  # how long after a happening it may still be news
WRONG_DAYS = 3  # how far off a wrong date usually is
MONTH, QUARTER = 31, 93
LONG = 21  # days: from here on they say no more


def dates(a: Profile, b: Profile) -> Found:
    """The intervals, as finely as they are known."""
    found = _of_days(a, b) if a.firm and b.firm else _of_windows_and_days(a, b)
    return found if found is not FAR_APART or not _told_late(a, b) else KNOWN_BY_NAME


def _told_late(a: Profile, b: Profile) -> bool:
    """Whether one may tell what the other does without its day: a report that gives none, one of what was only
    announced."""
    if a.known or b.known or not (a.soft or b.soft or a.ahead or b.ahead):
        return False
    named, road = not a.identity.isdisjoint(b.identity), not a.roads.isdisjoint(b.roads)
    return (named and road) or ((named or (road and (a.soft or b.soft))) and share_town(a, b))


def _of_windows_and_days(a: Profile, b: Profile) -> Found:
    if a.last < b.first or b.last < a.first:
        early, late = (a, b) if a.last < b.first else (b, a)
        return GOES_ON if _goes_on_into(early, late) else FAR_APART
    if a.firm or b.firm:
        return _window_holds(a, b) if a.firm else _window_holds(b, a)
    return _of_windows(a, b)


def _goes_on_into(early: Profile, late: Profile) -> bool:
    """Whether one tells the first or the last day of what may have gone on in the month of the other."""
    gap = late.first - early.last
    began = early.firm and early.stage.begins and gap < min(early.stage.days, LONG)
    ended = late.firm and late.stage.ends and gap < min(late.stage.days, LONG)
    return began or ended


def _of_days(a: Profile, b: Profile) -> Found:
    """Where both know the days."""
    if a.soft or b.soft:
        return _of_the_report(a, b)
    if a.stage is not NO_STAGE and b.stage is not NO_STAGE and a.first != b.first:
        found = of_one_stretch(a, b)
        if found is not None:
            return found
    if a.last < b.first:
        return _apart(a, b, b.first - a.last)
    if b.last < a.first:
        return _apart(a, b, a.first - b.last)
    if a.first == b.first and a.last == b.last:
        return SAME_DAY if a.first == a.last else SAME_DAYS
    if (a.first == a.last) != (b.first == b.last):
        found = _of_the_whole(a, b) if a.first == a.last else _of_the_whole(b, a)
        if found is not None:
            return found
    return OTHER_DAYS if a.brief and b.brief else DAYS_OVERLAP


def _of_windows(a: Profile, b: Profile) -> Found:
    """Where neither does."""
    if a.first == b.first and a.last == b.last:
        return SAME_MONTH if a.last - a.first < MONTH else SAME_WINDOW
    inside = (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)
    if not inside:
        return -0.4, "windows of time overlap"
    longer = max(a.last - a.first, b.last - b.first)
    return (0.0 if longer < QUARTER else -0.6), "window of time lies in the other"


def of_one_stretch(a: Profile, b: Profile) -> Found:
    """Where two tell different days of what takes days: its beginning and its end, or the second and the third."""
    early, late = (a, b) if a.first < b.first else (b, a)
    gap, since, then = late.first - early.first, _began(early), _began(late)
    if early.stage.ends and (late.stage.begins or (then and then > early.first)):
        return ENDED_BEFORE
    if since and then:
        if since == then:
            return DAYS_OF_ONE
        apart = early.stage.begins and late.stage.begins and gap > 1
        return BEGUN_APART if apart and not (early.ahead or late.ahead) else None
    if since and late.stage.ends and late.first - since < min(early.stage.days, late.stage.days):
        return 0.9 - 0.06 * min(gap, LONG), "from its beginning to its end"
    if WRONG_DAYS < gap < early.stage.days and early.numbers.keys() & late.numbers.keys():
        return -0.6, "days of what one number names"  # another number is ruled out by itself
    return None


def _of_the_whole(one: Profile, whole: Profile) -> Found:
    """Where one tells a day of what the other tells from its first day to its last: that it opened, the second."""
    if (one.ahead and whole.ahead) or one.stage is NO_STAGE:
        return None
    if since := _began(one):
        return DAY_OF_WHOLE if since == whole.first else None
    return DAY_OF_WHOLE if one.stage.ends and one.last == whole.last else None


def _began(profile: Profile) -> int:
    """The day it began as far as its stage tells; else 0."""
    stage = profile.stage
    return profile.first - max(stage.nth - 1, 0) if stage.begins or stage.nth else 0


ENDED_BEFORE = (-5.0, "one ended before the other began")
DAYS_OF_ONE = (1.6, "days of one stretch")
DAY_OF_WHOLE = (1.8, "a day of the whole")
BEGUN_APART = (-3.5, "each began on a day of its own")
KNOWN_BY_NAME = (-0.8, "dates apart, known by its names")
FAR_APART = (VETO, "dates lie apart")
SAME_DAY = (2.2, "same day")
SAME_DAYS = (2.6, "same days")
DAYS_OVERLAP = (0.6, "days overlap")
OTHER_DAYS = (-3.0, "one of the days, for what takes a day")
BEGAN_IN = (0.5, "began in the window of time")  # "the congress of January" closed on 1 February
GOES_ON = (-0.4, "may have gone on in the window of time")
OVERLAPS = (-1.0, "window of time overlaps")
LATE, SMALL = 21, 5  # hours from which on, and up to which, it is the night
NEXT_DAY, NEXT_LOCAL_DAY = (-1.3, "one day apart"), (-2.6, "one day apart, by day")
SAME_MONTH = (1.0, "same month")
SAME_WINDOW = (-0.3, "same window of time")


def _of_the_report(a: Profile, b: Profile) -> Found:
    """Where one date at least is only that of the report: it happened on that day or before."""
    early, late = (a, b) if a.last < b.first else (b, a)
    gap = late.first - early.last
    if gap <= 0:
        return SAME_REPORT
    if gap == 1:
        if not late.soft:
            return NEXT_DAY
        return BY_REPORT if a.known or b.known else BY_LOCAL_REPORT
    if late.soft and gap <= REPORT_DAYS:
        local = 0.0 if a.known or b.known else LATER_LOCALLY
        return local - 0.5 - 0.1 * gap, "days before the report"
    return FAR_APART


BY_REPORT, BY_LOCAL_REPORT = (0.8, "one day before the report"), (1.4, "one day before the report")
LATER_LOCALLY = 0.5  # so much likelier is a later report of what befell one town
SAME_REPORT = (1.4, "same day, of a report")


def _apart(a: Profile, b: Profile, gap: int) -> Found:
    if gap <= WRONG_DAYS and a.lasting and not a.people.isdisjoint(b.people):
        return (0.3 if gap == 1 else -1.2), "days apart, of what takes days, with the same people"
    if gap == 1:
        return NEXT_DAY if a.known or b.known or _of_one_night(a, b) else NEXT_LOCAL_DAY
    if (a.ahead or b.ahead) and gap <= MOVED_DAYS:
        return -1.5, "dates apart, one of them a plan"
    if gap <= WRONG_DAYS:
        return -2.5, "dates a few days apart"
    return FAR_APART


def _of_one_night(a: Profile, b: Profile) -> bool:
    """Whether the hours told of a day and of the next may be of the night between."""
    early, late = (a, b) if a.last < b.first else (b, a)
    told = [hours[1] >= LATE for hours in early.hours] + [hours[0] <= SMALL for hours in late.hours]
    return any(told)


def _window_holds(firm: Profile, window: Profile) -> Found:
    if not (window.first <= firm.first and firm.last <= window.last):
        return BEGAN_IN if window.first <= firm.first else OVERLAPS
    days = window.last - window.first
    if days < MONTH:
        return 0.8, "day lies in the month"
    return (0.3 if days < QUARTER else -0.8), "day lies in the longer window"
