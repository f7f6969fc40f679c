"""`tracker web` and `tracker daemon --web` as processes: they say where they are, answer, and end when told to."""

import asyncio
import datetime as dt
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from db.engine import open_engine
from jobs.daemon import run_daemon
from tests.web.conftest import BASE, Tools
from tracker.errors import UsageError
from tracker.pulse import Pulse
from tracker.settings import Settings
from tracker.web.app import make_app
from tracker.web.health import LONGEST_SILENCE
from tracker.web.serving import listen, names
from tracker.web.site import Site

ENDS_WITHIN = 10


@contextmanager
def running(folder: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The program with an empty configuration of its own, and the address that it tells."""
    (folder / "config.toml").write_text(
        '[database]\nurl = "sqlite:///tracker.db"\n', encoding="utf-8"
    )
    command = [sys.executable, "-m", "tracker", "--config", str(folder / "config.toml"), *arguments]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
                          env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}) as process:  # fmt: skip
        try:
            assert process.stdout
            found = re.search(r"http://\S+/", process.stdout.readline())
            assert found
            yield process, found[0]
        finally:
            process.kill()


@pytest.mark.parametrize(
    ("command", "order"),
    [(["web"], signal.SIGINT), (["daemon", "--web"], signal.SIGTERM)],
    ids=["web", "daemon"],
)
def test_it_answers_until_it_is_told_to_stop(
    tmp_path: Path, command: list[str], order: signal.Signals
) -> None:
    with running(tmp_path, *command, "--port", "0") as (process, address):
        with urllib.request.urlopen(f"{address}healthz") as answered:
            assert answered.read() == b"ok\n"
        with urllib.request.urlopen(address) as answered:
            assert b"0 events" in answered.read()
        process.send_signal(order)
        assert process.wait(ENDS_WITHIN) == 0


def test_a_port_that_is_taken_is_told_with_what_to_do() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with (
            pytest.raises(UsageError, match=rf"port {port}: Address already in use; .* --port"),
            listen("127.0.0.1", port),
        ):
            raise AssertionError("it is taken")


def test_an_address_of_another_machine_is_refused() -> None:
    with (
        pytest.raises(UsageError, match=r"no-such-name\.invalid"),
        listen("no-such-name.invalid", 0),
    ):
        raise AssertionError("it is not ours")


def test_on_a_port_of_its_own_it_says_which() -> None:
    with listen("127.0.0.1", 0) as (place, address):
        assert address == f"http://127.0.0.1:{place.getsockname()[1]}/"


def test_for_the_network_any_name_is_answered_unless_some_are_listed() -> None:
    assert names("0.0.0.0", ()) == frozenset()
    assert names("0.0.0.0", ("Timeline.example",)) == {"0.0.0.0", "timeline.example"}
    assert names("127.0.0.1", ("timeline.example",)) == {"127.0.0.1", "timeline.example"}


def test_what_watches_over_the_daemon_is_told_when_it_is_stuck(stocked: Tools) -> None:
    ticks = [0.0]
    pulse = Pulse(lambda: ticks[0])
    beating = Site(stocked, names("127.0.0.1", ()), pulse=pulse)
    with TestClient(make_app(beating), base_url=BASE) as client:
        ticks[0] = LONGEST_SILENCE
        assert client.get("/healthz").text == "ok\n"
        ticks[0] += 1
        stuck = client.get("/healthz")
        assert (stuck.status_code, stuck.text.split(":")[0]) == (503, "stuck")
        assert client.get("/").status_code == 200
        pulse.beat()
        assert client.get("/healthz").status_code == 200


def test_a_pass_that_hangs_stops_the_pulse_and_an_idle_daemon_keeps_it(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One daemon, whose first pass ends at once and whose second never does."""
    engine, pulse, passes = open_engine(sqlite_url), Pulse(), list[float]()
    beats = list[float]()

    async def hang(_: object) -> None:
        passes.append(pulse.silence)
        if len(passes) > 1:
            asyncio.get_running_loop().call_later(1, os.kill, os.getpid(), signal.SIGTERM)
            try:
                await asyncio.sleep(60)
            finally:
                beats.append(pulse.silence)

    monkeypatch.setattr("jobs.daemon._Work._pass", hang)
    run_daemon(engine, Settings(), tick=dt.timedelta(seconds=0.2), pulse=pulse)
    engine.dispose()
    assert len(passes) == 2
    assert all(silence < 0.5 for silence in passes)
    assert beats[0] >= 0.9
