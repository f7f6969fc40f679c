"""Faults 23 to 25: answers that are too large, or take for ever."""

import gzip
import resource
import time
import zlib

import pytest

from tests.feeds.desk import Desk
from tests.feeds.server import Asked, Server, reply, rss

ONE = "<title>Ferry resumes</title><link>http://127.0.0.1/ferry</link>"


BOMB = gzip.compress(bytes(10**7)) * 30  # 300 MB: gzip may have several members


def test_fault_23_a_gzip_bomb_is_cut_at_the_limit(desk: Desk, server: Server) -> None:
    server.routes["/feed"] = reply(200, rss(ONE))
    desk.follow("news", server.url("/feed"))
    desk.look()
    before = desk.contents()
    server.routes["/feed"] = reply(200, BOMB, content_encoding="gzip")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert desk.look()["news"].reason == "too_large"
    growth = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak) / 1024
    assert growth < 50
    assert desk.contents() == before


@pytest.mark.parametrize("coding", ["gzip, gzip", "br", "zstd", "compress"])
def test_fault_23_a_coding_nobody_asked_for_is_refused(
    desk: Desk, server: Server, coding: str
) -> None:
    server.routes["/feed"] = reply(200, gzip.compress(BOMB), content_encoding=coding)
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].reason == "bad_encoding"


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "raw deflate", "identity"])
def test_fault_23_usual_codings_are_read(desk: Desk, server: Server, coding: str) -> None:
    window = {"gzip": 31, "x-gzip": 31, "deflate": 15, "raw deflate": -15}.get(coding)
    body = rss(ONE)
    if window is not None:
        press = zlib.compressobj(9, zlib.DEFLATED, window)
        body = press.compress(body) + press.flush()
    server.routes["/feed"] = reply(200, body, content_encoding=coding.split()[-1])
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].new == 1
    assert server.asked[0].headers["accept-encoding"] == "gzip"


PACKED = {"content_type": "application/x-gzip"}


def test_fault_23_a_feed_that_is_a_compressed_file_is_read(desk: Desk, server: Server) -> None:
    server.routes["/feed.xml.gz"] = reply(200, gzip.compress(rss(ONE)), **PACKED)
    desk.follow("news", server.url("/feed.xml.gz"))
    assert desk.look()["news"].new == 1
    assert desk.feed().state == "ok"


def test_fault_23_a_compressed_file_is_bounded_like_any_answer(desk: Desk, server: Server) -> None:
    server.routes["/feed.xml.gz"] = reply(200, BOMB, **PACKED)
    desk.follow("news", server.url("/feed.xml.gz"))
    assert desk.look()["news"].reason == "too_large"


def test_fault_26_a_compressed_file_that_was_cut_keeps_its_whole_items(
    desk: Desk, server: Server
) -> None:
    links = [f"<title>Item {n}</title><link>http://127.0.0.1/{n * 7919}</link>" for n in range(900)]
    packed = gzip.compress(rss(*links))
    server.routes["/feed.xml.gz"] = reply(200, packed[: len(packed) // 2], etag='"a"', **PACKED)
    desk.follow("news", server.url("/feed.xml.gz"))
    assert desk.look()["news"].reason == "cut off on the way"
    assert 0 < len(desk.articles()) < 900
    assert desk.feed().etag is None


def test_fault_24_an_announced_giant_is_not_even_begun(desk: Desk, server: Server) -> None:
    server.routes["/feed"] = reply(200, b"x", content_length=str(5 * 10**9))
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].reason == "too_large"


def test_fault_24_an_endless_body_is_cut_at_the_limit(desk: Desk, server: Server) -> None:
    sent = 0

    def endless(asked: Asked, connection):
        nonlocal sent
        connection.sendall(b"HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n")
        block = b"%x\r\n%s\r\n" % (10**5, b" " * 10**5)
        while sent < 10**9:
            connection.sendall(block)
            sent += 10**5

    server.routes["/feed"] = endless
    desk.fetch["feed_limit"] = 10**6
    desk.follow("news", server.url("/feed"))
    assert desk.look()["news"].reason == "too_large"
    assert sent < 10**8  # what the sockets' buffers hold may be more than was read


def drip_body(asked: Asked, connection) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n")
    for _ in range(100):
        connection.sendall(b"x")
        time.sleep(0.05)


def drip_headers(asked: Asked, connection) -> None:
    connection.sendall(b"HTTP/1.1 200 OK\r\n")
    for number in range(100):
        connection.sendall(b"x-%d: y\r\n" % number)
        time.sleep(0.05)


def silence(asked: Asked, connection) -> None:
    time.sleep(5)


@pytest.mark.parametrize("answer", [drip_body, drip_headers, silence])
def test_fault_25_whoever_drips_is_cut_off_when_the_time_is_up(
    desk: Desk, server: Server, answer
) -> None:
    server.routes["/slow"] = answer
    server.routes["/fine"] = reply(200, rss(ONE))
    desk.fetch["total_timeout"] = "0.6s"
    desk.follow("slow", server.url("/slow"))
    desk.follow("fine", server.url("/fine"))
    started = time.monotonic()
    reports = desk.look()
    assert time.monotonic() - started < 3
    assert reports["slow"].reason == "timeout"
    assert reports["fine"].new == 1


def test_fault_25_a_host_that_never_accepts_is_given_up(desk: Desk) -> None:
    import socket

    with socket.socket() as deaf:  # bound, and its queue is full: nobody ever answers
        deaf.bind(("127.0.0.1", 0))
        deaf.listen(0)
        port = deaf.getsockname()[1]
        fillers = [socket.socket() for _ in range(4)]
        for filler in fillers:
            filler.setblocking(False)
            filler.connect_ex(("127.0.0.1", port))
        desk.fetch |= {"total_timeout": "3s", "connect_timeout": "0.3s"}
        desk.follow("news", f"http://127.0.0.1:{port}/")
        started = time.monotonic()
        assert desk.look()["news"].reason == "timeout"
        assert time.monotonic() - started < 3
        for filler in fillers:
            filler.close()
