"""Which id an event keeps: by overlap with what it was. Pure."""

import base64
import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz.fuzz import token_set_ratio

__all__ = ["Trace", "fresh_id", "heirs", "keep_ids"]

ALIKE = 60.0  # how alike (of 100) two quotes must be to be one claim re-worded


@dataclass(frozen=True, slots=True)
class Trace:
    """What is needed to recognise a claim in another version or another reading of its article."""

    key: str
    article: int
    type: str
    first: int
    last: int
    quote: str


def fresh_id(key: str, taken: Collection[str] = ()) -> str:
    """A short id made from the key of one of an event's mentions, not one of `taken`."""
    number = 0
    while True:
        seed = f"{key}:{number}" if number else key
        digest = hashlib.sha256(seed.encode()).digest()
        found = base64.b32encode(digest[:10]).decode().lower()[:10]  # five bytes are eight letters
        if found not in taken:
            return found
        number += 1


def heirs(gone: Iterable[Trace], come: Iterable[Trace]) -> dict[str, str]:
    """For each claim that is gone, the claim of the same article that took its place, if any."""
    come = list(come)
    scored = sorted(
        (-likeness, old.key, new.key)
        for old in gone
        for new in come
        if old.article == new.article and (likeness := _likeness(old, new)) >= ALIKE
    )
    found: dict[str, str] = {}
    used: set[str] = set()
    for _, old_key, new_key in scored:
        if old_key not in found and new_key not in used:
            found[old_key] = new_key
            used.add(new_key)
    return found


def _likeness(old: Trace, new: Trace) -> float:
    wording = token_set_ratio(old.quote, new.quote)
    near = old.first <= new.last + 1 and new.first <= old.last + 1
    return wording * (1.0 if old.type == new.type else 0.7) + (20 if near else 0)


def keep_ids(
    groups: Sequence[Sequence[str]],
    before: Mapping[str, str],
    age: Mapping[str, object],
    wanted: Mapping[str, str] | None = None,
) -> dict[int, str]:
    """The id each group (by its place) keeps: that of the event it shares most mentions with.

    `before` is the event each mention belonged to; of two events that share as much the older one
    (smaller `age`) gives its id. A group that shares nothing, or less than another, has none.
    `wanted` is the id that a person chose for the event of a mention; it goes before all else.
    """
    chosen = set(wanted.items()) if wanted else set[tuple[str, str]]()
    shares = Counter(
        (before[key], number)
        for number, group in enumerate(groups)
        for key in group
        if key in before
    )
    asked = {
        (event, number)
        for event, number in shares
        if any((key, event) in chosen for key in groups[number])
    }
    order = sorted(
        shares,
        key=lambda pair: (
            pair not in asked,
            -shares[pair],
            str(age.get(pair[0], "")),
            pair[0],
            groups[pair[1]][0],
        ),
    )
    found: dict[int, str] = {}
    used: set[str] = set()
    for event, number in order:
        if number not in found and event not in used:
            found[number] = event
            used.add(event)
    return found
