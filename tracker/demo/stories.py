"""The demonstration's articles, read from the data files beside this module."""

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from tracker.views.when import MONTHS, ordinal

__all__ = ["Outlet", "Story", "load_outlets"]

WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]


@dataclass(frozen=True, slots=True)
class Story:
    """One article. `first` is the text before its correction, where it was corrected."""

    slug: str
    title: str
    published: dt.datetime
    text: str
    first: str | None = None


@dataclass(frozen=True, slots=True)
class Outlet:
    """A publisher with its articles; `format` is that of its feed, "rss" or "atom"."""

    slug: str
    publisher: str
    kind: str
    format: str
    stories: tuple[Story, ...]


def load_outlets(today: dt.date) -> tuple[Outlet, ...]:
    """Every outlet. Only the almanac depends on `today`: it writes about the quarter that holds it."""
    tables = {
        path.name.removesuffix(".toml"): tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(
            files("tracker.demo").joinpath("articles").iterdir(), key=lambda p: p.name
        )
        if path.name.endswith(".toml")
    }
    outlets = [_outlet(slug, table, tables) for slug, table in tables.items()]
    return (*outlets, _almanac(today))


def _outlet(slug: str, table: dict[str, Any], tables: dict[str, dict[str, Any]]) -> Outlet:
    stories = tuple(_story(row, tables) for row in table["article"])
    return Outlet(slug, table["publisher"], table["kind"], table["format"], stories)


def _story(row: dict[str, Any], tables: dict[str, dict[str, Any]]) -> Story:
    text = row["text"] if "text" in row else _copied(row["copy"], tables)
    first = row.get("first")
    return Story(row["slug"], row["title"], row["published"], text.strip(), first and first.strip())


def _copied(address: str, tables: dict[str, dict[str, Any]]) -> str:
    outlet, slug = address.split("/")
    text: str = next(row["text"] for row in tables[outlet]["article"] if row["slug"] == slug)
    return text


def _almanac(today: dt.date) -> Outlet:
    table = tomllib.loads(
        files("tracker.demo").joinpath("almanac.toml").read_text(encoding="utf-8")
    )
    first = today.month - (today.month - 1) % 3
    months = range(first, first + 3)
    title = table["title"].format(first=MONTHS[first - 1], last=MONTHS[first + 1], year=today.year)
    published = dt.datetime(today.year, first, 1, 8, tzinfo=dt.timezone(dt.timedelta(hours=9)))
    text = "\n\n".join(_reminders(table["day"], today.year, months))
    story = Story(f"{today.year}-{first:02d}", title, published, text)
    return Outlet("peninsula-almanac", table["publisher"], table["kind"], table["format"], (story,))


def _reminders(days: list[dict[str, Any]], year: int, months: range) -> Iterator[str]:
    for row in days:
        base: dt.date = row["date"]
        if base.month in months:
            day = base.replace(year=year)
            yield row["text"].format(
                weekday=WEEKDAYS[day.weekday()],
                date=f"{MONTHS[day.month - 1]} {day.day}, {year}",
                ordinal=ordinal(year - base.year),
            )
