"""Asking: bounded in size, time, hops and reach, and without a memory."""

import asyncio
import ssl
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Self
from urllib.parse import urlsplit

import httpx

from tracker.addresses import Network
from tracker.errors import FetchError
from tracker.http.answers import Hop, Limits, Response, headers_of, read_body
from tracker.http.connections import Pools, Resolver, resolve
from tracker.http.redirects import checked, is_at_home, sent_on, target_of

__all__ = ["Fetcher"]

MOST_REDIRECTS = 5


@dataclass
class Fetcher:
    """Asks servers for pages, over connections shared within one `async with`.

    `allowed` are private networks open to every request. Proxies of the environment are honoured and
    exempt from the address check.
    """

    user_agent: str
    allowed: Sequence[Network] = ()
    limits: Limits = field(default_factory=Limits)
    resolver: Resolver = resolve
    _pools: Pools = field(init=False)

    def __post_init__(self) -> None:
        self._pools = Pools(self.resolver)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._pools.close()

    async def get(
        self,
        url: str,
        *,
        headers: Mapping[str, str] | None = None,
        etag: str | None = None,
        last_modified: str | None = None,
        allowed: Sequence[Network] = (),
        limits: Limits | None = None,
    ) -> Response:
        """The answer to a GET of `url` after at most five redirects.

        `etag` and `last_modified` go out byte for byte as they came. `headers` are for the host
        of `url` alone: a redirect elsewhere does not see them.
        """
        bounds = limits or self.limits
        validators = {"if-none-match": etag, "if-modified-since": last_modified}
        try:
            async with asyncio.timeout(bounds.total):
                return await self._follow(url, headers or {}, validators, allowed, bounds)
        except TimeoutError as error:
            raise FetchError("timeout", f"no full answer within {bounds.total:g} s") from error

    async def _follow(
        self,
        url: str,
        headers: Mapping[str, str],
        validators: Mapping[str, str | None],
        allowed: Sequence[Network],
        limits: Limits,
    ) -> Response:
        hops: list[Hop] = []
        home = checked(url)
        while True:
            extra = headers if is_at_home(url, home) else {}
            request = self._request(url, {**extra, **{k: v for k, v in validators.items() if v}})
            request.extensions["timeout"] = httpx.Timeout(
                limits.total, connect=limits.connect
            ).as_dict()
            response = await self._send(request, allowed)
            try:
                hops.append(Hop(url, response.status_code, headers_of(response)))
                target = target_of(hops[-1])
                if target is None:
                    body, truncated = await read_body(response, limits.size)
                    answer = Response(
                        url, response.status_code, hops[-1].headers, body, tuple(hops), truncated
                    )
                    target = sent_on(answer)
                    if target is None:
                        return answer
            finally:
                await response.aclose()
            if len(hops) > MOST_REDIRECTS:
                raise FetchError(
                    "too_many_redirects",
                    f"more than {MOST_REDIRECTS}, from {urlsplit(home).netloc}",
                )
            url = target

    def _request(self, url: str, headers: Mapping[str, str]) -> httpx.Request:
        sent = {
            "user-agent": self.user_agent,
            "accept": "*/*",
            "accept-encoding": "gzip",
            **{name.lower(): value for name, value in headers.items()},
        }
        pairs = [(name.encode("ascii"), _wire(value)) for name, value in sent.items()]
        try:
            return httpx.Request("GET", url, headers=pairs)
        except (httpx.InvalidURL, UnicodeError) as error:
            raise FetchError("bad_url", str(error)) from error

    async def _send(self, request: httpx.Request, allowed: Sequence[Network]) -> httpx.Response:
        # The transport without httpx's client around it: no cookies, no redirects, no user names.
        pool = self._pools.of(request.url, (*self.allowed, *allowed))
        try:
            return await pool.handle_async_request(request)
        except httpx.TimeoutException as error:
            raise FetchError("timeout", "the server did not answer in time") from error
        except httpx.ConnectError as error:
            raise FetchError(_connect_code(error), str(error) or "no connection") from error
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise FetchError("protocol", str(error) or type(error).__name__) from error
        except UnicodeError as error:
            raise FetchError("bad_url", str(error)) from error


def _wire(value: str) -> bytes:
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode("utf-8")


def _connect_code(error: httpx.ConnectError) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return "tls"
        cause = cause.__cause__ or cause.__context__
    return "connect"
