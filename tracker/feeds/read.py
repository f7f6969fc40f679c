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
ROOT = re.compile(r"<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)")
PROLOGUE = re.compile(r"^.{0,4000}?(?=<\?xml|<rss\b|<feed\b|<rdf:RDF\b|<urlset\b)", re.DOTALL)


def read_feed(
    body: bytes, url: str, now: dt.datetime, *, content_type: str = "", selector: str = ""
) -> FeedRead:
    """The items of a feed. `selector` chooses the links of an index page.

    Raises ReadError: empty_body, not_a_feed, bot_wall, unsafe_xml, bad_selector.
    """
    text, source = decode(body, content_type)
    text = visible(text).strip().lstrip("\ufeff")
    if not text:
        raise ReadError("empty_body", "the answer has no content")
    feed = _read(text, url, now, selector)
    if source == "guess":
        feed = replace(feed, problems=(*feed.problems, "charset_guess"))
    return feed


def _read(text: str, url: str, now: dt.datetime, selector: str) -> FeedRead:
    from tracker.feeds import index, jsonfeed, parse, sitemap

    if selector:
        return index.read_index(text, url, selector)
    if text.startswith("{"):
        return jsonfeed.read_json(text, url, now)
    text = PROLOGUE.sub("", text, count=1)  # what PHP had to say before the feed
    root = ROOT.search(text[:20_000])
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
