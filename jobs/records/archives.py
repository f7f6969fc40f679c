"""Web archives (WARC): the pages among their records."""

import io
from collections.abc import Iterator
from typing import Any

from jobs.records.record import LARGEST_PAGE, Record
from tracker.articles.address import clean_address
from tracker.pipeline import Arrival

__all__ = ["read_archive"]


def read_archive(stream: io.BufferedReader, where: str) -> Iterator[Record]:
    """The pages of a stream, with the number of their record."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    number = 0
    try:
        for number, record in enumerate(ArchiveIterator(stream), 1):
            if (arrival := _archived(record)) is None:
                continue
            place = f"{where}:record {number}"
            if _is_cut(record, arrival.page or b""):
                yield Record(place, problem="the record ends before its end")
            else:
                yield Record(place, arrival, lone=False)
    except (ArchiveLoadFailed, ValueError, AttributeError) as error:
        yield Record(f"{where}:record {number + 1}", problem=f"not a WARC record: {error}")


def _is_cut(record: Any, page: bytes) -> bool:
    """Whether the archive holds less of a page than it says."""
    return len(page) < LARGEST_PAGE and record.raw_stream.limit > 0


def _archived(record: Any) -> Arrival | None:
    """The page of a WARC record; None for requests, images, errors and the like."""
    if record.rec_type not in ("response", "resource"):
        return None
    address = clean_address(record.rec_headers.get_header("WARC-Target-URI") or "")
    headers = record.http_headers
    kind = headers.get_header("Content-Type") if headers else record.content_type
    status = headers.get_statuscode() if headers else "200"
    if address is None or status != "200" or "html" not in (kind or "").lower():
        return None
    page = record.content_stream().read(LARGEST_PAGE)
    return Arrival(url=address, page=page, content_type=kind or "", origin="import")
