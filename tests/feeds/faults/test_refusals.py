"""Faults 14 to 19: servers that say no, and how long they are left alone."""

import datetime as dt

import pytest

from tests.feeds.desk import START, Desk
from tests.feeds.server import Server, reply, rss, serve

ONE = "<title>Ferry resumes</title><link>http://127.0.0.1/ferry</link>"
HOUR = dt.timedelta(hours=1)
DAY = dt.timedelta(days=1)


def wait(desk: Desk, name: str = "news") -> dt.timedelta:
    """How long until the feed is asked again."""
    next_check = desk.feed(name).next_check
    assert next_check is not None
    return next_check - desk.now


def test_fault_14_a_feed_that_is_gone_is_asked_again_only_by_hand(
    desk: Desk, server: Server
) -> None:
    server.routes["/feed"] = reply(410)
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].outcome == "gone"
    assert (desk.feed().state, desk.feed().next_check) == ("gone", None)
    desk.later(days=400)
    assert desk.look(due=True) == {}
    assert desk.look() == {}
    assert len(server.asked) == 1

    server.routes["/feed"] = reply(200, rss(ONE))
    assert desk.look("news")["news"].new == 1
    assert desk.feed().state == "ok"


@pytest.mark.parametrize(("status", "state"), [(301, "gone"), (302, "failing")])
def test_fault_14_gone_where_it_was_sent_for_now_is_not_gone_for_good(
    desk: Desk, server: Server, status: int, state: str
) -> None:
    server.routes["/feed"] = reply(status, location="/elsewhere")
    server.routes["/elsewhere"] = reply(410)
    desk.follow("news", server.url("/feed"))
    desk.look()
    assert (desk.feed().state, desk.feed().reason) == (state, "gone")


def test_fault_15_a_missing_feed_is_asked_ever_less_and_never_given_up(
    desk: Desk, server: Server
) -> None:
    server.routes["/feed"] = reply(404)
    desk.follow("news", server.url("/feed"))
    waits = []
    for _ in range(30):
        assert desk.look(due=True)["news"].reason == "not_found"
        waits.append(wait(desk))
        desk.now += waits[-1]
    assert waits[:4] == [HOUR, 2 * HOUR, 3 * HOUR, 4 * HOUR]
    assert waits == sorted(waits)
    assert waits[-1] == DAY
    assert (desk.feed().state, desk.feed().failures) == ("paused", 30)

    server.routes["/feed"] = reply(200, rss(ONE))
    assert desk.look(due=True)["news"].new == 1
    assert (desk.feed().state, desk.feed().failures) == ("ok", 0)
    assert wait(desk) == HOUR


def test_fault_15_the_outage_is_on_record(desk: Desk, server: Server) -> None:
    desk.follow("news", server.url("/feed"))
    desk.look()
    desk.later(hours=5)
    desk.look()
    server.routes["/feed"] = reply(200, rss(ONE))
    desk.later(hours=5)
    desk.look()
    assert [(o.started, o.ended, o.reason) for o in desk.outages()] == [
        (START, START + 10 * HOUR, "not_found")
    ]


def test_fault_16_a_429_silences_its_host_and_no_other(desk: Desk) -> None:
    with serve("127.0.0.1") as strict, serve("127.0.0.2") as other:
        strict.routes["/a"] = strict.routes["/b"] = reply(429, retry_after="120")
        other.routes["/c"] = reply(200, rss(ONE))
        for name, url in {
            "a": strict.url("/a"),
            "b": strict.url("/b"),
            "c": other.url("/c"),
        }.items():
            desk.follow(name, url)
        reports = desk.look()
        assert {reports["a"].outcome, reports["b"].outcome} == {"failed", "waiting"}
        assert reports["c"].new == 1
        assert len(strict.asked) == 1
        desk.later(seconds=119)
        desk.look()
        assert (len(strict.asked), len(other.asked)) == (1, 2)
        desk.later(seconds=1)
        desk.look()
        assert len(strict.asked) == 2
    assert desk.feed("a").failures == desk.feed("b").failures == 0


def test_fault_17_a_retry_after_date_counts_from_the_servers_own_clock(
    desk: Desk, server: Server
) -> None:
    server.routes["/feed"] = reply(
        503, date="Tue, 10 Mar 2026 13:00:00 GMT", retry_after="Tue, 10 Mar 2026 18:00:00 GMT"
    )
    desk.follow("news", server.url("/feed"))
    desk.look()
    assert wait(desk) == 5 * HOUR  # our clock says 12:00


@pytest.mark.parametrize(
    ("said", "expected"),
    [("-5", HOUR), ("0", HOUR), ("abc", HOUR), ("1", HOUR), ("999999999", DAY), ("7200", 2 * HOUR),
     ("Tue, 10 Mar 2020 18:00:00 GMT", HOUR)],
)  # fmt: skip
def test_fault_18_a_senseless_retry_after_changes_nothing(
    desk: Desk, server: Server, said: str, expected: dt.timedelta
) -> None:
    server.routes["/feed"] = reply(503, retry_after=said)
    desk.follow("news", server.url("/feed"))
    desk.look()
    assert wait(desk) == expected


def test_fault_19_a_429_without_a_word_pauses_the_host_longer_each_time(
    desk: Desk, server: Server
) -> None:
    server.routes["/feed"] = reply(429)
    desk.follow("news", server.url("/feed"), interval=dt.timedelta(minutes=15))
    waits = []
    for _ in range(10):
        desk.look()
        (host,) = desk.rows_of_hosts()
        assert host.paused_until is not None
        waits.append(host.paused_until - desk.now)
        desk.now = host.paused_until
    minutes = [round(one.total_seconds() / 60) for one in waits]
    assert minutes == [10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440]
    assert len(server.asked) == 10
    assert desk.feed().failures == 0
