"""Whether an item carries the whole article, or the page must be fetched."""

import re

from tracker.feeds.items import Item
from tracker.plain import tidy

__all__ = ["carried_text"]

ENOUGH = 1500
FAR = 50_000  # characters: what decides lies near the beginning or the end
CUT_OFF = re.compile(
    r"(?i)(…|\.\.\.|\[…\]|\[\.\.\.\]|read more|continue reading|read the full .{0,40}|more »)\W*$"
)


def carried_text(item: Item, mode: str) -> str:
    """The HTML of the article as the feed carries it, "" when its page is to be fetched.

    `mode` is the feed's `full_text`: "page" never trusts the feed, "feed" takes whatever there is, "auto"
    takes long content in paragraphs that does not break off.
    """
    if mode == "page":
        return ""
    if mode == "feed":
        return item.html or item.summary
    head, end = item.html[:FAR], tidy(item.html[-FAR:])
    paragraphs = len(re.findall(r"(?i)<p\b|<br\s*/?>\s*<br|</p>|\n\s*\n", head))
    whole = len(tidy(head)) >= ENOUGH and paragraphs >= 3 and not CUT_OFF.search(end[-120:])
    return item.html if whole else ""
