"""Sitemaps and news sitemaps to items."""

import datetime as dt
import re

from lxml import etree

from tracker.errors import ReadError
from tracker.feeds.dates import read_date
from tracker.feeds.items import FeedRead, Item, language_code
from tracker.feeds.links import absolute
from tracker.plain import tidy

__all__ = ["read_sitemap"]

MOST_ITEMS = 2000
CUT = "cut off before its end"


def read_sitemap(text: str, url: str, now: dt.datetime) -> FeedRead:
    """The newest items of a sitemap. Raises ReadError when `text` is none, or only an index of others."""
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True
    )
    root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    if root is None:
        raise ReadError("not_a_feed", "a sitemap that cannot be read")
    if _name(root) == "sitemapindex":
        inner = ", ".join(_said(entry, "loc") for entry in list(root)[:3])
        raise ReadError("not_a_feed", f"an index of sitemaps: use one of them ({inner}, …)")
    entries = [entry for entry in root if _name(entry) == "url"]
    # A cut-off sitemap ends in an address without its end: that one is not believed.
    whole = len(re.findall(r"</(?:[\w.-]+:)?url\s*>", text))
    entries, cut = entries[:whole], not re.search(r"</(?:[\w.-]+:)?urlset\s*>", text)
    items = [item for entry in entries if (item := _item(entry, url, now))]
    newest = sorted(items, key=_age, reverse=True)[:MOST_ITEMS]
    problems = [CUT] if cut else []
    problems += ["not well-formed"] if len(parser.error_log) else []
    problems += [f"more than {MOST_ITEMS} items"] if len(items) > MOST_ITEMS else []
    return FeedRead(
        "sitemap", tuple(newest), problems=tuple(problems), skipped=len(entries) - len(items)
    )


def _item(entry: etree._Element, base: str, now: dt.datetime) -> Item | None:
    url = absolute(_said(entry, "loc"), base)
    if url is None:
        return None
    # Pictures and films of the page have addresses, titles and dates of their own.
    news = _inside(entry, "news")
    stated, updated = _said(news, "publication_date"), _said(entry, "lastmod")
    published, flag = read_date(stated, now)
    return Item(
        url=url,
        title=tidy(_said(news, "title")),
        guid=url,
        published=published,
        # `lastmod` moves with every edit of the page: it tells a change, not a publication.
        published_raw=stated[:200],
        updated_raw=updated[:200],
        language=language_code(_said(_inside(news, "publication"), "language")),
        flags=(flag,) if flag else (),
    )


def _age(item: Item) -> str:
    return item.published_raw or item.updated_raw


def _said(entry: etree._Element, name: str) -> str:
    """The text of the first element called `name`, in any namespace, directly in `entry`."""
    found = _inside(entry, name)
    return "" if found is entry else (found.text or "").strip()


def _inside(entry: etree._Element, name: str) -> etree._Element:
    """The first element called `name` directly in `entry`; `entry` itself where there is none."""
    return next((element for element in entry if _name(element) == name), entry)


def _name(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
