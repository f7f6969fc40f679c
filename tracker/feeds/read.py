"""Bytes to items, whatever kind of feed they are."""

import datetime as dt
import re
from dataclasses import replace

from tracker.errors import ReadError
from tracker.feeds import walls
from tracker.feeds.charset import decode
from tracker.feeds.items import FeedRead
from tracker.feeds.plain import visible

__all__ = ["read_feed"]

ENTITY = re.compile(
    r"""<!ENTITY\s+(?P<parameter>%\s*)?[\w.:-]+\s+(?:(?P<outside>SYSTEM|PUBLIC)\b|["'](?P<value>[^"']*))"""
)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
ROOT = re.compile(r"<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)")
# What a server's own warnings leave before the feed; a document type before it is part of it.
PROLOGUE = re.compile(
    r"(?!<\?xml|<!DOCTYPE|<!--).{1,4000}?(?=<\?xml|<rss\b|<feed\b|<rdf:RDF\b|<urlset\b)", re.DOTALL
)
REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));")


def read_feed(
    body: bytes, url: str, now: dt.datetime, *, content_type: str = "", selector: str = ""
) -> FeedRead:
    """The items of a feed. `selector` chooses the links of an index page.

    Raises ReadError: empty_body, not_a_feed, bot_wall, unsafe_xml, bad_selector.
    """
    text, source = decode(body, content_type)
    text = REFERENCE.sub(_sound, visible(text)).strip().lstrip("\ufeff")
    if not text:
        raise ReadError("empty_body", "the answer has no content")
    feed = _read(text, url, now, selector)
    if source == "guess":
        feed = replace(feed, problems=(*feed.problems, "charset_guess"))
    return feed


def _sound(reference: re.Match[str]) -> str:
    """A reference to a character that exists, or nothing."""
    number = int(reference[1], 16) if reference[1] else int(reference[2])
    return reference[0] if number <= 0x10FFFF and visible(chr(number)) else ""


def _read(text: str, url: str, now: dt.datetime, selector: str) -> FeedRead:
    from tracker.feeds import index, jsonfeed, parse, sitemap

    if selector:
        return index.read_index(text, url, selector)
    if text.startswith("{"):
        return jsonfeed.read_json(text, url, now)
    if before := PROLOGUE.match(text):
        text = text[before.end() :]
    root = ROOT.search(COMMENT.sub("", text[:20_000]))
    name = root[1].lower() if root else ""
    if name == "html" or walls.looks_like_page(text):
        raise walls.refusal(text)
    text = _harmless(text)
    if name in ("urlset", "sitemapindex"):
        return sitemap.read_sitemap(text, url, now)
    return parse.read_xml(text, url, now)


def _harmless(text: str) -> str:
    """`text` without its document type; raises ReadError where that declares what could hurt."""
    head = text[:200_000]
    for entity in ENTITY.finditer(head):
        value = entity["value"] or ""
        if not entity["parameter"] and (
            entity["outside"] or re.search(r"&\w", value) or len(value) > 200
        ):
            raise ReadError("unsafe_xml", "it declares entities that expand or reach outside")
    return re.sub(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", "", text, count=1, flags=re.DOTALL)
