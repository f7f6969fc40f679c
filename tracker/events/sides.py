"""What the countries that take part in two happenings say for or against their being one."""

from tracker.events.knowledge import relation_rules
from tracker.events.parties import of_one_body
from tracker.events.points import Found
from tracker.events.profile import Profile

__all__ = ["sides"]


def sides(a: Profile, b: Profile) -> Found:
    """The countries taking part, by themselves or through a person or body."""
    if a.sides == b.sides or _one_journey(a, b):
        return 1.5, "same countries"
    shared = a.sides & b.sides
    if not shared:
        if a.meeting and of_one_body(a, b):
            return None
        if (len(a.sides) == 1 and b.country in a.sides) or (
            len(b.sides) == 1 and a.country in b.sides
        ):
            return HOST_ALONE
        own = a.type in relation_rules().bodied or a.type in relation_rules().single
        return BODY_OF_ANOTHER if own else OTHER_COUNTRIES
    if shared in (a.sides, b.sides):
        if len(shared) > 1 and a.sides ^ b.sides <= a.hosts | b.hosts:
            return 1.5, "same countries, but for where it was"
        if _two_of_more(a, b) or _two_of_more(b, a):
            return -2.0, "of two, and of more"
        return 0.9, "some countries the same"
    return _partners(a, b)


def _partners(a: Profile, b: Profile) -> Found:
    """Whether each was with another partner, of two that have a side in common; the host of both is none."""
    ours, theirs = _who_met(a), _who_met(b)
    alone = not (a.people or b.people or of_one_body(a, b))
    between = alone and a.type in relation_rules().between
    pairs = len(ours) == len(theirs) == PAIR
    few = len(ours) <= FEW and len(theirs) <= FEW
    if between and (pairs or (few and ours.isdisjoint(theirs) and not a.named & b.named)):
        return -4.5, "between other countries"
    named = a.lasting and a.by_name and b.by_name and not a.label.isdisjoint(b.label)
    if pairs and alone and a.type in relation_rules().paired and not named:
        return -2.5, "with another country"
    return 0.0, "each with another partner"


def _who_met(a: Profile) -> frozenset[str]:
    """The sides but for whose guests they were, where two are left at least."""
    guests = a.sides - a.hosts - {a.country}
    return guests if len(guests) >= PAIR else a.sides


def _one_journey(a: Profile, b: Profile) -> bool:
    """Whether both are of somebody from one country in one other, which may stand for the place alone."""
    return bool(
        a.lasting
        and a.guests == b.guests
        and not a.guests.isdisjoint(a.sides & b.sides)
        and not a.hosts.isdisjoint(b.hosts)
        and a.sides <= a.guests | a.hosts
        and b.sides <= b.guests | b.hosts
    )


HOST_ALONE = (0.0, "one names only the country it was in")
OTHER_COUNTRIES, BODY_OF_ANOTHER = (-1.2, "other countries"), (-3.0, "of another country")


def _two_of_more(a: Profile, b: Profile) -> bool:
    """Whether two met in one, and more took part in the other than these and whoever was host."""
    more = b.sides - a.sides - b.hosts - {b.country}
    if a.meeting != "two":
        return len(more) >= MANY_MORE and len(a.sides) == PAIR and not (a.people or a.named)
    return bool(b.meeting != "two" and more)


PAIR, MANY_MORE, FEW = 2, 3, 3
