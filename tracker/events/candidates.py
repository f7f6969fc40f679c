"""Which pairs of sources are worth comparing: one kind of happening, dates that may be one."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import itemgetter

from tracker.events.knowledge import kin_of
from tracker.events.profile import Profile
from tracker.events.stages import NO_STAGE
from tracker.events.when import ANNOUNCED_DAYS, MOVED_DAYS, NAMED_DAYS, REPORT_DAYS, WRONG_DAYS

__all__ = ["crossing", "family", "pairs", "reach"]


def family(type: str) -> str:
    """One name for all types that may name one happening."""
    return min(kin_of(type))


def reach(profile: Profile) -> tuple[int, int]:
    """The first and last day (ordinals) that a source of the same happening may touch."""
    first, last = _reach(profile)
    if profile.identity and profile.ahead and profile.published:
        first = max(first - NAMED_DAYS, min(first, profile.published - ANNOUNCED_DAYS))
    return first, last


def _reach(profile: Profile) -> tuple[int, int]:
    if not profile.firm:
        return profile.first, profile.last
    if profile.soft and (profile.identity or profile.roads):
        return profile.first - NAMED_DAYS, profile.last + WRONG_DAYS
    if profile.soft:
        return profile.first - REPORT_DAYS, profile.last + WRONG_DAYS
    slack, stage = MOVED_DAYS if profile.ahead else WRONG_DAYS, profile.stage
    before = stage.days if stage.ends or stage.nth or stage.numbered else 0
    after = stage.days if stage.begins or stage.nth or stage.numbered else 0
    return profile.first - max(slack, before), profile.last + max(slack, after)


def pairs(profiles: Iterable[Profile]) -> Iterator[tuple[Profile, Profile]]:
    """Every pair of one family whose dates may be one, in an order that depends on content alone."""
    families: dict[str, list[Profile]] = {}
    for profile in profiles:
        families.setdefault(family(profile.type), []).append(profile)
    for name in sorted(families):
        yield from _sweep(families[name])


def crossing(
    ours: Sequence[Profile], others: Sequence[Profile]
) -> Iterator[tuple[Profile, Profile]]:
    """Every pair of one of ours and one of the others whose dates may be one.

    The others are looked up by their first day, those of like length together, so that each of ours costs
    as much as there is near it.
    """
    shelves: dict[int, list[tuple[int, int, str, Profile]]] = {}
    for other in others:
        start, end = reach(other)
        shelves.setdefault((end - start).bit_length(), []).append((start, end, other.key, other))
    for shelf in shelves.values():
        shelf.sort(key=itemgetter(0, 2))
    starts = {length: [row[0] for row in shelf] for length, shelf in shelves.items()}
    for one in ours:
        start, end = reach(one)
        for length, shelf in shelves.items():
            first = bisect_left(starts[length], start - (1 << length))
            for row in shelf[first : bisect_right(starts[length], end)]:
                if row[1] >= start:
                    yield one, row[3]


def _sweep(profiles: Sequence[Profile]) -> Iterator[tuple[Profile, Profile]]:
    ahead: list[tuple[tuple[int, int], Profile]] = []  # last day within reach, and for the plain
    spans = ((*reach(profile), profile) for profile in profiles)
    for start, end, profile in sorted(spans, key=lambda span: (span[0], span[2].key)):
        plain = _is_plain(profile)
        ahead = [each for each in ahead if each[0][0] >= start]
        for ends, other in ahead:
            if ends[plain] >= start:
                yield other, profile
        ahead.append(((end, end - WRONG_DAYS if plain else end), profile))


def _is_plain(profile: Profile) -> bool:
    """Whether it reports days that are known. Each of two such reaches as far as a wrong date may lie: together
    they would twice as far, where dates rule every pair out."""
    return not (profile.soft or profile.ahead) and profile.firm and profile.stage is NO_STAGE
