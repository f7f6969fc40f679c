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
