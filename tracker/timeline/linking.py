"""Which mentions must be linked anew, and the groups they make."""

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from db import claims
from db import events as queries
from db.claims import Claim, Reading
from db.engine import Session
from tracker.events.candidates import crossing, family, pairs, reach
from tracker.events.cluster import Likeness, cluster, neighbourhoods
from tracker.events.intervals import WEEK
from tracker.events.knowledge import kin_of
from tracker.events.profile import AHEAD, PUBLICATION, Profile, profile_of
from tracker.events.same import DOUBT, likeness
from tracker.events.when import MOVED_DAYS, NAMED_DAYS, REPORT_DAYS, WRONG_DAYS
from tracker.timeline.judgements import in_force
from tracker.timeline.rows import source_value
from tracker.timeline.rulings import Rulings
from tracker.values import Source

__all__ = ["Pool", "gather", "may_meet"]


@dataclass
class Pool:
    """The mentions linked anew, by key, and the groups they now make (keys, sorted)."""

    rows: dict[str, Claim] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    groups: list[tuple[str, ...]] = field(default_factory=list)
    rulings: Rulings = field(default_factory=Rulings)
    complete: set[str] = field(default_factory=set)  # neighbourhoods that are in as a whole

    def likeness(self, one: str, other: str) -> float:
        """How surely two mentions of the pool tell one happening."""
        return likeness(profile_of(self.sources[one]), profile_of(self.sources[other]))

    def add(self, session: Session, claimed: Iterable[Claim]) -> list[Profile]:
        """Takes in mentions; gives the profiles of those that were not yet in."""
        new = [each for each in claimed if each.told.key not in self.rows]
        copied = {each.told.copy_of_id for each in new if each.told.copy_of_id}
        copies = queries.canonical_urls(session, copied)
        profiles = []
        for each in new:
            source = source_value(each.told, copies)
            self.rows[source.key], self.sources[source.key] = each, source
            profiles.append(profile_of(source))
        return profiles


def gather(session: Session) -> Pool:
    """Everything in the neighbourhood of what changed, linked anew.

    The neighbourhoods of what changed are those it belonged to and those it has a link to now; nothing
    outside of them can be decided differently.
    """
    pool = Pool()
    fresh = pool.add(session, claims.stale(session))
    if not fresh:
        return pool
    rulings = in_force(session)
    profiles = fresh + _whole(session, pool, rulings)
    touched = _touched(session, profiles)
    profiles += pool.add(session, claims.in_components(session, touched))
    profiles += _whole(session, pool, rulings)
    pool.rulings = Rulings(rulings.about(pool.rows))
    likely = Likeness()
    for neighbourhood in neighbourhoods(profiles, pairs(profiles), likely):
        _mark(pool, neighbourhood)
        pool.groups += [
            tuple(sorted(p.key for p in group)) for group in cluster(neighbourhood, likely)
        ]
    pool.groups = pool.rulings.regroup(pool.groups, pool.likeness)
    return pool


def _whole(session: Session, pool: Pool, rulings: Rulings) -> list[Profile]:
    """The rest of all neighbourhoods that the pool has a part of, also by way of a judgement."""
    found: list[Profile] = []
    while True:
        judged = {key for ruling in rulings.about(pool.rows) for key in ruling.keys}
        new = pool.add(session, claims.by_keys(session, judged - pool.rows.keys()))
        components = {row.component for row in pool.rows.values() if row.component} - pool.complete
        new += pool.add(session, claims.in_components(session, components))
        pool.complete |= components
        found += new
        if not new:
            return found


def _mark(pool: Pool, neighbourhood: Sequence[Profile]) -> None:
    component = neighbourhood[0].key
    for profile in neighbourhood:
        claim = pool.rows[profile.key]
        claim.component, claim.stale = component, False


def _touched(session: Session, profiles: Sequence[Profile]) -> set[str]:
    """The neighbourhoods that have a link to one of the profiles."""
    known = {profile.key for profile in profiles}
    families: dict[str, list[Profile]] = {}
    for profile in profiles:
        families.setdefault(family(profile.type), []).append(profile)
    found: set[str] = set()
    for name, members in sorted(families.items()):
        spans = _merged(map(reach, members))
        local = not all(profile.known for profile in members)
        windows = _windows(spans, NAMED_DAYS if local else REPORT_DAYS)
        near = claims.in_windows(session, sorted(kin_of(name)), windows)
        others = {each.told.key: each for each in near if may_meet(each.told, spans, local)}
        strangers = [
            profile_of(source_value(each.told)) for key, each in others.items() if key not in known
        ]
        for ours, other in crossing(members, strangers):
            component = others[other.key].component or ""
            if component not in found and likeness(ours, other) >= DOUBT:
                found.add(component)
    return found


def _windows(spans: Sequence[tuple[int, int]], after: int) -> list[tuple[dt.date, dt.date]]:
    """Stretches of days that hold whatever may tell the same happening as what reaches so far."""
    # a plan reaches further than the report of it, and an undated report is later than what it tells
    wide = _merged((first - MOVED_DAYS, last + after) for first, last in spans)
    return [(_date(first), _date(last)) for first, last in wide]


def _merged(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, those that meet made one."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], last))
        else:
            found.append((first, last))
    return found


def may_meet(row: Reading, spans: Sequence[tuple[int, int]], local: bool = False) -> bool:
    """Whether a mention may reach one of the spans, as far as its plain columns tell: most do not, and what
    they tell need not be worked out. What is `local` may be known by its names long after."""
    undated, ahead = PUBLICATION in row.rules, row.status in AHEAD
    before = REPORT_DAYS if undated else MOVED_DAYS if ahead else WRONG_DAYS
    if local and (undated or ahead):
        before = NAMED_DAYS
    after = MOVED_DAYS if ahead else WEEK  # "last week" may be the one that ends today
    at = bisect_right(spans, row.end.toordinal() + after, key=itemgetter(0))
    return at > 0 and spans[at - 1][1] >= row.start.toordinal() - before


def _date(ordinal: int) -> dt.date:
    return dt.date.fromordinal(min(max(ordinal, 1), dt.date.max.toordinal()))
