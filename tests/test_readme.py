"""README.md says what the program does: its reference is generated, and nothing is missing."""

import io
import sys
from pathlib import Path

import pytest
from cogapp import Cog

from tracker.cli.reference import command_names
from tracker.rulebook import load_rulebook

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_reference_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    code = Cog().main(["cog", "--check", str(ROOT / "README.md")])
    assert code == 0, "run: .venv/bin/python -m cogapp -r README.md"


@pytest.mark.parametrize("command", command_names())
def test_every_command_is_described(command: str) -> None:
    assert f"`tracker {command}" in README


def test_every_event_type_is_described() -> None:
    for file in load_rulebook().under("en/events/"):
        assert f"- `{file.path.stem}`: " in README
