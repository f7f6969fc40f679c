"""Pages as served, beside what is to be read from them: `tests/data/pages/*.html` and `*.json`."""

import datetime as dt
import json
from pathlib import Path

import pytest

from tracker.errors import ReadError
from tracker.text.extract import extract_article

PAGES = Path(__file__).parent.parent / "data" / "pages"
FETCHED = dt.datetime(2026, 3, 12, tzinfo=dt.UTC)
URL = "https://gazette.example/world/ministers-meet"


@pytest.mark.parametrize("name", sorted(path.stem for path in PAGES.glob("*.html")))
def test_a_page_is_read_as_expected(name: str):
    served = (PAGES / f"{name}.html").read_bytes()
    expected = json.loads((PAGES / f"{name}.json").read_text(encoding="utf-8"))
    url = expected.get("url", URL)
    if "error" in expected:
        with pytest.raises(ReadError) as caught:
            extract_article(served, url, "text/html; charset=utf-8", fetched=FETCHED)
        assert caught.value.code == expected["error"]
        return
    page = extract_article(served, url, "text/html; charset=utf-8", fetched=FETCHED)
    assert page.title == expected["title"]
    assert (page.published.isoformat() if page.published else None) == expected["published"]
    assert (page.published_source, page.language) == (expected["source"], expected["language"])
    assert list(page.flags) == expected.get("flags", [])
    if "starts" in expected:
        assert page.text.startswith(expected["starts"])
    else:
        assert page.text.split("\n\n") == expected["text"]


KOREAN = "양국 장관은 화요일 궁에서 한 시간 동안 만나 무역과 봄에 폐쇄된 다리, 그리고 해협의 어업에 대해 이야기했다."
RUSSIAN = "Министры двух стран встретились во вторник во дворце и говорили о торговле и о мосте, закрытом весной."
FRENCH = "Les ministres se sont rencontrés mardi au château et ont parlé du pont fermé cet été, a-t-on appris."
JAPANESE = "両国の大臣は火曜日に宮殿で一時間会談し、春に閉鎖された橋と海峡での漁業について話し合ったという。"


@pytest.mark.parametrize(
    ("text", "encoding", "content_type", "declared"),
    [
        (KOREAN, "euc-kr", "text/html; charset=euc-kr", ""),
        (KOREAN, "euc-kr", "text/html", '<meta charset="euc-kr">'),
        (KOREAN, "utf-8", "text/html", ""),
        (KOREAN, "utf-8", "text/html; charset=ISO-8859-1", ""),
        (RUSSIAN, "windows-1251", "text/html; charset=windows-1251", '<meta charset="utf-8">'),
        (RUSSIAN, "windows-1251", "text/html; charset=utf-8", '<meta charset="windows-1251">'),
        (RUSSIAN, "utf-16", "text/html", ""),
        (RUSSIAN, "utf-8-sig", "text/html; charset=windows-1251", ""),
        (FRENCH, "cp1252", "text/html; charset=iso-8859-1", ""),
        (JAPANESE, "shift_jis", "text/html", '<meta http-equiv="Content-Type" content="text/html; charset=Shift_JIS">'),
        (JAPANESE, "euc-jp", "text/html; charset=x-unknown", '<meta charset="euc-jp">'),
    ],
)  # fmt: skip
def test_every_declared_encoding_is_read(text, encoding, content_type, declared):
    page = f"<html><head>{declared}<title>T</title></head><body><article><p>{text}</p><p>{text}</p></article></body></html>"
    read = extract_article(page.encode(encoding), URL, content_type, fetched=FETCHED)
    assert text in read.text.split("\n\n")
    assert "charset_guess" not in read.flags


@pytest.mark.parametrize(
    ("text", "encoding"), [(KOREAN, "cp949"), (RUSSIAN, "windows-1251"), (JAPANESE, "shift_jis")]
)
def test_an_undeclared_encoding_is_right_or_flagged(text: str, encoding: str):
    page = f"<html><head><title>T</title></head><body><article><p>{text * 5}</p></article></body></html>"
    read = extract_article(page.encode(encoding), URL, "text/html", fetched=FETCHED)
    assert read.text == text * 5 or "charset_guess" in read.flags


def test_a_page_with_a_few_broken_bytes_is_still_read_as_what_it_is():
    page = f"<html><body><article><p>{KOREAN * 20}</p></article></body></html>".encode()
    broken = page[:400] + page[401:]
    read = extract_article(broken, URL, "text/html; charset=utf-8", fetched=FETCHED)
    assert "양국 장관은" in read.text
    assert "\ufffd" not in read.text


@pytest.mark.parametrize(
    ("served", "content_type", "code"),
    [
        (b"%PDF-1.7\n...", "text/html", "not_html"),
        (b"...", "application/pdf", "not_html"),
        (b"\x89PNG\r\n", "", "not_html"),
        (b"", "text/html", "empty_page"),
        (b" \n ", "text/html", "empty_page"),
        (b"<html></html>", "text/html", "empty_page"),
        (b"<p>" + b"x" * 10_000_001, "text/html", "too_large"),
    ],
)
def test_what_is_no_page_is_refused(served: bytes, content_type: str, code: str):
    with pytest.raises(ReadError) as caught:
        extract_article(served, URL, content_type, fetched=FETCHED)
    assert caught.value.code == code


def test_a_plain_text_file_is_an_article_without_a_title():
    page = extract_article(b"The ministers met.\n\nThey parted.", URL, "text/plain; charset=utf-8")
    assert (page.title, page.text) == ("", "The ministers met.\n\nThey parted.")


def test_scripts_in_a_title_are_plain_words():
    served = b"<html><head><meta property='og:title' content='&lt;script&gt;alert(1)&lt;/script&gt; Talks'></head><body><article><p>The two ministers met for an hour at the palace on Tuesday.</p></article></body></html>"
    page = extract_article(served, URL, "text/html", fetched=FETCHED)
    assert page.title == "<script>alert(1)</script> Talks"


PARAGRAPHS = (
    "<p>The ministers met on Tuesday in the palace and spoke about trade and the bridge.</p>" * 5
)
HEADLINES = "".join(
    f"<h2><a href='/n/{n}'>Ministers meet for the {n}th time</a></h2>" for n in range(40)
)


@pytest.mark.parametrize("control", ["\0", "\x0b", "\x1f"])
def test_fault_33_control_characters_cost_no_article(control: str):
    served = f"<html><title>Ministers{control} meet</title><body><article>{PARAGRAPHS}{control}</article>"
    page = extract_article(served.encode(), URL, "text/html")
    assert page.title == "Ministers meet"
    assert page.text.startswith("The ministers met")


@pytest.mark.parametrize(
    ("served", "code"),
    [
        ("<?xml version='1.0'?><!-- x --><rss><channel><item><title>One</title></item></channel></rss>", "not_html"),
        ("<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>One</title></entry></feed>", "not_html"),
        (f"<html><body><main><article><h1>News</h1>{HEADLINES}</article></main></body></html>", "index_page"),
    ],
)  # fmt: skip
def test_a_feed_or_a_list_of_headlines_is_no_article(served: str, code: str):
    with pytest.raises(ReadError) as caught:
        extract_article(served.encode(), URL, "text/html")
    assert caught.value.code == code


SENTENCES = [
    "The two ministers met for an hour at the palace and spoke of the bridge that was closed in spring.",
    "They agreed to open it again in June and to let the ferry run until then, the palace said later.",
    "A third meeting will be held in the autumn, on the other side of the strait, a spokesman added.",
]


def article(body: str, head: str = "") -> bytes:
    """A page with an article and nothing else."""
    return f"<!doctype html><html><head><title>Ministers meet</title>{head}</head><body>{body}</body></html>".encode()


def read(body: str, head: str = "", url: str = URL):
    """The article of such a page."""
    return extract_article(article(body, head), url, "text/html; charset=utf-8", fetched=FETCHED)


@pytest.mark.parametrize("around", ["<pre>{}</pre>", "<pre><b>{}</b></pre>", "<div>{}</div>", "{}"])
def test_blank_lines_part_paragraphs_where_no_markup_does(around: str):
    page = read(around.format("\n \n".join(SENTENCES)))
    assert page.text.split("\n\n") == SENTENCES


def test_a_blank_line_in_mid_sentence_parts_nothing():
    broken = SENTENCES[0].replace(" and ", "\n\n and ")
    assert read(f"<p>{broken}</p><p>{SENTENCES[1]}</p>").text.split("\n\n") == SENTENCES[:2]


MARKED = "".join(f"<p>{sentence}</p>" for sentence in SENTENCES)
CARD = '<time datetime="2019-05-01">1 May 2019</time><a href="/old">An old story</a>'


@pytest.mark.parametrize(
    "body",
    [
        f'<main><aside>{CARD}</aside><article><h1>Ministers meet</h1><time datetime="2026-03-10T09:00:00+09:00"></time>{MARKED}</article></main>',
        f'<main><div class="related-posts">{CARD}</div><div><h1>Ministers meet</h1><time datetime="2026-03-10T09:00:00+09:00"></time></div>{MARKED}</main>',
    ],
)
def test_a_date_beside_the_article_is_not_its_own(body: str):
    page = read(body)
    assert page.published is not None
    assert page.published.isoformat() == "2026-03-10T09:00:00+09:00"


@pytest.mark.parametrize(
    ("line", "published"),
    [
        ("입력 2026.03.10 08:30", "2026-03-10T08:30:00+00:00"),
        ("기사입력 2026-03-10 08:30 | 수정 2026-03-11 10:00", "2026-03-10T08:30:00+00:00"),
        ("Posted: March 10, 2026", "2026-03-10T12:00:00+00:00"),
        ("Posted : 2026-03-10 08:30 Updated : 2026-03-11 10:10", "2026-03-10T08:30:00+00:00"),
        ("Опубликовано 10 марта 2026", "2026-03-10T12:00:00+00:00"),
        ("发布时间：2026年3月10日 08:30", "2026-03-10T08:30:00+00:00"),
        ("10 March 2026", "2026-03-10T12:00:00+00:00"),
    ],
)
def test_the_date_above_the_text_is_the_date_and_no_text(line: str, published: str):
    page = read(f"<article><h1>Ministers meet</h1><p>{line}</p>{MARKED}</article>")
    assert page.published is not None
    assert (page.published.isoformat(), page.published_source) == (published, "text")
    assert page.text.split("\n\n") == SENTENCES


@pytest.mark.parametrize(
    "line",
    [
        "SEOUL, March 10, 2026",
        "Oslo, 10 March 2026 (Harbour News)",
        "March 10, 1950",
        "10 March 2025",
    ],
)
def test_a_dateline_and_the_day_of_another_time_stay_in_the_text(line: str):
    head = '<meta property="article:published_time" content="2026-03-10T09:00:00+09:00">'
    page = read(f"<article><h1>Ministers meet</h1><p>{line}</p>{MARKED}</article>", head)
    assert page.text.split("\n\n") == [line, *SENTENCES]


@pytest.mark.parametrize(
    "script",
    [
        '/*<![CDATA[*/ {"@type": "NewsArticle", "datePublished": "2026-03-10T09:00:00+09:00"} /*]]>*/',
        '<!-- {"@type": "NewsArticle", "datePublished": "2026-03-10T09:00:00+09:00"} -->',
        '{"@type": "NewsArticle", "tags": ["a",], "datePublished": "2026-03-10T09:00:00+09:00",}',
    ],
)
def test_structured_data_is_read_through_small_mistakes(script: str):
    head = f'<script type="application/ld+json">{script}</script>'
    page = read(f"<article>{MARKED}</article>", head)
    assert page.published is not None
    assert (page.published.hour, page.published_source) == (9, "metadata")


@pytest.mark.parametrize("reference", ["&#1;", "&#x1F;", "&#xFFFF;", "&#xD800;"])
def test_a_reference_to_no_character_costs_no_article(reference: str):
    broken = "<br><br>".join([*SENTENCES, f"They parted.{reference}\n\n{reference}In peace."])
    page = read(f"<article><div>{broken}</div></article>")
    assert page.text.split("\n\n")[:3] == SENTENCES
    assert "In peace." in page.text
