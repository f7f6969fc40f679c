"""A real calendar program takes our calendar, and takes it again after it changed."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from tests.views.samples import anniversary, event
from tracker.values import Event, Status
from tracker.views.ical import calendar

EVENTS = [
    event("a", "2025-06-21", "2025-06-23", title="Plenary meeting; with, all \\ signs"),
    event("b", "2025-04-30", title="Bridge begun 🌉"),
    event("c", "2025-05-01", "2025-05-31", "month", title="Known to the month only"),
]


class Khal:
    """khal with a calendar of its own in a folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.config = folder / "config"
        self.config.write_text(
            f"[calendars]\n[[mine]]\npath = {folder / 'mine'}\ntype = calendar\n"
            f"[locale]\ndateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\n"
            f"datetimeformat = %Y-%m-%d %H:%M\nlongdatetimeformat = %Y-%m-%d %H:%M\n"
            f"[sqlite]\npath = {folder / 'khal.db'}\n"
        )
        (folder / "mine").mkdir()

    def take(self, content: bytes) -> None:
        """Imports a calendar file."""
        file = self.folder / "timeline.ics"
        file.write_bytes(content)
        self._run("import", "--batch", "-a", "mine", str(file))

    def days(self, first: str, last: str) -> list[str]:
        """Every entry once: first day, last day, title."""
        form = "{start-long} {end-long} {title}"
        out = self._run("list", "--once", "--day-format", "", "--format", form, first, last)
        return sorted(line for line in out.splitlines() if line.strip())

    def _run(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-W", "ignore", "-m", "khal", "-c", str(self.config), *arguments],
            capture_output=True, text=True, check=False,
            env={**os.environ, "HOME": str(self.folder), "LC_ALL": "C.UTF-8"},
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def khal(tmp_path: Path) -> Khal:
    return Khal(tmp_path)


def test_khal_shows_the_same_events_on_the_same_days(khal: Khal) -> None:
    khal.take(calendar(EVENTS, [anniversary("2025-06-19", ordinal=1)]))
    assert khal.days("2025-01-01", "2025-12-31") == [
        "2025-04-30 2025-04-30 Bridge begun 🌉",
        "2025-06-19 2025-06-19 Treaty of friendship (1st)",
        "2025-06-21 2025-06-23 Plenary meeting; with, all \\ signs",
    ]


def test_a_changed_calendar_replaces_what_was_there(khal: Khal) -> None:
    khal.take(calendar(EVENTS))
    khal.take(calendar(EVENTS))
    khal.take(calendar([moved(EVENTS[0]), *EVENTS[1:]]))
    assert khal.days("2025-01-01", "2025-12-31") == [
        "2025-04-30 2025-04-30 Bridge begun 🌉",
        "2025-06-22 2025-06-22 Plenary meeting; with, all \\ signs (postponed)",
    ]


def moved(one: Event) -> Event:
    """The event a day later, revised once."""
    later = event(first="2025-06-22").interval
    return replace(one, interval=later, sequence=1, status=Status.POSTPONED)
