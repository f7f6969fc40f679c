"""The one door to the network, against a real server."""

import asyncio
import gzip
from ipaddress import ip_network
from typing import Any

import pytest

from tests.feeds.server import Asked, Server, reply, serve
from tracker.addresses import authority
from tracker.errors import FetchError
from tracker.http import Fetcher, Limits, Response
from tracker.http.redirects import is_at_home

LOOPBACK = (ip_network("127.0.0.0/8"),)


@pytest.fixture
def site() -> Any:
    """A server on 127.0.0.1."""
    with serve() as running:
        yield running


def get(*urls: str, limits: Limits | None = None, **asked: Any) -> list[Response]:
    """The answers to requests made one after the other by one fetcher."""

    async def ask() -> list[Response]:
        async with Fetcher(
            "reader/1.0 (mail@example.com)", LOOPBACK, limits or Limits()
        ) as fetcher:
            return [await fetcher.get(url, **asked) for url in urls]

    return asyncio.run(ask())


def test_an_answer_comes_with_its_headers_and_hops(site: Server) -> None:
    site.routes["/a"] = reply(302, location="/b")
    site.routes["/b"] = reply(200, b"hello", x_twice="1")
    (response,) = get(site.url("/a"))
    assert (response.url, response.status, response.body) == (site.url("/b"), 200, b"hello")
    assert [(hop.url, hop.status) for hop in response.hops] == [
        (site.url("/a"), 302),
        (site.url("/b"), 200),
    ]
    assert response.headers["x-twice"] == "1"
    assert not response.truncated


def test_it_says_who_asks_and_asks_for_gzip_only(site: Server) -> None:
    site.routes["/"] = reply(200, b"")
    get(site.url("/"))
    headers = site.asked[0].headers
    assert headers["user-agent"] == "reader/1.0 (mail@example.com)"
    assert headers["accept-encoding"] == "gzip"


def test_cookies_are_never_sent_back(site: Server) -> None:
    site.routes["/"] = reply(200, b"", set_cookie="id=1; Path=/")
    get(site.url("/"), site.url("/"))
    assert "cookie" not in site.asked[1].headers


def test_a_fragment_is_not_sent(site: Server) -> None:
    site.routes["/a"] = reply(200, b"")
    get(site.url("/a#part"))
    assert site.paths() == ["/a"]


def test_several_gzip_members_are_one_body(site: Server) -> None:
    body = gzip.compress(b"one ") + gzip.compress(b"two") + b"\0\0padding"
    site.routes["/"] = reply(200, body, content_encoding="gzip")
    assert get(site.url("/"))[0].body == b"one two"


def test_a_body_of_exactly_the_limit_is_taken_and_one_byte_more_is_not(site: Server) -> None:
    limits = Limits(size=1000)
    for coding in ("", "gzip"):
        pack = gzip.compress if coding else bytes
        site.routes["/"] = reply(200, pack(b"x" * 1000), content_encoding=coding)
        assert len(get(site.url("/"), limits=limits)[0].body) == 1000
        site.routes["/"] = reply(200, pack(b"x" * 1001), content_encoding=coding)
        with pytest.raises(FetchError, match="too_large"):
            get(site.url("/"), limits=limits)


def test_what_is_no_gzip_is_an_error(site: Server) -> None:
    site.routes["/"] = reply(200, b"plain text", content_encoding="gzip")
    with pytest.raises(FetchError, match="bad_encoding"):
        get(site.url("/"))


def test_what_is_no_http_is_an_error(site: Server) -> None:
    site.routes["/"] = b"220 mail.example ESMTP ready\r\n"
    with pytest.raises(FetchError, match="protocol"):
        get(site.url("/"))


def test_a_refused_connection_is_an_error(site: Server) -> None:
    with serve("127.0.0.3") as gone:
        url = gone.url("/")
    with pytest.raises(FetchError, match="connect"):
        get(url)


def test_cancelling_is_clean(site: Server) -> None:
    def silence(asked: Asked, connection: Any) -> None:
        connection.recv(1)

    site.routes["/slow"] = silence
    site.routes["/fine"] = reply(200, b"fine")

    async def ask() -> bytes:
        async with Fetcher("test", LOOPBACK) as fetcher:
            task = asyncio.create_task(fetcher.get(site.url("/slow")))
            await asyncio.sleep(0.1)
            task.cancel()
            with pytest.raises(asyncio.CancelledError):
                await task
            return (await fetcher.get(site.url("/fine"))).body

    assert asyncio.run(ask()) == b"fine"


@pytest.mark.parametrize(
    ("url", "expected"),
    [("https://Example.com/a", "example.com"), ("http://example.com:80/", "example.com"),
     ("http://example.com:8080/", "example.com:8080"), ("https://example.com./", "example.com")],
)  # fmt: skip
def test_a_host_is_known_by_its_name_and_unusual_port(url: str, expected: str) -> None:
    assert authority(url) == expected


@pytest.mark.parametrize(
    ("asked", "home", "expected"),
    [
        ("https://harbour.example/a", "https://harbour.example/", True),
        ("https://harbour.example/a", "http://harbour.example/", True),
        ("http://harbour.example/a", "https://harbour.example/", False),
        ("https://harbour.example:8443/a", "https://harbour.example/", False),
        ("https://ferry.example/a", "https://harbour.example/", False),
    ],
)
def test_what_is_for_one_host_goes_nowhere_else_and_never_in_the_clear(
    asked: str, home: str, expected: bool
) -> None:
    assert is_at_home(asked, home) is expected
