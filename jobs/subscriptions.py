"""The configured feeds as OPML and back: what is exported and imported again is what was there."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from tracker.errors import UsageError
from tracker.feeds.opml import from_opml, to_opml
from tracker.settings import FeedSettings, Settings

__all__ = ["Imported", "export_feeds", "import_feeds"]

STRUCTURED = ("headers", "allow_private", "enabled")  # written as JSON


@dataclass(frozen=True, slots=True)
class Imported:
    """`tables` are the new feeds as [[feeds]] tables of TOML; `skipped` says what was left out, and why."""

    tables: str
    added: tuple[str, ...]
    skipped: tuple[str, ...]


def export_feeds(settings: Settings) -> str:
    """Every configured feed as OPML, with everything that is set for it."""
    return to_opml((_flat(feed) for feed in settings.feeds), "Feeds of the event timeline tracker")


def import_feeds(text: bytes, settings: Settings) -> Imported:
    """The feeds of an OPML document that are not configured yet."""
    names = {feed.name for feed in settings.feeds}
    urls = {feed.url for feed in settings.feeds}
    added: list[FeedSettings] = []
    skipped: list[str] = []
    for flat in from_opml(text):
        try:
            feed = _feed({**flat, "name": _free(flat["name"], names)})
        except (ValidationError, ValueError) as error:
            skipped.append(f"{flat['name']}: {_first(error)}")
            continue
        if feed.url in urls:
            skipped.append(f"{flat['name']}: its address is configured already")
            continue
        names.add(feed.name)
        urls.add(feed.url)
        added.append(feed)
    tables = "".join(_table(feed) for feed in added)
    return Imported(tables, tuple(feed.name for feed in added), tuple(skipped))


def _set(feed: FeedSettings) -> dict[str, Any]:
    """What is set, in plain values: a language that is configured counts more than the feed's own, even
    where it is the usual one."""
    plain: dict[str, Any] = feed.model_dump(mode="json", exclude_unset=True)
    if feed.interval is not None:
        plain["interval"] = f"{feed.interval.total_seconds():g}s"
    return {"name": feed.name, "url": feed.url, **plain}


def _flat(feed: FeedSettings) -> dict[str, str]:
    return {
        key: json.dumps(value) if key in STRUCTURED else str(value)
        for key, value in _set(feed).items()
    }


def _feed(flat: Mapping[str, str]) -> FeedSettings:
    known = set(FeedSettings.model_fields)
    values = {
        key: json.loads(value) if key in STRUCTURED else value
        for key, value in flat.items()
        if key in known
    }
    return FeedSettings.model_validate(values)


def _free(name: str, taken: Iterable[str]) -> str:
    name = " ".join(name.split()) or "feed"
    numbered = (f"{name} {number}" for number in range(2, 10**6))
    return next(one for one in (name, *numbered) if one not in taken) if name in taken else name


def _first(error: Exception) -> str:
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False, include_input=False)[0]
        return f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"
    return str(error)


def _table(feed: FeedSettings) -> str:
    lines = [f"{key} = {_toml(value)}" for key, value in _set(feed).items()]
    return "\n[[feeds]]\n" + "\n".join(lines) + "\n"


def _toml(value: Any) -> str:
    if isinstance(value, Mapping):
        pairs: Sequence[str] = [f"{_toml(key)} = {_toml(item)}" for key, item in value.items()]
        return "{ " + ", ".join(pairs) + " }"
    if isinstance(value, list):
        return "[" + ", ".join(_toml(item) for item in value) + "]"
    if isinstance(value, str | bool):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    raise UsageError(f"cannot be written as TOML: {value!r}")
