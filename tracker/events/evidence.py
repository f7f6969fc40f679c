"""What each feature says for or against two sources telling one happening.

Every check gives points and the reason in a few lower-case words, or None where it says nothing. Points
are like log-odds: +1 speaks mildly for one happening, -2 strongly against, VETO rules it out.
"""

import re

from tracker.events.knowledge import kin_of
from tracker.events.profile import Profile, word_weight

__all__ = [
    "VETO",
    "actors",
    "counting",
    "dates",
    "numbers",
    "place",
    "telling",
    "types_fit",
    "wording",
]

VETO = -100.0
MOVED_DAYS = 14  # how far a plan may be moved and still be that plan
WRONG_DAYS = 3  # how far off a wrong date usually is
MONTH, QUARTER = 31, 93
LINKING = {"of", "the", "and", "for", "de", "al"}
Found = tuple[float, str] | None


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
    gap = max(a.first, b.first) - min(a.last, b.last)
    if gap > 0:
        return _apart(a, b, gap)
    if a.firm and b.firm:
        return _firm_meet(a, b)
    if a.firm or b.firm:
        return _window_holds(a, b)
    if (a.first, a.last) == (b.first, b.last):
        return (1.0 if a.last - a.first < MONTH else 0.2), "same window of time"
    return -0.4, "windows of time overlap"


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


def _firm_meet(a: Profile, b: Profile) -> Found:
    if (a.first, a.last) == (b.first, b.last):
        return (2.2 if a.first == a.last else 2.6), "same days"
    return 0.6, "days overlap"


def _window_holds(a: Profile, b: Profile) -> Found:
    firm, window = (a, b) if a.firm else (b, a)
    if not (window.first <= firm.first and firm.last <= window.last):
        return -1.0, "window of time overlaps"
    days = window.last - window.first
    if days < MONTH:
        return 0.8, "day lies in the month"
    return (0.3 if days < QUARTER else -0.8), "day lies in the longer window"


def actors(a: Profile, b: Profile) -> Found:
    """Who takes part, in which direction."""
    if a.guests and b.guests and a.hosts and b.hosts and _reversed(a, b):
        return VETO, "guest and host the other way round"
    found = [each for each in (_people(a, b), _sides(a, b), _named(a, b)) if each]
    if not found:
        return None
    return sum(gain for gain, _ in found), ", ".join(reason for _, reason in found)


def _reversed(a: Profile, b: Profile) -> bool:
    return bool(
        a.guests & b.hosts and a.hosts & b.guests and not (a.guests & b.guests or a.hosts & b.hosts)
    )


def _people(a: Profile, b: Profile) -> Found:
    if not a.people or not b.people:
        return None
    shared = a.people & b.people
    if not shared:
        return -1.6, "other people"
    more = 1.0 if len(shared) > 1 else 0.0
    if a.people == b.people:
        return 1.5 + more, "same people"
    return (0.5 if shared in (a.people, b.people) else 0.1) + more, "some people the same"


def _sides(a: Profile, b: Profile) -> Found:
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


def _named(a: Profile, b: Profile) -> Found:
    mine, yours = a.bodies | a.others, b.bodies | b.others
    if mine & yours:
        return 1.3, "same names"
    if not mine or not yours:
        return None
    if _tokens(mine) & _tokens(yours):
        return 0.8, "names in part the same"
    if (a.others and b.others) or (a.bodies and b.bodies):
        return -0.8, "other names"
    return None


def _tokens(names: frozenset[str]) -> set[str]:
    """The words of names: a council and the organisation it belongs to share some."""
    return {word for name in names for word in re.split(r"[ -]", name) if len(word) > 1} - LINKING


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


def wording(a: Profile, b: Profile) -> Found:
    """The telling words that both share; rare ones weigh more, and most in what names the happening."""
    head = _likeness(a.head, b.head, 2.0)
    whole = _likeness(a.words, b.words, 3.0)
    gain = 3.2 * head + 2.8 * whole
    return gain, ("wording alike" if gain > 1 else "wording differs")


def _likeness(a: frozenset[str], b: frozenset[str], doubt: float) -> float:
    """The share of the shorter one's words that both have; `doubt` keeps few words from counting much."""
    shared = sum(map(word_weight, a & b))
    if not shared:
        return 0.0
    return shared / (min(sum(map(word_weight, a)), sum(map(word_weight, b))) + doubt)


def telling(a: Profile, b: Profile) -> Found:
    """One article tells a happening once: what it tells twice is two. Reports of the same days more
    often tell the same; weak either way."""
    if a.url == b.url:
        return -3.2, "told apart by one article"
    if a.published is None or b.published is None:
        return None
    if abs(a.published - b.published) <= 2:
        return 0.2, "reported at the same time"
    return None
