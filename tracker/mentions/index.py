"""Patterns by the words they need, so that none is looked at that a sentence cannot hold."""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Protocol, TypeVar

from tracker.mentions.pattern import Pattern

__all__ = ["Index"]

Item = TypeVar("Item", bound=Hashable)
NEEDS = 3  # of a pattern that are looked at


class Said(Protocol):
    """The words of a sentence, and each with the one after it."""

    @property
    def words(self) -> frozenset[str]: ...

    @property
    def pairs(self) -> frozenset[tuple[str, str]]: ...


@dataclass(frozen=True, eq=False)
class Index:
    """Patterns, and by their words which of them to look for.

    Sets of patterns are the bits of numbers. Of each word one number holds four such sets, side by side in
    lanes: the patterns whose first need it serves, whose second, their third, and those that it may begin.
    The tables are made when a sentence first asks: of most lists of `unless` none ever does.
    """

    patterns: Sequence[Pattern]

    def found_in(self, said: Said) -> list[int]:
        """The numbers of the patterns that a sentence may hold, in order."""
        width, free, all_served = len(self.patterns), self._free, self._served
        lane = (1 << width) - 1
        if not free & lane and self._rarest.isdisjoint(said.words):
            return []
        served = free
        for word in said.words:
            if bits := all_served.get(word):
                served |= bits
        left = served & served >> width & served >> 2 * width & lane
        if not left:
            return []
        begun = served >> NEEDS * width
        for pair in self._pairs & said.pairs:
            begun |= self._begun[pair]
        return list(_bits(left & begun))

    @cached_property
    def _rarest(self) -> frozenset[str]:
        """The words that serve a first need."""
        return frozenset().union(*(pattern.needs[0] for pattern in self.patterns if pattern.needs))

    @cached_property
    def _free(self) -> int:
        """The patterns that ask for nothing, in each lane."""
        free = [bit for words, bit in self._needed if not words]
        return sum(free) + sum(bit for pattern, bit in self._beginning if not pattern.starts)

    @cached_property
    def _served(self) -> Mapping[str, int]:
        firsts = ((pattern.firsts, bit) for pattern, bit in self._beginning)
        return _by_item(chain(self._needed, firsts))

    @cached_property
    def _begun(self) -> Mapping[tuple[str, str], int]:
        return _by_item((pattern.pairs, 1 << n) for n, pattern in enumerate(self.patterns))

    @cached_property
    def _pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset(self._begun)

    @property
    def _needed(self) -> Iterator[tuple[frozenset[str], int]]:
        """The first needs of each pattern with its bit in their lanes, empty ones where it has fewer."""
        for number, pattern in enumerate(self.patterns):
            for rank in range(NEEDS):
                words = pattern.needs[rank] if rank < len(pattern.needs) else frozenset[str]()
                yield words, 1 << number + rank * len(self.patterns)

    @property
    def _beginning(self) -> Iterator[tuple[Pattern, int]]:
        """Each pattern with its bit in the lane of those that words begin."""
        last = NEEDS * len(self.patterns)
        return ((pattern, 1 << number + last) for number, pattern in enumerate(self.patterns))


def _by_item(sets: Iterable[tuple[frozenset[Item], int]]) -> Mapping[Item, int]:
    """The bits of all the sets that an item is in; many patterns have the same sets."""
    together: dict[frozenset[Item], int] = {}
    for items, bit in sets:
        together[items] = together.get(items, 0) | bit
    found: dict[Item, int] = {}
    for items, bits in together.items():
        for item in items:
            found[item] = found.get(item, 0) | bits
    return found


def _bits(number: int) -> Iterator[int]:
    """The places of the bits that are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest
