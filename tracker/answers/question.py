"""The words of a question, as typed at a shell or in an address, made into the filters they ask for."""

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from tracker.answers import periods
from tracker.answers.means import Means
from tracker.errors import UsageError

if TYPE_CHECKING:
    from tracker.timeline.query import Filters

__all__ = ["event_types", "known_status", "known_type", "question"]


def question(types: Sequence[str], words: Mapping[str, Any], least: float = 0.0) -> "Filters":
    """The filters that `words` ask for, by the names of the command line's options; what is missing
    or empty asks nothing, but for the confidence: then it is `least`. `types` are the event types there
    are. UsageError says what is wrong."""
    from tracker.timeline.query import Filters

    since, until = _days(words)
    as_of, as_of_seen, changed = (words.get(n) for n in ("as_of", "as_of_seen", "changed_since"))
    if as_of and as_of_seen:
        raise UsageError("as-of and as-of-seen do not go together")
    known_on = as_of or as_of_seen
    sure = words.get("min_confidence")
    return Filters(
        since=since,
        until=until,
        types=tuple(known_type(types, name) for name in words.get("types") or ()),
        actors=tuple(words.get("actors") or ()),
        places=tuple(words.get("places") or ()),
        statuses=tuple(known_status(name) for name in words.get("statuses") or ()),
        search=words.get("search") or "",
        min_sources=words.get("min_sources") or 0,
        min_confidence=least if sure is None else sure,
        related=words.get("related") or "",
        as_of=periods.day(known_on) if known_on else None,
        seen=bool(as_of_seen),
        changed_since=periods.day(changed) if changed else None,
    )


def _days(words: Mapping[str, Any]) -> tuple[dt.date | None, dt.date | None]:
    readers = {"quarter": periods.quarter, "month": periods.month, "year": periods.year}
    spans = [read(words[name]) for name, read in readers.items() if words.get(name)]
    if words.get("since"):
        spans.append((periods.day(words["since"]), dt.date.max))
    if words.get("until"):
        spans.append((dt.date.min, periods.day(words["until"])))
    since = max((span[0] for span in spans), default=dt.date.min)
    until = min((span[1] for span in spans), default=dt.date.max)
    if since > until:
        raise UsageError(f"no day lies from {since} to {until}: the periods asked for do not meet")
    return since if since > dt.date.min else None, until if until < dt.date.max else None


def event_types(means: Means) -> tuple[str, ...]:
    """The event types that the rules in force know, sorted."""
    parts = (file.name.split("/") for file in means.rulebook.files)
    return tuple(sorted({name[2].removesuffix(".toml") for name in parts if _is_events(name)}))


def _is_events(name: list[str]) -> bool:
    return len(name) == 3 and name[1] == "events" and name[2].endswith(".toml")


def known_type(types: Sequence[str], text: str) -> str:
    """`text` if it is an event type."""
    if text not in types:
        raise UsageError(_unknown("event type", text, types))
    return text


def known_status(text: str) -> str:
    """`text` if it is a status."""
    from tracker.values import Status

    if text not in list(Status):
        raise UsageError(_unknown("status", text, list(Status)))
    return str(text)


def _unknown(kind: str, text: str, known: Sequence[str]) -> str:
    from rapidfuzz.process import extractOne

    near = extractOne(text.lower().replace(" ", "_"), known, score_cutoff=60)
    hint = f"did you mean {near[0]}? There" if near else "there"
    return f'no {kind} "{text}": {hint} are {", ".join(known)}'
