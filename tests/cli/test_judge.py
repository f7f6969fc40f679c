"""The commands by which people correct the timeline."""

import json

import pytest
from typer.testing import CliRunner

from db.engine import begin, open_engine
from tests.telling import article, mention
from tracker.cli.main import app
from tracker.timeline.ledger import relink
from tracker.timeline.query import Filters, find_events


@pytest.fixture
def timeline(sqlite_url, now):
    """The address of a database with two events, and their ids."""
    engine = open_engine(sqlite_url)
    with begin(engine) as session:
        for name, day in (("a", "2024-05-08"), ("b", "2024-05-20")):
            told = mention("talks", day, f"{name}:person", f"Talks of {name}", "Lund")
            article(session, f"https://{name}.example/1", told, now=now)
        relink(session, now)
        ids = [event.id for event in find_events(session, Filters())]
    engine.dispose()
    return sqlite_url, ids


def tracker(url: str, *arguments: str, input: str = "") -> str:
    result = CliRunner().invoke(app, ["--database", url, *arguments], input=input)
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result.stdout


def listed(url: str) -> list[dict[str, object]]:
    lines = tracker(url, "events", "--format", "jsonl").splitlines()
    return [json.loads(line) for line in lines]


def test_merge_and_undo(timeline):
    url, (one, other) = timeline
    assert "judgement 1" in tracker(url, "merge", one, other, "--why", "one round")
    assert [event["id"] for event in listed(url)] == [one]
    assert "one round" in tracker(url, "judgements", "list")
    assert "undone: judgement 1" in tracker(url, "undo")
    assert [event["id"] for event in listed(url)] == [one, other]


def test_split_by_source(timeline):
    url, (one, other) = timeline
    tracker(url, "merge", one, other)
    tracker(url, "undo")
    tracker(url, "merge", one, other)
    with pytest.raises(Exception, match="some, not all"):
        tracker(url, "split", one, "--source", "https://elsewhere.example/")


def test_edit_sets_values(timeline):
    url, (one, _) = timeline
    tracker(url, "edit", one, "--date", "2024Q2", "--title", "Round one", "--status", "cancelled")
    event = next(event for event in listed(url) if event["id"] == one)
    assert (event["start"], event["end"], event["precision"]) == (
        "2024-04-01",
        "2024-06-30",
        "quarter",
    )
    assert (event["title"], event["status"]) == ("Round one", "cancelled")


def test_hide_leaves_it_out(timeline):
    url, (one, other) = timeline
    tracker(url, "hide", one)
    assert [event["id"] for event in listed(url)] == [other]


def test_export_and_import(timeline):
    url, (one, other) = timeline
    tracker(url, "differ", one, other)
    tracker(url, "pin", one)
    exported = tracker(url, "judgements", "export")
    assert [json.loads(line)["verb"] for line in exported.splitlines()] == ["different", "pin"]
    assert "0 new, 2 known already" in tracker(url, "judgements", "import", "-", input=exported)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["merge", "ONE"], "two events or more"),
        (["edit", "ONE"], "nothing to set"),
        (["edit", "ONE", "--type", "party"], 'no event type "party"'),
        (["edit", "ONE", "--status", "maybe"], 'no status "maybe"'),
        (["edit", "ONE", "--date", "2024-05-09/2024-05-08"], "ends before it begins"),
        (["hide", "zzzz"], 'no event "zzzz"'),
        (["undo"], "nothing to undo"),
    ],
)
def test_mistakes_are_named(timeline, arguments, message):
    url, (one, _) = timeline
    with pytest.raises(Exception, match=message):
        tracker(url, *(one if word == "ONE" else word for word in arguments))
