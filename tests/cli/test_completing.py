"""What the shell offers after TAB."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker

Offered = Callable[[str], list[str]]
FEEDS = '[[feeds]]\nname = "alpha"\nurl = "https://a.example/"\n[[feeds]]\nname = "beta"\nurl = "https://b.example/"\n'


@pytest.fixture
def offered(monkeypatch: pytest.MonkeyPatch, tracker: Tracker) -> Offered:
    """What is offered for a line as bash would ask."""

    def ask(line: str) -> list[str]:
        words = line.split(" ")
        monkeypatch.setenv("_TRACKER_COMPLETE", "complete_bash")
        monkeypatch.setenv("COMP_WORDS", line)
        monkeypatch.setenv("COMP_CWORD", str(len(words) - 1))
        return tracker().out.split()

    return ask


def test_event_types_are_offered(offered: Offered, folder: Path) -> None:
    assert "summit" in offered("tracker events --type su")
    assert "talks" not in offered("tracker events --type su")


def test_states_are_offered(offered: Offered, folder: Path) -> None:
    assert "planned" in offered("tracker events --status pl")


def test_feeds_of_the_configuration_are_offered(offered: Offered, folder: Path) -> None:
    (folder / "config.toml").write_text(FEEDS)
    assert "alpha" in offered("tracker ingest --feed a")
    (folder / "config.toml").rename(folder / "other.toml")
    assert "beta" in offered("tracker --config other.toml ingest --feed b")


def test_actors_of_the_database_are_offered(offered: Offered, filled: Path) -> None:
    assert any("Putin" in line for line in offered("tracker events --actor Vlad"))


def test_nothing_is_offered_said_or_created_where_something_is_missing(
    offered: Offered, folder: Path
) -> None:
    assert offered("tracker events --actor Vlad") == []
    assert offered("tracker --config nowhere.toml ingest --feed a") == []
    assert list(folder.iterdir()) == []
