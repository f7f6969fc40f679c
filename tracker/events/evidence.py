"""What each feature says for or against two sources telling one happening, and which are asked."""

from functools import cache, lru_cache

from rapidfuzz.fuzz import ratio

from tracker.events.knowledge import kin_of, relation_rules
from tracker.events.points import VETO, Check, Found
from tracker.events.profile import Profile, bit_of
from tracker.events.quotes import name_words
from tracker.events.when import dates
from tracker.events.wording import (
    around,
    core,
    counts,
    figures,
    kind,
    label,
    matter,
    opening,
    roads,
    towns,
)

__all__ = ["checks_for", "types_fit"]


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
    if a.base and a.base == b.base and len(a.base) == FULL_DATE:
        return 2.8, "anniversary of the same day"
    if a.ordinal is not None and a.ordinal == b.ordinal:
        return 1.5, "same anniversary"
    return None


SPELT_ALIKE = 88.0  # of 100
FULL_DATE = len("2024-06-19")


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
        if len(a.people) == len(b.people) == 2 and _with_another(a, b):
            return -4.5, "between other people"
        if a.homes != b.homes and _face_each_other(a, b):
            return -0.4, "people of the other side"
        return OTHER_PEOPLE
    shared = a.people & b.people
    more = 1.0 if len(shared) > 1 else 0.0
    if a.people == b.people:
        return 1.5 + more, "same people"
    if len(a.people) == len(b.people) == 2 and _with_another(a, b):
        return -4.5, "one of two people with another"
    return (0.5 if shared in (a.people, b.people) else 0.1) + more, "some people the same"


OTHER_PEOPLE = (-1.6, "other people")


def _face_each_other(a: Profile, b: Profile) -> bool:
    """Whether each names people of one side alone, of what the same side took part in."""
    if not (a.homes and b.homes and a.homes.isdisjoint(b.homes)):
        return False
    return not a.sides.isdisjoint(b.sides)


def _with_another(a: Profile, b: Profile) -> bool:
    """Whether two pairs of people who met have one in common, the others of no name alike. Many leaders
    come to the summit of a body; each report names some."""
    one, other = a.people - b.people, b.people - a.people
    return bool(
        a.type in relation_rules().between
        and not a.named & b.named
        and one
        and not any(_one_name(name, another) for name in one for another in other)
    )


@lru_cache(maxsize=10_000)
def _one_name(name: str, other: str) -> bool:
    """Whether two names may be spellings of one: a surname and the full name, or letters that differ."""
    words, others = name_words([name]), name_words([other])
    return words <= others or others <= words or ratio(name, other) >= SPELT_ALIKE


def sides(a: Profile, b: Profile) -> Found:
    """The countries taking part, by themselves or through a person or body."""
    if a.sides == b.sides:
        return 1.5, "same countries"
    shared = a.sides & b.sides
    if not shared:
        if a.sides == {b.country} or b.sides == {a.country}:
            return 0.0, "one names only the country it was in"
        return -1.2, "other countries"
    if shared in (a.sides, b.sides):
        if len(shared) > 1 and a.sides ^ b.sides <= a.hosts | b.hosts:
            return 1.5, "same countries, but for where it was"
        return 0.9, "some countries the same"
    pairs = len(a.sides) == len(b.sides) == 2 and not (a.people or b.people)
    if pairs and a.type in relation_rules().between:
        return -4.5, "between other countries"
    return 0.0, "each with another partner"


def about(a: Profile, b: Profile) -> Found:
    """The countries told around one of which no country takes part; of local news everybody's are the same."""
    if (a.sides and b.sides) or not (a.known or b.known):
        return None
    if a.ties & b.ties:
        return SAME_TIES
    return None if a.country in b.ties or b.country in a.ties else OTHER_TIES


SAME_TIES, OTHER_TIES = (0.9, "told of the same country"), (-1.0, "told of another country")


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
        if not (a.country and b.country):
            return -1.2, "other place, one of them a region"
        return -3.8, "other place"
    if a.country and b.country and a.country != b.country:
        if a.country in b.sides and b.country in a.sides:
            return -0.8, "at the home of another party"
        return -1.6, "another country"
    return None


def hour(a: Profile, b: Profile) -> Found:
    """The part of the day, of what is told of one and the same day."""
    if a.first != b.first or a.last != b.last:
        return None
    return (0.4, "same time of day") if a.hour == b.hour else (-3.5, "another time of day")


def counting(a: Profile, b: Profile) -> Found:
    """The first, the fourth: what counts happenings of a kind tells one from another."""
    if a.counted & b.counted:
        return 0.8, "counted the same"
    return -1.5, "counted otherwise"


def telling(a: Profile, b: Profile) -> Found:
    """One article tells a happening once: what it tells twice is two. Reports of the same days more
    often tell the same; weak either way."""
    if a.url == b.url:
        if a.last < b.first or b.last < a.first:
            return -6.0, "told of other days by one article"
        return -3.2, "told apart by one article"
    if a.published is None or b.published is None:
        return None
    if not (a.firm and b.firm) and min(a.published - a.last, b.published - b.last) > LONG:
        return REMEMBERED
    return AT_ONCE if -3 < a.published - b.published < 3 else None


LONG = 3 * 365  # days
REMEMBERED = (0.9, "remembered long after")  # as few happenings are
AT_ONCE = (0.2, "reported at the same time")


# Dates first: most pairs are ruled out by them. Wording comes last, and only where it can decide. Each check
# with the field of a profile without which it says nothing.
CHECKS: tuple[tuple[Check, str], ...] = (
    (dates, ""),
    (numbers, "marked"),
    (direction, "guests"),
    (people, "people"),
    (sides, "sides"),
    (about, "ties"),
    (names, "named"),
    (place, "located"),
    (counting, "counted"),
    (hour, "hour"),
    (kind, "kind"),
    (label, "label"),
    (core, "core"),
    (matter, "matter"),
    (around, "name_parts"),
    (roads, "roads"),
    (towns, "told"),
    (figures, "figures"),
    (counts, "counts"),
    (opening, "opening"),
    (telling, ""),
)


@cache
def checks_for(features: int) -> tuple[Check, ...]:
    """The checks that may say something of two profiles that have these features both."""
    return tuple(check for check, need in CHECKS if not need or features & bit_of(need))
