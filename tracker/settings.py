"""The configuration: its shape, its defaults, and where it is looked for.

Order: command-line option, environment (`TRACKER_DATABASE_URL`, `TRACKER_CONFIG`), file, default.
Unknown keys and bad values raise ConfigError naming file, line and key, and what is allowed. Paths and
SQLite addresses in a file are relative to that file; those given on the command line to the current folder.
"""

import os
import re
import tomllib
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from tracker.addresses import check_url
from tracker.errors import ConfigError
from tracker.settings_errors import first_problem, line_of
from tracker.values import Kind

__all__ = ["FeedSettings", "Settings", "load_settings"]

PROGRAM = "event-timeline-tracker"
SQLITE = "sqlite:///"
UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
SIZES = {"B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}


def parse_duration(value: object) -> object:
    """ "90s", "60m", "24h", "7d" as a timedelta."""
    if isinstance(value, timedelta):
        return value
    found = (
        re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd])", value.strip())
        if isinstance(value, str)
        else None
    )
    if not found:
        raise ValueError('a duration such as "30s", "60m", "24h" or "7d"')
    return timedelta(seconds=float(found[1]) * UNITS[found[2]])


def parse_size(value: object) -> object:
    """ "10MB" as a number of bytes."""
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    found = (
        re.fullmatch(r"(\d+(?:\.\d+)?)\s*(B|KB|MB|GB)", value.strip(), re.IGNORECASE)
        if isinstance(value, str)
        else None
    )
    if not found:
        raise ValueError('a size such as "500KB" or "10MB"')
    return int(float(found[1]) * SIZES[found[2].upper()])


def parse_network(value: object) -> object:
    """ "127.0.0.0/8" as a network."""
    if not isinstance(value, str):
        return value
    try:
        return ip_network(value)
    except ValueError as error:
        raise ValueError(f'a network such as "127.0.0.0/8" ({error})') from error


def check_one_line(value: str) -> str:
    """`value` if it has no control characters: it ends up in requests, logs and tables."""
    if re.search(r"[\x00-\x1f\x7f]", value):
        raise ValueError("text on one line, without control characters")
    return value


Duration = Annotated[timedelta, BeforeValidator(parse_duration)]
Size = Annotated[int, BeforeValidator(parse_size), Field(gt=0)]
Network = Annotated[IPv4Network | IPv6Network, BeforeValidator(parse_network)]
Line = Annotated[str, AfterValidator(check_one_line)]
Address = Annotated[str, AfterValidator(check_url)]
Positive = Annotated[Duration, Field(gt=timedelta(0))]


class Section(BaseModel):
    """A table of the configuration: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DatabaseSettings(Section):
    url: Line = "sqlite:///tracker.db"


class ScheduleSettings(Section):
    interval: Positive = timedelta(minutes=60)
    min_interval: Positive = timedelta(minutes=15)
    max_interval: Positive = timedelta(hours=24)


class FetchSettings(Section):
    user_agent: Line = (
        "event-timeline-tracker/0.1 (set fetch.user_agent: who you are, where to complain)"
    )
    allow_private: tuple[Network, ...] = ()
    total_timeout: Positive = timedelta(seconds=30)
    connect_timeout: Positive = timedelta(seconds=10)
    feed_limit: Size = 10 * 10**6
    page_limit: Size = 5 * 10**6
    robots: bool = True
    per_host_delay: Duration = timedelta(seconds=2)


class RulesSettings(Section):
    folders: tuple[Path, ...] = ()


class TimelineSettings(Section):
    min_confidence: float = Field(default=0.5, ge=0, le=1)


class CalendarSettings(Section):
    leap_day: Literal["02-28", "03-01"] = "02-28"


class WebSettings(Section):
    host: Annotated[Line, Field(min_length=1)] = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    token: Line = ""
    hosts: tuple[Line, ...] = ()


class FeedSettings(Section):
    name: Annotated[Line, Field(min_length=1)]
    url: Address
    publisher: Line = ""
    kind: Kind = Kind.INDEPENDENT
    language: str = "en"
    full_text: Literal["auto", "page", "feed"] = "auto"
    interval: Positive | None = None
    enabled: bool = True
    headers: dict[Line, Line] = Field(default_factory=dict)
    allow_private: tuple[Network, ...] = ()
    links: str = ""


class Configured(Section):
    """What a configuration file may hold."""

    database: DatabaseSettings = DatabaseSettings()
    schedule: ScheduleSettings = ScheduleSettings()
    fetch: FetchSettings = FetchSettings()
    rules: RulesSettings = RulesSettings()
    timeline: TimelineSettings = TimelineSettings()
    calendar: CalendarSettings = CalendarSettings()
    web: WebSettings = WebSettings()
    feeds: tuple[FeedSettings, ...] = ()


class Settings(Configured):
    """The whole configuration. `file` is where it came from, None for pure defaults."""

    file: Path | None = None


def load_settings(config: Path | None = None, database: str | None = None) -> Settings:
    """The settings in force. `config` and `database` are the command line's options.

    Raises ConfigError for a missing file, invalid TOML, an unknown key or a bad value.
    """
    path = config or _find_config()
    settings = _from_file(path) if path else Settings()
    url = database or os.environ.get("TRACKER_DATABASE_URL") or settings.database.url
    return settings.model_copy(update={"database": DatabaseSettings(url=url)})


def _find_config() -> Path | None:
    if named := os.environ.get("TRACKER_CONFIG"):
        return Path(named)
    from platformdirs import user_config_path

    places = (Path("config.toml"), user_config_path(PROGRAM) / "config.toml")
    return next((place for place in places if place.is_file()), None)


def _from_file(path: Path) -> Settings:
    text = _read(path)
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else None
        raise ConfigError(f"not valid TOML: {error}", file=path, line=line) from error
    try:
        configured = Configured.model_validate(tables)
    except ValidationError as error:
        raise first_problem(error, path, text, Configured) from error
    _check_limits(configured, path, text)
    _check_names(configured.feeds, path, text)
    return _relative_to(configured, path)


def _check_limits(configured: Configured, path: Path, text: str) -> None:
    least, most = configured.schedule.min_interval, configured.schedule.max_interval
    asked: list[tuple[tuple[str | int, ...], str, timedelta]] = [
        (("schedule", "interval"), "schedule.interval", configured.schedule.interval)
    ]
    for place, feed in enumerate(configured.feeds):
        if feed.interval is not None:
            asked.append(
                (("feeds", place, "interval"), f"feeds[{place + 1}].interval", feed.interval)
            )
    for location, key, interval in asked:
        if not least <= interval <= most:
            message = f"must lie between schedule.min_interval ({least}) and max_interval ({most})"
            raise ConfigError(message, file=path, line=line_of(text, location), key=key)


def _check_names(feeds: tuple[FeedSettings, ...], path: Path, text: str) -> None:
    first: dict[str, int] = {}
    for place, feed in enumerate(feeds):
        if first.setdefault(feed.name, place) != place:
            other = line_of(text, ("feeds", first[feed.name], "name"))
            raise ConfigError(
                f'"{feed.name}" is the name of the feed of line {other} too: names must be unique',
                file=path, line=line_of(text, ("feeds", place, "name")), key=f"feeds[{place + 1}].name",
            )  # fmt: skip


def _relative_to(configured: Configured, path: Path) -> Settings:
    """The settings with paths made independent of the current folder."""
    folder = path.absolute().parent
    url = configured.database.url
    name = url.removeprefix(SQLITE)
    if name != url and name and not name.startswith((":memory:", "file:", "/")):
        url = f"{SQLITE}{folder / name}"
    values = {name: getattr(configured, name) for name in Configured.model_fields}
    values["database"] = DatabaseSettings(url=url)
    values["rules"] = RulesSettings(folders=tuple(folder / one for one in configured.rules.folders))
    return Settings(**values, file=path)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", file=path) from error
    except UnicodeDecodeError as error:
        raise ConfigError("is not UTF-8 text", file=path) from error
