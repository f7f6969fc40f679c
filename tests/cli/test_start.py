"""What the program does before any command: it answers at once and says how to go on."""

import subprocess
import sys

import pytest

from tests.cli.conftest import Tracker
from tracker import __version__

HEAVY = (
    "sqlmodel",
    "sqlalchemy",
    "trafilatura",
    "dateparser",
    "feedparser",
    "icalendar",
    "httpx",
    "apscheduler",
    "fastapi",
    "uvicorn",
    "jinja2",
)
COMMANDS = (
    ["demo"], ["ingest"], ["import"], ["daemon"], ["web"], ["events"], ["quarter"], ["upcoming"], ["ical"], ["show"],
    ["articles"], ["feeds", "list"], ["explain"], ["dates"], ["reprocess"],
    ["db", "upgrade"], ["db", "check"], ["db", "backup"],
)  # fmt: skip


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_and_version_import_nothing_heavy(option: str) -> None:
    code = (
        "import sys\nfrom tracker.cli.main import run\n"
        f"try:\n    run([{option!r}])\nexcept SystemExit as end:\n    assert not end.code\n"
        f"found = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "sys.exit(f'imported: {found}' if found else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_version_is_told(tracker: Tracker) -> None:
    assert tracker("--version").out == f"tracker {__version__}\n"


def test_without_a_command_the_help_is_shown_and_the_exit_code_is_2(tracker: Tracker) -> None:
    shown = tracker()
    assert shown.code == 2
    assert "Usage: tracker" in shown.out + shown.err


def test_the_help_groups_the_commands(tracker: Tracker) -> None:
    text = tracker("--help").out
    places = [text.index(f"─ {panel} ─") for panel in ("Ask", "Run", "Correct", "Keep")]
    assert places == sorted(places)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example(tracker: Tracker, command: list[str]) -> None:
    shown = tracker(*command, "--help")
    assert shown.code == 0
    assert "Examples" in shown.out
    assert f"tracker {' '.join(command)}" in shown.out.partition("Examples")[2].replace(
        "--database", ""
    )


@pytest.mark.parametrize(
    ("arguments", "culprit"),
    [(["evnts"], "evnts"), (["events", "--sice", "x"], "--sice"), (["show"], "ID"), (["events", "--limit", "0"], "--limit")],
)  # fmt: skip
def test_wrong_usage_is_one_line_and_exit_2(
    tracker: Tracker, arguments: list[str], culprit: str
) -> None:
    shown = tracker(*arguments)
    assert shown.code == 2
    assert len(shown.err.splitlines()) == 1
    assert culprit in shown.err
    assert "--help" in shown.err
