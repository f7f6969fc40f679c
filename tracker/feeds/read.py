"""Bytes to items, whatever kind of feed they are."""

import datetime as dt
import re
from dataclasses import replace

from tracker.decode import decode
from tracker.errors import ReadError
from tracker.feeds.items import FeedRead
from tracker.inflate import inflater
from tracker.plain import visible, without_comments
from tracker.walls import in_words, looks_like_page, wall_of_page

__all__ = ["read_feed"]

LARGEST = 10 * 10**6
GZIP = b"\x1f\x8b"
ENTITY = re.compile(
    r"""<!ENTITY\s+(?P<parameter>%\s*)?[\w.:-]+\s+(?:(?P<outside>SYSTEM|PUBLIC)\b|["'](?P<value>[^"']*))"""
)
DOCTYPE = re.compile(r"<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>", re.DOTALL)
ROOT = re.compile(r"<(?!\?|!)(?:[\w.-]+:)?([\w.-]+)")
# What a server's own warnings leave before the feed; a document type before it is part of it.
PROLOGUE = re.compile(
    r"(?!<\?xml|<!DOCTYPE|<!--).{1,4000}?(?=<\?xml|<rss\b|<feed\b|<rdf:RDF\b|<urlset\b)", re.DOTALL
)
REFERENCE = re.compile(r"&#(?:[xX]([0-9a-fA-F]{1,8})|([0-9]{1,9}));")


def read_feed(
    body: bytes,
    url: str,
    now: dt.datetime,
    *,
    content_type: str = "",
    selector: str = "",
    limit: int = LARGEST,
) -> FeedRead:
    """The items of a feed. `selector` chooses the links of an index page, `limit` bounds a packed feed.

    Raises WorldError: empty_body, not_a_feed, bot_wall, unsafe_xml, bad_selector, too_large, bad_encoding.
    """
    body, cut = _unpacked(body, limit)
    text, guessed = decode(body, content_type)
    text = REFERENCE.sub(_sound, visible(text)).strip().lstrip("\ufeff")
    if not text:
        raise ReadError("empty_body", "the answer has no content")
    feed = _read(text, url, now, selector)
    if guessed:
        feed = replace(feed, problems=(*feed.problems, "charset_guess"))
    if cut:
        feed = replace(feed, problems=("cut off on the way", *feed.problems))
    return feed


def _unpacked(body: bytes, limit: int) -> tuple[bytes, bool]:
    """A feed served as a file that is itself compressed (sitemap.xml.gz); whether its end is missing."""
    if not body.startswith(GZIP):
        return body, False
    packed = inflater("gzip", limit)
    plain = packed.feed(body)
    if len(plain) > limit:
        raise ReadError("too_large", f"more than {limit} bytes once unpacked")
    return plain, packed.unfinished


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
    root = ROOT.search(without_comments(text[:20_000]))
    name = root[1].lower() if root else ""
    if name == "html" or looks_like_page(text):
        raise _refusal(text)
    text = _harmless(text)
    if name in ("urlset", "sitemapindex"):
        return sitemap.read_sitemap(text, url, now)
    return parse.read_xml(text, url, now)


def _refusal(page: str) -> ReadError:
    """The error for a page in place of a feed; its message names the kind of page."""
    wall = wall_of_page(page)
    if wall is None:
        words = "a web page came instead of a feed; set `links` to read it as an index"
        return ReadError("not_a_feed", words)
    code = "bot_wall" if wall in ("bot_wall", "consent_wall") else "not_a_feed"
    return ReadError(code, f"{in_words(wall)} came instead of a feed")


def _harmless(text: str) -> str:
    """`text` without its document type; raises ReadError where that declares what could hurt."""
    for entity in ENTITY.finditer(text):
        value = entity["value"] or ""
        if not entity["parameter"] and (
            entity["outside"] or re.search(r"&\w", value) or len(value) > 200
        ):
            raise ReadError("unsafe_xml", "it declares entities that expand or reach outside")
    start = max(text.find("<!DOCTYPE"), 0)
    declared = DOCTYPE.match(text, start)
    return text[:start] + text[declared.end() :] if declared else text
