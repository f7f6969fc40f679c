"""Articles as JSONL: one object a line."""

import io
import json
import re
from collections.abc import Iterator
from typing import Any

from jobs.records.record import Record
from tracker.articles.address import clean_address
from tracker.moments import read_moment
from tracker.pipeline import Arrival
from tracker.values import Kind

__all__ = ["read_jsonl"]

LONGEST_LINE = 50_000_000  # bytes of one line: a page and then some


def read_jsonl(stream: io.BufferedReader, where: str) -> Iterator[Record]:
    """Every record of a stream, with the line it stands in."""
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
