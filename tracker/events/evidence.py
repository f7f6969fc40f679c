"""What each feature says for or against two sources telling one happening.

Every check gives points and the reason in a few lower-case words, or None where it says nothing. Points
are like log-odds: +1 speaks mildly for one happening, -2 strongly against, VETO rules it out.
"""

from collections.abc import Callable
from functools import cache

from tracker.events.knowledge import kin_of
from tracker.events.profile import (
    HEAD_DOUBT,
    HEAD_POINTS,
    WORDS_DOUBT,
    WORDS_POINTS,
    Profile,
    bit_of,
)

__all__ = ["MOVED_DAYS", "REPORT_DAYS", "VETO", "WRONG_DAYS", "checks_for", "types_fit", "wording"]

VETO = -100.0
MOVED_DAYS = 14  # how far a plan may be moved and still be that plan
REPORT_DAYS = 21  # how long after a happening it may still be news
WRONG_DAYS = 3  # how far off a wrong date usually is
MONTH, QUARTER = 31, 93
Found = tuple[float, str] | None
Check = Callable[[Profile, Profile], Found]


def types_fit(a: Profile, b: Profile) -> bool:
    """Whether the two types can name one happening."""
    return a.type == b.type or b.type in kin_of(a.type)


def numbers(a: Profile, b: Profile) -> Found:
    """Identifying numbers: the 12th plenary is not the 11th."""
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
    if a.soft or b.soft:
        return _of_the_report(a, b)
    if a.last < b.first:
        return _apart(a, b, b.first - a.last)
    if b.last < a.first:
        return _apart(a, b, a.first - b.last)
    if a.firm and b.firm:
        if a.first == b.first and a.last == b.last:
            return SAME_DAY if a.first == a.last else SAME_DAYS
        return OTHER_DAYS if a.brief and b.brief else DAYS_OVERLAP
    if a.firm or b.firm:
        return _window_holds(a, b) if a.firm else _window_holds(b, a)
    if a.first == b.first and a.last == b.last:
        return SAME_MONTH if a.last - a.first < MONTH else SAME_WINDOW
    inside = (a.first <= b.first and b.last <= a.last) or (b.first <= a.first and a.last <= b.last)
    if not inside:
        return -0.4, "windows of time overlap"
    longer = max(a.last - a.first, b.last - b.first)
    return (0.0 if longer < QUARTER else -0.6), "window of time lies in the other"


SAME_DAY = (2.2, "same day")
SAME_DAYS = (2.6, "same days")
DAYS_OVERLAP = (0.6, "days overlap")
OTHER_DAYS = (-3.0, "one of the days, for what takes a day")
SAME_MONTH = (1.0, "same month")
SAME_WINDOW = (0.2, "same window of time")


def _of_the_report(a: Profile, b: Profile) -> Found:
    """Where one date at least is only that of the report: it happened on that day or before."""
    early, late = (a, b) if a.last < b.first else (b, a)
    gap = late.first - early.last
    if gap <= 0:
        return SAME_REPORT
    if gap == 1:
        return 0.8, "one day before the report"
    if late.soft and gap <= REPORT_DAYS:
        return -0.5 - 0.1 * gap, "days before the report"
    return VETO, "dates lie apart"


SAME_REPORT = (1.4, "same day, of a report")


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
    if not (a.hosts and b.hosts):
        return None
    there, back = (
        a.guests & b.guests or a.hosts & b.hosts,
        a.guests & b.hosts and a.hosts & b.guests,
    )
    return (VETO, "guest and host the other way round") if back and not there else None


def people(a: Profile, b: Profile) -> Found:
    """The persons taking part."""
    if a.people.isdisjoint(b.people):
        return -1.6, "other people"
    shared = a.people & b.people
    more = 1.0 if len(shared) > 1 else 0.0
    if a.people == b.people:
        return 1.5 + more, "same people"
    return (0.5 if shared in (a.people, b.people) else 0.1) + more, "some people the same"


def sides(a: Profile, b: Profile) -> Found:
    """The countries taking part, by themselves or through a person or body."""
    if a.sides == b.sides:
        return 1.5, "same countries"
    shared = a.sides & b.sides
    if not shared:
        return -1.2, "other countries"
    if shared in (a.sides, b.sides):
        return 0.9, "some countries the same"
    return 0.0, "each with another partner"


def names(a: Profile, b: Profile) -> Found:
    """The bodies taking part, and names of no known kind."""
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
        if a.place in b.place_words or b.place in a.place_words:
            return 0.4, "place in part the same"
        return -3.8, "other place"
    if a.country and b.country and a.country != b.country:
        return -1.6, "another country"
    return None


def counting(a: Profile, b: Profile) -> Found:
    """The first, the fourth: what counts happenings of a kind tells one from another."""
    if a.counted & b.counted:
        return 0.8, "counted the same"
    return -1.5, "counted otherwise"


def kind(a: Profile, b: Profile) -> Found:
    """What of its type it is, where rules tell kinds apart."""
    return SAME_KIND if a.kind == b.kind else OTHER_KIND


def around(a: Profile, b: Profile) -> Found:
    """Names of no gazetteer told around both: a street, a victim, a town."""
    if a.known and b.known:
        return None
    shared = a.name_parts & b.name_parts
    least = min(len(a.name_parts), len(b.name_parts))
    if not shared:
        return (-1.6 - 0.2 * min(least, 5)), "no name in common"
    full = len(a.full_names & b.full_names)
    single = len(shared) - 2 * full
    gain = FULL[min(full, 2)] + SINGLE[min(max(single, 0), 3)]
    return min(gain, 3.8) * (0.1 + 0.9 * len(shared) / least), "names told around it the same"


FULL, SINGLE = (0.0, 2.4, 3.2), (0.0, 1.3, 2.1, 2.6)


def figures(a: Profile, b: Profile) -> Found:
    """Ages and other numbers said of somebody."""
    if a.known and b.known:
        return None
    return (0.7, "same figures") if a.figures & b.figures else None


def opening(a: Profile, b: Profile) -> Found:
    """The title and opening of two articles that tell it as their news."""
    if a.known and b.known:
        return None
    share = len(a.opening & b.opening) / (min(len(a.opening), len(b.opening)) + 3)
    return 1.4 * share - 0.2, "articles open alike" if share > 0.3 else "articles open differently"


def label(a: Profile, b: Profile) -> Found:
    """The proper name it goes by: the East Asia Summit is not the ASEAN Summit held the same day."""
    if a.label <= b.label or b.label <= a.label:
        return 1.2, "same proper name"
    return (
        (-0.8, "proper names differ")
        if len(a.label & b.label) > 1
        else (-2.5, "another proper name")
    )


def core(a: Profile, b: Profile) -> Found:
    """The words right beside those that name it: two nuclear deals are likelier one than two deals."""
    shared = len(a.core & b.core)
    return CORES[min(shared, 3)] if shared and _share_known(a, b) else None


CORES = ((0.0, ""), (0.3, "named alike"), (0.8, "named alike"), (1.1, "named alike"))
SAME_KIND = (0.8, "same kind")
OTHER_KIND = (-2.5, "another kind")


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
    if (a.name_parts or b.name_parts) and not _share_known(a, b):
        gain *= FORMULA
    return gain, ("wording alike" if gain > 1 else "wording differs")


FORMULA = (
    0.4  # of reports that name nobody and nothing alike, most share only their genre's phrases
)


def _share_known(a: Profile, b: Profile) -> bool:
    return bool(a.sides & b.sides or a.people & b.people or a.named & b.named)


def telling(a: Profile, b: Profile) -> Found:
    """One article tells a happening once: what it tells twice is two. Reports of the same days more
    often tell the same; weak either way."""
    if a.url == b.url:
        return -3.2, "told apart by one article"
    if a.published is None or b.published is None:
        return None
    return AT_ONCE if -3 < a.published - b.published < 3 else None


AT_ONCE = (0.2, "reported at the same time")

# Dates first: most pairs are ruled out by them. Wording comes last, and only where it can decide. Each check
# with the field of a profile without which it says nothing.
CHECKS: tuple[tuple[Check, str], ...] = (
    (dates, ""),
    (numbers, "marked"),
    (direction, "guests"),
    (people, "people"),
    (sides, "sides"),
    (names, "named"),
    (place, "located"),
    (counting, "counted"),
    (kind, "kind"),
    (label, "label"),
    (core, "core"),
    (around, "name_parts"),
    (figures, "figures"),
    (opening, "opening"),
    (telling, ""),
)


@cache
def checks_for(features: int) -> tuple[Check, ...]:
    """The checks that may say something of two profiles that have these features both."""
    return tuple(check for check, need in CHECKS if not need or features & bit_of(need))
