"""A day of polling in fast time: the process does not grow."""

import gc
import os
from pathlib import Path

import pytest

from tests.feeds.desk import Desk
from tests.feeds.server import Asked, Server, reply, rss

DEEP = os.environ.get("HYPOTHESIS_PROFILE") == "deep"
TEXT = "The ferry across the bay runs again, the harbour office said in a notice. " * 10


def resident() -> float:
    """The memory this process holds, in MB."""
    gc.collect()
    status = Path("/proc/self/status").read_text()
    return int(status.split("VmRSS:")[1].split()[0]) / 1024


def simulate(
    desk: Desk, server: Server, feeds: int, articles: int, hours: int
) -> tuple[float, float]:
    """Polls for so many hours; the resident size after the first hour and at the end."""
    each = articles // feeds

    def answer(asked: Asked, connection) -> None:
        number = int(asked.path[1:])
        hour = int((desk.now - start).total_seconds() // 3600)
        # Every feed brings something new every fourth hour, and validators that fit.
        age = (hour + number) // 4
        etag = f'"{age}"'
        if asked.headers.get("if-none-match") == etag:
            connection.sendall(reply(304, etag=etag))
            return
        items = [
            f"<title>Notice {number}-{n}</title><link>/{number}/{n}</link>"
            f"<description>{TEXT} Notice {number}-{n}.</description>"
            for n in range(age, age + each)
        ]
        connection.sendall(reply(200, rss(*items), etag=etag))

    start = desk.now
    for number in range(feeds):
        server.routes[f"/{number}"] = answer
        desk.follow(f"feed {number}", server.url(f"/{number}"))
    desk.look(due=True)
    desk.look()  # a second pass, so that everything that is loaded once is loaded
    first = resident()
    for _ in range(hours):
        desk.later(hours=1, minutes=6)
        server.asked.clear()
        assert all(report.fine for report in desk.look(due=True).values())
    return first, resident()


def test_six_hours_of_polling_do_not_grow_the_process(desk: Desk, server: Server) -> None:
    first, last = simulate(desk, server, feeds=10, articles=50, hours=6)
    assert last <= first * 1.2


@pytest.mark.skipif(not DEEP, reason="a minute long: run by `make deep`")
def test_a_day_of_a_hundred_feeds_does_not_grow_the_process(desk: Desk, server: Server) -> None:
    first, last = simulate(desk, server, feeds=100, articles=2000, hours=24)
    assert last <= first * 1.2
