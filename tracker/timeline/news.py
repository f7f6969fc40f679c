"""What is new about an event, in words: from its history, or from two pictures of the timeline. Pure."""

from collections.abc import Iterable, Mapping
from typing import Any

__all__ = ["net_change", "say_change"]

# What a new status means to somebody who follows the event.
WORDS = {
    "occurred": "confirmed",
    "cancelled": "cancelled",
    "postponed": "postponed",
    "unconfirmed": "unconfirmed",
}
DATED = ("start", "end", "precision")


def net_change(
    revisions: Iterable[tuple[str, Mapping[str, Any], Mapping[str, Any]]],
) -> tuple[str, ...]:
    """The sum of an event's history entries (change, before, after), oldest first, in words.

    What was changed and changed back is no news.
    """
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    kinds = []
    for kind, old, new in revisions:
        kinds.append(kind)
        for name, value in old.items():
            before.setdefault(name, value)
        after.update(new)
    if "created" in kinds or "split" in kinds:
        return ("dropped again",) if kinds[-1] == "dropped" else ("new",)
    if kinds and kinds[-1] in ("dropped", "revived"):
        return (kinds[-1],)
    return say_change(before, {name: after.get(name) for name in before})


def say_change(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """What differs from one set of columns to another, most important first."""
    differing = [name for name in before if before[name] != after.get(name)]
    said = []
    if "status" in differing:
        said.append(WORDS.get(after["status"], f"status {before['status']} → {after['status']}"))
    if any(name in differing for name in DATED):
        said.append(f"date {_days(before)} → {_days(after)}")
    said += [
        f"{name} {_plain(before[name])} → {_plain(after[name])}"
        for name in differing
        if name not in {*DATED, "status"}
    ]
    return tuple(said)


def _days(columns: Mapping[str, Any]) -> str:
    days = [str(columns[name]) for name in ("start", "end") if columns.get(name) is not None]
    return "/".join(dict.fromkeys(days)) or str(columns.get("precision"))


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "nobody"
    return "nothing" if value is None else str(value)
