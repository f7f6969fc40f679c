"""The configuration: its defaults are those of config.toml, and its mistakes are named."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel

from tracker.errors import ConfigError
from tracker.settings import FeedSettings, Settings, load_settings

ROOT = Path(__file__).parents[1]
SHIPPED = ROOT / "config.toml"
SECTIONS = [name for name in Settings.model_fields if name not in ("feeds", "file")]


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TRACKER_CONFIG", "TRACKER_DATABASE_URL"):
        monkeypatch.delenv(name, raising=False)


def load(folder: Path, text: str) -> Settings:
    """The settings of a file with that text."""
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return load_settings(path)


@pytest.mark.parametrize("section", SECTIONS)
def test_the_shipped_configuration_is_every_default(section: str) -> None:
    import tomllib

    written: dict[str, Any] = tomllib.loads(SHIPPED.read_text(encoding="utf-8"))[section]
    default: BaseModel = getattr(Settings(), section)
    assert set(written) == set(type(default).model_fields)
    assert type(default).model_validate(written) == default


def test_every_line_of_the_shipped_configuration_has_a_comment() -> None:
    head = SHIPPED.read_text(encoding="utf-8").split("# --- Feeds")[0]
    for line in head.splitlines():
        assert "=" not in line or "#" in line, line


def test_the_keys_of_a_feed_are_described() -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    for name in FeedSettings.model_fields:
        assert name in text.split("# --- Feeds")[1].split("[[feeds]]")[0]


def test_the_default_profile_has_at_least_ten_feeds() -> None:
    feeds = load_settings(SHIPPED).feeds
    assert len(feeds) >= 10
    assert all(feed.publisher for feed in feeds)


def test_a_relative_database_lies_beside_the_configuration(tmp_path: Path) -> None:
    settings = load(
        tmp_path, '[database]\nurl = "sqlite:///data/t.db"\n[rules]\nfolders = ["more"]\n'
    )
    assert settings.database.url == f"sqlite:///{tmp_path}/data/t.db"
    assert settings.rules.folders == (tmp_path / "more",)


@pytest.mark.parametrize(
    "url", ["sqlite:////var/t.db", "sqlite:///:memory:", "sqlite://", "postgresql+psycopg://h/n"]
)
def test_any_other_database_is_taken_as_it_stands(tmp_path: Path, url: str) -> None:
    assert load(tmp_path, f'[database]\nurl = "{url}"\n').database.url == url


def test_command_line_goes_before_environment_before_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "c.toml"
    path.write_text('[database]\nurl = "sqlite:////file.db"\n')
    assert load_settings(path).database.url == "sqlite:////file.db"
    monkeypatch.setenv("TRACKER_DATABASE_URL", "sqlite:////environment.db")
    assert load_settings(path).database.url == "sqlite:////environment.db"
    assert load_settings(path, "sqlite:////option.db").database.url == "sqlite:////option.db"


FEED = '[[feeds]]\nname = "a"\nurl = "https://a.example/"\n'
MISTAKES = [
    ('[fetch]\ntotal_timout = "3s"\n', 2, "fetch.total_timout", "total_timeout"),
    ('[fech]\nrobots = true\n', 1, "fech", "fetch"),
    ('robots = true\n', 1, "robots", "allowed here"),
    ('[schedule]\ninterval = "an hour"\n', 2, "schedule.interval", '"60m"'),
    ('[schedule]\ninterval = 60\n', 2, "schedule.interval", '"60m"'),
    ('[schedule]\ninterval = "5m"\n', 2, "schedule.interval", "min_interval"),
    ('[fetch]\nfeed_limit = "10 megs"\n', 2, "fetch.feed_limit", '"10MB"'),
    ('[fetch]\nallow_private = ["127.0.0.1/8"]\n', 2, "fetch.allow_private[1]", "host bits"),
    ('[calendar]\nleap_day = "02-30"\n', 2, "calendar.leap_day", "'02-28' or '03-01'"),
    ('[web]\nport = 99999\n', 2, "web.port", "65535"),
    ('[fetch]\nuser_agent = "a\\r\\nHost: b"\n', 2, "fetch.user_agent", "one line"),
    ('[[feeds]]\nname = "a"\nurl = "a.example/feed"\n', 3, "feeds[1].url", "http://"),
    ('[[feeds]]\nname = "a"\nurl = "ftp://a.example/feed"\n', 3, "feeds[1].url", "http://"),
    ('[[feeds]]\nname = "a"\nurl = "https://a.example/\\r\\nx"\n', 3, "feeds[1].url", "control character"),
    ('[[feeds]]\nname = "a"\nurl = "http://127.0.0.1:80\\\\@a.example/"\n', 3, "feeds[1].url", "backslash"),
    ('[[feeds]]\nname = "a"\n', 1, "feeds[1].url", "missing"),
    (FEED + 'kind = "blog"\n', 4, "feeds[1].kind", "'state', 'government', 'wire' or 'independent'"),
    (FEED + 'interval = "1m"\n', 4, "feeds[1].interval", "min_interval"),
    (FEED + FEED, 5, "feeds[2].name", "line 2"),
    ('feeds = 3\n', 1, "feeds", "tuple"),
    ('[fetch\n', 1, "", "not valid TOML"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "line", "key", "hint"), MISTAKES)
def test_a_mistake_is_named_with_file_line_key_and_what_is_allowed(
    tmp_path: Path, text: str, line: int, key: str, hint: str
) -> None:
    with pytest.raises(ConfigError) as found:
        load(tmp_path, text)
    message = str(found.value)
    assert message.startswith(f"{tmp_path}/config.toml:{line}: {key}")
    assert hint in message
    assert "\n" not in message


def test_a_password_in_an_address_is_refused_and_not_repeated(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as found:
        load(tmp_path, '[[feeds]]\nname = "a"\nurl = "https://me:s3cret@a.example/"\n')
    assert "s3cret" not in str(found.value)


def test_durations_and_sizes_are_read(tmp_path: Path) -> None:
    settings = load(
        tmp_path,
        '[fetch]\nper_host_delay = "1.5s"\npage_limit = "500KB"\n[schedule]\nmax_interval = "7d"\n',
    )
    assert settings.fetch.per_host_delay == timedelta(seconds=1.5)
    assert settings.fetch.page_limit == 500_000
    assert settings.schedule.max_interval == timedelta(days=7)
