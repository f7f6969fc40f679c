"""Bad input: one line that names the culprit, the right exit code, and nothing lost."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLES, Tracker, as_lines


def test_an_unknown_configuration_key_is_named_with_file_and_line(
    tracker: Tracker, folder: Path
) -> None:
    (folder / "config.toml").write_text('[fetch]\ntotal_timout = "3s"\n')
    shown = tracker("feeds", "list")
    assert shown.code == 2
    assert shown.err.startswith("tracker: config.toml:2: fetch.total_timout: unknown key")
    assert "total_timeout" in shown.err
    assert len(shown.err.splitlines()) == 1


def test_a_feed_without_scheme_is_named(tracker: Tracker, folder: Path) -> None:
    (folder / "config.toml").write_text('[[feeds]]\nname = "a"\nurl = "example.org/feed"\n')
    shown = tracker("ingest")
    assert shown.code == 2
    assert "config.toml:3: feeds[1].url" in shown.err
    assert '"example.org/feed"' in shown.err
    assert not (folder / "tracker.db").exists()


def test_a_missing_configuration_file_is_named(tracker: Tracker) -> None:
    shown = tracker("--config", "nowhere.toml", "events")
    assert (shown.code, len(shown.err.splitlines())) == (2, 1)
    assert "nowhere.toml" in shown.err


def test_a_line_that_is_not_json_is_named_and_the_rest_goes_through(
    tracker: Tracker, folder: Path
) -> None:
    (folder / "a.jsonl").write_text(as_lines(ARTICLES[0]) + "{broken\n" + as_lines(ARTICLES[1]))
    shown = tracker("import", "a.jsonl")
    assert shown.code == 1
    assert [line for line in shown.err.splitlines() if "a.jsonl:2" in line]
    assert len(tracker("articles", "--format", "jsonl").out.splitlines()) == 2


def test_an_article_without_publication_date_is_named_and_the_rest_goes_through(
    tracker: Tracker, folder: Path
) -> None:
    undated = {key: value for key, value in ARTICLES[0].items() if key != "published"}
    (folder / "a.jsonl").write_text(as_lines(undated, ARTICLES[1]))
    shown = tracker("import", "a.jsonl")
    assert shown.code == 1
    [line] = [line for line in shown.err.splitlines() if "a.jsonl:1" in line]
    assert "published" in line
    assert ARTICLES[1]["url"] in tracker("articles", "--format", "jsonl").out


def test_a_missing_file_is_named_before_anything_is_stored(tracker: Tracker, folder: Path) -> None:
    (folder / "a.jsonl").write_text(as_lines(ARTICLES[0]))
    shown = tracker("import", "a.jsonl", "b.jsonl")
    assert shown.code == 2
    assert "b.jsonl" in shown.err
    assert tracker("articles", "--format", "jsonl").out == ""


@pytest.mark.parametrize(
    "address",
    [
        "sqlite:////no/such/folder/t.db",
        "nonsense",
        "oracle://x/y",
        "postgresql+psycopg://nobody@127.0.0.1:1/none",
    ],
)
def test_a_database_that_cannot_be_used_is_named_in_one_line(
    tracker: Tracker, address: str
) -> None:
    shown = tracker("--database", address, "events")
    assert shown.code == 2
    assert len(shown.err.splitlines()) == 1
    assert "database" in shown.err


def test_a_database_that_is_no_database_is_named(tracker: Tracker, folder: Path) -> None:
    (folder / "tracker.db").write_text("this is a letter to my aunt, not a database " * 100)
    shown = tracker("events")
    assert (shown.code, len(shown.err.splitlines())) == (2, 1)
    assert "tracker.db" in shown.err
    assert (folder / "tracker.db").read_text().startswith("this is a letter")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_database_in_a_folder_without_permission_is_named(tracker: Tracker, folder: Path) -> None:
    (folder / "locked").mkdir(mode=0o500)
    shown = tracker("--database", "sqlite:///locked/t.db", "events")
    assert (shown.code, len(shown.err.splitlines())) == (2, 1)


def test_an_unknown_event_id_is_named(tracker: Tracker, filled: Path) -> None:
    shown = tracker("show", "nosuchid")
    assert (shown.code, shown.out, len(shown.err.splitlines())) == (2, "", 1)
    assert "nosuchid" in shown.err


@pytest.mark.parametrize(
    ("arguments", "culprit"),
    [
        (["quarter", "2025Q5"], "2025Q5"),
        (["events", "--month", "2025-13"], "2025-13"),
        (["events", "--since", "yesterday"], "yesterday"),
        (["events", "--type", "sumit"], "sumit"),
        (["events", "--quarter", "2025Q1", "--since", "2025-06-01"], "2025-06-01"),
        (["explain", "They met.", "--published", "soon"], "soon"),
        (["ingest", "--feed", "nobody"], "nobody"),
        (["ical", "-o", "no/such/folder.ics"], "no/such/folder.ics"),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, list) else "",
)
def test_a_wrong_value_is_named_in_one_line(
    tracker: Tracker, filled: Path, arguments: list[str], culprit: str
) -> None:
    shown = tracker(*arguments)
    assert (shown.code, len(shown.err.splitlines())) == (2, 1)
    assert culprit in shown.err


def test_a_traceback_is_shown_only_on_request(tracker: Tracker) -> None:
    assert "Traceback" not in tracker("quarter", "x").err
    assert "Traceback" in tracker("--debug", "quarter", "x").err
