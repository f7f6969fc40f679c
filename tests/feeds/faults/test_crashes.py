"""Faults 39 and 40: being killed, having no room, being locked out, being two, and clocks that jump."""

import contextlib
import datetime as dt
import os
import random
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from sqlalchemy import event
from sqlalchemy.exc import OperationalError

from db import migrate
from db.engine import open_engine
from tests.feeds.desk import Desk
from tests.feeds.server import Server, reply, rss

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
slow = pytest.mark.skipif(not DEEP, reason="minutes long: run by `make deep`")
MONTHS = ["January", "February", "March", "April", "May", "June"]


def town(server: Server, articles: int) -> list[str]:
    """Four feeds whose items lead to pages; the names of the feeds."""
    names = ["north", "south", "east", "west"]
    for part, name in enumerate(names):
        mine = range(part, articles, len(names))
        items = [f"<title>Talks {n}</title><link>/page/{n}</link>" for n in mine]
        server.routes[f"/{name}.xml"] = conditional(rss(*items), f'"{name}"')
        for n in mine:
            server.routes[f"/page/{n}"] = reply(200, page(n), content_type="text/html")
    return names


def conditional(body: bytes, etag: str):
    """A route that knows about validators."""

    def answer(asked, connection):
        same = asked.headers.get("if-none-match") == etag
        connection.sendall(reply(304, etag=etag) if same else reply(200, body, etag=etag))

    return answer


def page(number: int) -> bytes:
    """An article about a meeting of its own."""
    day, month = number % 28 + 1, MONTHS[number % 6]
    text = "".join(
        f"<p>The foreign ministers of Norway and Chile held talks in Oslo on {month} {day}, 2025, "
        f"about fishing boats of class {number}. Paragraph {part} of the report says so again.</p>"
        for part in range(4)
    )
    return f"<!doctype html><html><head><title>Talks {number}</title></head><body><article><h1>Talks {number}</h1>{text}</article></body></html>".encode()


WITHOUT_RULES = """
import signal
import tracker.rulebook as rulebook
signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell's background job ignores it
rulebook.load_rulebook = lambda folders=(), shipped=True: rulebook.Rulebook(())
from tracker.cli.main import run
run()
"""


class Program:
    """The program as a user starts it; without rules it is as quick as a test of its processes wants it."""

    def __init__(
        self, folder: Path, server: Server, names: list[str], *, rules: bool = True
    ) -> None:
        self.command = ["-m", "tracker"] if rules else ["-c", WITHOUT_RULES]
        feeds = "".join(
            f'[[feeds]]\nname = "{name}"\nurl = "{server.url(f"/{name}.xml")}"\nfull_text = "page"\n'
            for name in names
        )
        self.database = folder / "crash.db"
        self.config = folder / "config.toml"
        self.config.write_text(
            f'[database]\nurl = "sqlite:///{self.database}"\n'
            f'[fetch]\nallow_private = ["127.0.0.0/8"]\n{feeds}'
        )

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Starts a command."""
        return subprocess.Popen(
            [sys.executable, *self.command, "--config", str(self.config), *words],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def run(self, *words: str) -> str:
        """Runs a command to its end, which must be a good one."""
        process = self.start(*words)
        output, _ = process.communicate(timeout=120)
        assert process.returncode == 0, output
        return output

    def contents(self) -> dict[str, list[tuple[object, ...]]]:
        """What is stored, without ids and times."""
        queries = {
            "articles": "SELECT canonical_url, title, state FROM article",
            "versions": "SELECT a.canonical_url, v.number, v.text, v.current FROM article_version v JOIN article a ON a.id = v.article_id",
            "sightings": "SELECT f.name, a.canonical_url FROM sighting s JOIN feed f ON f.id = s.feed_id JOIN article a ON a.id = s.article_id",
            "mentions": "SELECT a.canonical_url, m.type, m.start, m.end, m.quote FROM mention m JOIN article a ON a.id = m.article_id",
            "events": 'SELECT type, title, start, "end", status FROM event WHERE dropped IS NULL AND redirect_to IS NULL',
        }
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            return {
                name: sorted(connection.execute(text), key=str) for name, text in queries.items()
            }

    def validators_ahead(self) -> list[str]:
        """Feeds whose validators stand for items that are not stored."""
        if not self.database.exists() or not self._schema():
            return []
        query = "SELECT name FROM feed f WHERE etag IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.feed_id = f.id)"
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return [name for (name,) in connection.execute(query)]

    def _schema(self) -> bool:
        query = "SELECT 1 FROM sqlite_master WHERE name = 'sighting'"
        with contextlib.closing(sqlite3.connect(self.database)) as connection:
            return connection.execute(query).fetchone() is not None


def kill_often(tmp_path: Path, server: Server, articles: int, kills: int) -> None:
    """Kills ingests at random moments, then compares with one that nobody disturbed."""
    names = town(server, articles)
    calm, shaken = (
        Program(tmp_path / "calm", server, names),
        Program(tmp_path / "shaken", server, names),
    )
    started = time.monotonic()
    calm.run("ingest", "--all")
    whole = time.monotonic() - started
    dice = random.Random(39)
    for _ in range(kills):
        process = shaken.start("ingest", "--all")
        time.sleep(dice.uniform(0.2, whole))
        process.send_signal(signal.SIGKILL)
        process.communicate(timeout=30)
        assert shaken.validators_ahead() == []
    shaken.run("ingest", "--all")
    assert shaken.contents() == calm.contents()
    assert len(shaken.contents()["articles"]) == articles
    assert shaken.contents()["events"]
    shaken.run("db", "check")


@pytest.fixture
def folders(tmp_path: Path) -> Path:
    """A place for two databases."""
    for name in ("calm", "shaken"):
        (tmp_path / name).mkdir()
    return tmp_path


def test_fault_39_being_killed_at_any_moment_loses_and_doubles_nothing(
    folders: Path, server: Server
) -> None:
    kill_often(folders, server, articles=16, kills=2)


@slow
def test_fault_39_being_killed_fifty_times_loses_and_doubles_nothing(
    folders: Path, server: Server
) -> None:
    kill_often(folders, server, articles=200, kills=50)


def test_fault_39_a_full_disk_is_an_error_and_the_database_stays_whole(
    desk: Desk, server: Server
) -> None:
    with desk.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    url = str(desk.engine.url)
    small = open_engine(url)
    event.listen(small, "connect", lambda c, _: c.execute(f"PRAGMA max_page_count = {pages + 4}"))
    items = [f"<title>{'Talks ' * 40}{n}</title><link>/page/{n}</link>" for n in range(200)]
    server.routes["/feed"] = reply(200, rss(*items), etag='"a"')
    desk.follow("news", server.url("/feed"))
    whole, desk.engine = desk.engine, small
    with pytest.raises(ExceptionGroup) as caught:
        desk.look()
    assert caught.group_contains(OperationalError, match="full")
    small.dispose()
    desk.engine, desk.means = whole, None
    assert migrate.check(whole) == []
    assert (desk.articles(), desk.feed().etag) == ([], None)  # nothing half stored
    assert desk.look()["news"].new == 200


def test_fault_39_a_database_that_is_locked_for_a_while_is_waited_for(
    desk: Desk, server: Server
) -> None:
    server.routes["/feed"] = reply(200, rss("<title>Talks</title><link>/page/1</link>"))
    desk.follow("news", server.url("/feed"))
    other = sqlite3.connect(desk.engine.url.database or "", check_same_thread=False)
    other.isolation_level = None
    other.execute("BEGIN IMMEDIATE")
    timer = threading.Timer(1.0, other.execute, ["ROLLBACK"])
    timer.start()
    assert desk.look()["news"].new == 1
    timer.join()
    other.close()


# --- two at once ------------------------------------------------------------


@pytest.fixture
def program(tmp_path: Path, server: Server) -> Program:
    """The program on a small town."""
    return Program(tmp_path, server, town(server, 8), rules=False)


def wait_for(what, seconds: float = 60.0) -> None:
    """Waits until `what()` is true."""
    ends = time.monotonic() + seconds
    while not what():
        assert time.monotonic() < ends, "waited in vain"
        time.sleep(0.05)


def test_fault_40_a_second_daemon_names_the_first_and_the_lock_dies_with_its_holder(
    program: Program, server: Server
) -> None:
    program.run("ingest", "--feed", "north")
    first = program.start("daemon")
    try:
        wait_for(
            lambda: Path(f"{program.database}.daemon.lock").exists() and server.count("/west.xml")
        )
        second = program.start("daemon")
        output, _ = second.communicate(timeout=30)
        assert second.returncode == 3
        assert f"process {first.pid} " in output
    finally:
        first.kill()
        first.communicate(timeout=10)
    third = program.start("daemon")
    try:
        assert third.stdout is not None
        assert "daemon started" in third.stdout.readline()
    finally:
        began = time.monotonic()
        third.send_signal(signal.SIGTERM)
        third.communicate(timeout=15)
    assert third.returncode == 0
    assert time.monotonic() - began < 10


def test_fault_40_sigterm_in_the_middle_of_slow_pages_ends_within_ten_seconds(
    program: Program, server: Server
) -> None:
    def dawdle(asked, connection):
        time.sleep(20)

    for path in [path for path in server.routes if path.startswith("/page/")]:
        server.routes[path] = dawdle
    daemon = program.start("daemon")
    try:
        wait_for(lambda: any(path.startswith("/page/") for path in server.paths()))
    finally:
        began = time.monotonic()
        daemon.send_signal(signal.SIGTERM)
        daemon.communicate(timeout=15)
    assert time.monotonic() - began < 10
    assert daemon.returncode == 0
    assert program.validators_ahead() == []


def _held(over: threading.Event) -> None:
    """A page that is not sent before the test is over."""
    over.wait(120)


def test_fault_39_ctrl_c_keeps_what_is_stored_and_the_rest_comes_with_the_next_pass(
    program: Program, server: Server
) -> None:
    pages = {path: route for path, route in server.routes.items() if path.startswith("/page/")}
    over = threading.Event()
    for path in pages:
        server.routes[path] = lambda asked, connection: _held(over)
    process = program.start("ingest", "--all")
    wait_for(lambda: any(path in pages for path in server.paths()))
    process.send_signal(signal.SIGINT)
    output, _ = process.communicate(timeout=60)  # while the pages still keep it waiting
    over.set()
    assert process.returncode not in (0, None)
    assert "Traceback" not in output
    assert {state for _, _, state in program.contents()["articles"]} == {"pending"}
    server.routes |= pages
    program.run("ingest")
    assert len(program.contents()["versions"]) == 8


def test_sighup_takes_up_a_new_configuration_and_keeps_the_old_one_where_it_is_wrong(
    program: Program, server: Server
) -> None:
    daemon = program.start("daemon")
    try:
        wait_for(lambda: sum(path.startswith("/page/") for path in server.paths()) >= 8)
        good = program.config.read_text()
        program.config.write_text(good + "[[feeds]]\nname = 3\n")
        daemon.send_signal(signal.SIGHUP)
        time.sleep(0.3)
        server.routes["/new.xml"] = reply(200, rss("<title>New</title><link>/page/1</link>"))
        program.config.write_text(
            f'{good}[[feeds]]\nname = "new"\nurl = "{server.url("/new.xml")}"\n'
        )
        daemon.send_signal(signal.SIGHUP)
        wait_for(lambda: server.count("/new.xml") == 1)
    finally:
        daemon.send_signal(signal.SIGTERM)
        output, _ = daemon.communicate(timeout=15)
    assert "configuration kept" in output
    assert "configuration read again" in output
    assert daemon.returncode == 0


def test_fault_40_a_daemon_and_a_command_fetch_a_feed_once(
    program: Program, server: Server
) -> None:
    program.run("db", "upgrade")
    both = [program.start("daemon"), program.start("ingest")]
    output, _ = both[1].communicate(timeout=60)
    assert both[1].returncode == 0, output
    wait_for(lambda: len({path for path in server.paths() if path.endswith(".xml")}) == 4)
    wait_for(lambda: sum(path.startswith("/page/") for path in server.paths()) >= 8)
    both[0].send_signal(signal.SIGTERM)
    output, _ = both[0].communicate(timeout=15)
    assert "locked" not in output
    counts = {path: server.count(path) for path in server.paths() if path != "/robots.txt"}
    assert set(counts.values()) == {1}
    assert len(program.contents()["articles"]) == 8


@pytest.mark.parametrize(
    "jump", [dt.timedelta(days=1), dt.timedelta(days=-1), dt.timedelta(hours=8)]
)
def test_fault_40_a_jump_of_the_clock_or_a_long_sleep_makes_no_burst_and_no_gap(
    desk: Desk, server: Server, jump: dt.timedelta
) -> None:
    server.routes["/feed"] = conditional(rss("<title>Talks</title><link>/page/1</link>"), '"a"')
    desk.follow("news", server.url("/feed"))
    desk.look(due=True)
    desk.now += jump
    for _ in range(3):
        desk.look(due=True)
        desk.later(minutes=1)
    assert server.count("/feed") == 2  # once more, not once for every hour missed
    desk.later(hours=1)
    desk.look(due=True)
    assert server.count("/feed") == 3  # and then as usual
