"""The one door to the network: bounded in size, time, hops and reach, and without a memory.

`Fetcher.get` gives a Response for any answer of a server, whatever its status, and raises FetchError with a
stable code where there was none: bad_url, bad_redirect_scheme, blocked_address, dns, connect, tls, timeout,
protocol, too_many_redirects, too_large, bad_encoding.
"""

import asyncio
import socket
import ssl
import urllib.request
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any, Self
from urllib.parse import urljoin, urlsplit

import httpcore
import httpx

from tracker.addresses import Network, check_url, is_open
from tracker.errors import FetchError
from tracker.inflate import inflater
from tracker.refresh import refresh_target

__all__ = ["Fetcher", "Hop", "Limits", "Response", "resolve"]

MOST_REDIRECTS = 5
REDIRECTS = (301, 302, 303, 307, 308)

Resolver = Callable[[str, int], Awaitable[list[str]]]


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


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of `host`, in the order the system prefers."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class GuardedBackend(httpcore.AsyncNetworkBackend):
    """Connects only to addresses that are open to us, and to the very address it has checked."""

    def __init__(self, allowed: Sequence[Network], resolver: Resolver) -> None:
        self._allowed, self._resolver = tuple(allowed), resolver
        self._inner = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """A connection to the first open address of `host` that answers."""
        failure: Exception | None = None
        for address in await self._open_addresses(host, port):
            try:
                return await self._inner.connect_tcp(
                    address, port, timeout, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure or FetchError("dns", f"{host} has no address")

    async def _open_addresses(self, host: str, port: int) -> list[str]:
        try:
            addresses = await self._resolver(host, port)
        except (OSError, UnicodeError) as error:
            raise FetchError("dns", f"{host} cannot be resolved: {error}") from error
        chosen = [address for address in addresses if is_open(address, self._allowed)]
        if addresses and not chosen:
            named = host if host == addresses[0] else f"{host} ({addresses[0]})"
            raise FetchError(
                "blocked_address", f"{named} is not public; list its network in allow_private"
            )
        return chosen

    async def connect_unix_socket(self, *_: Any, **__: Any) -> httpcore.AsyncNetworkStream:
        """Never: no feed lives behind a socket file."""
        raise FetchError("blocked_address", "a socket file is not a public address")

    async def sleep(self, seconds: float) -> None:
        """Waits, for httpcore's own retries."""
        await self._inner.sleep(seconds)


class GuardedTransport(httpx.AsyncHTTPTransport):
    """httpx's transport over a pool that connects through GuardedBackend."""

    def __init__(self, context: ssl.SSLContext, backend: GuardedBackend) -> None:
        super().__init__(verify=context, trust_env=False)
        self._pool = httpcore.AsyncConnectionPool(
            ssl_context=context,
            max_connections=100,
            max_keepalive_connections=20,
            keepalive_expiry=15.0,
            network_backend=backend,
        )


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
    _pools: dict[tuple[Any, ...], httpx.AsyncHTTPTransport] = field(
        default_factory=dict, init=False
    )
    _context: ssl.SSLContext | None = field(default=None, init=False)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        pools, self._pools = list(self._pools.values()), {}
        for pool in pools:
            await pool.aclose()

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
        home = urlsplit(_checked(url)).netloc
        while True:
            extra = headers if urlsplit(url).netloc == home else {}
            request = self._request(url, {**extra, **{k: v for k, v in validators.items() if v}})
            request.extensions["timeout"] = httpx.Timeout(
                limits.total, connect=limits.connect
            ).as_dict()
            response = await self._send(request, allowed)
            try:
                hops.append(Hop(url, response.status_code, _headers(response)))
                target = _target(hops[-1])
                if target is None:
                    body, truncated = await _read(response, limits.size)
                    answer = Response(
                        url, response.status_code, hops[-1].headers, body, tuple(hops), truncated
                    )
                    target = _sent_on(answer)
                    if target is None:
                        return answer
            finally:
                await response.aclose()
            if len(hops) > MOST_REDIRECTS:
                raise FetchError("too_many_redirects", f"more than {MOST_REDIRECTS}, from {home}")
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
        pool = self._pool(request.url, (*self.allowed, *allowed))
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

    def _pool(self, url: httpx.URL, allowed: tuple[Network, ...]) -> httpx.AsyncHTTPTransport:
        proxy = _proxy_for(url)
        if proxy and not _literal_is_open(url.host, allowed):
            raise FetchError("blocked_address", f"{url.host} is not a public address")
        # One pool per set of open networks: a connection one feed may use must not serve another.
        key = (proxy, allowed)
        if key not in self._pools:
            context = self._context = self._context or httpx.create_ssl_context()
            self._pools[key] = (
                httpx.AsyncHTTPTransport(verify=context, proxy=proxy, trust_env=False)
                if proxy
                else GuardedTransport(context, GuardedBackend(allowed, self.resolver))
            )
        return self._pools[key]


def _checked(url: str, code: str = "bad_url") -> str:
    try:
        return check_url(url)
    except ValueError as error:
        raise FetchError(code, str(error)) from error


def _target(hop: Hop) -> str | None:
    """Where a redirect leads, None for any other answer."""
    location = hop.headers.get("location", "").strip()
    return _joined(hop.url, location) if hop.status in REDIRECTS and location else None


def _sent_on(answer: Response) -> str | None:
    """Where a page sends its reader on, None for one that stays."""
    written = refresh_target(answer.body, answer.content_type) if answer.status == 200 else None
    target = _joined(answer.url, written) if written else None
    return None if target in {hop.url for hop in answer.hops} else target


def _joined(base: str, location: str) -> str:
    try:
        target = urljoin(base, location)
        scheme = urlsplit(target).scheme
    except ValueError as error:
        raise FetchError(
            "bad_url", f"redirect to an address that cannot be read: {error}"
        ) from error
    if scheme not in ("http", "https"):
        raise FetchError("bad_redirect_scheme", f'redirect to a "{scheme}:" address')
    return _checked(target.replace(" ", "%20").partition("#")[0])


def _headers(response: httpx.Response) -> dict[str, str]:
    # Latin-1 keeps every byte, so that a validator goes back exactly as it came.
    headers: dict[str, str] = {}
    for raw_name, raw_value in response.headers.raw:
        name, value = raw_name.decode("latin-1").lower(), raw_value.decode("latin-1")
        headers[name] = f"{headers[name]}, {value}" if name in headers else value
    return headers


def _wire(value: str) -> bytes:
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode("utf-8")


async def _read(response: httpx.Response, limit: int) -> tuple[bytes, bool]:
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


def _connect_code(error: httpx.ConnectError) -> str:
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return "tls"
        cause = cause.__cause__ or cause.__context__
    return "connect"


def _proxy_for(url: httpx.URL) -> str | None:
    proxies = urllib.request.getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    if not proxy or urllib.request.proxy_bypass(url.host):
        return None
    return proxy if "://" in proxy else f"http://{proxy}"


def _literal_is_open(host: str, allowed: Sequence[Network]) -> bool:
    """Whether a host written as an address, in any spelling, is open; names are left to the proxy."""
    try:
        address = socket.inet_ntoa(socket.inet_aton(host))
    except (OSError, UnicodeError):
        address = host.strip("[]")
    try:
        return is_open(address, allowed)
    except ValueError:
        return True
