"""A fragment of HTML (what a feed carries of an article) to paragraphs."""

import re
from collections.abc import Iterator

from lxml import etree, html
from lxml.html import HtmlElement

from tracker.plain import plain_line
from tracker.text.boxes import is_furniture

__all__ = ["fragment_text"]

BLOCKS = frozenset(
    ["address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "tr", "ul"]
)  # fmt: skip
DROPPED = frozenset(
    ["audio", "button", "canvas", "embed", "figcaption", "form", "head", "iframe", "noscript", "object", "script", "select", "style", "svg", "template", "video"]
)  # fmt: skip


def fragment_text(fragment: str) -> str:
    """The text of an HTML fragment, its paragraphs parted by blank lines."""
    if not re.search(r"<[a-zA-Z!/]|&[#\w]+;", fragment):
        return fragment
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        source = fragment.encode("utf-8", "ignore").replace(b"\0", b"")
        tree = html.document_fromstring(source, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return ""
    lines = map(plain_line, "".join(_pieces(tree)).split("\n"))
    return "\n\n".join(line for line in lines if line)


def _pieces(element: HtmlElement) -> Iterator[str]:
    tag = element.tag
    if tag not in DROPPED and not is_furniture(element):
        breaks = tag in BLOCKS or (tag == "br" and _parts_paragraphs(element))
        yield "\n" if breaks else " " if tag in ("br", "td", "th") else ""
        yield re.sub(r"\s+", " ", element.text or "")
        for child in element:
            yield from _pieces(child)
        yield "\n" if tag in BLOCKS else ""
    yield re.sub(r"\s+", " ", element.tail or "")


def _parts_paragraphs(line_break: HtmlElement) -> bool:
    """A line break after a full sentence, or two in a row, part paragraphs; one in mid-sentence does not."""
    before = line_break.getprevious()
    if before is not None and before.tag == "br" and not (before.tail or "").strip():
        return True
    text = before.tail if before is not None else None
    if text is None and (parent := line_break.getparent()) is not None:
        text = parent.text if before is None else before.text_content()
    return bool(re.search(r"[.!?:;\"”’)\]…。]\s*$", text or ""))
