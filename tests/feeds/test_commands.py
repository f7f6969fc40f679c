"""What the commands about feeds show and do."""

import datetime as dt
import io
import json
import sys
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.feeds.server import Server, reply, rss
from tracker.cli.main import run

STORY = "".join(
    f"<p>The ferry across the bay runs again, notice number {n} says.</p>" for n in range(9)
)
PAGE = f"<!doctype html><html><head><title>Ferry resumes</title></head><body><article>{STORY}</article></body></html>"


@dataclass(frozen=True)
class Result:
    """What a command said, and its exit code."""

    code: int
    out: str
    err: str


Tracker = Callable[..., Result]


@pytest.fixture
def tracker(
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    server: Server,
) -> Tracker:
    """Runs one command on a configuration with two feeds, one of which is missing."""
    monkeypatch.chdir(tmp_path)
    for name in ("TRACKER_CONFIG", "TRACKER_DATABASE_URL", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", "160")
    server.routes["/feed"] = reply(301, location="/new")
    server.routes["/new"] = reply(
        200, rss("<title>Ferry resumes</title><link>/ferry</link>"), etag='"x"'
    )
    server.routes["/ferry"] = reply(200, PAGE.encode(), content_type="text/html")
    Path("config.toml").write_text(
        '[fetch]\nallow_private = ["127.0.0.0/8"]\n'
        f'[[feeds]]\nname = "well"\nurl = "{server.url("/feed")}"\nheaders = {{ "X-Key" = "k" }}\n'
        f'[[feeds]]\nname = "ill"\nurl = "{server.url("/missing?api_key=hush")}"\n'
    )

    def call(*arguments: str) -> Result:
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            run(list(arguments))
        out, err = capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return Result(ended.value.code, out, err)

    return call


def test_check_shows_hops_headers_items_and_the_first_text_and_stores_nothing(
    tracker: Tracker, server: Server
) -> None:
    result = tracker("feeds", "check", "well")
    assert result.code == 0
    for part in (f"301 {server.url('/feed')}", "    location: /new", "    connection: close", f"200 {server.url('/new')}", 'etag: "x"',
                 "Ferry resumes", server.url("/ferry"), "notice number 8"):  # fmt: skip
        assert part in result.out
    assert not Path("tracker.db").exists()


def test_check_counts_what_it_does_not_show(tracker: Tracker, server: Server) -> None:
    items = [f"<title>Notice {n}</title><link>/{n}</link>" for n in range(5)]
    server.routes["/list"] = reply(200, rss(*items, "<title>No link</title>"))
    result = tracker("feeds", "check", server.url("/list"), "--limit", "2")
    assert "Notice 1" in result.out
    assert "Notice 2" not in result.out
    assert "… 3 more" in result.out
    assert "left out: 1 items without an address" in result.out


def test_events_name_the_feeds_that_failed_in_the_time_they_cover(tracker: Tracker) -> None:
    tracker("ingest")
    year = str(dt.datetime.now(dt.UTC).year)
    asked = tracker("events", "--year", year)
    assert f"gave nothing in this time: ill ({year}-" in asked.err
    assert "not_found" in asked.err
    assert "ill" not in asked.out
    assert "gave nothing" not in tracker("events", "--year", "2019").err


def test_check_says_why_an_address_is_no_feed(tracker: Tracker, server: Server) -> None:
    result = tracker("feeds", "check", server.url("/ferry"))
    assert (result.code, "no feed: not_a_feed" in result.out) == (1, True)
    assert tracker("feeds", "check", server.url("/none")).code == 1
    assert tracker("feeds", "check", "no-such-name").code == 2


def test_check_reads_an_index_page_by_its_selector(tracker: Tracker, server: Server) -> None:
    server.routes["/list"] = reply(200, b"<html><h2><a href='/ferry'>Ferry resumes</a></h2></html>")
    result = tracker("feeds", "check", server.url("/list"), "--links", "h2 a")
    assert result.code == 0
    assert server.url("/ferry") in result.out


def test_problems_names_what_is_wrong_in_words_and_no_secret(tracker: Tracker) -> None:
    assert tracker("ingest").code == 1
    result = tracker("feeds", "problems")
    assert result.code == 1
    assert "not_found: HTTP 404" in result.out
    assert "HTTP 404" not in tracker("feeds", "list").out  # there a word must do
    listed = json.loads(tracker("feeds", "list", "--format", "json").out)
    assert [feed["name"] for feed in listed] == ["well", "ill"]
    assert (listed[0]["weekly"], listed[1]["failures"]) == (1, 1)
    everything = result.out + result.err + json.dumps(listed)
    assert "hush" not in everything


def test_a_list_of_feeds_goes_out_and_comes_back(tracker: Tracker, tmp_path: Path) -> None:
    assert tracker("feeds", "export", "-o", "feeds.opml").code == 0
    before = tomllib.loads(Path("config.toml").read_text())["feeds"]
    Path("config.toml").write_text("")
    dry = tracker("feeds", "import", "feeds.opml", "--dry-run")
    assert tomllib.loads(dry.out)["feeds"] == before
    assert Path("config.toml").read_text() == ""
    assert tracker("feeds", "import", "feeds.opml").code == 0
    assert tomllib.loads(Path("config.toml").read_text())["feeds"] == before
    again = tracker("feeds", "import", "feeds.opml")
    assert "0 feeds added" in again.out


def test_a_second_pass_asks_only_whether_anything_changed(tracker: Tracker, server: Server) -> None:
    server.routes["/missing?api_key=hush"] = server.routes["/new"]
    assert tracker("ingest", "--all").code == 0
    seen = len(server.asked)
    server.routes["/new"] = server.routes["/missing?api_key=hush"] = reply(304)
    assert tracker("ingest", "--all").code == 0
    assert [
        asked.headers.get("if-none-match") for asked in server.asked[seen:] if asked.path != "/feed"
    ] == [
        '"x"',
        '"x"',
    ]


def test_a_feed_that_our_own_network_keeps_us_from_is_not_called_well(tracker: Tracker) -> None:
    feeds = "".join(f'[[feeds]]\nname = "{n}"\nurl = "http://{n}.invalid/"\n' for n in ("a", "b"))
    Path("config.toml").write_text(feeds)
    assert tracker("ingest", "--all").code == 1
    shown = json.loads(tracker("feeds", "list", "--format", "json").out)
    assert [(one["state"], one["reason"], one["failures"]) for one in shown] == [
        ("unreached", "dns", 0),
        ("unreached", "dns", 0),
    ]
