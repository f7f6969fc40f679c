"""How much many sets have in common, told fast enough to ask for every pair."""

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping, Set

__all__ = ["Overlaps"]

FEW = 16  # a member that at most so many sets have is counted set by set


class Overlaps:
    """Sets with a number each, prepared for comparing them all.

    What many sets have (the standing phrases of one publisher) becomes one bit of a long integer a set, so that
    comparing two is one operation; what few have is counted beforehand; what one alone has counts nowhere.
    """

    def __init__(self, sets: Mapping[int, Set[Hashable]]) -> None:
        self._size = {name: len(members) for name, members in sets.items()}
        holders: dict[Hashable, list[int]] = defaultdict(list)
        for name, members in sets.items():
            for member in members:
                holders[member].append(name)
        self._few: dict[int, Counter[int]] = defaultdict(Counter)
        places: dict[int, list[int]] = defaultdict(list)
        for place, names in enumerate(_many_first(holders)):
            for name in names:
                if len(names) > FEW:
                    places[name].append(place)
                else:
                    self._few[name].update(names)
        self._bits = {name: _number(places[name]) for name in sets}

    def sharing(self, one: int, others: Iterable[int], part: float) -> list[int]:
        """Those of `others` that have at least `part` of the smaller of the two sets in common with `one`."""
        bits, size = self._bits[one], self._size[one]
        few: Mapping[int, int] = self._few.get(one, {})
        all_bits, sizes = self._bits, self._size
        shared = (
            (other, (bits & all_bits[other]).bit_count() + few.get(other, 0)) for other in others
        )
        return [other for other, many in shared if many and many >= part * min(size, sizes[other])]


def _many_first(holders: Mapping[Hashable, list[int]]) -> list[list[int]]:
    """Those that more than one set has, the most frequent first: it keeps the integers short."""
    return sorted((names for names in holders.values() if len(names) > 1), key=len, reverse=True)


def _number(places: list[int]) -> int:
    data = bytearray(max(places, default=-1) // 8 + 1)
    for place in places:
        data[place // 8] |= 1 << place % 8
    return int.from_bytes(data, "little")
