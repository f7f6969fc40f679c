"""Every kind of feed is read: RSS, Atom, JSON Feed, sitemaps, index pages, lists of feeds."""

import datetime as dt
import json

import pytest

from tests.feeds.server import atom, rss
from tracker.errors import ReadError
from tracker.feeds.fulltext import carried_text
from tracker.feeds.items import Item
from tracker.feeds.opml import from_opml, to_opml
from tracker.feeds.read import read_feed

NOW = dt.datetime(2026, 3, 10, 12, 0, tzinfo=dt.UTC)
BASE = "https://harbour.example/news/feed"


def read(body: bytes | str, selector: str = "") -> list[Item]:
    """The items of a body served at BASE."""
    body = body.encode() if isinstance(body, str) else body
    return list(read_feed(body, BASE, NOW, selector=selector).items)


def test_an_atom_entry_is_read_with_its_links_made_absolute() -> None:
    (item,) = read(
        atom(
            '<title>Ferry resumes</title><id>urn:1</id><link rel="alternate" href="../ferry"/>'
            "<updated>2026-03-10T10:00:00Z</updated><published>2026-03-10T18:00:00+09:00</published>"
            '<content type="html">&lt;p&gt;Runs again.&lt;/p&gt;</content>'
        )
    )
    assert (item.url, item.title, item.guid) == (
        "https://harbour.example/ferry",
        "Ferry resumes",
        "urn:1",
    )
    assert item.published is not None
    assert item.published.isoformat() == "2026-03-10T18:00:00+09:00"
    assert item.html == "<p>Runs again.</p>"


def test_an_aggregators_item_credits_its_source() -> None:
    (item,) = read(
        rss(
            '<title>Ferry</title><link>/f</link><source url="https://a.example/rss">Bay Wire</source>'
        )
    )
    assert item.credit == "Bay Wire"


def test_an_item_whose_guid_is_its_address_needs_no_link() -> None:
    (item,) = read(rss("<title>Ferry</title><guid>https://harbour.example/ferry</guid>"))
    assert item.url == "https://harbour.example/ferry"


def test_a_guid_that_is_no_permalink_is_no_address() -> None:
    assert (
        read(rss('<title>Ferry</title><guid isPermaLink="false">https://h.example/1</guid>')) == []
    )


def test_a_json_feed_is_read() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Harbour",
        "items": [
            {"id": "1", "url": "/ferry", "title": "Ferry resumes", "content_text": "Runs.\n\nAgain & again.",
             "date_published": "2026-03-10T18:00:00+09:00"},
            {"id": "https://harbour.example/two"},
            {"title": "no address"},
            "nonsense",
        ],
    }  # fmt: skip
    one, two = read(json.dumps(feed))
    assert (one.url, one.html) == (
        "https://harbour.example/ferry",
        "<p>Runs.</p><p>Again &amp; again.</p>",
    )
    assert two.url == "https://harbour.example/two"


@pytest.mark.parametrize("body", ["{", "{}", '{"items": 3}', "[1]", "[" * 100_000])
def test_json_that_is_no_feed_is_refused(body: str) -> None:
    with pytest.raises(ReadError, match="not_a_feed"):
        read(body)


def test_a_news_sitemap_gives_titles_and_dates() -> None:
    body = (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">'
        "<url><loc>https://harbour.example/old</loc><lastmod>2026-03-01</lastmod></url>"
        "<url><loc>https://harbour.example/ferry</loc><news:news><news:publication><news:name>Harbour</news:name>"
        "<news:language>en</news:language></news:publication><news:publication_date>2026-03-10T09:00:00Z"
        "</news:publication_date><news:title>Ferry resumes</news:title></news:news></url></urlset>"
    )
    ferry, old = read(body)
    assert (ferry.title, ferry.language) == ("Ferry resumes", "en")
    assert ferry.published == dt.datetime(2026, 3, 10, 9, 0, tzinfo=dt.UTC)
    assert (old.title, old.published, old.updated_raw) == ("", None, "2026-03-01")


def test_an_index_of_sitemaps_names_what_to_use() -> None:
    body = (
        "<sitemapindex><sitemap><loc>https://harbour.example/1.xml</loc></sitemap></sitemapindex>"
    )
    with pytest.raises(ReadError, match=r"harbour\.example/1\.xml"):
        read(body)


INDEX = """<!doctype html><html><body><nav><a href="/about">About</a></nav>
<div class="list"><h2><a href="/ferry">Ferry resumes</a></h2><h2><a href="bridge?x=1">Bridge opens</a></h2>
<h2><a href="/ferry">Ferry resumes</a></h2><a href="javascript:more()">More</a></div></body></html>"""


@pytest.mark.parametrize("selector", ["h2 a", ".list", "div.list h2"])
def test_an_index_page_gives_the_links_that_are_chosen(selector: str) -> None:
    found = [(item.url, item.title) for item in read(INDEX, selector)]
    assert found == [
        ("https://harbour.example/ferry", "Ferry resumes"),
        ("https://harbour.example/news/bridge?x=1", "Bridge opens"),
    ]


def test_an_index_page_knows_its_base_and_what_a_link_is_called() -> None:
    body = (
        '<html><head><base href="https://other.example/news/"></head><body>'
        '<a href="a.html">Ferry resumes</a><a href="#top">Up</a><a href="a.html#part">Part</a>'
        '<a href="/b"><img src="b.jpg" alt="Bridge opens"></a><a href="/c" title="Market moves"></a>'
        '<a href="#!/d">Dance</a></body></html>'
    )
    assert [(item.url, item.title) for item in read(body, "a")] == [
        ("https://other.example/news/a.html", "Ferry resumes"),
        ("https://other.example/b", "Bridge opens"),
        ("https://other.example/c", "Market moves"),
        ("https://other.example/news/#!/d", "Dance"),
    ]


@pytest.mark.parametrize(("selector", "code"), [("h2 >", "bad_selector"), (".none", "not_a_feed")])
def test_a_selector_that_finds_nothing_is_an_error(selector: str, code: str) -> None:
    with pytest.raises(ReadError, match=code):
        read(INDEX, selector)


def test_a_page_without_a_selector_is_refused_with_advice() -> None:
    with pytest.raises(ReadError, match="set `links`"):
        read(INDEX)


LONG = "".join(f"<p>{'The ferry runs again across the bay. ' * 6}</p>" for _ in range(8))
CARRIED = [
    ("auto", LONG, True),
    ("auto", "<p>Short.</p>", False),
    ("auto", LONG + "<p>Continue reading</p>", False),
    ("auto", LONG[:-4] + "…</p>", False),
    ("auto", "x" * 3000, False),
    ("page", LONG, False),
    ("feed", "<p>Short.</p>", True),
]


@pytest.mark.parametrize(("mode", "html", "expected"), CARRIED)
def test_whether_a_feed_carries_the_whole_text(mode: str, html: str, expected: bool) -> None:
    assert bool(carried_text(Item("https://h.example/1", html=html), mode)) == expected


def test_a_list_of_feeds_survives_opml() -> None:
    feeds = [
        {
            "name": "Bay & Sea",
            "url": "https://h.example/rss?a=1&b=2",
            "kind": "state",
            "headers": '{"X": "\\"1\\""}',
        },
        {"name": "Ünïcode “quoted”", "url": "https://h.example/2", "language": "ko"},
    ]
    assert from_opml(to_opml(feeds, "Feeds").encode()) == feeds


def test_the_folders_of_other_readers_are_flattened() -> None:
    text = (
        '<opml version="1.0"><body><outline text="News"><outline title="Bay" xmlUrl="https://h.example/1"/>'
        '</outline><outline text="Sea" xmlUrl="https://h.example/2" htmlUrl="https://h.example"/></body></opml>'
    )
    assert [feed["name"] for feed in from_opml(text.encode())] == ["Bay", "Sea"]


@pytest.mark.parametrize("text", [b"", b"<html></html>", b"no markup at all"])
def test_what_is_no_opml_is_refused(text: bytes) -> None:
    with pytest.raises(ReadError, match="not_opml"):
        from_opml(text)


def test_a_bare_ampersand_leaves_titles_and_addresses_as_they_were_meant() -> None:
    feed = read_feed(
        rss(
            "<title>AT&T & the ferry &amp; more</title><link>http://harbour.example/n?a=1&b=2&copy=3</link>"
            "<description><![CDATA[<p>Bread & butter</p>]]></description>"
        ),
        BASE,
        NOW,
    )
    (item,) = feed.items
    assert item.title == "AT&T & the ferry & more"
    assert item.url == "http://harbour.example/n?a=1&b=2&copy=3"
    assert item.summary == "<p>Bread & butter</p>"
    assert feed.problems == ("not well-formed",)


@pytest.mark.parametrize(
    ("body", "language"),
    [
        (rss("<title>Bac</title><link>/f</link>", channel="<language>fr-FR</language>"), "fr"),
        (atom('<title xml:lang="it">Traghetto</title><link href="/f"/>'), "it"),
        (atom('<title>Ferry</title><link href="/f"/>').replace(b"<feed ", b'<feed xml:lang="pt-BR" '), "pt"),
        ('{"version": "https://jsonfeed.org/version/1.1", "language": "de", "items": [{"id": "1", "url": "/f"}]}', "de"),
        ('{"version": "https://jsonfeed.org/version/1.1", "language": "de", "items": [{"id": "1", "url": "/f", "language": "nl-BE"}]}', "nl"),
        (rss("<title>Ferry</title><link>/f</link>", channel="<language>unknown language</language>"), ""),
    ],
)  # fmt: skip
def test_an_item_is_in_the_language_that_it_or_its_feed_states(
    body: bytes | str, language: str
) -> None:
    (item,) = read(body)
    assert item.language == language


def test_a_picture_in_a_sitemap_is_not_taken_for_the_page() -> None:
    body = (
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1" '
        'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9"><url>'
        "<image:image><image:loc>https://cdn.example/1.jpg</image:loc><image:title>A pier</image:title></image:image>"
        "<loc>https://harbour.example/ferry</loc>"
        "<news:news><news:title>Ferry resumes</news:title></news:news></url>"
        "<url><loc>https://harbour.example/bridge</loc>"
        "<image:image><image:title>A bridge</image:title></image:image></url></urlset>"
    )
    assert [(item.url, item.title) for item in read(body)] == [
        ("https://harbour.example/ferry", "Ferry resumes"),
        ("https://harbour.example/bridge", ""),
    ]


MEDIA = (
    '<media:content url="https://cdn.example/1.jpg"><media:title>A pier</media:title>'
    '<media:description type="plain">The pier in 2019.</media:description></media:content>'
)
WORDS = "<description>The ferry runs again.</description>"


@pytest.mark.parametrize("inside", [MEDIA + WORDS, WORDS + MEDIA])
def test_what_is_said_of_a_picture_is_not_said_of_the_article(inside: str) -> None:
    body = rss(f"<title>Ferry resumes</title><link>/ferry</link>{inside}")
    body = body.replace(b"<rss ", b'<rss xmlns:media="http://search.yahoo.com/mrss/" ')
    (item,) = read(body)
    assert (item.title, carried_text(item, "feed")) == ("Ferry resumes", "The ferry runs again.")


@pytest.mark.parametrize(
    ("title", "shown"),
    [
        ("<![CDATA[<em>Sea Star</em>-17 sails]]>", "Sea Star-17 sails"),
        ("Harbour&lt;br/&gt;Ferry &amp;amp; bridge", "Harbour Ferry & bridge"),
        ("<![CDATA[<p>One</p><p>two</p>]]>", "One two"),
    ],
)
def test_tags_inside_a_word_do_not_part_it(title: str, shown: str) -> None:
    (item,) = read(rss(f"<title>{title}</title><link>/a</link>"))
    assert item.title == shown


def test_tags_that_do_not_match_cost_no_item() -> None:
    body = rss(
        "<title>Ferry resumes</titel><link>/ferry</link>",
        "<title>Bridge&nbsp;opens</title><link>/bridge</link>",
    )
    assert [item.title for item in read(body)] == ["Ferry resumes", "Bridge opens"]
    assert read_feed(body, BASE, NOW).problems == ("not well-formed",)


def test_markup_that_the_reader_trips_over_is_a_feed_without_items() -> None:
    body = (
        "<br /><b>Notice<b><?xml version=1.0\"?><rss><channel><item><b>x<?xml version='1.0'?><rss><channel>"
        "<item><title>x</title><link>htt<item>ps://a/</link></item></channel></rss><link>/1</link></item>"
    )
    assert read(body) == []
