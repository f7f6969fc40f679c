"""Faults 12 and 13: addresses that reach where nobody should reach."""

import asyncio
from pathlib import Path

import pytest

from tests.feeds.desk import LOOPBACK, Desk
from tests.feeds.server import Server, reply, rss, serve
from tracker.addresses import is_open, without_secrets
from tracker.errors import ConfigError, FetchError
from tracker.http import Fetcher
from tracker.settings import load_settings

ONE = "<title>Ferry resumes</title><link>http://127.0.0.1/ferry</link>"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost", "2130706433", "0", "0x7f.1", "[::ffff:127.0.0.1]", "0177.0.0.1"],
)
def test_fault_12_this_machine_is_not_asked_under_any_name(
    desk: Desk, server: Server, host: str
) -> None:
    server.routes["/feed"] = reply(200, rss(ONE))
    desk.fetch["allow_private"] = ()
    desk.follow("news", server.url("/feed", host))
    # An octal number is refused earlier, as no address at all.
    assert desk.look()["news"].reason == ("bad_url" if host.startswith("01") else "blocked_address")
    assert server.asked == []


def test_fault_12_a_redirect_to_this_machine_is_not_followed(desk: Desk) -> None:
    with serve("127.0.0.1") as front, serve("127.0.0.2") as victim:
        front.routes["/feed"] = reply(302, location=victim.url("/secret"))
        desk.fetch["allow_private"] = ("127.0.0.1/32",)
        desk.follow("news", front.url("/feed"))
        assert desk.look()["news"].reason == "blocked_address"
        assert (len(front.asked), len(victim.asked)) == (1, 0)


@pytest.mark.parametrize(
    "address",
    ["10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "::1", "::",
     "::ffff:10.0.0.1", "64:ff9b::a9fe:a9fe", "fe80::1", "fc00::1", "2002:7f00:1::", "224.0.0.1",
     "255.255.255.255", "192.0.2.1", "ff02::1"],
)  # fmt: skip
def test_fault_12_addresses_that_are_not_public_are_closed(address: str) -> None:
    assert not is_open(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1::1", "64:ff9b::5db8:d822"])
def test_fault_12_public_addresses_are_open(address: str) -> None:
    assert is_open(address)


def test_fault_12_a_name_that_turns_private_is_caught_at_every_connection(server: Server) -> None:
    """The name is resolved once a connection, and the address that was checked is the one connected to."""
    answers = iter([["127.0.0.1"], ["10.0.0.1"]])

    async def resolver(host: str, port: int) -> list[str]:
        return next(answers)

    async def ask() -> list[str]:
        got = []
        async with Fetcher("test", LOOPBACK, resolver=resolver) as fetcher:
            for _ in range(2):
                try:
                    answer = await fetcher.get(server.url("/feed", "news.example"))
                    got.append(str(answer.status))
                except FetchError as error:
                    got.append(error.code)
        return got

    server.routes["/feed"] = reply(200, rss(ONE))
    assert asyncio.run(ask()) == ["200", "blocked_address"]
    assert len(server.asked) == 1


def test_fault_12_a_networks_own_feed_may_be_allowed(desk: Desk, server: Server) -> None:
    server.routes["/feed"] = reply(200, rss(ONE))
    desk.fetch["allow_private"] = ()
    desk.follow("news", server.url("/feed"), allow_private=("127.0.0.0/8",))
    assert desk.look()["news"].new == 1


def test_fault_12_a_configured_proxy_is_exempt(
    desk: Desk, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("http_proxy", server.url(""))
    monkeypatch.setenv("no_proxy", "")
    server.routes["http://news.example/feed"] = reply(200, rss(ONE))
    desk.fetch["allow_private"] = ()
    desk.follow("news", "http://news.example/feed")
    desk.follow("inside", "http://169.254.169.254/feed")
    reports = desk.look()
    assert reports["news"].new == 1
    assert reports["inside"].reason == "blocked_address"
    assert server.paths() == ["http://news.example/feed"]


BAD = {
    "backslash": "http://127.0.0.1:80\\\\@example.com/",
    "user and password": "http://user:secret@example.com/feed",
    "line break": "http://example.com/\\r\\nHost: other",
    "no scheme": "example.com/feed",
}


@pytest.mark.parametrize("name", BAD)
def test_fault_13_a_crooked_address_is_refused_by_the_configuration(
    tmp_path: Path, name: str
) -> None:
    file = tmp_path / "config.toml"
    file.write_text(f'[[feeds]]\nname = "news"\nurl = "{BAD[name]}"\n')
    with pytest.raises(ConfigError) as caught:
        load_settings(file)
    assert "url" in str(caught.value)
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    ["http://127.0.0.1:80\\@example.com/", "http://user:secret@example.com/feed", "http://a/\r\nb"],
)
def test_fault_13_a_crooked_address_is_refused_by_the_fetcher(url: str) -> None:
    async def ask() -> None:
        async with Fetcher("test") as fetcher:
            await fetcher.get(url)

    with pytest.raises(FetchError, match="bad_url"):
        asyncio.run(ask())


def test_fault_13_a_redirect_to_a_crooked_address_is_refused(desk: Desk, server: Server) -> None:
    server.routes["/feed"] = reply(302, location="http://user:pw@127.0.0.1/feed")
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].reason == "bad_url"


def test_secrets_in_an_address_are_never_shown() -> None:
    shown = without_secrets("https://user:hush@example.com/feed?api_key=hush&page=2")
    assert shown == "https://example.com/feed?api_key=***&page=2"
