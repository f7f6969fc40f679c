"""For those who write rules: a draft tried where it lies, and why a rule gave nothing."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker, as_lines
from tracker.rulebook import load_rulebook, with_draft

DRAFT = """
type = "blackout"

[[trigger]]
id = "en.blackout.went-out"
words = ["(lights|power) went out", "blackout(s)"]
unless = ["(power|lights) went out .. {lexicon:stages}", "(no|without) .. blackout(s)"]

[[trigger]]
id = "en.blackout.cut-off"
words = ["blackout {lexicon:cuts} .. homes"]

[[example]]
rule = "en.blackout.went-out"
text = "The lights went out in Lima on Monday."
published = 2024-05-08
expect = { first = 2024-05-06, last = 2024-05-06, place = "Lima", status = "occurred" }

[[example]]
rule = "en.blackout.went-out"
text = "The lights went out on stage on Monday."
published = 2024-05-08

[[example]]
rule = "en.blackout.cut-off"
text = "A blackout left many homes in the dark on Monday."
published = 2024-05-08
expect = { first = 2024-05-06, last = 2024-05-06 }

[[example]]
rule = "en.blackout.cut-off"
text = "A blackout curtain was hung on Monday."
published = 2024-05-08
"""
WORDS = 'stages = ["on stage"]\ncuts = ["left", "plunged"]\n'
TOLD = {
    "id": "dark",
    "url": "https://wire.example/dark",
    "publisher": "Example Wire",
    "title": "A city in the dark",
    "published": "2024-05-08",
    "text": "There was a blackout in Lima in October 2022. The lights went out on stage on Monday.\n\n"
    "There will have been a blackout.",
}


@pytest.fixture
def draft(folder: Path) -> Path:
    """A rules folder with a draft and its lexicon, and an article."""
    home = folder / "mine" / "en"
    for name in ("events", "lexicons"):
        (home / name).mkdir(parents=True)
    (home / "events" / "blackout.toml").write_text(DRAFT)
    (home / "lexicons" / "blackout.toml").write_text(WORDS)
    (folder / "a.jsonl").write_text(as_lines(TOLD))
    return home / "events" / "blackout.toml"


@pytest.mark.parametrize("configured", [False, True])
def test_a_draft_is_tried_with_the_folder_it_lies_in(
    tracker: Tracker, folder: Path, draft: Path, configured: bool
) -> None:
    if configured:
        (folder / "config.toml").write_text('[rules]\nfolders = ["mine"]\n')
    shown = tracker("rules", "try", "mine/en/events/blackout.toml", "a.jsonl")
    assert (shown.code, "1 mentions found" in shown.err) == (0, True)


def test_no_file_of_a_draft_s_folder_is_read_twice(draft: Path) -> None:
    for rulebook in (load_rulebook(), load_rulebook([draft.parents[2]])):
        files = [file.path.resolve() for file in with_draft(rulebook, draft, "en").files]
        assert len(files) == len(set(files))
        assert files[-1] == draft.resolve()


def test_a_loose_draft_takes_nothing_along(tracker: Tracker, folder: Path, draft: Path) -> None:
    (folder / "loose.toml").write_text(DRAFT)
    shown = tracker("rules", "try", "loose.toml", "a.jsonl")
    assert (shown.code, 'there is no lexicon "stages"' in shown.err) == (2, True)


def test_what_a_draft_finds_is_shown_whole(tracker: Tracker, draft: Path) -> None:
    shown = tracker("rules", "try", str(draft), "a.jsonl").out
    told = (
        "October 2022 (month)",
        "occurred",
        "Lima",
        "0.",
        "en.blackout.went-out",
        "wire.example",
    )
    assert [part for part in told if part not in shown] == []
    assert "2022-10-01" not in shown


def test_what_a_draft_finds_as_json_has_the_keys_of_events(tracker: Tracker, draft: Path) -> None:
    [found] = json.loads(tracker("rules", "try", str(draft), "a.jsonl", "-f", "json").out)
    assert (found["start"], found["end"], found["precision"]) == (
        "2022-10-01",
        "2022-10-31",
        "month",
    )
    assert (found["place"], found["rules"]) == ("Lima", ["en.blackout.went-out"])
    assert found["evidence"] == "There was a blackout in Lima in October 2022."


def test_what_gave_nothing_is_shown_with_its_reason_if_asked(tracker: Tracker, draft: Path) -> None:
    lines = tracker("rules", "try", str(draft), "a.jsonl", "--reasons", "-f", "jsonl").out
    silent = [row for row in map(json.loads, lines.splitlines()) if row["reason"]]
    assert [row["words"] for row in silent] == ["lights went out", "blackout"]
    assert "kept back by “lights went out on stage”" in silent[0]["reason"]
    assert silent[1]["reason"] == "no date"


def test_a_sentence_kept_back_by_unless_is_explained(
    tracker: Tracker, folder: Path, draft: Path
) -> None:
    (folder / "config.toml").write_text('[rules]\nfolders = ["mine"]\n')
    shown = tracker("explain", "No blackout was seen on Monday.", "--published", "2024-05-08").out
    line = " ".join(shown.split())
    assert "rule en.blackout.went-out: kept back by “No blackout”" in line
    assert "(no|without) .. blackout(s)" in line
