"""What people decided, applied over what the machine grouped and resolved. Pure.

A judgement speaks of happenings by `sides`: each side the mentions that made up one event when it was
judged. `same` puts all sides together, `different` keeps the first side apart from the others; `edit`,
`hide` and `pin` have one side. Where judgements contradict each other, none of them is applied.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

__all__ = ["BY_HAND", "Ruling", "Rulings"]

BY_HAND = "set by hand"
Keys = frozenset[str]
Likeness = Callable[[str, str], float]


@dataclass(frozen=True, slots=True)
class Ruling:
    """A judgement whose sides are found again among today's mentions."""

    number: int
    verb: str  # same, different, edit, hide, pin
    sides: tuple[Keys, ...]
    value: Mapping[str, Any] = field(default_factory=dict)
    why: str = ""
    event: str = ""  # the id it was made about, which the event is to keep

    @property
    def keys(self) -> Keys:
        """Every mention it speaks of."""
        return frozenset().union(*self.sides)


@dataclass(frozen=True, slots=True)
class Rulings:
    """All judgements in force."""

    rulings: tuple[Ruling, ...] = ()

    def about(self, keys: Iterable[str]) -> tuple[Ruling, ...]:
        """Those that speak of any of the mentions, directly or by way of one another."""
        reached, found = set(keys), set[int]()
        growing = True
        while growing:
            new = {r.number for r in self.rulings if r.number not in found and r.keys & reached}
            for ruling in self.rulings:
                if ruling.number in new:
                    reached |= ruling.keys
            found |= new
            growing = bool(new)
        return tuple(ruling for ruling in self.rulings if ruling.number in found)

    def contradictions(self) -> tuple[tuple[int, ...], ...]:
        """Numbers of judgements that cannot all hold: the same and yet different."""
        home = _united(self._of("same"))

        def root(side: Keys) -> str:
            return home.get(_any(side), _any(side))

        found = [
            tuple(sorted({ruling.number, *self._uniting(ruling.sides[0] | other, home)}))
            for ruling in self._of("different")
            for other in ruling.sides[1:]
            if ruling.sides[0] and other and root(ruling.sides[0]) == root(other)
        ]
        return tuple(dict.fromkeys(found))

    def _uniting(self, keys: Keys, home: Mapping[str, str]) -> list[int]:
        roots = {home.get(key, key) for key in keys}
        return [
            ruling.number
            for ruling in self._of("same")
            if any(home.get(key, key) in roots for key in ruling.keys)
        ]

    def _of(self, *verbs: str) -> list[Ruling]:
        return [ruling for ruling in self.rulings if ruling.verb in verbs]

    def regroup(
        self, groups: Sequence[tuple[str, ...]], likeness: Likeness
    ) -> list[tuple[str, ...]]:
        """The groups with what was judged the same put together and what was judged different apart."""
        void = {number for numbers in self.contradictions() for number in numbers}
        found = [set(group) for group in groups]
        for ruling in self._of("same"):
            if ruling.number not in void:
                found = _joined(found, ruling)
        for ruling in self._of("different"):
            if ruling.number not in void:
                found = _parted(found, ruling, likeness)
        return sorted(tuple(sorted(group)) for group in found if group)

    def overrides(self, group: Iterable[str]) -> dict[str, Any]:
        """The columns that people set for the event this group makes; later judgements win."""
        keys = set(group)
        columns: dict[str, Any] = {}
        notes: list[tuple[str, str]] = []
        for ruling in self._of("edit", "hide", "pin"):
            if not _mostly(ruling.keys, keys):
                continue
            if ruling.verb == "hide":
                columns["hidden"] = True
            for name, value in ruling.value.items():
                columns[name] = value
                notes.append((name, _note(ruling)))
        return {**columns, "notes": notes} if columns else {}

    def keeps(self) -> dict[str, str]:
        """For each mention that a judgement speaks of: the id its event is to keep."""
        return {
            key: ruling.event
            for ruling in self._of("same", "pin", "edit")
            if ruling.event
            for key in (ruling.sides[0] if ruling.sides else ())
        }

    def pinned(self) -> frozenset[str]:
        """The ids of events that stay even if no article tells them any more."""
        return frozenset(ruling.event for ruling in self._of("pin") if ruling.event)


def _note(ruling: Ruling) -> str:
    why = f": {ruling.why}" if ruling.why else ""
    return f"{BY_HAND} (judgement {ruling.number}{why})"


def _any(keys: Keys) -> str:
    return min(keys, default="")


def _united(rulings: Iterable[Ruling]) -> dict[str, str]:
    """The root of every mention among those judged the same."""
    home: dict[str, str] = {}

    def root(key: str) -> str:
        while home.setdefault(key, key) != key:
            key = home[key]
        return key

    for ruling in rulings:
        roots = sorted(root(key) for key in ruling.keys)
        for each in roots[1:]:
            home[each] = roots[0]
    return {key: root(key) for key in list(home)}


def _mostly(keys: Keys, group: set[str]) -> bool:
    """Whether the group is the one that most of the keys are in."""
    return 2 * len(keys & group) > len(keys) or (
        2 * len(keys & group) == len(keys) and _any(keys) in group
    )


def _joined(groups: list[set[str]], ruling: Ruling) -> list[set[str]]:
    """The groups that hold most of each side, as one."""
    homes = []
    for side in ruling.sides:
        held = [(len(group & side), -number) for number, group in enumerate(groups)]
        most, number = max(held, default=(0, 0))
        if most:
            homes.append(-number)
    if len(set(homes)) < 2:
        return groups
    joined = set().union(*(groups[number] for number in homes))
    return [group for number, group in enumerate(groups) if number not in homes] + [joined]


def _parted(groups: list[set[str]], ruling: Ruling, likeness: Likeness) -> list[set[str]]:
    """Every group that holds two sides, divided: the rest of it goes with the side it is most like."""
    found: list[set[str]] = []
    for group in groups:
        sides = [set(side & group) for side in ruling.sides]
        held = [side for side in sides if side]
        if len(held) < 2:
            found.append(group)
            continue
        anchors = [sorted(side) for side in held]
        for key in sorted(group.difference(*held)):
            scores = [max(likeness(key, other) for other in side) for side in anchors]
            held[scores.index(max(scores))].add(key)
        found += held
    return found
