"""The configuration: its shape, its defaults, and where it is looked for.

Order: command-line option, environment (`TRACKER_DATABASE_URL`, `TRACKER_CONFIG`), file, default.
Unknown keys and bad values raise ConfigError naming file, line and key.
"""

import os
import re
import tomllib
from datetime import timedelta
from ipaddress import IPv4Network, IPv6Network
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from tracker.errors import ConfigError
from tracker.values import Kind

__all__ = ["FeedSettings", "Settings", "load_settings"]

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}
SIZES = {"B": 1, "KB": 10**3, "MB": 10**6, "GB": 10**9}


def parse_duration(value: object) -> object:
    """ "90s", "60m", "24h", "7d" as a timedelta."""
    if isinstance(value, str):
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*([smhd])", value.strip())
        if not found:
            raise ValueError('a duration such as "30s", "60m", "24h" or "7d"')
        return timedelta(seconds=float(found[1]) * UNITS[found[2]])
    return value


def parse_size(value: object) -> object:
    """ "10MB" as a number of bytes."""
    if isinstance(value, str):
        found = re.fullmatch(r"(\d+(?:\.\d+)?)\s*(B|KB|MB|GB)", value.strip(), re.IGNORECASE)
        if not found:
            raise ValueError('a size such as "500KB" or "10MB"')
        return int(float(found[1]) * SIZES[found[2].upper()])
    return value


Duration = Annotated[timedelta, BeforeValidator(parse_duration)]
Size = Annotated[int, BeforeValidator(parse_size)]
Network = IPv4Network | IPv6Network


class Section(BaseModel):
    """A table of the configuration: unknown keys are errors, values never change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class DatabaseSettings(Section):
    url: str = "sqlite:///tracker.db"


class ScheduleSettings(Section):
    interval: Duration = timedelta(minutes=60)
    min_interval: Duration = timedelta(minutes=15)
    max_interval: Duration = timedelta(hours=24)


class FetchSettings(Section):
    user_agent: str = "event-timeline-tracker/0.1 (set fetch.user_agent: who you are, where to complain)"
    allow_private: tuple[Network, ...] = ()
    total_timeout: Duration = timedelta(seconds=30)
    connect_timeout: Duration = timedelta(seconds=10)
    feed_limit: Size = 10 * 10**6
    page_limit: Size = 5 * 10**6
    robots: bool = True
    per_host_delay: Duration = timedelta(seconds=2)


class RulesSettings(Section):
    folders: tuple[Path, ...] = ()


class CalendarSettings(Section):
    leap_day: Literal["02-28", "03-01"] = "02-28"


class WebSettings(Section):
    host: str = "127.0.0.1"
    port: int = Field(default=8080, ge=0, le=65535)
    token: str = ""


class FeedSettings(Section):
    name: str = Field(min_length=1)
    url: str
    publisher: str = ""
    kind: Kind = Kind.INDEPENDENT
    language: str = "en"
    full_text: Literal["auto", "page", "feed"] = "auto"
    interval: Duration | None = None
    enabled: bool = True
    headers: dict[str, str] = Field(default_factory=dict)
    allow_private: tuple[Network, ...] = ()
    links: str = ""


class Settings(Section):
    """The whole configuration. `file` is where it came from, None for pure defaults."""

    database: DatabaseSettings = DatabaseSettings()
    schedule: ScheduleSettings = ScheduleSettings()
    fetch: FetchSettings = FetchSettings()
    rules: RulesSettings = RulesSettings()
    calendar: CalendarSettings = CalendarSettings()
    web: WebSettings = WebSettings()
    feeds: tuple[FeedSettings, ...] = ()
    file: Path | None = None


def load_settings(config: Path | None = None, database: str | None = None) -> Settings:
    """The settings in force. `config` and `database` are the command line's options.

    Raises ConfigError for a missing file, invalid TOML, an unknown key or a bad value.
    """
    path = config or _find_config()
    tables: dict[str, Any] = _read(path) if path else {}
    try:
        settings = Settings.model_validate({**tables, "file": path})
    except ValidationError as error:
        raise ConfigError(str(error), file=path or "defaults") from error
    url = database or os.environ.get("TRACKER_DATABASE_URL") or settings.database.url
    return settings.model_copy(update={"database": DatabaseSettings(url=url)})


def _find_config() -> Path | None:
    if named := os.environ.get("TRACKER_CONFIG"):
        return Path(named)
    here = Path("config.toml")
    return here if here.is_file() else None


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"cannot be read: {error.strerror}", file=path) from error
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"not valid TOML: {error}", file=path) from error
