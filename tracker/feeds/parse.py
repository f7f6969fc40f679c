"""RSS and Atom to items: the only importer of feedparser."""

import datetime as dt
import io
import re
from html import unescape
from typing import Any

import feedparser
from lxml import etree

from tracker.errors import ReadError
from tracker.feeds.dates import read_date
from tracker.feeds.items import FeedRead, Item, language_code
from tracker.feeds.links import absolute
from tracker.plain import tidy

__all__ = ["read_xml"]

MOST_ITEMS = 2000
DECLARATION = re.compile(r"^<\?xml[^>]*\?>")
OPENERS = re.compile(r"<(?:[\w.-]+:)?(?:item|entry)\b", re.IGNORECASE)
# An ampersand that begins no reference. What stands in CDATA or a comment is taken as it is.
AMPERSAND = re.compile(
    r"(<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z))|&(?!#\d{1,9};|#[xX][0-9a-fA-F]{1,8};|[A-Za-z]\w{1,31};)",
    re.DOTALL,
)
CLOSERS = re.compile(
    r"</(?:[\w.-]+:)?(?:item|entry)\s*>|<(?:[\w.-]+:)?(?:item|entry)\b[^<>]{0,500}/>", re.IGNORECASE
)
ENDS = re.compile(r"</(?:[\w.-]+:)?(?:rss|feed|rdf|channel)\s*>", re.IGNORECASE)
# What is taken as it is: tags in it are none.
VERBATIM = re.compile(r"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)", re.DOTALL)
# What is said of a picture or film is not said of the article; feedparser takes the one for the other.
MEDIA = re.compile(r"<(/?)((?:media|mrss):(?:description|text|title))\b[^<>]*>")
ENTITY = re.compile(r"&([A-Za-z]\w{1,31});")
OF_XML = ("amp", "lt", "gt", "quot", "apos")
HARMLESS = (feedparser.CharacterEncodingOverride, feedparser.NonXMLContentType)


def read_xml(text: str, url: str, now: dt.datetime) -> FeedRead:
    """The items of an RSS or Atom feed. Raises ReadError when `text` is none."""
    bare = DECLARATION.sub("", _without_media(text).lstrip())
    # The tolerant reading makes "AT&T;" of AT&T, and of "&copy=" in an address something else.
    mended = AMPERSAND.sub(lambda found: found[1] or "&amp;", bare)
    tags = VERBATIM.sub("", bare)
    closed = len(CLOSERS.findall(tags))
    parsed = _parse_best(mended, url, closed)
    form = "atom" if parsed.get("version", "").startswith("atom") else "rss"
    if not parsed.get("version") and not parsed.entries:
        raise ReadError("not_a_feed", "neither RSS, Atom, JSON Feed nor sitemap")
    # A cut-off feed ends in an item without its end: that one is not believed.
    last = max((opener.start() for opener in OPENERS.finditer(tags)), default=0)
    ended = bool(ENDS.search(tags, last))
    whole = len(parsed.entries) if ended or not last else closed
    entries = parsed.entries[: min(whole, MOST_ITEMS)]
    problems = _problems(parsed, whole, ended=ended, sound=mended == bare)
    feed = parsed.get("feed", {})
    spoken = str(feed.get("language") or "")
    items = [item for entry in entries if (item := _item(entry, url, now, spoken))]
    return FeedRead(
        form,
        tuple(items),
        title=tidy(str(feed.get("title", ""))),
        problems=problems,
        skipped=len(entries) - len(items),
        ttl=_ttl(feed),
    )


def _without_media(text: str) -> str:
    pieces, place, opened = [], 0, None
    for tag in MEDIA.finditer(text):
        if not tag[1]:
            opened = None if tag[0].endswith("/>") else tag
        elif opened is not None and opened[2] == tag[2]:
            pieces.append(text[place : opened.start()])
            place, opened = tag.end(), None
    return "".join([*pieces, text[place:]])


def _parse_best(text: str, url: str, closed: int) -> Any:
    """The feed as read; where tags that do not match cost items, as read once they are put right."""
    parsed = _parse(text, url)
    found = _with_links(parsed)
    if parsed.get("bozo") and found < closed <= MOST_ITEMS:
        straight = _parse(_straightened(text), url)
        if _with_links(straight) > found:
            straight["bozo"], straight["bozo_exception"] = True, parsed.get("bozo_exception")
            return straight
    return parsed


def _with_links(parsed: Any) -> int:
    return sum(bool(dict(entry).get("link")) for entry in parsed.entries)


def _straightened(text: str) -> str:
    """Markup with every tag closed where it has to be."""
    known = ENTITY.sub(lambda found: found[0] if found[1] in OF_XML else unescape(found[0]), text)
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    root = etree.fromstring(known.encode("utf-8", "replace"), parser)
    return "" if root is None else etree.tostring(root, encoding="unicode")


def _parse(text: str, url: str) -> Any:
    # Never `parse(text)` or `parse(bytes)`: those open files and addresses named by the content.
    served = {"content-location": url, "content-type": "application/xml; charset=utf-8"}
    stream = io.BytesIO(text.encode("utf-8", "replace"))
    try:
        return feedparser.parse(stream, response_headers=served, sanitize_html=False)
    except (
        LookupError,
        ValueError,
        AttributeError,
        TypeError,
    ) as error:  # it trips over odd markup
        nothing = feedparser.FeedParserDict(entries=[], feed=feedparser.FeedParserDict())
        return feedparser.FeedParserDict(nothing, bozo=True, bozo_exception=error)


def _problems(parsed: Any, whole: int, *, ended: bool, sound: bool) -> tuple[str, ...]:
    problems = []
    if len(parsed.entries) > whole:
        problems.append("cut off in the middle of an item")
    elif not ended:
        problems.append("cut off before its end")
    if len(parsed.entries) > MOST_ITEMS:
        problems.append(f"more than {MOST_ITEMS} items")
    broken = parsed.get("bozo") and not isinstance(parsed.get("bozo_exception"), HARMLESS)
    if broken or not sound:
        problems.append("not well-formed")
    return tuple(problems)


def _item(entry: Any, base: str, now: dt.datetime, spoken: str) -> Item | None:
    raw = dict(entry)  # feedparser's own `get` answers "updated" with "published"
    guid = str(raw.get("id") or "")
    link = raw.get("feedburner_origlink") or raw.get("link")  # the paper's own, not a counter's
    url = absolute(str(link or ""), base)
    if url is None and raw.get("guidislink", True):
        url = absolute(guid, base) if re.match(r"https?://", guid) else None
    if url is None:
        return None
    stated = str(raw.get("published") or raw.get("created") or raw.get("updated") or "")
    published, flag = read_date(stated, now)
    source = raw.get("source") or {}
    return Item(
        url=url,
        title=tidy(str(raw.get("title") or "")),
        guid=guid[:2048],
        published=published,
        published_raw=stated[:200],
        updated_raw=str(raw.get("updated") or "")[:200],
        summary=str(raw.get("summary") or ""),
        html=_content(raw),
        credit=tidy(str(source.get("title") or "")),
        language=language_code(_language(raw) or spoken),
        flags=(flag,) if flag else (),
    )


def _language(entry: dict[str, Any]) -> str:
    """What the entry, or what encloses it, gives as its language."""
    details = (entry.get("title_detail"), *(entry.get("content") or ()))
    stated = (detail.get("language") for detail in details if detail)
    return str(entry.get("language") or next(filter(None, stated), ""))


def _content(entry: dict[str, Any]) -> str:
    """The longest content the entry carries in full, "" where there is only a summary."""
    parts = [str(part.get("value") or "") for part in entry.get("content") or ()]
    return max(parts, key=len, default="")


def _ttl(feed: Any) -> int | None:
    """How many seconds the feed asks to be left alone: `ttl` in minutes, or the syndication module."""
    minutes = str(feed.get("ttl") or "").strip()
    if minutes.isdigit() and minutes.isascii() and len(minutes) < 8:
        return int(minutes) * 60
    periods = {
        "hourly": 3600,
        "daily": 86400,
        "weekly": 604800,
        "monthly": 2592000,
        "yearly": 31536000,
    }
    period = periods.get(str(feed.get("sy_updateperiod") or "").strip().lower())
    often = str(feed.get("sy_updatefrequency") or "1").strip()
    if period and often.isdigit() and 0 < int(often) < 10000:
        return period // int(often)
    return None
