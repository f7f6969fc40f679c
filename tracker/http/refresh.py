"""Pages that send the reader on: `<meta http-equiv=refresh>`, a redirect written into the page."""

import html
import re

__all__ = ["refresh_target"]

HEAD = 20_000  # bytes; it stands in the head
SOON = 10  # seconds; a page that waits longer is there to be read
HIDDEN = re.compile(
    r"<!--.*?(?:-->|\Z)|<(noscript|script|style|template)\b.*?(?:</\1\s*>|\Z)", re.I | re.S
)
META = re.compile(r"<meta\b[^>]{0,2000}>", re.I)
REFRESH = re.compile(r"http-equiv\s*=\s*[\"']?\s*refresh\b", re.I)
CONTENT = re.compile(r"content\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))", re.I)
ORDER = re.compile(
    r"\s*(\d{1,4})(?:\.\d*)?\s*[;,]\s*(?:url\s*=\s*)?[\"']?\s*([^\"']+?)\s*[\"']?\s*$", re.I
)


def refresh_target(body: bytes, content_type: str) -> str | None:
    """Where a page sends whoever opens it, as it is written there; None for a page that stays.

    One that only reloads itself stays, and so does one that sends on only readers without scripts.
    """
    if "html" not in content_type.lower() or b"refresh" not in body[:HEAD].lower():
        return None
    for tag in META.findall(HIDDEN.sub("", body[:HEAD].decode("utf-8", "replace"))):
        content = CONTENT.search(tag) if REFRESH.search(tag) else None
        said = next(filter(None, content.groups()), "") if content else ""
        order = ORDER.match(html.unescape(said))
        if order and int(order[1]) <= SOON:
            return order[2]
    return None
