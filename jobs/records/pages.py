"""A saved page: an article that says its own address."""

import io
import re
from collections.abc import Iterator

from jobs.records.record import LARGEST_PAGE, Record
from tracker.articles.address import clean_address
from tracker.pipeline import Arrival

__all__ = ["read_page"]

SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.IGNORECASE)
OWN_ADDRESS = re.compile(
    rb"<link[^>]{0,300}?rel=[\"']?canonical[\"']?[^>]{0,300}?>|<meta[^>]{0,300}?property=[\"']og:url[\"'][^>]{0,1000}?>",
    re.IGNORECASE,
)
ADDRESS = re.compile(rb"(?:href|content)\s*=\s*[\"']?(https?://[^\"'\s>]+)", re.IGNORECASE)


def read_page(stream: io.BufferedReader, where: str) -> Iterator[Record]:
    """The one article of a stream."""
    page = stream.read(LARGEST_PAGE + 1)
    if len(page) > LARGEST_PAGE:
        yield Record(where, problem=f"a page of more than {LARGEST_PAGE} bytes")
        return
    address = _own_address(page)
    if address is None:
        yield Record(where, problem="the page does not say its address (no canonical link)")
        return
    yield Record(where, Arrival(url=address, page=page, content_type="text/html", origin="import"))


def _own_address(page: bytes) -> str | None:
    found = SAVED_FROM.search(page[:4096])
    stated = [found[1]] if found else []
    for tag in OWN_ADDRESS.finditer(page[:500_000]):
        stated += ADDRESS.findall(tag.group())
    for one in stated:
        if (address := clean_address(one.decode("utf-8", "ignore"))) is not None:
            return address
    return None
