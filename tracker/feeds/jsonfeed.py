"""JSON Feed (jsonfeed.org) to items."""

import datetime as dt
import html
import json
import re
from collections.abc import Mapping
from typing import Any

from tracker.errors import ReadError
from tracker.feeds.dates import read_date
from tracker.feeds.items import FeedRead, Item, language_code
from tracker.feeds.links import absolute
from tracker.plain import tidy

__all__ = ["read_json"]

MOST_ITEMS = 2000
CUT = "cut off before its end"
ITEMS = re.compile(r'"items"\s*:\s*\[')
GAP = re.compile(r"[\s,]*")


def read_json(text: str, url: str, now: dt.datetime) -> FeedRead:
    """The items of a JSON Feed. Raises ReadError when `text` is none."""
    tree, cut = _tree(text)
    if not isinstance(tree, dict) or not isinstance(tree.get("items"), list):
        raise ReadError("not_a_feed", "JSON without a list of items")
    entries = [entry for entry in tree["items"][:MOST_ITEMS] if isinstance(entry, dict)]
    items = [item for entry in entries if (item := _item(entry, url, now, _text(tree, "language")))]
    problems = [CUT] if cut else []
    problems += [f"more than {MOST_ITEMS} items"] if len(tree["items"]) > MOST_ITEMS else []
    return FeedRead(
        "json",
        tuple(items),
        title=tidy(_text(tree, "title")),
        problems=tuple(problems),
        skipped=len(entries) - len(items),
    )


def _tree(text: str) -> tuple[Any, bool]:
    """What the JSON says, and whether its end is missing: then the items before that are all there is."""
    try:
        return json.loads(text), False
    except (ValueError, RecursionError) as error:
        begun = ITEMS.search(text)
        if begun is None or not (items := _whole_items(text, begun.end())):
            raise ReadError("not_a_feed", f"not valid JSON: {error}") from error
        return {"items": items}, True


def _whole_items(text: str, place: int) -> list[Any]:
    """The objects of a list that stops in the middle of one."""
    decoder = json.JSONDecoder()
    items: list[Any] = []
    while len(items) <= MOST_ITEMS:
        try:
            item, place = decoder.raw_decode(text, GAP.match(text, place).end())  # type: ignore[union-attr]
        except (ValueError, RecursionError):
            break
        items.append(item)
    return items


def _item(entry: Mapping[str, Any], base: str, now: dt.datetime, spoken: str) -> Item | None:
    guid = str(entry.get("id") or "")
    url = absolute(_text(entry, "url") or _text(entry, "external_url"), base)
    if url is None:
        url = absolute(guid, base) if guid.startswith(("http://", "https://")) else None
    if url is None:
        return None
    stated = _text(entry, "date_published") or _text(entry, "date_modified")
    published, flag = read_date(stated, now)
    return Item(
        url=url,
        title=tidy(_text(entry, "title")),
        guid=guid[:2048],
        published=published,
        published_raw=stated[:200],
        updated_raw=_text(entry, "date_modified")[:200],
        summary=_text(entry, "summary"),
        html=_text(entry, "content_html") or _as_html(_text(entry, "content_text")),
        language=language_code(_text(entry, "language") or spoken),
        flags=(flag,) if flag else (),
    )


def _as_html(text: str) -> str:
    paragraphs = (part.strip() for part in text.split("\n\n"))
    return "".join(f"<p>{html.escape(part)}</p>" for part in paragraphs if part)


def _text(table: Mapping[str, Any], key: str) -> str:
    value = table.get(key)
    return value if isinstance(value, str) else ""
