"""Articles in files: JSONL, saved HTML pages, WARC. Each becomes an arrival or a problem with its place."""

import gzip
import io
import json
import re
import sys
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.articles.address import clean_address
from tracker.errors import UsageError
from tracker.moments import read_moment
from tracker.pipeline import Arrival
from tracker.values import Kind

__all__ = ["Record", "read_records", "require_files"]

LONGEST_LINE = 50_000_000  # bytes of one JSONL line: a page and then some
LARGEST_PAGE = 10_000_000
SUFFIXES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".warc": "warc",
}  # fmt: skip
SAVED_FROM = re.compile(rb"<!--\s*saved from url=\(\d+\)\s*(\S+?)\s*-->", re.IGNORECASE)
OWN_ADDRESS = re.compile(
    rb"<link[^>]{0,300}?rel=[\"']?canonical[\"']?[^>]{0,300}?>|<meta[^>]{0,300}?property=[\"']og:url[\"'][^>]{0,1000}?>",
    re.IGNORECASE,
)
ADDRESS = re.compile(rb"(?:href|content)\s*=\s*[\"']?(https?://[^\"'\s>]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Record:
    """One article of a file: `where` it stands ("articles.jsonl:12"), and what is wrong, if anything.

    `lone` marks a file that is one article: there a page that is none is a mistake worth reporting, in a
    crawl it is not.
    """

    where: str
    arrival: Arrival | None = None
    problem: str = ""
    lone: bool = True


def require_files(names: list[str]) -> None:
    """Raises UsageError naming the first of `names` that is no readable file."""
    for name in names:
        path = Path(name)
        if name == "-":
            continue
        if path.is_dir():
            raise UsageError(f"{name} is a folder: name the files in it")
        if not path.is_file():
            raise UsageError(f"{name}: there is no such file")


def read_records(name: str) -> Iterator[Record]:
    """Every article of a file, or of standard input for "-", in order."""
    where = "standard input" if name == "-" else name
    cut: Exception | None
    try:
        with _opened(name) as stream:
            yield from _reader(name, stream)(stream, where)
            cut = stream.raw.cut if isinstance(stream.raw, Unpacked) else None
    except OSError as error:
        cut = error
    if cut is not None:
        yield Record(where, problem=f"cannot be read to its end: {cut}")


class Unpacked(io.RawIOBase):
    """What a compressed file holds, as far as it can be read; `cut` is what ended it before its end."""

    def __init__(self, packed: io.BufferedReader) -> None:
        self._stream = gzip.GzipFile(fileobj=packed)
        self.cut: Exception | None = None

    def readable(self) -> bool:
        """Always: `io` asks."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Fills `buffer` with what comes next; 0 at the end, or where it was cut."""
        try:
            piece = self._stream.read1(len(buffer))
        except (OSError, EOFError, zlib.error) as error:
            self.cut = error
            return 0
        buffer[: len(piece)] = piece
        return len(piece)


@contextmanager
def _opened(name: str) -> Iterator[io.BufferedReader]:
    with ExitStack() as stack:
        stream = sys.stdin.buffer if name == "-" else stack.enter_context(Path(name).open("rb"))
        plain = stream if isinstance(stream, io.BufferedReader) else io.BytesIO(stream.read())
        buffered = plain if isinstance(plain, io.BufferedReader) else io.BufferedReader(plain)
        packed = buffered.peek(2)[:2] == b"\x1f\x8b"
        yield io.BufferedReader(Unpacked(buffered)) if packed else buffered


def _reader(name: str, stream: io.BufferedReader) -> Any:
    start = stream.peek(64)[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    kind = SUFFIXES.get(Path(name.removesuffix(".gz")).suffix.lower())
    if start.startswith(b"WARC/"):
        kind = "warc"
    elif kind is None:
        kind = "html" if start.startswith(b"<") else "jsonl"
    return {"jsonl": _jsonl, "html": _html, "warc": _warc}[kind]


def _jsonl(stream: io.BufferedReader, where: str) -> Iterator[Record]:
    number = 0
    while line := stream.readline(LONGEST_LINE):
        number += 1
        place = f"{where}:{number}"
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            yield Record(place, problem=f"a line of more than {LONGEST_LINE} bytes")
            while line and not line.endswith(b"\n"):
                line = stream.readline(LONGEST_LINE)
        elif line.strip(b"\xef\xbb\xbf \t\r\n"):
            yield _json_record(line, place)


def _json_record(line: bytes, place: str) -> Record:
    try:
        record = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return Record(place, problem=f"not UTF-8: {error.reason} at byte {error.start + 1}")
    except json.JSONDecodeError as error:
        return Record(place, problem=f"not JSON: {error.msg} at column {error.colno}")
    except (ValueError, RecursionError) as error:
        return Record(place, problem=f"not JSON that can be read: {error}")
    try:
        return Record(place, _arrival(record))
    except ValueError as error:
        return Record(place, problem=str(error))


def _arrival(record: Any) -> Arrival:
    """The arrival that a JSON object states; ValueError says what is missing or wrong."""
    if not isinstance(record, dict):
        raise ValueError("not a JSON object")
    for key in ("id", "url", "publisher", "title", "published", "text", "html", "language", "kind"):
        value = record.get(key)
        if value is not None and not isinstance(value, str) and key != "id":
            raise ValueError(f"{key} is no text: {json.dumps(value)[:60]}")
    address = record.get("url") or ""
    if not address:
        raise ValueError("no url")
    if clean_address(address) is None:
        raise ValueError(f"url is no web address: {address[:120]!r}")
    published = record.get("published") or ""
    if not published:
        raise ValueError("no published: the day the article came out is needed to read its dates")
    moment = read_moment(published)
    if moment is None:
        raise ValueError(f"published is no date: {published[:60]!r} (2024-08-06, or with a time)")
    if not (1800 <= moment.at.year <= 2200):
        raise ValueError(f"published is no possible date: {published[:60]!r}")
    return Arrival(
        url=address,
        title=record.get("title") or "",
        published=moment.at,
        publisher=record.get("publisher") or "",
        kind=_kind(record.get("kind")),
        language=record.get("language") or "en",
        origin="import",
        external_id=str(record["id"]) if record.get("id") is not None else None,
        **_content(record),
    )


def _content(record: dict[str, Any]) -> dict[str, Any]:
    if record.get("text"):
        return {"text": record["text"]}
    page = record.get("html") or ""
    if not page:
        raise ValueError("neither text nor html")
    if re.search(r"<(?:html|body|head)\b", page[:5000], re.IGNORECASE):
        return {"page": page.encode("utf-8", "ignore"), "content_type": "text/html; charset=utf-8"}
    return {"text": page, "text_is_html": True}


def _kind(value: str | None) -> Kind:
    try:
        return Kind(value) if value else Kind.INDEPENDENT
    except ValueError:
        allowed = ", ".join(kind.value for kind in Kind)
        raise ValueError(f"kind is {value!r}; it may be {allowed}") from None


def _html(stream: io.BufferedReader, where: str) -> Iterator[Record]:
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


def _warc(stream: io.BufferedReader, where: str) -> Iterator[Record]:
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
