"""What speaks for or against one happening where nobody known takes part: names and numbers told around it, its
town, its road, its hour, how many it befell."""

from tracker.events.points import Found
from tracker.events.profile import Profile

__all__ = [
    "around",
    "clock",
    "counts",
    "figures",
    "roads",
    "share_town",
    "things",
    "tolls",
    "towns",
]


def around(a: Profile, b: Profile) -> Found:
    """Names of no gazetteer told around both: a street, a victim, a town."""
    if a.known and b.known:
        return None
    shared = a.name_parts & b.name_parts
    least = min(len(a.name_parts), len(b.name_parts))
    if not shared and (a.known or b.known):
        return -0.6, "no unknown name in common"
    if not shared:
        if a.roads & b.roads:
            return None
        return (-1.0 - 0.15 * min(least, 5)), "no name in common"
    full = len(a.full_names & b.full_names)
    single = len(shared) - 2 * full
    gain = FULL[min(full, 2)] + SINGLE[min(max(single, 0), 3)]
    return min(gain, 3.8) * (0.1 + 0.9 * len(shared) / least), "names told around it the same"


FULL, SINGLE = (0.0, 2.4, 3.2), (0.0, 1.3, 2.1, 2.6)


def figures(a: Profile, b: Profile) -> Found:
    """Ages and other numbers said of somebody."""
    if a.known and b.known:
        return None
    if a.figures & b.figures:
        return 0.7, "same figures"
    near = any(abs(int(one) - int(other)) <= 1 for one in a.figures for other in b.figures)
    return None if near else OTHER_FIGURES


OTHER_FIGURES = (-1.0, "other figures")


def counts(a: Profile, b: Profile) -> Found:
    """How many of what: three people are not five."""
    if a.known and b.known:
        return None
    if a.tolls and b.tolls:
        return None  # these say more
    if a.counts & b.counts:
        return 0.4, "counted alike"
    ours, theirs = dict(a.counts), dict(b.counts)
    return OTHER_COUNTS if ours.keys() & theirs.keys() else None


OTHER_COUNTS = (-2.2, "counted otherwise")


def things(a: Profile, b: Profile) -> Found:
    """The firm, house or estate that the sentences name: of one town and day, another is another happening."""
    if not (a.things.isdisjoint(b.things) and a.identity.isdisjoint(b.identity)):
        return None
    return OTHER_THINGS if len(a.things) > 1 and len(b.things) > 1 else PERHAPS_OTHER_THINGS


OTHER_THINGS, PERHAPS_OTHER_THINGS = (
    (-1.2, "of another firm or house"),
    (-0.5, "of another firm or house"),
)


def tolls(a: Profile, b: Profile) -> Found:
    """How many it befell. A toll may rise by one or two; thousands of happenings befell one or two."""
    if a.known and b.known:
        return None
    gains = [
        _same_toll(max(ours & theirs)) if ours & theirs else _other_toll(ours, theirs)
        for kind in {kind for kind, _ in a.tolls}
        if (ours := _of_kind(a, kind)) and (theirs := _of_kind(b, kind))
    ]
    gain = max(-2.5, min(2.0, sum(gains)))
    return (gain, "tolls alike" if gain > 0 else "other tolls") if gains else None


def _of_kind(profile: Profile, kind: str) -> frozenset[int]:
    return frozenset(number for each, number in profile.tolls if each == kind)


def _same_toll(number: int) -> float:
    return SAME_TOLLS[0] if number < 2 else SAME_TOLLS[1] if number < MANY else SAME_TOLLS[2]


def _other_toll(ours: frozenset[int], theirs: frozenset[int]) -> float:
    off = min(abs(one - other) for one in ours for other in theirs)
    least = max(min(ours), min(theirs))
    return OTHER_TOLLS[0] if off == 1 or off * MANY < least else OTHER_TOLLS[1]


MANY = 10
SAME_TOLLS, OTHER_TOLLS = (0.2, 0.8, 1.5), (-0.4, -3.3)


def roads(a: Profile, b: Profile) -> Found:
    """The roads told around both, where nobody known takes part. Every town has an Oak Street."""
    if a.known and b.known:
        return None
    if a.roads.isdisjoint(b.roads):
        return OTHER_ROADS
    return None if a.towns and b.towns and not share_town(a, b) else SAME_ROAD


SAME_ROAD, OTHER_ROADS = (1.8, "same road"), (-3.2, "other roads")


def towns(a: Profile, b: Profile) -> Found:
    """The towns that both were in; what one calls a town the other may only name."""
    if (a.known and b.known) or not (a.towns or b.towns):
        return None
    if share_town(a, b):
        if a.known or b.known:
            return None
        return STILL_SAME_TOWN if a.place and a.place == b.place else SAME_TOWN
    if not (a.towns and b.towns) or ((a.known or b.known) and a.ties and b.ties):
        return None
    return PERHAPS_OTHER_TOWNS if a.known or b.known else OTHER_TOWNS


def share_town(a: Profile, b: Profile) -> bool:
    """Whether both were in one town."""
    return bool(a.towns & b.towns) or _names_town(a, b) or _names_town(b, a)


def _names_town(a: Profile, b: Profile) -> bool:
    """Whether what one calls a town the other names, by itself or as the seat of an office."""
    return not (b.towns.isdisjoint(a.told) and b.towns.isdisjoint(a.seats))


STILL_SAME_TOWN = (1.5, "same town")  # the rest of what the place has said
PERHAPS_OTHER_TOWNS = (-1.5, "other towns")  # where one names somebody known
SAME_TOWN, OTHER_TOWNS = (2.1, "same town"), (-3.0, "other towns")


def clock(a: Profile, b: Profile) -> Found:
    """The hours of what nobody known takes part in, told of one day: at four in the morning, late at night."""
    if a.first != b.first or a.last != b.last or a.first != a.last:
        return None
    gap = max(a.hours[0], b.hours[0]) - min(a.hours[1], b.hours[1])
    if gap > 0:
        return OTHER_HOURS if gap > 1 else None
    exact = max(a.hours[1] - a.hours[0], b.hours[1] - b.hours[0]) == 1
    return SAME_HOUR if exact else HOURS_MEET


HOURS_MEET, SAME_HOUR = (0.4, "same time of day"), (1.2, "same hour")
OTHER_HOURS = (-4.5, "another hour")
