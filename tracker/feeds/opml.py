"""Lists of feeds as OPML, the format every feed reader exchanges. Pure: text in, text out.

What OPML has no name for goes into attributes of a namespace of our own, so that nothing is lost on the way.
"""

from collections.abc import Iterable, Mapping

from lxml import etree

from tracker.errors import ReadError

__all__ = ["from_opml", "to_opml"]

OURS = "https://opml.invalid/event-timeline-tracker"
NAMES = {"name": "text", "url": "xmlUrl"}  # the rest keep their own


def to_opml(feeds: Iterable[Mapping[str, str]], title: str) -> str:
    """An OPML document of feeds; each is a mapping with `name`, `url` and whatever else is set."""
    root = etree.Element("opml", version="2.0", nsmap={"tracker": OURS})
    etree.SubElement(etree.SubElement(root, "head"), "title").text = title
    body = etree.SubElement(root, "body")
    for feed in feeds:
        outline = etree.SubElement(body, "outline", type="rss", title=feed["name"])
        for key, value in feed.items():
            outline.set(NAMES.get(key, f"{{{OURS}}}{key}"), value)
    etree.indent(root)
    text: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return text.decode() + "\n"


def from_opml(text: bytes) -> list[dict[str, str]]:
    """The feeds of an OPML document, of folders within folders too. Raises ReadError when it is none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise ReadError("not_opml", str(error)) from error
    if root is None or root.tag != "opml":
        raise ReadError("not_opml", "no OPML document")
    found = (_feed(outline) for outline in root.iter("outline"))
    return [feed for feed in found if feed is not None]


def _feed(outline: etree._Element) -> dict[str, str] | None:
    url = outline.get("xmlUrl") or outline.get("xmlurl") or ""
    if not url:
        return None  # a folder
    name = (outline.get("text") or outline.get("title") or url).strip()
    ours = {
        key.removeprefix(f"{{{OURS}}}"): value
        for key, value in outline.attrib.items()
        if isinstance(key, str) and isinstance(value, str) and key.startswith(f"{{{OURS}}}")
    }
    language = outline.get("language")
    return {"name": name, "url": url, **({"language": language} if language else {}), **ours}
