"""Fault 38: article pages that are too large, no pages, or walls; and what to do about robots and corrections."""

import datetime as dt

import pytest

from db.engine import Engine
from tests.feeds.desk import Desk
from tests.feeds.server import Server, reply, rss

STORY = "".join(
    f"<p>The ferry across the bay runs again, the harbour office said in its notice number {n}. "
    "Passengers may buy their tickets at the pier from eight in the morning.</p>"
    for n in range(6)
)


def page(title: str = "Ferry resumes", body: str = STORY) -> bytes:
    """A page of an article."""
    head = f"<title>{title}</title><meta property='article:published_time' content='2026-03-10T09:00:00+09:00'>"
    return f"<!doctype html><html><head>{head}</head><body><article><h1>{title}</h1>{body}</article></body></html>".encode()


HTML = {"content_type": "text/html; charset=utf-8"}


@pytest.fixture
def reader(desk: Desk, server: Server) -> Desk:
    """A desk that follows a feed of one item without text."""
    server.routes["/feed"] = reply(
        200, rss("<title>Ferry resumes</title><link>/ferry</link>"), etag='"a"'
    )
    desk.follow("news", server.url("/feed"), full_text="page")
    return desk


def test_a_page_is_fetched_once_and_read(engine: Engine, reader: Desk, server: Server) -> None:
    reader.engine = engine
    server.routes["/ferry"] = reply(200, page(), **HTML)
    _, pages = reader.work()
    assert (pages.fetched, pages.new, pages.failed) == (1, 1, 0)
    (article,) = reader.articles()
    assert (article.state, article.url) == ("ready", server.url("/ferry"))
    assert article.published == dt.datetime(2026, 3, 10, 0, 0, tzinfo=dt.UTC)
    assert "notice number 5" in reader.texts()[0]
    reader.work()
    assert server.count("/ferry") == 1


def test_fault_38_a_page_that_is_too_large_is_left(reader: Desk, server: Server) -> None:
    reader.fetch["page_limit"] = 10**5
    server.routes["/ferry"] = reply(200, page(body="<p>x</p>" * 10**5), **HTML)
    _, pages = reader.work()
    (article,) = reader.articles()
    assert pages.failed == 1
    assert (article.state, article.reason.partition(":")[0]) == ("failed", "too_large")
    assert reader.texts() == []


WALL = (
    "<!doctype html><html><head><title>We value your privacy</title></head><body><div><h1>We value your privacy</h1>"
    "<p>We and our 412 partners store and access information on your device. You can accept or refuse, and "
    "change your choices at any time in our privacy center.</p><button>Accept all</button></div></body></html>"
)
CHALLENGE = (
    "<!doctype html><html><head><title>Just a moment...</title></head><body><h1>harbour.example</h1>"
    "<p>Enable JavaScript and cookies to continue</p></body></html>"
)
TEASER = (
    "<p>The ferry across the bay runs again, the harbour office said on Monday in its newest notice.</p>"
    "<div class='paywall'><p>Subscribe to continue reading this article.</p><p>Already a subscriber? Log in</p></div>"
)
NOT_THERE = (
    "<!doctype html><html><head><title>Page not found - Harbour News</title></head><body><h1>Sorry</h1>"
    "<p>The page you are looking for may have been removed. Please try the search.</p></body></html>"
)
BLOCKED = (
    "<!DOCTYPE html><html><head><title>Attention Required! | Cloudflare</title></head><body>"
    "<h1>Sorry, you have been blocked</h1><p>You are unable to access harbour.example</p></body></html>"
)
NO_ARTICLE = {
    "a PDF": (reply(200, b"%PDF-1.7 \x00\x01", content_type="application/pdf"), "skipped"),
    "a consent wall": (reply(200, WALL.encode(), **HTML), "blocked"),
    "a bot challenge": (reply(200, CHALLENGE.encode(), **HTML), "blocked"),
    "a bot challenge with a refusal": (reply(403, BLOCKED.encode(), **HTML), "blocked"),
    "a bot challenge that pleads to be busy": (reply(503, CHALLENGE.encode(), **HTML), "blocked"),
    "a notice that nothing is there": (reply(200, NOT_THERE.encode(), **HTML), "skipped"),
    "an error message": (
        reply(200, b"<html><title>502 Bad Gateway</title><body>502 Bad Gateway", **HTML),
        "failed",
    ),
    "a paywall teaser": (reply(200, page(body=TEASER), **HTML), "teaser"),
}


@pytest.mark.parametrize("name", NO_ARTICLE)
def test_fault_38_what_is_no_article_gives_no_text(reader: Desk, server: Server, name: str) -> None:
    server.routes["/ferry"], state = NO_ARTICLE[name]
    reader.work()
    (article,) = reader.articles()
    assert (article.state, reader.texts()) == (state, [])
    assert article.reason


@pytest.mark.parametrize(
    ("link", "expected"),
    [("javascript:alert(1)", None), ("mailto:a@b.example", None), ("/a b", "/a%20b"), ("sub/page", "/deep/sub/page"),
     ("?id=7", "/deep/feed?id=7"), ("#top", "/deep/feed#top")],
)  # fmt: skip
def test_fault_38_links_are_absolute_or_nothing(
    desk: Desk, server: Server, link: str, expected: str | None
) -> None:
    server.routes["/deep/feed"] = reply(200, rss(f"<title>Ferry</title><link>{link}</link>"))
    desk.follow("news", server.url("/deep/feed"))
    desk.look()
    urls = [article.url for article in desk.articles()]
    assert urls == ([server.url(expected)] if expected else [])


def test_fault_38_markup_in_a_title_stays_text(desk: Desk, server: Server) -> None:
    title = "&lt;script&gt;alert(1)&lt;/script&gt;Ferry &amp;amp; bridge"
    server.routes["/feed"] = reply(200, rss(f"<title>{title}</title><link>/ferry</link>"))
    desk.follow("news", server.url("/feed"))
    desk.look()
    (shown,) = desk.titles()
    assert "<script" not in shown
    assert "Ferry & bridge" in shown


def test_robots_txt_is_obeyed_for_pages_and_asked_for_once_a_day(
    reader: Desk, server: Server
) -> None:
    reader.fetch["robots"] = True
    items = [
        f"<title>Item {n}</title><link>/{'private' if n % 2 else 'open'}/{n}</link>"
        for n in range(4)
    ]
    server.routes["/feed"] = reply(200, rss(*items))
    server.routes["/robots.txt"] = reply(
        200, b"User-agent: *\nDisallow: /private/\nDisallow: /feed\n"
    )
    for n in range(4):
        server.routes[f"/{'private' if n % 2 else 'open'}/{n}"] = reply(
            200, page(f"Item {n}"), **HTML
        )
    _, pages = reader.work()
    assert (pages.fetched, pages.skipped) == (2, 2)
    assert server.count("/private/1") == 0
    assert {article.state for article in reader.articles()} == {"ready", "skipped"}
    assert server.count("/robots.txt") == 1


def test_a_page_waits_while_robots_txt_cannot_be_asked_for(reader: Desk, server: Server) -> None:
    reader.fetch["robots"] = True
    server.routes["/robots.txt"] = reply(503)
    server.routes["/ferry"] = reply(200, page(), **HTML)
    _, pages = reader.work()
    assert (pages.fetched, server.count("/ferry")) == (0, 0)
    assert reader.articles()[0].state == "pending"
    server.routes["/robots.txt"] = reply(404)
    reader.later(hours=1)
    _, pages = reader.work()
    assert pages.fetched == 1


def test_a_page_that_fails_is_tried_again_and_at_last_given_up_with_a_reason(
    reader: Desk, server: Server
) -> None:
    server.routes["/ferry"] = reply(503)
    for _ in range(9):
        reader.work()
        reader.later(days=4)
    (article,) = reader.articles()
    assert (article.state, article.reason) == ("failed", "server_error: HTTP 503")
    assert server.count("/ferry") == 6


def test_a_page_that_asks_for_patience_gets_it(reader: Desk, server: Server) -> None:
    server.routes["/ferry"] = reply(503, retry_after="14400")
    reader.work()
    reader.later(hours=3)
    reader.work()
    assert server.count("/ferry") == 1
    reader.later(hours=2)
    reader.work()
    assert server.count("/ferry") == 2


def test_a_robots_txt_that_is_asked_for_too_often_silences_its_host(
    reader: Desk, server: Server
) -> None:
    reader.fetch["robots"] = True
    server.routes["/robots.txt"] = reply(429, retry_after="7200")
    reader.work()
    asked = len(server.asked)
    reader.later(hours=1)
    reader.work()
    assert len(server.asked) == asked
    assert {host.strikes for host in reader.rows_of_hosts()} == {1}


def test_a_correction_is_found_when_the_page_is_looked_at_again(
    reader: Desk, server: Server
) -> None:
    server.routes["/ferry"] = reply(200, page(), etag='"1"', **HTML)
    reader.work()
    reader.later(hours=7)
    server.routes["/ferry"] = reply(304)
    _, pages = reader.work()
    assert pages.unchanged == 1
    assert server.asked[-1].headers["if-none-match"] == '"1"'
    reader.later(days=1)
    server.routes["/ferry"] = reply(
        200, page(body=STORY.replace("eight", "nine")), etag='"2"', **HTML
    )
    _, pages = reader.work()
    assert pages.changed == 1
    assert [version.number for version in reader.versions()] == [1, 2]
    for _ in range(20):
        reader.later(days=3)
        reader.work()
    assert server.count("/ferry") == 5  # and then it is left in peace


def test_an_edited_item_has_its_page_fetched_at_once(reader: Desk, server: Server) -> None:
    server.routes["/ferry"] = reply(200, page(), **HTML)
    reader.work()
    server.routes["/feed"] = reply(
        200,
        rss("<title>Ferry resumes</title><link>/ferry</link><description>Corrected.</description>"),
    )
    server.routes["/ferry"] = reply(200, page(body=STORY.replace("eight", "nine")), **HTML)
    reader.later(minutes=20)
    reports, pages = reader.work()
    assert (reports["news"].new, reports["news"].changed) == (0, 1)
    assert pages.changed == 1
    assert "nine in the morning" in reader.texts()[-1]


def test_a_feeds_own_headers_go_to_its_own_host_alone(desk: Desk, server: Server) -> None:
    server.routes["/feed"] = reply(302, location=server.url("/other", "localhost"))
    server.routes["/other"] = reply(200, rss("<title>Ferry</title><link>/ferry</link>"))
    server.routes["/ferry"] = reply(200, page(), **HTML)
    desk.follow("news", server.url("/feed"), full_text="page", headers={"X-Key": "hush"})
    desk.work()
    sent = [(asked.path, asked.headers.get("x-key")) for asked in server.asked]
    assert sent == [("/feed", "hush"), ("/other", None), ("/ferry", None)]


def test_an_aggregators_link_is_the_article_it_leads_to(desk: Desk, server: Server) -> None:
    for name in ("aggregator", "paper"):
        link = "/go?to=1" if name == "aggregator" else server.url("/ferry", "localhost")
        source = (
            '<source url="http://localhost/">Bay Gazette</source>' if name == "aggregator" else ""
        )
        server.routes[f"/{name}"] = reply(
            200, rss(f"<title>Ferry</title><link>{link}</link>{source}")
        )
        desk.follow(name, server.url(f"/{name}"), full_text="page")
    server.routes["/go?to=1"] = reply(302, location=server.url("/ferry", "localhost"))
    server.routes["/ferry"] = reply(200, page(), **HTML)
    desk.work()
    desk.later(hours=1)
    desk.work()
    (article,) = desk.articles()
    assert article.url == server.url("/ferry", "localhost")
    assert {sighting.article_id for sighting in desk.sightings()} == {article.id}
    assert len(desk.sightings()) == 2
    assert len(desk.texts()) == 1


def test_an_article_that_now_leads_to_the_home_page_is_none(reader: Desk, server: Server) -> None:
    server.routes["/ferry"] = reply(302, location="/")
    server.routes["/"] = reply(200, page("Welcome"), **HTML)
    reader.work()
    (article,) = reader.articles()
    assert (article.state, article.reason) == ("skipped", "it leads to the home page")
    assert reader.texts() == []


def sending_on(to: str, delay: int = 0) -> bytes:
    """A page that sends its reader on."""
    order = f"<meta http-equiv='refresh' content='{delay}; url={to}'>"
    return reply(200, f"<html><head>{order}</head><body>Moving on</body></html>".encode(), **HTML)


def test_a_page_that_sends_its_reader_on_is_followed(reader: Desk, server: Server) -> None:
    server.routes["/ferry"] = sending_on("/harbour/ferry")
    server.routes["/harbour/ferry"] = reply(200, page(), **HTML)
    reader.work()
    (article,) = reader.articles()
    assert (article.state, article.url) == ("ready", server.url("/harbour/ferry"))


@pytest.mark.parametrize(
    ("to", "asked", "reason"),
    [
        ("http://169.254.169.254/secret", 1, "blocked_address"),
        ("file:///etc/passwd", 1, "bad_redirect_scheme"),
        ("/on/1", 6, "too_many_redirects"),
    ],
)
def test_what_a_page_sends_on_to_is_checked_like_any_redirect(
    reader: Desk, server: Server, to: str, asked: int, reason: str
) -> None:
    server.routes["/ferry"] = sending_on(to)
    for n in range(1, 20):
        server.routes[f"/on/{n}"] = sending_on(f"/on/{n + 1}")
    reader.work()
    pages = [path for path in server.paths() if path != "/feed"]
    assert len(pages) == asked
    assert reader.articles()[0].reason.partition(":")[0] == reason
    assert reader.texts() == []


@pytest.mark.parametrize("to", ["/ferry", ""])
def test_a_page_that_reloads_itself_is_read(reader: Desk, server: Server, to: str) -> None:
    order = (
        f"<meta http-equiv=refresh content='5;url={to}'>"
        if to
        else "<meta http-equiv=refresh content=300>"
    )
    server.routes["/ferry"] = reply(
        200, page().replace(b"<head>", b"<head>" + order.encode()), **HTML
    )
    reader.work()
    assert reader.articles()[0].state == "ready"
    assert server.count("/ferry") == 1


def test_a_page_that_came_before_under_another_counter_is_the_same_article(
    desk: Desk, server: Server
) -> None:
    desk.follow("news", server.url("/feed"), full_text="page")
    for n in (7, 8):
        link = f"/ferry?t={n}"
        server.routes["/feed"] = reply(200, rss(f"<title>Ferry</title><link>{link}</link>"))
        server.routes[link] = reply(200, page(), **HTML)
        desk.later(hours=1)
        desk.work()
    (article,) = desk.articles()
    assert (article.url, len(desk.versions())) == (server.url("/ferry?t=7"), 1)
    server.routes["/feed"] = reply(200, rss("<title>Ferry</title><link>/ferry?t=9</link>"))
    server.routes["/ferry?t=9"] = reply(200, page(body=STORY.replace("eight", "nine")), **HTML)
    desk.later(hours=1)
    desk.work()
    assert len(desk.articles()) == 2  # other words: it may be another story
