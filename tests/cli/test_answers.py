"""The commands that answer, on two imported articles."""

import csv
import io
import json
import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Tracker
from tracker.clock import now
from tracker.views.when import ordinal

SHAPE = [
    "id", "type", "title", "start", "end", "precision", "basis", "status", "actors", "place", "ordinal", "base",
    "sources", "created", "updated",
]  # fmt: skip


def test_events_come_as_one_json_object_a_line_in_the_promised_shape(
    tracker: Tracker, filled: Path
) -> None:
    shown = tracker("events", "--format", "jsonl")
    events = [json.loads(line) for line in shown.out.splitlines()]
    assert shown.code == 0
    assert {"2024-06-19", "2025-06-21"} <= {event["start"] for event in events}
    for event in events:
        assert set(SHAPE) <= set(event)
        for source in event["sources"]:
            start, end = source["span"]
            assert end - start == len(source["evidence"])


def test_json_csv_and_jsonl_hold_the_same_events(tracker: Tracker, filled: Path) -> None:
    lines = [json.loads(line)["id"] for line in tracker("events", "-f", "jsonl").out.splitlines()]
    array = [event["id"] for event in json.loads(tracker("events", "-f", "json").out)]
    rows = [row["id"] for row in csv.DictReader(io.StringIO(tracker("events", "-f", "csv").out))]
    assert lines == array == rows


def test_a_quarter_holds_only_what_touches_it(tracker: Tracker, filled: Path) -> None:
    out = tracker("events", "--quarter", "2025Q2", "--format", "jsonl").out
    assert {json.loads(line)["start"] for line in out.splitlines()} == {"2025-05-01", "2025-06-21"}


def test_no_match_is_said_on_stderr_and_is_no_failure(tracker: Tracker, filled: Path) -> None:
    shown = tracker("events", "--year", "1999")
    assert (shown.code, shown.out) == (0, "")
    assert "no events match" in shown.err


def test_the_briefing_says_precisely_what_is_known_of_a_date(
    tracker: Tracker, filled: Path
) -> None:
    page = tracker("quarter", "2025Q2").out
    assert "21-23 Jun" in page
    assert "in May" in page
    text = tracker("quarter", "2025Q2", "--format", "md").out
    assert text.startswith("# What happened: April to June 2025\n")
    assert "**21-23 June**" in text
    assert (
        '1. Example Review, "The second quarter", 8 July 2025, <https://review.example/2025/quarter>'
        in text
    )


def test_an_event_is_shown_with_the_sentence_that_says_so(tracker: Tracker, filled: Path) -> None:
    [event] = [
        json.loads(line)
        for line in tracker("events", "--month", "2025-06", "-f", "jsonl").out.splitlines()
    ]
    page = tracker("show", event["id"]).out
    assert "21-23 June 2025" in page
    assert "12th plenary meeting" in page
    assert "https://review.example/2025/quarter" in page


def test_the_calendar_holds_the_coming_anniversary_of_the_treaty(
    tracker: Tracker, filled: Path
) -> None:
    text = tracker("ical").out.replace("\r\n ", "")
    entries = [entry.splitlines() for entry in text.split("BEGIN:VEVENT")[1:]]
    due = min(
        {
            line.removeprefix("DTSTART;VALUE=DATE:")
            for entry in entries
            for line in entry
            if line.startswith("DTSTART") and line.endswith("0619") and "2024" not in line
            if any("Strategic Partnership" in other for other in entry)
        }
        & {f"{now().year + ahead}0619" for ahead in (0, 1)}
    )
    number = int(due[:4]) - 2024
    assert f"{ordinal(number)} anniversary" in text


def test_articles_are_listed_with_the_promised_keys(tracker: Tracker, filled: Path) -> None:
    rows = [
        json.loads(line)
        for line in tracker("articles", "--format", "jsonl", "--text").out.splitlines()
    ]
    assert len(rows) == 2
    assert {"url", "title", "published", "publisher", "feed", "state", "versions", "text"} <= set(
        rows[0]
    )
    assert rows[0]["url"] == "https://review.example/2025/quarter"


def test_dates_come_out_as_the_yardstick_wants_them(tracker: Tracker) -> None:
    shown = tracker(
        "dates", stdin='{"id": "a", "dct": "2024-05-08", "text": "They met on Monday."}\n'
    )
    assert json.loads(shown.out) | {"type": "DATE"} == {
        "doc": "a", "start": 12, "end": 18, "text": "Monday", "value": "2024-05-06", "type": "DATE",
    }  # fmt: skip


def test_a_text_is_explained(tracker: Tracker) -> None:
    shown = tracker(
        "explain",
        "Vladimir Putin and Kim Jong Un held talks in Beijing on Monday.",
        "--published",
        "2024-05-08",
    )
    assert "“Monday” is 6 May 2024" in shown.out
    assert "rules" in shown.out


def test_nothing_changes_when_articles_are_imported_or_read_again(
    tracker: Tracker, filled: Path
) -> None:
    before = tracker("events", "--format", "jsonl").out
    assert tracker("reprocess").code == 0
    assert tracker("events", "--format", "jsonl").out == before


def test_the_database_can_be_checked_upgraded_and_copied(tracker: Tracker, filled: Path) -> None:
    assert tracker("db", "upgrade").code == 0
    assert "is sound" in tracker("db", "check").out
    assert tracker("db", "backup", "copy.db").code == 0
    assert (
        tracker("--database", "sqlite:///copy.db", "events", "-f", "jsonl").out
        == tracker("events", "-f", "jsonl").out
    )
    assert tracker("db", "backup", "copy.db").code == 2


def test_a_database_is_made_on_first_use_and_that_is_said_once(
    tracker: Tracker, folder: Path
) -> None:
    assert "created" in tracker("events").err
    assert "created" not in tracker("events").err


def test_a_database_of_a_newer_program_is_refused(tracker: Tracker, filled: Path) -> None:
    from sqlalchemy import create_engine, text

    engine = create_engine("sqlite:///tracker.db")
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    shown = tracker("events")
    assert (shown.code, len(shown.err.splitlines())) == (2, 1)
    assert "9999" in shown.err


def _program(folder: Path, arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    line = f"{shlex.quote(sys.executable)} -m tracker {arguments}"
    return subprocess.run(
        line, shell=True, cwd=folder, capture_output=True, text=True, check=False, executable="/bin/bash",
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), **environment},
    )  # fmt: skip


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1", "FORCE_COLOR": ""}])
def test_a_pipe_gets_no_colour(filled: Path, environment: dict[str, str]) -> None:
    done = _program(filled, "events | cat", **environment)
    assert "\x1b" not in done.stdout
    assert "plenary" in done.stdout


def test_in_a_pipe_an_event_is_one_line_and_lines_end_with_a_word(filled: Path) -> None:
    for command in ("events", "upcoming", "quarter 2025Q2"):
        lines = _program(filled, f"{command} | cat", COLUMNS="").stdout.splitlines()
        assert [line for line in lines if line != line.rstrip()] == []
    events = _program(filled, "events --format jsonl").stdout.splitlines()
    _, *lines = _program(filled, "events | cat", COLUMNS="").stdout.split("\n\n")[0].splitlines()
    assert [line.split()[-1] for line in lines] == [json.loads(event)["id"] for event in events]
    narrow = _program(filled, "events | cat", COLUMNS="70").stdout
    assert max(map(len, narrow.splitlines())) <= 70


def test_a_reader_that_goes_away_is_no_error(filled: Path) -> None:
    done = _program(filled, "events --format json | head -c 1; exit ${PIPESTATUS[0]}")
    assert (done.returncode, done.stdout, done.stderr) == (0, "[", "")


def test_no_match_says_which_filter_excluded_most(tracker: Tracker, filled: Path) -> None:
    said = tracker("events", "--type", "summit", "--quarter", "2025Q2", "--actor", "Nobody").err
    assert "no events match" in said
    assert "there would be" not in said or "--" in said
    assert "without --actor" in tracker("events", "--quarter", "2025Q2", "--actor", "Nobody").err


def test_a_period_without_events_is_not_put_down_to_one_of_its_ends(
    tracker: Tracker, filled: Path
) -> None:
    said = tracker("events", "--quarter", "1990Q1").err
    assert "without the period" in said
    assert "--until" not in said


@pytest.mark.parametrize(
    ("option", "typed", "meant"),
    [("--type", "summt", "summit"), ("--status", "plannd", "'planned'"), ("--format", "jsn", "'json'")],
)  # fmt: skip
def test_a_slip_is_told_with_what_was_meant(
    tracker: Tracker, filled: Path, option: str, typed: str, meant: str
) -> None:
    shown = tracker("events", option, typed)
    assert (shown.code, len(shown.err.splitlines())) == (2, 1)
    assert f"id you mean {meant}?" in shown.err
    assert "Value error" not in shown.err


def test_a_table_of_nothing_still_has_its_header(tracker: Tracker, filled: Path) -> None:
    some, none = (
        tracker("events", *asked, "-f", "csv").out for asked in ((), ("--actor", "Nobody"))
    )
    assert none.splitlines() == some.splitlines()[:1]
    some, none = (tracker("upcoming", "--days", days, "-f", "csv").out for days in ("365", "1"))
    assert none.splitlines()[0] == some.splitlines()[0]


def test_the_first_letters_of_an_id_are_enough_and_its_page_quotes_what_is_said(
    tracker: Tracker, filled: Path
) -> None:
    [one] = [
        json.loads(line)
        for line in tracker("events", "-f", "jsonl", "--limit", "1").out.splitlines()
    ]
    shown = tracker("show", one["id"][:6], "-f", "md")
    assert shown.err == ""
    assert shown.out.startswith(f"# {one['title']}\n")
    assert f"> {one['sources'][0]['evidence'][:20]}" in shown.out


@pytest.mark.parametrize(
    ("search", "number"),
    [
        ("plenary", 1),
        ('"plenary meeting"', 1),
        ('"meeting plenary"', 0),
        ("plen*", 1),
        ("lenary*", 0),
        ("PLENARY Pyongyang", 1),
    ],
)
def test_words_phrases_and_beginnings_can_be_searched(
    tracker: Tracker, filled: Path, search: str, number: int
) -> None:
    assert len(tracker("events", "--search", search, "-f", "jsonl").out.splitlines()) == number


def test_events_can_be_sorted_and_cut(tracker: Tracker, filled: Path) -> None:
    lines = tracker("events", "--sort", "newest", "--limit", "2", "-f", "jsonl").out.splitlines()
    starts = [json.loads(line)["start"] for line in lines]
    assert len(starts) == 2
    assert starts == sorted(starts, reverse=True)


def test_the_briefing_tells_what_changed_since_the_last(tracker: Tracker, filled: Path) -> None:
    assert "Changed since" in tracker("quarter", "2025Q2", "--since-briefing", "2025-07-01").out
    assert "Changed since" not in tracker("quarter", "2025Q2").out


def test_a_cut_list_says_how_to_go_on(tracker: Tracker, filled: Path) -> None:
    whole = tracker("events", "-f", "jsonl").out.splitlines()
    first = tracker("events", "-f", "jsonl", "--limit", "1")
    assert f"1 of {len(whole)} events" in first.err
    cursor = first.err.split("--cursor ")[1].strip()
    rest = tracker("events", "-f", "jsonl", "--cursor", cursor)
    assert [*first.out.splitlines(), *rest.out.splitlines()] == whole
    refused = tracker("events", "--cursor", "nonsense")
    assert (refused.code, len(refused.err.splitlines())) == (2, 1)


def test_a_check_says_how_many_articles_were_read_by_older_rules(
    tracker: Tracker, filled: Path
) -> None:
    import sqlite3

    assert "older rules" not in tracker("db", "check").err
    with sqlite3.connect("tracker.db") as connection:
        connection.execute("UPDATE article_version SET rules = 'old' WHERE id = 1")
    connection.close()
    shown = tracker("db", "check")
    assert (shown.code, "1 articles were read by older rules" in shown.err) == (0, True)
    assert "1 articles would be read again" in tracker("reprocess", "--dry-run").out


def test_what_is_less_sure_than_configured_is_kept_but_shown_only_when_asked_for(
    tracker: Tracker, filled: Path
) -> None:
    every = [json.loads(line) for line in tracker("events", "-f", "jsonl").out.splitlines()]
    sure = max(event["confidence"] for event in every)
    (filled / "config.toml").write_text(f"[timeline]\nmin_confidence = {sure}\n")
    shown = [json.loads(line) for line in tracker("events", "-f", "jsonl").out.splitlines()]
    assert {event["confidence"] for event in shown} == {sure}
    assert len(shown) < len(every)
    asked = tracker("events", "-f", "jsonl", "--min-confidence", "0").out.splitlines()
    assert len(asked) == len(every)
    hidden = next(event for event in every if event["confidence"] < sure)
    assert hidden["title"] in " ".join(tracker("show", hidden["id"]).out.split())
    empty = tracker("events", "--year", hidden["start"][:4], "--type", hidden["type"])
    assert "--min-confidence 0 shows them" in empty.err
