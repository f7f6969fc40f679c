"""Mentions that tell one happening, put together; the order they come in does not matter.

Two sources are neighbours if they may tell one happening. What is decided within one
connected neighbourhood depends on nothing outside it, so a new source asks for a new decision in
its own neighbourhood only.

Within a neighbourhood, sources that know the day are joined first, best pair first, and only where no
pair of the two groups is ruled out and the groups agree on the whole and in their fullest members.
What knows only a window of time (a week, a month, a year) then joins the one group it fits; if two that
tell different things fit about as well it joins none: a vague report must not chain two happenings.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from math import log

from tracker.events.candidates import pairs
from tracker.events.collecting import no_collecting
from tracker.events.profile import Profile, profile_of
from tracker.events.same import DOUBT, THRESHOLD, likeness
from tracker.values import Source

__all__ = ["Likeness", "cluster", "link", "neighbourhoods"]

MARGIN, BEHIND = (
    0.25,
    1.6,
)  # a vague source joins the best group only if the next is worse by so much, or so many points
ALONE = 0.4  # if only one group fits at all, so much is enough
FLOOR = 0.05  # of local happenings, which have many look-alikes, no two so unlike are put together by others
TINY = 1e-9
MEMORY = 2_000_000  # scores
Groups = list[list[Profile]]


def link(sources: Iterable[Source]) -> tuple[tuple[Source, ...], ...]:
    """The sources grouped by happening: every group and the groups themselves sorted by key."""
    by_key = {source.key: source for source in sources}
    with no_collecting():
        profiles = [profile_of(by_key[key]) for key in sorted(by_key)]
        likely = Likeness()
        groups = sorted(
            tuple(sorted(profile.key for profile in group))
            for neighbourhood in neighbourhoods(profiles, pairs(profiles), likely)
            for group in cluster(neighbourhood, likely)
        )
    return tuple(tuple(by_key[key] for key in group) for group in groups)


def neighbourhoods(
    profiles: Sequence[Profile],
    candidates: Iterable[tuple[Profile, Profile]],
    likely: "Likeness",
) -> list[list[Profile]]:
    """The profiles parted into connected neighbourhoods, each sorted by key."""
    parent = {profile.key: profile.key for profile in profiles}
    for a, b in candidates:
        if likely.compare(a, b) >= DOUBT:
            first, second = _root(parent, a.key), _root(parent, b.key)
            if first != second:
                parent[max(first, second)] = min(first, second)
    found: dict[str, list[Profile]] = {}
    for profile in sorted(profiles, key=lambda each: each.key):
        found.setdefault(_root(parent, profile.key), []).append(profile)
    return list(found.values())


def _root(parent: dict[str, str], key: str) -> str:
    while parent[key] != key:
        parent[key] = parent[parent[key]]
        key = parent[key]
    return key


def cluster(neighbourhood: Sequence[Profile], likely: "Likeness") -> Groups:
    """The groups of one neighbourhood."""
    if len(neighbourhood) == 1:
        return [list(neighbourhood)]
    groups: Groups = []
    twins = _twins(neighbourhood)
    for level in _levels([first for first, *_ in twins]):
        left = _attach(level, groups, likely) if groups else level
        left = _attach(left, groups, likely) if len(left) < len(level) else left
        groups.extend(_agglomerate(left, likely))
    others = {first.key: rest for first, *rest in twins}
    return [[p for rep in group for p in (rep, *others[rep.key])] for group in groups]


def _twins(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """The profiles, those of different articles that tell exactly the same put together: a wire story on
    a hundred sites is compared once."""
    found: dict[object, list[Profile]] = {}
    worded = Counter(profile.words for profile in profiles)  # few share them: the rest is not asked
    for profile in profiles:
        content, number = profile.content if worded[profile.words] > 1 else profile.key, 0
        while any(profile.url == twin.url for twin in found.get((content, number), ())):
            number += 1
        found.setdefault((content, number), []).append(profile)
    return list(found.values())


class Likeness:
    """Scores of pairs, each worked out once; those that speak for one happening are kept at hand."""

    def __init__(self) -> None:
        self._known: dict[tuple[str, str], float] = {}
        self._near: dict[str, list[tuple[float, str]]] = {}

    def compare(self, a: Profile, b: Profile) -> float:
        """The score of two profiles met for the first time."""
        score = likeness(a, b)
        if score >= DOUBT:
            self._keep(a, b, score)
            if score >= THRESHOLD:
                self._near.setdefault(a.key, []).append((score, b.key))
        return score

    def edges(self, keys: Collection[str]) -> list[tuple[float, str, str]]:
        """The pairs among these, compared before, that speak for one happening: best pair first."""
        return sorted(
            (-score, min(first, second), max(first, second))
            for first in keys
            for score, second in self._near.get(first, ())
            if second in keys
        )

    def __call__(self, a: Profile, b: Profile) -> float:
        pair = (a.key, b.key) if a.key < b.key else (b.key, a.key)
        score = self._known.get(pair)
        if score is None:
            score = likeness(a, b)
            self._keep(a, b, score)
        return score

    def _keep(self, a: Profile, b: Profile, score: float) -> None:
        if len(self._known) > MEMORY:
            self._known.clear()
        self._known[(a.key, b.key) if a.key < b.key else (b.key, a.key)] = score


def _levels(profiles: Sequence[Profile]) -> list[list[Profile]]:
    """The profiles from those that know the days to those that know only a year."""
    levels: dict[int, list[Profile]] = {}
    for profile in profiles:
        levels.setdefault(_grain(profile), []).append(profile)
    return [levels[grain] for grain in sorted(levels)]


def _grain(profile: Profile) -> int:
    days = profile.last - profile.first + 1
    if profile.firm:
        return 0
    return 1 if days <= 31 else 2 if days <= 93 else 3


def _attach(level: Sequence[Profile], groups: Groups, likely: Likeness) -> list[Profile]:
    """Adds each profile to the one group it fits; gives those that fit none or several.

    All choices are made against the groups as they were, so that none depends on another.
    """
    left: list[Profile] = []
    chosen: list[tuple[list[Profile], Profile]] = []
    for profile in level:
        home = _only_home(profile, level, groups, likely)
        if home is None:
            left.append(profile)
        else:
            chosen.append((home, profile))
    for home, profile in chosen:
        home.append(profile)
    return left


def _only_home(
    profile: Profile, level: Sequence[Profile], groups: Groups, likely: Likeness
) -> list[Profile] | None:
    """The group it fits best, unless another that tells something else fits nearly as well. A weak fit is
    enough where only one group fits at all, and what else tells the same fits it too."""
    fits = []
    for number, group in enumerate(groups):
        scores = [likely(profile, member) for member in group]
        if max(scores) >= DOUBT and not _contradicted(profile, group, likely):
            fits.append((max(scores), number))
    if not fits:
        return None
    (best, number), *others = sorted(fits, reverse=True)
    near = [groups[other] for score, other in others if _nearly(score, best)]
    if _calls_it_so(
        profile, groups[number]
    ):  # a summit is sooner the summit than talks of that day
        near = [group for group in near if _calls_it_so(profile, group)]
    if best < THRESHOLD and (
        best < ALONE or others or not _stands_alone(profile, level, groups[number], likely)
    ):
        return None
    if any(not _may_be_one(groups[number], each, likely) for each in near):
        return None
    return groups[number]


def _contradicted(profile: Profile, group: Sequence[Profile], likely: Likeness) -> bool:
    """Whether something rules out that it tells what the group does."""
    return any(
        likely(profile, member) <= (0 if profile.known or member.known else FLOOR)
        for member in group
    )


def _calls_it_so(profile: Profile, group: Sequence[Profile]) -> bool:
    return any(profile.type == member.type for member in group)


def _nearly(score: float, best: float) -> bool:
    """Whether a score is about as good as the best one."""
    odds = best / (1 - best + TINY), score / (1 - score + TINY)
    return best - score < MARGIN and log(odds[0] / odds[1]) < BEHIND


def _stands_alone(
    profile: Profile, level: Sequence[Profile], group: Sequence[Profile], likely: Likeness
) -> bool:
    """Whether it knows no day, and what of its level tells the same fits that group too."""
    return not profile.firm and all(
        any(likely(other, member) >= DOUBT for member in group)
        for other in level
        if other is not profile and likely(profile, other) >= THRESHOLD
    )


def _may_be_one(one: Sequence[Profile], other: Sequence[Profile], likely: Likeness) -> bool:
    """Whether two groups that were not joined may tell one happening all the same."""
    scores = [likely(a, b) for a in one for b in other]
    return min(scores) > 0 and max(scores) >= DOUBT


def _agglomerate(profiles: Sequence[Profile], likely: Likeness) -> Groups:
    """Groups joined best pair first."""
    home = {profile.key: [profile] for profile in profiles}
    for _, first, second in likely.edges(home):
        one, other = home[first], home[second]
        if one is not other and _may_join(one, other, likely):
            one.extend(other)
            home.update((profile.key, one) for profile in other)
    return list({id(group): group for group in home.values()}.values())


def _may_join(one: Sequence[Profile], other: Sequence[Profile], likely: Likeness) -> bool:
    """Whether nothing rules it out and the articles agree on the whole. Of what one article tells more than
    once, the likest counts; an article that is in both groups has been agreed with."""
    if len(one) == len(other) == 1:
        return True  # the pair itself speaks for it
    ours, theirs = {a.url for a in one}, {b.url for b in other}
    best: dict[tuple[str, str], float] = {}
    for a in one:
        for b in other:
            score, articles = likely(a, b), (a.url, b.url)
            if not score or (score < FLOOR and not (a.known or b.known)):
                return False
            if a.url == b.url or (a.url not in theirs and b.url not in ours):
                best[articles] = max(score, best.get(articles, 0.0))
    scores = best.values()
    if sum(scores) < THRESHOLD * len(scores):
        return False
    return min(scores) >= DOUBT or likely(_leader(one), _leader(other)) >= THRESHOLD


def _leader(group: Sequence[Profile]) -> Profile:
    """The fullest member: it knows the days best and names the most."""
    return min(group, key=_rank)


def _rank(profile: Profile) -> tuple[int, int, int, str]:
    named = len(profile.people) + len(profile.sides) + len(profile.bodies) + len(profile.others)
    told = named + 2 * bool(profile.place) + 3 * len(profile.numbers)
    return (profile.last - profile.first, int(profile.ahead), -told, profile.key)
