"""A page as served to the article on it. The only importer of trafilatura.

Slow and, on hostile input, unbounded in time: the daemon runs it in a worker process.
"""

import copy
import datetime as dt
import logging
import re
from collections.abc import Iterator
from urllib.parse import urlsplit

import trafilatura
from lxml import etree, html
from lxml.html import HtmlElement
from trafilatura.settings import use_config

from tracker.articles.published import Published
from tracker.articles.titles import clean_title
from tracker.decode import decode
from tracker.errors import ReadError
from tracker.plain import plain_line, plain_text, visible, without_headline
from tracker.text.boxes import is_aside
from tracker.text.language import guess_language
from tracker.text.metadata import Metadata, read_metadata
from tracker.text.page import Page
from tracker.text.stamps import page_published, without_stamps
from tracker.walls import (
    find_wall,
    in_words,
    is_index,
    is_teaser,
    wall_in_source,
    without_furniture,
)

__all__ = ["LARGEST", "extract_article"]

LARGEST = 10_000_000  # bytes; above, the time is no longer bearable
BREAK = "\ue000"  # stands for a blank line while trafilatura, which keeps none, is at work
LINE = "\ue001"  # stands for a single line break inside a paragraph
MAGIC = ((b"%PDF", "a PDF"), (b"PK\x03\x04", "a ZIP archive"), (b"\x89PNG", "an image"), (b"GIF8", "an image"), (b"\xff\xd8\xff", "an image"), (b"ID3", "audio"))  # fmt: skip
for noisy in ("trafilatura", "courlan", "justext", "charset_normalizer"):
    logging.getLogger(noisy).setLevel(logging.CRITICAL)  # what we make of a page is told by us

BLANK_LINE = re.compile(r"(?<![^\S\n])[^\S\n]*\n[^\S\n]*\n\s*")
BLANK_AFTER_SENTENCE = re.compile(r"(?<=[.!?…。\"”’)\]])[^\S\n]*\n[^\S\n]*\n\s*")

READING = use_config()
# Short news is news: under its own limit of 250 characters trafilatura gives up and returns the whole
# page on one line, byline and all.
READING.set("DEFAULT", "MIN_EXTRACTED_SIZE", "60")
SCRAP = 200  # characters: less without one full sentence is what is left of a menu
LINKED_HEADINGS = "//*[self::h2 or self::h3 or self::h4][.//a[@href] or ancestor::a[@href]]"
CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f]")  # one of them and the reader finds nothing
FEED = re.compile(
    rb"(?:<\?xml[^>]*>\s*|<!--.*?-->\s*|<\?xml-stylesheet[^>]*>\s*)*<(?:rss|feed|rdf:RDF|urlset)\b",
    re.DOTALL,
)
READABLE = re.compile(r"html|xml|text/plain|^$|octet-stream", re.IGNORECASE)


def extract_article(
    page: bytes, url: str, content_type: str = "", *, fetched: dt.datetime | None = None
) -> Page:
    """The article on a page, its paragraphs parted by blank lines.

    `fetched` bounds the publication date. Raises ReadError for what is no article: "bot_wall",
    "consent_wall", "login_wall", "teaser", "index_page", "not_html", "empty_page", "too_large".
    """
    _refuse_other_things(page, content_type)
    text, guessed = decode(page, content_type)
    if "text/plain" in content_type and not re.search(
        r"<(?:html|body|p|div)\b", text, re.IGNORECASE
    ):
        return _plain_page(text, guessed)
    tree = _parse(text)
    metadata = read_metadata(tree, url)
    paragraphs = _paragraphs(tree, url)
    _refuse_walls(metadata, paragraphs, text)
    _refuse_lists(metadata, paragraphs, tree, url)
    published = page_published(tree, metadata.dates, url, paragraphs, fetched)
    text = "\n\n".join(without_furniture(without_stamps(paragraphs, published.at)))
    title = clean_title(metadata.title, (metadata.site, urlsplit(url).hostname or ""))
    for headline in (metadata.title, title):
        text = without_headline(text, headline)
    if not text:
        raise ReadError("empty_page", "the page has no article text")
    return Page(
        title=title,
        text=text,
        published=published.at,
        published_source=published.source,
        language=guess_language(text, metadata.language),
        url=metadata.url,
        publisher=metadata.site,
        flags=tuple(_flags(guessed, published)),
    )


def _refuse_other_things(page: bytes, content_type: str) -> None:
    start = page[:512].lstrip()
    for magic, name in MAGIC:
        if start.startswith(magic):
            raise ReadError("not_html", f"the page is {name}")
    if FEED.match(start):
        raise ReadError("not_html", "the page is a feed")
    if not READABLE.search(content_type.split(";")[0]):
        raise ReadError("not_html", f"the page is {plain_line(content_type)[:80]}")
    if not start:
        raise ReadError("empty_page", "the page is empty")
    if len(page) > LARGEST:
        raise ReadError("too_large", f"the page has {len(page)} bytes, the limit is {LARGEST}")


def _plain_page(text: str, guessed: bool) -> Page:
    body = plain_text(text)
    if not body:
        raise ReadError("empty_page", "the page is empty")
    return Page(
        title="",
        text=body,
        language=guess_language(body, ""),
        flags=("charset_guess",) if guessed else (),
    )


def _parse(text: str) -> HtmlElement:
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(
            CONTROLS.sub("", text).encode("utf-8", "ignore"), parser=parser
        )
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise ReadError("empty_page", "the page has no content") from error
    _mark_breaks(tree)
    return tree


def _mark_breaks(tree: HtmlElement) -> None:
    """Two line breaks in a row are a blank line to the reader; so is one in the source that follows a
    sentence, or that stands in text shown as it is written."""
    for shown in tree.iter("pre"):
        for element in shown.iter():
            _mark_blank_lines(element, BLANK_LINE)
    for element in tree.iter():
        _mark_blank_lines(element, BLANK_AFTER_SENTENCE)
    for first in tree.iter("br"):
        second = first.getnext()
        if second is not None and second.tag == "br" and not (first.tail or "").strip():
            second.tail = BREAK + visible(second.tail or "").lstrip(BREAK)


def _mark_blank_lines(element: HtmlElement, blank: re.Pattern[str]) -> None:
    # Written back without the characters that a reference may stand for and no tree may hold.
    if element.text and blank.search(element.text):
        element.text = blank.sub(BREAK, visible(element.text))
    if element.tail and blank.search(element.tail):
        element.tail = blank.sub(BREAK, visible(element.tail))


def _paragraphs(tree: HtmlElement, url: str) -> list[str]:
    found = trafilatura.bare_extraction(
        copy.deepcopy(tree),
        url=url,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        with_metadata=False,
        config=READING,
    )
    if found is None or isinstance(found, dict) or found.body is None:
        return []
    # A line break after a full sentence parts paragraphs; in mid-sentence it means nothing.
    text = re.sub(rf"(?<=[.!?:;\"”’)\]…。])\s*{LINE}", "\n", "".join(_blocks(found.body)))
    return [line for line in map(plain_line, text.replace(LINE, " ").split("\n")) if line]


def _blocks(element: etree._Element) -> Iterator[str]:
    """The text with a line break wherever a paragraph, heading, item or row begins or ends."""
    tag = element.tag
    if tag == "lb":
        yield LINE
    block = tag in ("p", "head", "item", "row", "quote", "list", "table", "code", "body")
    if block:
        yield "\n"
    yield _inline(element.text)
    for child in element:
        yield from _blocks(child)
        yield _inline(child.tail)
    if tag == "cell":
        yield " "
    if block:
        yield "\n"


def _inline(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "").replace(BREAK, "\n")


def _refuse_walls(metadata: Metadata, paragraphs: list[str], source: str) -> None:
    text = "\n".join(paragraphs)
    if code := find_wall(metadata.title, text):
        raise ReadError(code, f"the page is {in_words(code)}: {metadata.title[:80]}")
    if len(text) < SCRAP and wall_in_source(source) == "bot_wall":
        raise ReadError("bot_wall", f"the page is {in_words('bot_wall')}")
    if len(text) < SCRAP and not re.search(r"[.!?。…][\"”’')\]]*$", text, re.MULTILINE):
        raise ReadError("empty_page", "the page has no article text")
    if is_teaser(text, metadata.closed):
        raise ReadError("teaser", "only the opening of the article is there")


def _refuse_lists(metadata: Metadata, paragraphs: list[str], tree: HtmlElement, url: str) -> None:
    links = {plain_line(link.text_content()).casefold() for link in tree.iterfind(".//a[@href]")}
    parts = urlsplit(url)
    front = parts.path in ("", "/") and not parts.query and not metadata.says_article
    headlines = sum(not is_aside(heading) for heading in tree.xpath(LINKED_HEADINGS))
    if (front and len(links) > 10) or is_index(paragraphs, links, headlines, metadata.says_article):
        raise ReadError("index_page", "the page lists articles and is none")


def _flags(guessed: bool, published: Published) -> Iterator[str]:
    if guessed:
        yield "charset_guess"
    if published.at is not None and not published.has_time:
        yield "date_only"
