"""The log: every decision about a feed or a page is a line with its reason, and no secret is in it."""

import logging

import pytest

from tests.feeds.desk import Desk
from tests.feeds.server import Server, reply, rss


@pytest.fixture
def told(caplog: pytest.LogCaptureFixture) -> pytest.LogCaptureFixture:
    """What the jobs log from now on."""
    caplog.set_level(logging.INFO, logger="tracker")
    return caplog


def test_a_failed_check_says_why_in_words(
    desk: Desk, server: Server, told: pytest.LogCaptureFixture
) -> None:
    server.routes["/feed"] = reply(200, b"<html><title>Just a moment...</title></html>")
    desk.follow("news", server.url("/feed"))
    desk.look()
    for part in ("feed checked", "news", "failed", "bot_wall", "a bot challenge came instead"):
        assert part in told.text


def test_waiting_is_a_decision_too(
    desk: Desk, server: Server, told: pytest.LogCaptureFixture
) -> None:
    server.routes["/a"] = server.routes["/b"] = reply(429, retry_after="120")
    desk.follow("a", server.url("/a"))
    desk.follow("b", server.url("/b"))
    desk.look()
    assert "feed waits" in told.text
    assert "asked for patience until 2026-03-10 12:02" in told.text


def test_a_secret_in_an_address_is_nowhere_to_be_read(
    desk: Desk, server: Server, told: pytest.LogCaptureFixture
) -> None:
    server.routes["/feed?token=hush"] = reply(301, location="/new?api_key=hush")
    server.routes["/new?api_key=hush"] = reply(200, rss("<title>A</title><link>/a?key=hush</link>"))
    server.routes["/a?key=hush"] = reply(500)
    desk.follow("news", server.url("/feed?token=hush"), full_text="page")
    reports, _ = desk.work()
    assert "it says it has moved to" in desk.feed().message
    assert "/a?key=***" in told.text
    for text in (told.text, desk.feed().message, str(reports)):
        assert "hush" not in text
