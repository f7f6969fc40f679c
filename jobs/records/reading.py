"""Reading files of articles, whatever kind they are."""

import io
from collections.abc import Callable, Iterator
from pathlib import Path

from jobs.records.archives import read_archive
from jobs.records.jsonl import read_jsonl
from jobs.records.opening import Unpacked, opened
from jobs.records.pages import read_page
from jobs.records.record import Record

__all__ = ["read_records"]

SUFFIXES = {
    ".jsonl": "jsonl", ".ndjson": "jsonl", ".json": "jsonl",
    ".html": "html", ".htm": "html", ".xhtml": "html", ".warc": "warc",
}  # fmt: skip
Reader = Callable[[io.BufferedReader, str], Iterator[Record]]
READERS: dict[str, Reader] = {"jsonl": read_jsonl, "html": read_page, "warc": read_archive}


def read_records(name: str) -> Iterator[Record]:
    """Every article of a file, or of standard input for "-", in order."""
    where = "standard input" if name == "-" else name
    cut: Exception | None
    try:
        with opened(name) as stream:
            yield from _reader(name, stream)(stream, where)
            cut = stream.raw.cut if isinstance(stream.raw, Unpacked) else None
    except OSError as error:
        cut = error
    if cut is not None:
        yield Record(where, problem=f"cannot be read to its end: {cut}")


def _reader(name: str, stream: io.BufferedReader) -> Reader:
    start = stream.peek(64)[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    kind = SUFFIXES.get(Path(name.removesuffix(".gz")).suffix.lower())
    if start.startswith(b"WARC/"):
        kind = "warc"
    elif kind is None:
        kind = "html" if start.startswith(b"<") else "jsonl"
    return READERS[kind]
