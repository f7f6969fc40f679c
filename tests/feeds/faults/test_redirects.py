"""Faults 6 to 11: feeds that have moved, or say so."""

import pytest

from tests.feeds.desk import Desk
from tests.feeds.server import Server, reply, rss

ONE = "<title>Ferry resumes</title><link>http://127.0.0.1/ferry</link>"
LOGIN = b'<!DOCTYPE html><html><form><input type="password"></form></html>'


@pytest.mark.parametrize("status", [301, 308])
def test_fault_06_a_permanent_move_is_believed_after_seven_days(
    desk: Desk, server: Server, status: int
) -> None:
    server.routes["/old"] = reply(status, location="/new")
    server.routes["/new"] = reply(200, rss(ONE))
    desk.follow("news", server.url("/old"))
    assert desk.look()["news"].new == 1
    assert (desk.feed().url, desk.feed().moved_to) == (server.url("/old"), server.url("/new"))
    desk.later(days=6)
    desk.look()
    assert desk.feed().url == server.url("/old")
    desk.later(days=1)
    desk.look()
    assert desk.feed().url == server.url("/new")
    assert desk.moves() == [(server.url("/old"), server.url("/new"))]
    asked = server.count("/old")
    desk.look()
    assert server.count("/old") == asked
    assert len(desk.articles()) == 1


def test_fault_06_seven_days_count_for_one_target_only(desk: Desk, server: Server) -> None:
    server.routes["/old"] = reply(301, location="/new")
    server.routes["/new"] = server.routes["/newer"] = reply(200, rss(ONE))
    desk.follow("news", server.url("/old"))
    desk.look()
    desk.later(days=6)
    server.routes["/old"] = reply(301, location="/newer")
    desk.look()
    desk.later(days=2)
    desk.look()
    assert desk.feed().url == server.url("/old")


def test_fault_06_the_same_address_made_secure_is_believed_at_once() -> None:
    """Decided by a pure function: a local server has no certificate."""
    from tests.feeds.desk import START
    from tracker.feeds import outcome
    from tracker.feeds.schedule import Pace
    from tracker.feeds.state import FeedState

    hops = (("http://example.com/feed", 301), ("https://example.com/feed", 304))
    asked = outcome.Asked(START, Pace(), hops=hops)
    verdict = outcome.unchanged(FeedState("http://example.com/feed"), asked)
    assert verdict.state.url == "https://example.com/feed"
    assert verdict.moved_from == "http://example.com/feed"


@pytest.mark.parametrize("status", [302, 303, 307])
def test_fault_07_a_temporary_redirect_never_changes_the_address(
    desk: Desk, server: Server, status: int
) -> None:
    server.routes["/old"] = reply(status, location="/new")
    server.routes["/new"] = reply(200, rss(ONE))
    desk.follow("news", server.url("/old"))
    for _ in range(3):
        assert desk.look()["news"].fine
        desk.later(days=8)
    assert (desk.feed().url, desk.feed().moved_to) == (server.url("/old"), None)


def test_fault_08_a_redirect_to_a_log_in_page_is_no_move(desk: Desk, server: Server) -> None:
    server.routes["/old"] = reply(301, location="/new")
    server.routes["/new"] = reply(200, rss(ONE))
    desk.follow("news", server.url("/old"))
    desk.look()
    server.routes["/new"] = reply(200, LOGIN, content_type="text/html")
    report = desk.look()["news"]
    assert (report.outcome, report.reason) == ("failed", "not_a_feed")
    assert "log-in page" in report.message
    assert (desk.feed().url, desk.feed().moved_to) == (server.url("/old"), None)


def test_fault_09_a_feed_that_moved_onto_another_feed_is_paused(desk: Desk, server: Server) -> None:
    server.routes["/old"] = reply(301, location="/new")
    server.routes["/new"] = reply(200, rss(ONE))
    desk.follow("old", server.url("/old"))
    desk.follow("new", server.url("/new"))
    reports = desk.look()
    assert (reports["old"].outcome, reports["old"].reason) == ("duplicate", "duplicate_of")
    assert desk.feed("old").state == "paused"
    assert reports["new"].new == 1
    assert len(desk.articles()) == 1


def test_fault_09_two_feeds_that_moved_to_one_place_are_one(desk: Desk, server: Server) -> None:
    server.routes["/a"] = server.routes["/b"] = reply(301, location="/new")
    server.routes["/new"] = reply(200, rss(ONE))
    desk.follow("a", server.url("/a"))
    desk.look()
    desk.later(days=8)
    desk.look()
    assert desk.feed("a").url == server.url("/new")
    desk.follow("b", server.url("/b"))
    assert desk.look("b")["b"].reason == "duplicate_of"
    assert desk.feed("b").state == "paused"


def test_fault_10_a_redirect_loop_costs_six_requests(desk: Desk, server: Server) -> None:
    server.routes["/feed"] = reply(302, location="/feed")
    desk.follow("news", server.url("/feed"))
    report = desk.look()["news"]
    assert (report.reason, len(server.asked)) == ("too_many_redirects", 6)
    assert desk.feed().failures == 1


def test_fault_10_five_redirects_are_followed(desk: Desk, server: Server) -> None:
    for number in range(5):
        server.routes[f"/{number}"] = reply(302, location=f"/{number + 1}")
    server.routes["/5"] = reply(200, rss(ONE))
    desk.follow("news", server.url("/0"))
    assert desk.look()["news"].new == 1


@pytest.mark.parametrize(
    "target",
    ["file:///etc/passwd", "ftp://example.com/feed", "data:text/xml,<rss/>", "javascript:1"],
)
def test_fault_11_a_redirect_out_of_the_web_is_refused(
    desk: Desk, server: Server, target: str
) -> None:
    server.routes["/feed"] = reply(302, location=target)
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].reason == "bad_redirect_scheme"
    assert len(server.asked) == 1
