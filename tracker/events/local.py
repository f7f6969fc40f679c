"""What speaks for or against one happening where nobody known takes part: names and numbers told around it, its
town, its road, its hour, how many it befell."""

from tracker.events.details import are_one_region
from tracker.events.points import Found
from tracker.events.profile import Profile

__all__ = [
    "ages",
    "around",
    "blocks",
    "clock",
    "counts",
    "crossing",
    "figures",
    "regions",
    "roads",
    "share_town",
    "spots",
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
    if (a.known and b.known) or (a.ages and b.ages):
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
        return OTHER_OWN_ROADS if a.own_roads and b.own_roads else OTHER_ROADS
    return None if a.towns and b.towns and not share_town(a, b) else SAME_ROAD


SAME_ROAD, OTHER_ROADS = (1.8, "same road"), (-3.2, "other roads")
OTHER_OWN_ROADS = (-5.0, "other roads in their sentences")


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
    """The hours of what nobody known takes part in: at four in the morning, late at night. Of what was told of one
    day and of the next, those beside midnight may be of one night."""
    days = b.first - a.first
    if a.first != a.last or b.first != b.last or not -1 <= days <= 1:
        return None
    gaps = [
        max(ours[0], theirs[0] + DAY * days) - min(ours[1], theirs[1] + DAY * days)
        for ours in a.hours
        for theirs in b.hours
    ]
    gap = min(gaps)
    exact = all(last - first == 1 for first, last in (*a.hours, *b.hours))
    if days:
        if any(ours[0] == theirs[0] for ours in a.hours for theirs in b.hours):
            return None  # likelier the day is wrong
        return OTHER_NIGHT if gap > NIGHT else SAME_NIGHT if gap <= 1 else None
    if gap == 0 and min(last - first for first, last in (*a.hours, *b.hours)) >= HALF:
        return OTHER_HALF
    if gap > 0:
        return (OTHER_CLOCK if exact else OTHER_HOURS) if gap > 1 else None
    return SAME_HOUR if exact else HOURS_MEET


DAY, HALF, NIGHT = 24, 6, 3  # hours
HOURS_MEET, SAME_HOUR = (0.4, "same time of day"), (1.2, "same hour")
OTHER_CLOCK, OTHER_HOURS = (-6.5, "another hour of the clock"), (-4.5, "another hour")
OTHER_HALF = (-2.0, "another half of the day")
OTHER_NIGHT = (-3.0, "hours of other days")
SAME_NIGHT = (1.2, "hours of one night")


def ages(a: Profile, b: Profile) -> Found:
    """How old those are of whom the sentences tell."""
    if a.ages & b.ages:
        return SAME_AGES if len(a.ages & b.ages) > 1 else SAME_AGE
    near = any(abs(one - other) <= 1 for one in a.ages for other in b.ages)
    if near:
        return None
    return OTHER_AGE if len(a.ages) == len(b.ages) == 1 else OTHER_AGES


SAME_AGE, SAME_AGES = (0.8, "same age"), (1.4, "same ages")
OTHER_AGE, OTHER_AGES = (-5.0, "another age"), (-4.2, "other ages")


def blocks(a: Profile, b: Profile) -> Found:
    """The blocks of one road: what happened in the 400 block did not happen in the 3100 block."""
    ours, theirs = dict(a.blocks), dict(b.blocks)
    shared = ours.keys() & theirs.keys()
    if not shared:
        return None
    return SAME_BLOCK if a.blocks & b.blocks else OTHER_BLOCK


SAME_BLOCK, OTHER_BLOCK = (1.2, "same block"), (-5.0, "another block of the road")


def crossing(a: Profile, b: Profile) -> Found:
    """The roads that cross where it was: one of two is at many a corner."""
    shared = a.crossing & b.crossing
    if not shared:
        return None if _names_corner(a, b) or _names_corner(b, a) else OTHER_CORNER
    return SAME_CORNER if len(shared) > 1 else SAME_ROAD_AT_CORNER


def _names_corner(a: Profile, b: Profile) -> bool:
    """Whether the roads that one names are those that the other has at the corner."""
    return any(road.split()[0] in b.crossing for road in a.roads)


SAME_CORNER, SAME_ROAD_AT_CORNER = (1.8, "same corner"), (0.6, "one road of the corner")
OTHER_CORNER = (-3.2, "another corner")


def spots(a: Profile, b: Profile) -> Found:
    """The kind of spot: what happened in a store did not happen on a porch."""
    return OTHER_SPOT if a.spots.isdisjoint(b.spots) else SAME_SPOT


SAME_SPOT, OTHER_SPOT = (0.5, "same kind of spot"), (-2.8, "another kind of spot")


def regions(a: Profile, b: Profile) -> Found:
    """The region of a town: many have a Springfield."""
    told = [
        are_one_region(region, other)
        for town, region in a.regions
        for place, other in b.regions
        if town == place
    ]
    return OTHER_REGION if told and not any(told) else None


OTHER_REGION = (-6.0, "town of another region")
