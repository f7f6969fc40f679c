"""What the words of two sources say for or against one happening: its name, names told around it, rare words."""

from functools import cache

from rapidfuzz.fuzz import ratio

from tracker.events.knowledge import relation_rules
from tracker.events.local import share_town
from tracker.events.points import Found
from tracker.events.profile import (
    HEAD_DOUBT,
    HEAD_POINTS,
    WORDS_DOUBT,
    WORDS_POINTS,
    Profile,
)
from tracker.events.words import root_of

__all__ = [
    "binding",
    "core",
    "kind",
    "label",
    "matter",
    "opening",
    "own_name",
    "proper_name",
    "sort",
    "town_of_pact",
    "wording",
]


def kind(a: Profile, b: Profile) -> Found:
    """What of its type it is, where rules tell kinds apart."""
    if a.kind == b.kind:
        return SAME_KIND
    if _alike(a.kind, b.kind):
        return None
    return OTHER_KIND if a.firm and b.firm else PERHAPS_OTHER_KIND


def sort(a: Profile, b: Profile) -> Found:
    """Of what sort of its type it is, by the words that name it: a banquet is no concert."""
    return None if a.sort == b.sort else OTHER_SORT


OTHER_SORT = (-5.0, "another sort of it")


@cache
def _alike(one: str, other: str) -> bool:
    return any(one in kinds and other in kinds for kinds in relation_rules().alike)


SAME_KIND = (0.8, "same kind")
OTHER_KIND, PERHAPS_OTHER_KIND = (-6.0, "another kind"), (-4.0, "another kind, once without a day")


def label(a: Profile, b: Profile) -> Found:
    """The proper name it goes by: the East Asia Summit is not the ASEAN Summit held the same day."""
    if a.label == b.label and len(a.label) > 1 and _names_one(a):
        return 2.0, "same proper name"
    if a.label <= b.label or b.label <= a.label:
        return 1.2, "proper name in part the same"
    if a.label <= a.name_words or b.label <= b.name_words:
        return None  # it is called by nothing but the body whose it is
    return (
        (-0.8, "proper names differ")
        if len(a.label & b.label) > 1
        else (-2.5, "another proper name")
    )


def own_name(a: Profile, b: Profile) -> Found:
    """The names of their own that two go by: Freedom Shield is not Ssangyong, begun the same day by the same two."""
    if not a.own_name.isdisjoint(b.own_name) or _spelt_alike(a.own_name, b.own_name):
        return None
    return ANOTHER_NAME


SPELT_ALIKE = 80.0  # of 100
ANOTHER_NAME = (-3.5, "called by another name")


def _spelt_alike(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    return any(ratio(one, other) >= SPELT_ALIKE for one in ours for other in theirs)


def _names_one(a: Profile) -> bool:
    """Whether its proper name is that of one happening: of a meeting, or with a word that none of its type has by
    itself, as "Minsk" of the Minsk accords."""
    said_of_any = relation_rules().matter.get(a.type, (0, NOTHING))[1]
    own = {root_of(word) for word in a.label} - said_of_any
    return a.type in relation_rules().between or bool(said_of_any and own)


def proper_name(a: Profile, b: Profile) -> Found:
    """The proper name one goes by, and the body whose meeting the other is: the East Asia Summit is none of the G20."""
    if a.label and not b.label:
        return _named_for(a, b)
    return _named_for(b, a) if b.label and not a.label else None


def _named_for(labelled: Profile, other: Profile) -> Found:
    if other.meeting != "body" or not other.own_words or labelled.named & other.named:
        return None
    said_of_any = relation_rules().matter.get(labelled.type, (0, NOTHING))[1]
    own = {word for word in labelled.label if root_of(word) not in said_of_any}
    return OTHER_BODY if own and own.isdisjoint(other.own_words) else None


OTHER_BODY = (-4.0, "of another proper name than the body")


def town_of_pact(a: Profile, b: Profile) -> Found:
    """Whether one is called by the town that the other was signed in: "the Lima declaration"."""
    return BY_ITS_TOWN if _called_by_town(a, b) or _called_by_town(b, a) else None


BY_ITS_TOWN = (1.5, "called by the town of the other")


def _called_by_town(named: Profile, other: Profile) -> bool:
    town = other.town or other.spot
    return bool(town and named.matter and named.spot != town and set(town.split()) <= named.label)


def matter(a: Profile, b: Profile) -> Found:
    """What it was about, of what happened on one day: a pact on culture is none on arms."""
    if town_of_pact(a, b):
        return None
    if a.firm != b.firm and a.matter.isdisjoint(b.matter) and a.proper.isdisjoint(b.proper):
        return PERHAPS_OTHER_MATTER
    if not _about_others(a, b):
        return None
    if a.ahead != b.ahead and not a.named.isdisjoint(b.named):
        return PERHAPS_OTHER_MATTER  # a plan and what came of it are told in other words
    if a.sort and a.sort == b.sort and a.type in relation_rules().one_of_a_sort:
        return PERHAPS_OTHER_MATTER
    return OTHER_MATTER if len(a.matter) > 1 and len(b.matter) > 1 else ANOTHER_MATTER


PERHAPS_OTHER_MATTER = (-1.2, "perhaps about another matter")
OTHER_MATTER, ANOTHER_MATTER = (-4.0, "about another matter"), (-3.0, "about another matter")


def _about_others(a: Profile, b: Profile) -> bool:
    apart = a.matter.isdisjoint(b.matter) and a.proper.isdisjoint(b.proper)
    return bool(a.firm and b.firm and not (a.marked and b.marked) and apart)


def binding(a: Profile, b: Profile) -> Found:
    """Whether one is a declaration and the other a pact on some matter."""
    return None if a.binding == b.binding else OTHER_BINDING


OTHER_BINDING = (-4.0, "one declared, one agreed on a matter")


def core(a: Profile, b: Profile) -> Found:
    """The words right beside those that name it: two nuclear deals are likelier one than two deals."""
    if a.matter and b.matter and _about_others(a, b):
        return None
    shared = len(a.core & b.core)
    return CORES[min(shared, 3)] if shared and _share_known(a, b) else None


CORES = ((0.0, ""), (0.2, "named alike"), (0.7, "named alike"), (1.1, "named alike"))


def opening(a: Profile, b: Profile) -> Found:
    """The title and opening of two articles that tell it as their news."""
    if a.known and b.known:
        return None
    share = len(a.opening & b.opening) / (min(len(a.opening), len(b.opening)) + 3)
    return 1.4 * share - 0.2, "articles open alike" if share > 0.3 else "articles open differently"


def wording(a: Profile, b: Profile) -> tuple[float, str]:
    """The telling words that both share; rare ones weigh more, and most in what names the happening."""
    if a.matter and b.matter and _about_others(a, b):
        return DIFFERS
    common = _said_of_any(a, b)
    shared = (a.words & b.words) - common
    if not shared:
        return _apart(a, b)
    least = a.words_weight if a.words_weight < b.words_weight else b.words_weight
    gain = WORDS_POINTS * (len(shared) + len(shared & a.heavy) / 2) / (least + WORDS_DOUBT)
    if shared := (a.head & b.head) - common:
        least = a.head_weight if a.head_weight < b.head_weight else b.head_weight
        gain += HEAD_POINTS * (len(shared) + len(shared & a.heavy) / 2) / (least + HEAD_DOUBT)
    if a.known == b.known and (a.told or b.told) and not _share_known(a, b):
        gain *= FORMULA
        if not (a.known or _share_local(a, b)):
            return gain + NAMELESS, "nothing named in common"
    if gain < LITTLE:
        less, why = _apart(a, b)
        return gain + less, why
    return gain, ("wording alike" if gain > 1 else "wording differs")


def _said_of_any(a: Profile, b: Profile) -> frozenset[str]:
    """What is said of any happening of the type, where nobody known takes part in both, nor is named as the host
    alone."""
    common = relation_rules().matter.get(a.type)
    if common is None or _share_known(a, b) or _names_host(a, b) or _names_host(b, a):
        return NOTHING
    return common[1]


def _names_host(a: Profile, b: Profile) -> bool:
    return a.sides == {b.country} and not (a.people or a.named)


NOTHING: frozenset[str] = frozenset()
FORMULA = (
    0.4  # of reports that name nobody and nothing alike, most share only their genre's phrases
)
LITTLE = 0.3
DIFFERS = (0.0, "wording differs")
NAMELESS = -1.2
STRANGERS = (-0.6, "neither names nor words in common")
NEIGHBOURS = (-1.4, "nothing in common but the country")  # whose happenings of a day are many


def _apart(a: Profile, b: Profile) -> tuple[float, str]:
    """What it says that hardly a word is shared."""
    if _share_identity(a, b):
        return DIFFERS
    if not _share_known(a, b):
        return DIFFERS if a.place and a.place == b.place else STRANGERS
    return NEIGHBOURS if a.firm and b.firm else DIFFERS


def _share_identity(a: Profile, b: Profile) -> bool:
    """Whether something but the words says which happening it is: who, two sides, a name, a number."""
    return bool(
        a.people & b.people
        or a.full_names & b.full_names
        or a.named & b.named
        or len(a.sides & b.sides) > 1
        or (a.marked and b.marked)
    )


def _share_local(a: Profile, b: Profile) -> bool:
    """Whether a name around both says where it was or whom it befell."""
    return bool(
        a.name_parts & b.name_parts
        or a.label & b.label
        or a.roads & b.roads
        or a.figures & b.figures
        or share_town(a, b)
    )


def _share_known(a: Profile, b: Profile) -> bool:
    if a.known != b.known and a.ties & b.ties:
        return True
    return bool(a.sides & b.sides or a.people & b.people or a.named & b.named)
