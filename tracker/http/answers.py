"""What a server answered: as a value, and how it is read off the wire within limits."""

from collections.abc import Mapping
from dataclasses import dataclass

import httpx

from tracker.errors import FetchError
from tracker.inflate import inflater

__all__ = ["Hop", "Limits", "Response", "headers_of", "read_body"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much one request may take; `size` counts inflated bytes."""

    total: float = 30.0
    connect: float = 10.0
    size: int = 10 * 10**6


@dataclass(frozen=True, slots=True)
class Hop:
    """One answer on the way: what was asked, and what came."""

    url: str
    status: int
    headers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Response:
    """The last answer. `truncated`: the connection or the coding ended before the body did."""

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes
    hops: tuple[Hop, ...] = ()
    truncated: bool = False

    @property
    def content_type(self) -> str:
        """The media type with its parameters, as served."""
        return self.headers.get("content-type", "")


def headers_of(response: httpx.Response) -> dict[str, str]:
    """The headers by their names in lower case; several of one name are joined by commas."""
    # Latin-1 keeps every byte, so that a validator goes back exactly as it came.
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers.raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


async def read_body(response: httpx.Response, limit: int) -> tuple[bytes, bool]:
    """The inflated body and whether it was cut short; raises FetchError beyond `limit` bytes."""
    if int(_digits(response.headers.get("content-length", ""))) > limit:
        raise FetchError("too_large", f"announces more than {limit} bytes")
    inflate = inflater(response.headers.get("content-encoding", ""), limit)
    body = bytearray()
    try:
        async for chunk in response.aiter_raw():
            body += inflate.feed(chunk)
            if len(body) > limit:
                raise FetchError("too_large", f"more than {limit} bytes")
    except httpx.TimeoutException as error:
        raise FetchError("timeout", "the body stopped coming") from error
    except httpx.HTTPError:
        return bytes(body), True
    return bytes(body), inflate.unfinished


def _digits(text: str) -> str:
    return text.strip() if text.strip().isascii() and text.strip().isdigit() else "0"
