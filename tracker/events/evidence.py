"""What each feature says for or against two sources telling one happening, and which are asked."""

from functools import cache

from tracker.events.features import bit_of
from tracker.events.knowledge import kin_of, relation_rules
from tracker.events.lexicon import lexicon
from tracker.events.local import (
    ages,
    around,
    blocks,
    clock,
    counts,
    crossing,
    figures,
    regions,
    roads,
    spots,
    things,
    tolls,
    towns,
)
from tracker.events.parties import (
    about,
    aims,
    called,
    direction,
    doers,
    heads,
    meeting,
    names,
    people,
    portfolios,
)
from tracker.events.points import VETO, Check, Found
from tracker.events.profile import Profile
from tracker.events.sides import sides
from tracker.events.when import dates, of_one_stretch
from tracker.events.wording import (
    binding,
    core,
    kind,
    label,
    matter,
    opening,
    own_name,
    proper_name,
    sort,
    town_of_pact,
)

__all__ = ["checks_between", "checks_for", "types_fit"]


def types_fit(a: Profile, b: Profile) -> bool:
    """Whether the two types can name one happening."""
    return a.type == b.type or b.type in kin_of(a.type)


def types(a: Profile, b: Profile) -> Found:
    """Whether two articles call it by types that may name one happening; asked of types that differ."""
    return None if a.url == b.url else OTHER_TYPE


OTHER_TYPE = (-0.7, "called otherwise")


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


IN_THE_TOWN = (0.4, "one place lies in the other")
ELSEWHERE_IN_TOWN = (-0.8, "other place in the same town")
FULL_DATE = len("2024-06-19")


def place(a: Profile, b: Profile) -> Found:
    """Where: a country alone is never evidence for, but another country is against."""
    if a.place and b.place:
        if a.place == b.place:
            return 0.6, "same place"
        if a.place in b.place_words or b.place in a.place_words:
            return 0.4, "place in part the same"
        if a.town == b.town:
            return ELSEWHERE_IN_TOWN if a.venue and b.venue else IN_THE_TOWN
        if not (a.country and b.country):
            return -1.2, "other place, one of them a region"
        return -3.8, "other place"
    if a.country and b.country and a.country != b.country:
        if a.country in b.sides and b.country in a.sides:
            return -0.8, "at the home of another party"
        return -1.6, "another country"
    return None


def spot(a: Profile, b: Profile) -> Found:
    """Where one report was made at least, of what is told of the same days: "Vienna" above it, and "in Vienna"."""
    told = (a.place and b.place) or a.spot != b.spot or not (a.known or b.known)
    if told or a.last < b.first or b.last < a.first:
        return None
    return FROM_THERE if a.place or b.place else BOTH_FROM_THERE


def known_by_town(a: Profile, b: Profile) -> Found:
    """Whether one that names nobody and no day is known by the town: "last week's Lima summit"."""
    if a.type != b.type or a.type not in relation_rules().placed or a.spot != b.spot:
        return None
    vague = any(
        each.nameless and not each.firm and each.last - each.first <= MONTH for each in (a, b)
    )
    return BY_TOWN if vague and ((a.plainly and b.plainly) or (a.venue and b.venue)) else None


MONTH = 31
BY_TOWN = (1.3, "known by its town")
FROM_THERE, BOTH_FROM_THERE = (0.5, "reported from there"), (0.3, "reported from one place")


def hour(a: Profile, b: Profile) -> Found:
    """The part of the day, of what is told of one and the same day."""
    if a.first != b.first or a.last != b.last or (a.hours and b.hours):
        return None
    if a.hour == b.hour:
        return 0.4, "same time of day"
    if frozenset((a.hour, b.hour)) in lexicon().close_parts:
        return None
    return OTHER_MOMENT if a.brief and b.brief else OTHER_HOUR


OTHER_HOUR, OTHER_MOMENT = (-4.5, "another time of day"), (-8.0, "another time of day")


COUNTED_OTHERWISE = (-1.5, "counted otherwise")


def counting(a: Profile, b: Profile) -> Found:
    """The first, the fourth: what counts happenings of a kind tells one from another."""
    if a.counted & b.counted:
        return 0.8, "counted the same"
    return COUNTED_OTHERWISE if a.known or b.known else None


def telling(a: Profile, b: Profile) -> Found:
    """One article tells a happening once: what it tells twice is two. Reports of the same days more
    often tell the same; weak either way."""
    apart = a.last < b.first or b.last < a.first
    stretch = of_one_stretch(a, b) if apart and a.stage.days and b.stage.days else None
    whole = stretch is not None and stretch[0] > -1
    if a.url == b.url:
        if apart:
            return (-1.0 if whole else -6.0), "told of other days by one article"
        return TOLD_APART if a.said_at != b.said_at else _of_one_sentence(a, b)
    if a.published is None or b.published is None:
        return None
    if apart and not whole:
        return _on_days_of_their_own(a, b) if a.last < b.first else _on_days_of_their_own(b, a)
    if not (a.firm and b.firm) and min(a.published - a.last, b.published - b.last) > LONG:
        return REMEMBERED
    return AT_ONCE if _at_once(a, b) else None


def _on_days_of_their_own(early: Profile, late: Profile) -> Found:
    """Whether each was news on its own day: a wrong day, or the day of another time zone, is told of one
    happening at one time."""
    gap, brief = late.first - early.last, early.brief and late.brief
    if (brief or (gap > 1 and not early.lasting)) and _each_was_news(early, late, gap):
        return ANOTHER_DAY if brief else OTHER_NEWS
    return AT_ONCE if _at_once(early, late) else None


def _each_was_news(early: Profile, late: Profile, gap: int) -> bool:
    """Whether the reports are as far apart as the days, which both know, and none came out later."""
    if late.told_at - early.told_at <= gap - HALF_A_DAY:
        return False
    if early.ahead or late.ahead or early.soft or late.soft or not (early.firm and late.firm):
        return False
    if early.first != early.last or late.first != late.last:
        return False
    return max((early.published or 0) - early.last, (late.published or 0) - late.last) <= 1


def _of_one_sentence(a: Profile, b: Profile) -> Found:
    """What one sentence tells twice: a meeting "on the sidelines of the summit" is none of many."""
    meetings = a.type in relation_rules().between
    return (VETO if meetings and a.head != b.head else -4.2), APART_AT_ONCE


def _at_once(a: Profile, b: Profile) -> bool:
    return abs((a.published or 0) - (b.published or 0)) < AT_ONCE_DAYS


HALF_A_DAY, AT_ONCE_DAYS = 0.5, 3
ANOTHER_DAY = (-6.0, "each the news of its own day")
OTHER_NEWS = (-2.5, "each the news of its own days")
TOLD_APART = (-3.2, "told apart by one article")
APART_AT_ONCE = "told apart by one sentence"
LONG = 3 * 365  # days
REMEMBERED = (0.9, "remembered long after")  # as few happenings are
AT_ONCE = (0.2, "reported at the same time")


# Dates first: most pairs are ruled out by them. Wording comes last, and only where it can decide. Each check
# with the field of a profile without which it says nothing.
CHECKS: tuple[tuple[Check, str], ...] = (
    (dates, ""),
    (numbers, "marked"),
    (direction, "guests"),
    (meeting, "meeting"),
    (doers, "doers"),
    (aims, "aims"),
    (heads, "heads"),
    (portfolios, "portfolios"),
    (people, "people"),
    (called, "called"),
    (sides, "sides"),
    (about, "ties"),
    (names, "named"),
    (place, "located"),
    (spot, "spot"),
    (known_by_town, "spot"),
    (counting, "counted"),
    (hour, "hour"),
    (clock, "hours"),
    (kind, "kind"),
    (sort, "sort"),
    (binding, "binding"),
    (label, "label"),
    (proper_name, "by_name"),
    (own_name, "own_name"),
    (core, "core"),
    (matter, "matter"),
    (town_of_pact, "matter"),
    (regions, "regions"),
    (blocks, "blocks"),
    (crossing, "crossing"),
    (ages, "ages"),
    (spots, "spots"),
    (around, "name_parts"),
    (roads, "roads"),
    (towns, "told"),
    (figures, "figures"),
    (counts, "counts"),
    (things, "things"),
    (tolls, "tolls"),
    (opening, "opening"),
    (telling, ""),
)


# And those that say nothing of two profiles that both have a field.
UNLESS = {about: "sides", called: "people"}


@cache
def checks_for(features: int) -> tuple[Check, ...]:
    """The checks that may say something of two profiles that have these features both."""
    return tuple(
        check
        for check, need in CHECKS
        if not need or features & bit_of(need)
        if check not in UNLESS or not features & bit_of(UNLESS[check])
    )


@cache
def checks_between(features: int) -> tuple[Check, ...]:
    """The same for two profiles of different types."""
    first, *others = checks_for(features)
    return (first, types, *others)
