"""Pages that list articles, for publishers without a feed: links chosen by a CSS selector."""

from lxml import html
from lxml.cssselect import CSSSelector
from lxml.etree import ParserError

from tracker.errors import ReadError
from tracker.feeds.items import FeedRead, Item
from tracker.feeds.links import absolute
from tracker.plain import tidy

__all__ = ["read_index"]

MOST_ITEMS = 500


def read_index(text: str, url: str, selector: str) -> FeedRead:
    """The links of `text` that `selector` chooses, or that lie inside what it chooses."""
    try:
        chosen = CSSSelector(selector, translator="html")
    except Exception as error:  # cssselect raises several unrelated kinds
        raise ReadError("bad_selector", f"links = {selector!r}: {error}") from error
    try:
        page = html.document_fromstring(text)
    except (ParserError, ValueError) as error:
        raise ReadError("not_a_feed", f"no page: {error}") from error
    found: dict[str, Item] = {}
    for element in chosen(page):
        for link in [element] if element.get("href") else element.iterfind(".//a[@href]"):
            address = absolute(link.get("href") or "", url)
            if address and len(found) < MOST_ITEMS:
                title = tidy(link.text_content()) or tidy(link.get("title") or "")
                found.setdefault(address, Item(url=address, title=title, guid=address))
    if not found:
        raise ReadError("not_a_feed", f"links = {selector!r} chooses no link of the page")
    return FeedRead("html", tuple(found.values()))
