"""What those who take part in two happenings say for or against their being one."""

from functools import lru_cache

from rapidfuzz.fuzz import ratio

from tracker.events.around import name_words
from tracker.events.knowledge import relation_rules
from tracker.events.points import VETO, Found
from tracker.events.profile import Profile

__all__ = [
    "about",
    "aims",
    "called",
    "direction",
    "doers",
    "heads",
    "meeting",
    "names",
    "of_one_body",
    "people",
    "portfolios",
]

SPELT_ALIKE = 88.0  # of 100


def direction(a: Profile, b: Profile) -> Found:
    """Who visits whom."""
    lasting = relation_rules().lasting
    if (
        a.type in lasting
        and a.guests.isdisjoint(b.guests | b.hosts)
        and b.guests.isdisjoint(a.hosts)
    ):
        return OTHER_GUESTS
    if not (a.hosts and b.hosts):
        return None
    there, back = (
        a.guests & b.guests or a.hosts & b.hosts,
        a.guests & b.hosts and a.hosts & b.guests,
    )
    return (VETO, "guest and host the other way round") if back and not there else None


OTHER_GUESTS = (-4.5, "guests from another country")


def people(a: Profile, b: Profile) -> Found:
    """The persons taking part."""
    if a.people.isdisjoint(b.people):
        if a.meeting and of_one_body(a, b):
            return None
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
    if _alone(a, b) or _alone(b, a):
        return TWO_OF_THREE
    if shared in (a.people, b.people) and a.lasting and not a.hosts.isdisjoint(b.hosts):
        return SAME_VISITOR
    return (0.5 if shared in (a.people, b.people) else 0.1) + more, "some people the same"


SAME_VISITOR = (1.5, "the same visitor of the same country")
TWO_OF_THREE = (-0.5, "two people, and more of other countries")


def of_one_body(a: Profile, b: Profile) -> bool:
    """Whether both are the meeting of one body, to which many come: each report names some."""
    return a.meeting == b.meeting == "body" and not a.named.isdisjoint(b.named)


def _alone(a: Profile, b: Profile) -> bool:
    """Whether two met of those who in the other telling meet with somebody of a third country."""
    return a.meeting == "two" != b.meeting and a.people < b.people and a.homes < b.homes


def called(a: Profile, b: Profile) -> Found:
    """Whether one calls by a surname alone whom the other names in full."""
    if bool(a.people) == bool(b.people):
        return None
    shared = len(a.called & b.called)
    return CALLED[min(shared, 2)] if shared else None


CALLED = (
    None,
    (0.8, "one known by a part of the name"),
    (1.6, "both known by parts of their names"),
)
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
        and not (a.named & b.named and not a.meeting == b.meeting == "two")
        and one
        and not any(_one_name(name, another) for name in one for another in other)
    )


@lru_cache(maxsize=10_000)
def _one_name(name: str, other: str) -> bool:
    """Whether two names may be spellings of one: a surname and the full name, or letters that differ."""
    words, others = name_words([name]), name_words([other])
    return words <= others or others <= words or ratio(name, other) >= SPELT_ALIKE


def meeting(a: Profile, b: Profile) -> Found:
    """Whether two leaders met, or those of all members of a body, at whose meeting the two may have met."""
    if _of_some(a, b) or _of_some(b, a):
        return OF_SOME
    if a.meeting == b.meeting:
        return None
    if "pair" not in (a.meeting, b.meeting):
        return OTHER_MEETING
    pair, more = (a, b) if a.meeting == "pair" else (b, a)
    others = more.sides - pair.sides - more.hosts - {more.country}
    return PAIR_OF_MORE if more.meeting == "body" and pair.sides < more.sides and others else None


def _of_some(many: Profile, some: Profile) -> bool:
    """Whether one is the meeting of a body or of many who are not named, and the other of some who are, by themselves."""
    alone = many.meeting == "body" and not many.sides and not many.people
    return alone and not some.named and len(some.sides - some.hosts - {some.country}) >= SOME


SOME = 2  # countries
OF_SOME = (-1.5, "of all, and of some")
OTHER_MEETING = (-4.5, "of two, and of all members")
PAIR_OF_MORE = (-3.5, "of two countries, and of more")


def doers(a: Profile, b: Profile) -> Found:
    """Who did it, of what each party does by itself: a ratification. Of two bodies one may be part of the other."""
    if not a.doers.isdisjoint(b.doers):
        return None
    states = a.doers & a.sides or b.doers & b.sides
    return OTHER_DOERS if states or not a.aims else None


OTHER_DOERS = (-4.5, "done by another party")


def aims(a: Profile, b: Profile) -> Found:
    """Whom it is against: what two impose on each other is two."""
    return OTHER_AIMS if a.aims.isdisjoint(b.aims) else None


OTHER_AIMS = (-5.5, "against another")


def heads(a: Profile, b: Profile) -> Found:
    """Who leads the delegation, unless the other report names him in another part."""
    if not (a.heads.isdisjoint(b.people) and b.heads.isdisjoint(a.people)):
        return None
    alike = any(_one_name(one, other) for one in a.heads for other in b.heads)
    return None if alike else OTHER_HEADS


OTHER_HEADS = (-3.0, "led by another")


def portfolios(a: Profile, b: Profile) -> Found:
    """What the offices of those who meet are for: foreign ministers are no defence ministers."""
    if not a.portfolios.isdisjoint(b.portfolios):
        return None
    return OTHER_GUESTS_OFFICES if a.type in relation_rules().lasting else OTHER_OFFICES


OTHER_GUESTS_OFFICES = (-3.0, "guests of other offices")
OTHER_OFFICES = (-5.5, "between other offices")


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
    shared = a.named & b.named
    if (
        shared
        and a.sides
        and b.sides
        and a.sides.isdisjoint(b.sides)
        and not (a.own_words & b.own_words)
    ):
        return None  # a communist party of one country is not that of another
    if shared:
        return SAME_BODIES if a.meeting == b.meeting == "body" else SAME_NAMES
    if a.own_words & b.own_words:
        return 0.8, "names in part the same"
    if a.own_words and b.own_words and a.bodies and b.bodies and _by_one_body(a):
        return OTHER_BODIES
    if not (a.own_words and b.own_words) and a.name_words & b.name_words:
        return None  # "the communist party" is whose it is
    return OTHER_NAMES if (a.others and b.others) or (a.bodies and b.bodies) else None


def _by_one_body(a: Profile) -> bool:
    """Whether it is of what one body does: its session, a ratification."""
    return a.type in relation_rules().bodied or a.kind in relation_rules().each


SAME_NAMES, SAME_BODIES = (1.3, "same names"), (1.8, "of the same body")
OTHER_NAMES, OTHER_BODIES = (-0.8, "other names"), (-4.5, "of other bodies")
