"""What each feature says for or against two sources telling one happening.

Every check gives points and the reason in a few lower-case words, or None where it says nothing. Points
are like log-odds: +1 speaks mildly for one happening, -2 strongly against, VETO rules it out.
"""

from tracker.events.knowledge import kin_of
from tracker.events.profile import (
    HEAD_DOUBT,
    HEAD_POINTS,
    WORDS_DOUBT,
    WORDS_POINTS,
    Profile,
)

__all__ = ["CHECKS", "MOVED_DAYS", "VETO", "WRONG_DAYS", "Found", "types_fit", "wording"]

VETO = -100.0
MOVED_DAYS = 14  # how far a plan may be moved and still be that plan
WRONG_DAYS = 3  # how far off a wrong date usually is
MONTH, QUARTER = 31, 93
Found = tuple[float, str] | None


def types_fit(a: Profile, b: Profile) -> bool:
    """Whether the two types can name one happening."""
    return a.type == b.type or b.type in kin_of(a.type)


def numbers(a: Profile, b: Profile) -> Found:
    """Identifying numbers: the 12th plenary is not the 11th."""
    if not (a.marked and b.marked):
        return None
    if a.ordinal is not None and b.ordinal is not None and a.ordinal != b.ordinal:
        return VETO, "other anniversary"
    if a.base and b.base and not (a.base.startswith(b.base) or b.base.startswith(a.base)):
        return VETO, "other original date"
    shared = a.numbers.keys() & b.numbers.keys()
    if any(not (a.numbers[kind] & b.numbers[kind]) for kind in shared):
        return VETO, "other number"
    if shared:
        return 3.0, "same number"
    if a.ordinal is not None and a.ordinal == b.ordinal:
        return 1.5, "same anniversary"
    return None


def dates(a: Profile, b: Profile) -> Found:
    """The intervals, as finely as they are known."""
    if a.last < b.first:
        return _apart(a, b, b.first - a.last)
    if b.last < a.first:
        return _apart(a, b, a.first - b.last)
    if a.firm and b.firm:
        if a.first == b.first and a.last == b.last:
            return SAME_DAY if a.first == a.last else SAME_DAYS
        return DAYS_OVERLAP
    if a.firm or b.firm:
        return _window_holds(a, b) if a.firm else _window_holds(b, a)
    if a.first == b.first and a.last == b.last:
        return SAME_MONTH if a.last - a.first < MONTH else SAME_WINDOW
    return -0.4, "windows of time overlap"


SAME_DAY = (2.2, "same day")
SAME_DAYS = (2.6, "same days")
DAYS_OVERLAP = (0.6, "days overlap")
SAME_MONTH = (1.0, "same month")
SAME_WINDOW = (0.2, "same window of time")


def _apart(a: Profile, b: Profile, gap: int) -> Found:
    if not (a.firm and b.firm):
        return VETO, "dates lie apart"
    if gap == 1:
        return -1.3, "one day apart"
    if (a.ahead or b.ahead) and gap <= MOVED_DAYS:
        return -1.5, "dates apart, one of them a plan"
    if gap <= WRONG_DAYS:
        return -2.5, "dates a few days apart"
    return VETO, "dates lie apart"


def _window_holds(firm: Profile, window: Profile) -> Found:
    if not (window.first <= firm.first and firm.last <= window.last):
        return -1.0, "window of time overlaps"
    days = window.last - window.first
    if days < MONTH:
        return 0.8, "day lies in the month"
    return (0.3 if days < QUARTER else -0.8), "day lies in the longer window"


def direction(a: Profile, b: Profile) -> Found:
    """Who visits whom."""
    if not (a.guests and b.guests and a.hosts and b.hosts):
        return None
    there, back = (
        a.guests & b.guests or a.hosts & b.hosts,
        a.guests & b.hosts and a.hosts & b.guests,
    )
    return (VETO, "guest and host the other way round") if back and not there else None


def people(a: Profile, b: Profile) -> Found:
    """The persons taking part."""
    if not a.people or not b.people:
        return None
    shared = a.people & b.people
    if not shared:
        return -1.6, "other people"
    more = 1.0 if len(shared) > 1 else 0.0
    if a.people == b.people:
        return 1.5 + more, "same people"
    return (0.5 if shared in (a.people, b.people) else 0.1) + more, "some people the same"


def sides(a: Profile, b: Profile) -> Found:
    """The countries taking part, by themselves or through a person or body."""
    if not a.sides or not b.sides:
        return None
    shared = a.sides & b.sides
    if not shared:
        return -1.2, "other countries"
    if a.sides == b.sides:
        return 1.5, "same countries"
    if shared in (a.sides, b.sides):
        return 0.9, "some countries the same"
    return 0.0, "each with another partner"


def names(a: Profile, b: Profile) -> Found:
    """The bodies taking part, and names of no known kind."""
    if not a.named or not b.named:
        return None
    if a.named & b.named:
        return 1.3, "same names"
    if a.name_words & b.name_words:
        return 0.8, "names in part the same"
    if (a.others and b.others) or (a.bodies and b.bodies):
        return -0.8, "other names"
    return None


def place(a: Profile, b: Profile) -> Found:
    """Where: a country alone is never evidence for, but another country is against."""
    if a.place and b.place:
        if a.place == b.place:
            return 0.6, "same place"
        if a.place in b.place.split() or b.place in a.place.split():
            return 0.4, "place in part the same"
        return -2.3, "other place"
    if a.country and b.country and a.country != b.country:
        return -1.6, "another country"
    return None


def counting(a: Profile, b: Profile) -> Found:
    """The first, the fourth: what counts happenings of a kind tells one from another."""
    if not a.counted or not b.counted:
        return None
    if a.counted & b.counted:
        return 0.8, "counted the same"
    return -1.5, "counted otherwise"


def wording(a: Profile, b: Profile) -> tuple[float, str]:
    """The telling words that both share; rare ones weigh more, and most in what names the happening."""
    shared = a.words & b.words
    if not shared:
        return 0.0, "wording differs"
    least = a.words_weight if a.words_weight < b.words_weight else b.words_weight
    gain = WORDS_POINTS * (len(shared) + len(shared & a.heavy) / 2) / (least + WORDS_DOUBT)
    if shared := a.head & b.head:
        least = a.head_weight if a.head_weight < b.head_weight else b.head_weight
        gain += HEAD_POINTS * (len(shared) + len(shared & a.heavy) / 2) / (least + HEAD_DOUBT)
    return gain, ("wording alike" if gain > 1 else "wording differs")


def telling(a: Profile, b: Profile) -> Found:
    """One article tells a happening once: what it tells twice is two. Reports of the same days more
    often tell the same; weak either way."""
    if a.url == b.url:
        return -3.2, "told apart by one article"
    if a.published is None or b.published is None:
        return None
    return AT_ONCE if -3 < a.published - b.published < 3 else None


AT_ONCE = (0.2, "reported at the same time")

# Dates first: most pairs are ruled out by them. Wording comes last, and only where it can decide.
CHECKS = (
    dates,
    numbers,
    direction,
    people,
    sides,
    names,
    place,
    counting,
    telling,
)
