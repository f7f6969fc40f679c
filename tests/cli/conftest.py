"""Running the program as a user does, in a folder of its own."""

import io
import json
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tracker.cli.main import run

ARTICLES = (
    {
        "id": "treaty",
        "url": "https://wire.example/2024/treaty",
        "publisher": "Example Wire",
        "title": "Leaders sign partnership treaty",
        "published": "2024-06-19",
        "text": "Russian President Vladimir Putin and North Korean leader Kim Jong Un signed a treaty on "
        "comprehensive strategic partnership in Pyongyang on 19 June 2024.",
    },
    {
        "id": "quarter",
        "url": "https://review.example/2025/quarter",
        "publisher": "Example Review",
        "title": "The second quarter",
        "published": "2025-07-08",
        "text": "The Central Committee of the Workers' Party of Korea held its 12th plenary meeting from "
        "21 to 23 June 2025 in Pyongyang.\n\nRussian Foreign Minister Sergei Lavrov visited Pyongyang in May 2025.",
    },
)


@dataclass(frozen=True)
class Result:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, without configuration of the person who runs the tests."""
    monkeypatch.chdir(tmp_path)
    for name in ("TRACKER_CONFIG", "TRACKER_DATABASE_URL", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "no-such-folder"))
    monkeypatch.setenv("COLUMNS", "100")
    return tmp_path


Tracker = Callable[..., Result]


@pytest.fixture
def tracker(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Tracker:
    """Runs one command: `tracker("events", "--format", "jsonl")`."""

    def call(*arguments: str, stdin: str = "") -> Result:
        monkeypatch.setattr(sys, "stdin", io.StringIO(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run(list(arguments))
        out, err = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Result(ended.value.code, out, err)

    return call


@pytest.fixture(scope="session")
def filled_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with two imported articles; copy it, do not write to it."""
    folder = tmp_path_factory.mktemp("filled")
    (folder / "articles.jsonl").write_text(as_lines(*ARTICLES), encoding="utf-8")
    address = f"sqlite:///{folder / 'filled.db'}"
    with pytest.raises(SystemExit) as ended:
        run(["--database", address, "import", str(folder / "articles.jsonl")])
    assert ended.value.code == 0
    return folder / "filled.db"


@pytest.fixture
def filled(folder: Path, filled_file: Path) -> Path:
    """The current folder with that database, where the program looks for it by itself."""
    shutil.copy(filled_file, folder / "tracker.db")
    return folder


def as_lines(*records: object) -> str:
    """Records as JSONL."""
    return "".join(json.dumps(record) + "\n" for record in records)
