"""What each feature says for or against two sources telling one happening.

Every check gives points and the reason in a few lower-case words, or None where it says nothing. Points
are like log-odds: +1 speaks mildly for one happening, -2 strongly against, VETO rules it out.
"""

from tracker.events.profile import Profile, word_weight

__all__ = ["VETO", "actors", "dates", "numbers", "place", "publication", "types_fit", "wording"]

VETO = -100.0
KIN = frozenset({frozenset({"summit", "talks"})})  # one meeting may be called either
MOVED_DAYS = 14  # how far a plan may be moved and still be that plan
WRONG_DAYS = 3  # how far off a wrong date usually is
Found = tuple[float, str] | None


def types_fit(a: Profile, b: Profile) -> bool:
    """Whether the two types can name one happening."""
    return a.type == b.type or frozenset({a.type, b.type}) in KIN


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
        return (1.0 if a.last - a.first < 32 else 0.3), "same window of time"
    return -0.5, "windows of time overlap"


def _apart(a: Profile, b: Profile, gap: int) -> Found:
    if not (a.firm and b.firm):
        return VETO, "dates lie apart"
    if gap == 1:
        return -1.0, "one day apart"
    if (a.ahead or b.ahead) and gap <= MOVED_DAYS:
        return -1.5, "dates apart, one of them a plan"
    if gap <= WRONG_DAYS:
        return -3.0, "dates a few days apart"
    return VETO, "dates lie apart"


def _firm_meet(a: Profile, b: Profile) -> Found:
    if (a.first, a.last) == (b.first, b.last):
        return (2.2 if a.first == a.last else 2.6), "same days"
    return 1.2, "days overlap"


def _window_holds(a: Profile, b: Profile) -> Found:
    firm, window = (a, b) if a.firm else (b, a)
    days = window.last - window.first + 1
    if not (window.first <= firm.first and firm.last <= window.last):
        return -1.0, "window of time overlaps"
    if days <= 31:
        return 0.8, "day lies in the month"
    return (0.3 if days <= 93 else -0.4), "day lies in the longer window"


def actors(a: Profile, b: Profile) -> Found:
    """Who takes part, in which direction."""
    if a.guests and b.guests and a.hosts and b.hosts and _reversed(a, b):
        return VETO, "guest and host the other way round"
    points, reasons = 0.0, []
    for gain, reason in (_people(a, b), _sides(a, b), _named(a, b)):
        points += gain
        if reason:
            reasons.append(reason)
    return (points, ", ".join(reasons)) if reasons else None


def _reversed(a: Profile, b: Profile) -> bool:
    return bool(
        a.guests & b.hosts and a.hosts & b.guests and not (a.guests & b.guests or a.hosts & b.hosts)
    )


def _people(a: Profile, b: Profile) -> tuple[float, str]:
    shared = len(a.people & b.people)
    if shared:
        return min(1.4 + 0.5 * (shared - 1), 2.4), "same people"
    if a.people and b.people:
        return -2.0, "other people"
    return 0.0, ""


def _sides(a: Profile, b: Profile) -> tuple[float, str]:
    if not a.sides or not b.sides:
        return 0.0, ""
    shared = a.sides & b.sides
    if not shared:
        return -3.0, "other countries"
    if a.sides == b.sides:
        return (1.4 if len(shared) > 1 else 0.9), "same countries"
    if a.sides - shared and b.sides - shared:
        return -1.8, "other partner"
    return 0.6, "some countries the same"


def _named(a: Profile, b: Profile) -> tuple[float, str]:
    mine, yours = a.bodies | a.others, b.bodies | b.others
    shared = mine & yours
    if shared:
        return min(1.0 + 0.4 * (len(shared) - 1), 2.0), "same names"
    if a.others and b.others and _tokens(a.others) & _tokens(b.others):
        return 0.8, "names in part the same"
    if a.bodies and b.bodies:
        return -1.0, "other bodies"
    if a.others and b.others:
        return -0.8, "other names"
    return 0.0, ""


def _tokens(names: frozenset[str]) -> set[str]:
    return {word for name in names for word in name.split() if len(word) > 3}


def place(a: Profile, b: Profile) -> Found:
    """Where: a country alone is never evidence for, but another country is against."""
    if a.place and b.place:
        if a.place == b.place:
            return 1.0, "same place"
        if a.place in b.place.split() or b.place in a.place.split():
            return 0.6, "place in part the same"
        if a.country and b.country and a.country != b.country:
            return -3.0, "place in another country"
        return -1.8, "other place"
    if a.country and b.country and a.country != b.country:
        return -2.5, "another country"
    return None


def wording(a: Profile, b: Profile) -> Found:
    """The telling words that both share; rare ones weigh more."""
    least = min(a.weight, b.weight)
    if least < 2:
        return None
    shared = sum(map(word_weight, a.words & b.words))
    likeness = shared / (least + 3)
    gain = min((likeness - 0.15) * 4, 2.2)
    return gain, ("wording alike" if gain > 0 else "wording differs")


def publication(a: Profile, b: Profile) -> Found:
    """Reports of the same days more often tell the same; weak either way."""
    if a.published is None or b.published is None:
        return None
    if abs(a.published - b.published) <= 2:
        return 0.3, "reported at the same time"
    return None
