"""Faults 26 to 31: bodies that are cut short, empty, something else, or meant to hurt."""

import gzip
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.feeds.desk import Desk
from tests.feeds.server import Server, atom, reply, rss
from tracker.workers import Workers

ONE = "<title>Ferry resumes</title><link>http://127.0.0.1/ferry</link>"
TWO = "<title>Bridge opens</title><link>http://127.0.0.1/bridge</link>"
HTML = {"content_type": "text/html"}


def look(desk: Desk, server: Server, answer) -> tuple[str, str]:
    """The outcome and the reason for a feed that answers so."""
    server.routes["/feed"] = answer
    desk.follow("news", server.url("/feed"))
    report = desk.look()["news"]
    return report.outcome, report.reason


def test_fault_26_a_body_shorter_than_announced_keeps_its_whole_items(
    desk: Desk, server: Server
) -> None:
    body = rss(ONE, TWO)
    cut = body[: body.index(b"<link>http://127.0.0.1/bridge")]
    answer = reply(200, cut, content_length=str(len(body)), etag='"a"')
    assert look(desk, server, answer) == ("read", "cut off on the way")
    assert desk.titles() == ["Ferry resumes"]
    assert (desk.feed().state, desk.feed().etag) == ("degraded", None)
    look(desk, server, reply(200, body, etag='"a"'))
    assert "if-none-match" not in server.asked[1].headers
    assert desk.titles() == ["Bridge opens", "Ferry resumes"]
    assert desk.feed().state == "ok"


def test_fault_26_of_ten_bytes_nothing_is_believed(desk: Desk, server: Server) -> None:
    answer = reply(200, b"<?xml vers", content_length="1000", etag='"a"')
    assert look(desk, server, answer) == ("read", "cut off on the way")
    assert (desk.feed().state, desk.feed().etag, desk.articles()) == ("degraded", None, [])


def test_fault_26_a_truncated_gzip_keeps_its_whole_items(desk: Desk, server: Server) -> None:
    items = [f"<title>Item {n}</title><link>http://127.0.0.1/{n * 7919}</link>" for n in range(500)]
    packed = gzip.compress(rss(*items))
    answer = reply(200, packed[: len(packed) // 2], content_encoding="gzip", etag='"a"')
    assert look(desk, server, answer)[0] == "read"
    assert 10 < len(desk.articles()) < 490
    assert (desk.feed().state, desk.feed().etag) == ("degraded", None)


@pytest.mark.parametrize("make", [rss, atom])
def test_fault_26_a_body_cut_between_two_items_is_asked_for_again(
    desk: Desk, server: Server, make
) -> None:
    body = make(ONE, TWO)
    cut = body[: body.rindex(b"<item>" if make is rss else b"<entry>")]
    answer = reply(200, cut, etag='"a"', content_length="")
    assert look(desk, server, answer) == ("read", "cut off before its end")
    assert (desk.feed().state, desk.feed().etag) == ("degraded", None)
    server.routes["/feed"] = reply(200, body, etag='"a"')
    assert desk.look()["news"].new == 1
    assert (desk.feed().state, desk.feed().etag) == ("ok", '"a"')


def test_fault_26_a_sitemap_that_was_cut_makes_no_address_of_a_part_of_one(
    desk: Desk, server: Server
) -> None:
    whole = "<url><loc>http://127.0.0.1/ferry</loc></url>"
    body = f"<urlset>{whole}<url><loc>http://127.0.0.1/bri".encode()
    answer = reply(200, body, etag='"a"', content_length="")
    assert look(desk, server, answer) == ("read", "cut off before its end")
    assert [article.url for article in desk.articles()] == ["http://127.0.0.1/ferry"]
    assert desk.feed().etag is None


def test_fault_26_a_json_feed_that_was_cut_keeps_its_whole_items(
    desk: Desk, server: Server
) -> None:
    items = ",".join(f'{{"url": "/{n}", "title": "Notice {n}"}}' for n in range(3))
    body = f'{{"version": "https://jsonfeed.org/version/1.1", "items": [{items}]}}'.encode()
    answer = reply(200, body[:-20], etag='"a"', content_length="")
    assert look(desk, server, answer) == ("read", "cut off before its end")
    assert desk.titles() == ["Notice 0", "Notice 1"]
    assert desk.feed().etag is None


def test_fault_26_markup_in_the_text_of_an_item_does_not_count(desk: Desk, server: Server) -> None:
    body = rss(f"{ONE}<description><![CDATA[write </item> at the end]]></description>", TWO)
    answer = reply(200, body[: body.rindex(b"</item>")], etag='"a"', content_length="")
    assert look(desk, server, answer) == ("read", "cut off in the middle of an item")
    assert desk.titles() == ["Ferry resumes"]


def test_a_missing_end_tag_in_a_whole_feed_costs_no_item(desk: Desk, server: Server) -> None:
    body = rss(ONE, TWO).replace(b"</item>", b"", 1)
    assert look(desk, server, reply(200, body, etag='"a"'))[0] == "read"
    assert len(desk.articles()) == 2


@pytest.mark.parametrize("make", [rss, atom])
def test_fault_26_an_item_without_its_end_is_dropped(desk: Desk, server: Server, make) -> None:
    one, two = ONE, TWO
    if make is atom:
        one = '<title>Ferry resumes</title><id>a</id><link href="http://127.0.0.1/ferry"/>'
        two = '<title>Bridge opens</title><id>b</id><link href="http://127.0.0.1/bridge"/>'
    body = make(one, two)
    cut = body[: body.rindex(b"</item>" if make is rss else b"</entry>")]
    assert look(desk, server, reply(200, cut, etag='"a"')) == (
        "read",
        "cut off in the middle of an item",
    )
    assert desk.titles() == ["Ferry resumes"]
    assert desk.feed().etag is None


def test_fault_26_a_feed_cut_off_in_its_first_item_gives_nothing(
    desk: Desk, server: Server
) -> None:
    body = rss(ONE)
    look(desk, server, reply(200, body[: body.index(b"</link>") + 7]))
    assert desk.articles() == []


def test_items_in_capitals_are_items(desk: Desk, server: Server) -> None:
    body = rss(ONE).replace(b"item>", b"ITEM>")
    assert look(desk, server, reply(200, body))[0] == "read"
    assert desk.titles() == ["Ferry resumes"]


@pytest.mark.parametrize("body", [b"", b"  \n\t ", b"\xef\xbb\xbf", b"\x00\x00"])
def test_fault_27_an_empty_body_changes_nothing(desk: Desk, server: Server, body: bytes) -> None:
    look(desk, server, reply(200, rss(ONE)))
    before = desk.contents()
    assert look(desk, server, reply(200, body)) == ("failed", "empty_body")
    assert desk.contents() == before


WALLS = {
    "challenge": (b"<!DOCTYPE html><html><title>Just a moment...</title></html>", "bot_wall", "bot challenge"),
    "consent": (b"<html><body>Before you continue to the site</body></html>", "bot_wall", "consent wall"),
    "log-in": (b"<html><form><input type='password'></form></html>", "not_a_feed", "log-in page"),
    "any page": (b"<!doctype html><html><p>Welcome to the harbour.</p></html>", "not_a_feed", "web page"),
}  # fmt: skip


@pytest.mark.parametrize("name", WALLS)
def test_fault_28_a_page_in_place_of_a_feed_is_named_for_what_it_is(
    desk: Desk, server: Server, name: str
) -> None:
    body, reason, words = WALLS[name]
    assert look(desk, server, reply(200, body, **HTML)) == ("failed", reason)
    assert words in desk.feed().message
    assert desk.articles() == []


def test_fault_28_a_challenge_in_the_header_is_enough(desk: Desk, server: Server) -> None:
    answer = reply(403, b"<html></html>", cf_mitigated="challenge")
    assert look(desk, server, answer) == ("failed", "bot_wall")


@pytest.mark.parametrize("status", [403, 503])
@pytest.mark.parametrize("title", ["Attention Required! | Cloudflare", "Just a moment..."])
def test_fault_28_a_refusal_that_carries_a_challenge_is_named_for_it(
    desk: Desk, server: Server, status: int, title: str
) -> None:
    page = f"<!DOCTYPE html><html><head><title>{title}</title></head><body>Wait.</body></html>"
    assert look(desk, server, reply(status, page.encode(), **HTML)) == ("failed", "bot_wall")
    assert "bot challenge" in desk.feed().message
    assert (desk.feed().state, desk.feed().failures) == ("failing", 1)


def test_a_feed_page_that_sends_its_reader_on_is_followed_and_is_no_move(
    desk: Desk, server: Server
) -> None:
    server.routes["/new"] = reply(200, rss(ONE))
    order = b"<html><head><meta http-equiv='Refresh' content='0; URL=/new'></head></html>"
    assert look(desk, server, reply(200, order, **HTML)) == ("read", "")
    assert desk.titles() == ["Ferry resumes"]
    assert (desk.feed().url, desk.feed().moved_to) == (server.url("/feed"), None)


def test_fault_29_a_feed_that_is_empty_for_once_deletes_nothing(desk: Desk, server: Server) -> None:
    items = [f"<title>Item {n}</title><link>http://127.0.0.1/{n}</link>" for n in range(20)]
    look(desk, server, reply(200, rss(*items)))
    before = desk.contents()
    assert look(desk, server, reply(200, rss())) == ("read", "")
    assert desk.contents() == before
    assert desk.feed().state == "ok"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
HOSTILE = {
    "billion laughs": f'<!DOCTYPE r [<!ENTITY l0 "lol">{LAUGHS}]><rss version="2.0"><channel><item><title>&l9;</title></item></channel></rss>',
    "quadratic": f'<!DOCTYPE r [<!ENTITY a "{"a" * 50_000}">]><rss version="2.0"><channel><item><title>{"&a;" * 50_000}</title></item></channel></rss>',
    "attributes": f'<rss version="2.0"><channel><item {" ".join(f"a{n}=" + chr(34) * 2 for n in range(50_000))}><title>x</title></item></channel></rss>',
    "nesting": f'<rss version="2.0"><channel><item>{"<b>" * 200_000}</item></channel></rss>',
    "open brackets": '<rss version="2.0">' + "<" * 1_000_000,
}


@pytest.fixture
def hurried(desk: Desk) -> Iterator[Desk]:
    """A desk whose parsers are killed after a second."""
    with Workers(count=1, seconds=1.0) as workers:
        desk.workers = workers
        yield desk


@pytest.mark.parametrize("name", HOSTILE)
def test_fault_30_markup_that_is_meant_to_hurt_is_refused_or_killed(
    hurried: Desk, server: Server, name: str
) -> None:
    started = time.monotonic()
    outcome, reason = look(hurried, server, reply(200, HOSTILE[name].encode()))
    assert time.monotonic() - started < 5
    assert (outcome, reason) == ("failed", reason)
    assert reason in ("unsafe_xml", "parse_timeout", "parse_memory", "not_a_feed")
    server.routes["/fine"] = reply(200, rss(ONE))
    hurried.follow("fine", server.url("/fine"))
    assert hurried.look("fine")["fine"].new == 1  # with a fresh parser


def test_fault_30_a_file_named_in_an_entity_is_not_read(
    desk: Desk, server: Server, tmp_path: Path
) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("the harbour master's password")
    text = (
        f'<!DOCTYPE r [<!ENTITY x SYSTEM "file://{secret}">]><rss version="2.0"><channel>'
        "<item><title>&x;</title><link>http://127.0.0.1/a</link></item></channel></rss>"
    )
    assert look(desk, server, reply(200, text.encode())) == ("failed", "unsafe_xml")
    assert "password" not in str(desk.contents())


def test_fault_30_a_remote_document_type_is_not_fetched(desk: Desk, server: Server) -> None:
    text = rss(ONE).replace(
        b"<rss", f'<!DOCTYPE rss SYSTEM "{server.url("/rss.dtd")}"><rss'.encode(), 1
    )
    assert look(desk, server, reply(200, text)) == ("read", "")
    assert server.paths() == ["/feed"]
    assert desk.titles() == ["Ferry resumes"]


def test_fault_30_a_sitemaps_entities_are_no_safer(desk: Desk, server: Server) -> None:
    text = (
        '<?xml version="1.0"?><!DOCTYPE u [<!ENTITY x SYSTEM "file:///etc/hostname">]>'
        "<urlset><url><loc>http://127.0.0.1/&x;</loc></url></urlset>"
    )
    assert look(desk, server, reply(200, text.encode())) == ("failed", "unsafe_xml")


def test_fault_31_a_body_that_names_a_feed_is_not_that_feed(
    desk: Desk, server: Server, tmp_path: Path
) -> None:
    local = tmp_path / "feed.xml"
    local.write_bytes(rss(ONE))
    server.routes["/other"] = reply(200, rss(TWO))
    for body in ("/etc/passwd", str(local), f"file://{local}", server.url("/other")):
        assert look(desk, server, reply(200, body.encode())) == ("failed", "not_a_feed")
    assert desk.articles() == []
    assert server.count("/other") == 0


def test_fault_23_a_charset_given_as_content_coding_is_no_coding(
    desk: Desk, server: Server
) -> None:
    answer = reply(200, rss(ONE), content_encoding="UTF-8")
    assert look(desk, server, answer) == ("read", "")
    assert desk.titles() == ["Ferry resumes"]
