"""Faults 20 to 22: many feeds on one host, hints about caching, and our own network being down."""

import datetime as dt
import time

import pytest

from tests.feeds.desk import Desk
from tests.feeds.server import Server, reply, rss, serve
from tracker.feeds import schedule

ONE = "<title>Ferry resumes</title><link>http://127.0.0.1/ferry</link>"


def test_fault_20_twenty_feeds_of_one_host_take_turns(desk: Desk) -> None:
    """On the clock that stands still: every start after the first waited the two seconds."""
    with serve("127.0.0.1") as crowded, serve("127.0.0.2") as other:
        desk.fetch["per_host_delay"] = dt.timedelta(seconds=2)

        def slow(asked, connection):
            time.sleep(0.02)
            connection.sendall(reply(200, rss(ONE)))

        for number in range(20):
            crowded.routes[f"/{number}"] = slow
            desk.follow(f"crowded {number:02}", crowded.url(f"/{number}"))
        other.routes["/feed"] = reply(200, rss(ONE))
        desk.follow("other", other.url("/feed"))
        reports = desk.look()
        assert all(report.fine for report in reports.values())
        assert crowded.most_at_once == 1
        assert crowded.paths() == [f"/{number}" for number in range(20)]
        assert sum(desk.slept) == pytest.approx(19 * 2, abs=0.01)
        assert other.asked[0].started < crowded.asked[2].started  # it did not wait for the crowd
    assert len(desk.articles()) == 1


def test_fault_20_this_machine_is_spared_the_delay_unless_it_is_asked_for(
    desk: Desk, server: Server
) -> None:
    for number in range(3):
        server.routes[f"/{number}"] = reply(200, rss(ONE))
        desk.follow(f"feed {number}", server.url(f"/{number}"))
    desk.look()
    assert desk.slept == []


CASES = {
    "a year": ({"cache_control": "max-age=31536000"}, "", 24 * 60),
    "five seconds": ({"cache_control": "max-age=5"}, "", 15),
    "no cache": ({"cache_control": "no-cache, max-age=600"}, "", 60),
    "ttl of a minute": ({}, "<ttl>1</ttl>", 15),
    "nothing said": ({}, "", 60),
    "two hours": ({"cache_control": "public, max-age=7200"}, "", 120),
    "expires": (
        {"date": "Tue, 10 Mar 2026 12:00:00 GMT", "expires": "Tue, 10 Mar 2026 15:00:00 GMT"}, "", 180,
    ),
    "expired long ago": ({"expires": "0"}, "", 60),
}  # fmt: skip


@pytest.mark.parametrize("name", CASES)
def test_fault_21_hints_about_caching_are_followed_within_bounds(
    desk: Desk, server: Server, name: str
) -> None:
    headers, channel, minutes = CASES[name]
    server.routes["/feed"] = reply(200, rss(ONE, channel=channel), **headers)
    desk.follow("news", server.url("/feed"))
    desk.look()
    assert desk.feed().next_check == desk.now + dt.timedelta(minutes=minutes)


def test_fault_22_when_nothing_can_be_reached_no_feed_is_to_blame(desk: Desk) -> None:
    with serve("127.0.0.1") as one, serve("127.0.0.2") as two:
        urls = {
            "one": one.url("/feed"),
            "two": two.url("/feed"),
            "three": "http://nowhere.invalid/",
        }
        for name, url in urls.items():
            desk.follow(name, url)
    reports = desk.look()  # both servers are down by now
    assert {report.reason for report in reports.values()} == {"connect", "dns"}
    assert [desk.feed(name).failures for name in urls] == [0, 0, 0]
    assert [desk.feed(name).state for name in urls] == ["ok", "ok", "ok"]
    assert {desk.feed(name).next_check for name in urls} == {desk.now + dt.timedelta(minutes=15)}


def test_fault_22_feeds_that_are_due_one_at_a_time_show_it_too(desk: Desk) -> None:
    for number in range(3):
        desk.follow(f"feed {number}", f"http://nowhere-{number}.invalid/")
    for number in range(3):
        desk.look(f"feed {number}")
    # One host alone may be its own fault; from the second on it is ours.
    assert [desk.feed(f"feed {number}").failures for number in range(3)] == [1, 0, 0]


def test_fault_22_one_feed_down_among_others_is_to_blame(desk: Desk, server: Server) -> None:
    server.routes["/feed"] = reply(200, rss(ONE))
    desk.follow("well", server.url("/feed"))
    desk.follow("lost", "http://nowhere.invalid/")
    desk.look()
    assert (desk.feed("well").failures, desk.feed("lost").failures) == (0, 1)


def test_an_adaptive_interval_follows_how_much_a_feed_brings(desk: Desk, server: Server) -> None:
    server.routes["/feed"] = reply(200, rss(ONE), etag='"a"')
    desk.follow("news", server.url("/feed"))
    desk.look()
    assert desk.feed().interval_seconds == 3600  # as configured in its first week
    server.routes["/feed"] = reply(304)
    desk.later(days=8)
    desk.look()
    assert desk.feed().interval_seconds == 24 * 3600  # nothing new for a week


@pytest.mark.parametrize("dice", [0.0, 0.5, 1.0])
def test_fault_21_chance_never_puts_a_check_beyond_the_longest_interval(dice: float) -> None:
    pace, now = schedule.Pace(), dt.datetime(2026, 3, 10, tzinfo=dt.UTC)
    year = dt.timedelta(days=365)
    assert schedule.after_success(pace, None, year, now, dice) == now + pace.longest
    assert schedule.after_failure(pace, 30, now, dice) == now + pace.longest
