"""Pages that list articles, for publishers without a feed: links chosen by a CSS selector."""

from lxml import html
from lxml.cssselect import CSSSelector
from lxml.etree import ParserError
from lxml.html import HtmlElement

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
    stated = page.find(".//base[@href]")
    base = (absolute(stated.get("href") or "", url) if stated is not None else None) or url
    found: dict[str, Item] = {}
    for element in chosen(page):
        for link in [element] if element.get("href") else element.iterfind(".//a[@href]"):
            address = _without_place(absolute(link.get("href") or "", base) or "")
            if address not in ("", url, base) and len(found) < MOST_ITEMS:
                found.setdefault(address, Item(url=address, title=_title(link), guid=address))
    if not found:
        raise ReadError("not_a_feed", f"links = {selector!r} chooses no link of the page")
    return FeedRead("html", tuple(found.values()))


def _without_place(address: str) -> str:
    """An address without the place on the page; "#!" is part of some pages' own."""
    return address if "#!" in address else address.partition("#")[0]


def _title(link: HtmlElement) -> str:
    """What a link says, or what is said of it or of the picture in it."""
    picture = link.find(".//img[@alt]")
    stated = (
        link.text_content(),
        link.get("title"),
        picture.get("alt") if picture is not None else "",
    )
    return next(filter(None, (tidy(one or "") for one in stated)), "")
