"""Faults 1 to 5: validators, and servers that are wrong about what has changed."""

from tests.feeds.desk import Desk
from tests.feeds.server import Server, reply, rss

STAMP = "Tue, 10 Mar 2026 08:00:00 GMT"
ONE = "<title>Ferry resumes</title><link>/ferry</link>"
TWO = "<title>Bridge opens</title><link>/bridge</link>"


def test_fault_01_a_304_changes_no_row_and_validators_go_back_byte_for_byte(
    desk: Desk, server: Server
) -> None:
    etag = 'W/"a b\xe9"'
    server.routes["/feed"] = reply(200, rss(ONE), etag=etag, last_modified=STAMP)
    desk.follow("news", server.url("/feed"))
    desk.look()
    before = desk.contents()

    server.routes["/feed"] = reply(304)
    desk.later(hours=1)
    report = desk.look()["news"]

    assert server.asked[1].headers["if-none-match"] == etag
    assert server.asked[1].headers["if-modified-since"] == STAMP
    assert report.outcome == "unchanged"
    assert desk.contents() == before
    assert (desk.feed().state, desk.feed().last_success) == ("ok", desk.now)
    assert desk.feed().etag == etag


def test_fault_02_a_304_with_a_new_etag_is_taken_over(desk: Desk, server: Server) -> None:
    server.routes["/feed"] = reply(200, rss(ONE), etag='"a"', last_modified=STAMP)
    desk.follow("news", server.url("/feed"))
    desk.look()
    server.routes["/feed"] = reply(304, etag='"b"')
    desk.look()
    desk.look()
    assert [asked.headers.get("if-none-match") for asked in server.asked] == [None, '"a"', '"b"']
    assert server.asked[2].headers["if-modified-since"] == STAMP


def test_fault_03_an_unchanged_body_still_brings_its_new_validators(
    desk: Desk, server: Server
) -> None:
    server.routes["/feed"] = reply(200, rss(ONE), etag='"a"')
    desk.follow("news", server.url("/feed"))
    desk.look()
    before = desk.contents()
    server.routes["/feed"] = reply(200, rss(ONE), etag='"b"', last_modified=STAMP)
    assert desk.look()["news"].outcome == "unchanged"
    assert (desk.feed().etag, desk.feed().last_modified) == ('"b"', STAMP)
    assert desk.contents() == before


def test_fault_04_a_server_that_says_304_for_ever_is_asked_afresh_after_8_days(
    desk: Desk, server: Server
) -> None:
    server.routes["/feed"] = reply(200, rss(ONE), etag='"a"')
    desk.follow("news", server.url("/feed"))
    desk.look()

    def stubborn(asked, connection):
        conditional = "if-none-match" in asked.headers
        connection.sendall(reply(304) if conditional else reply(200, rss(ONE, TWO), etag='"a"'))

    server.routes["/feed"] = stubborn
    for _ in range(7):
        desk.later(days=1)
        assert desk.look()["news"].outcome == "unchanged"
    desk.later(days=1)
    assert desk.look()["news"].new == 1
    assert desk.titles() == ["Bridge opens", "Ferry resumes"]
    desk.later(days=1)
    assert desk.look()["news"].outcome == "unchanged"  # and trusted again


def test_fault_05_validators_of_an_answer_that_could_not_be_read_are_not_stored(
    desk: Desk, server: Server
) -> None:
    server.routes["/feed"] = reply(200, b"no feed at all", etag='"a"', last_modified=STAMP)
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].reason == "not_a_feed"
    server.routes["/feed"] = reply(200, rss(ONE), etag='"a"', last_modified=STAMP)
    assert desk.look()["news"].new == 1
    assert "if-none-match" not in server.asked[1].headers
    assert "if-modified-since" not in server.asked[1].headers
