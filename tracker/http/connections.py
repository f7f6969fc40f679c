"""Connections: to open addresses alone, checked where the name is resolved, or through the configured proxy."""

import asyncio
import socket
import ssl
import urllib.request
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

import httpcore
import httpx

from tracker.addresses import Network, is_open
from tracker.errors import FetchError

__all__ = ["Pools", "Resolver", "resolve"]

Resolver = Callable[[str, int], Awaitable[list[str]]]


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
class Pools:
    """The connections of one fetcher, kept apart by who may use them.

    `resolver` gives the addresses of a host. Proxies of the environment are honoured and exempt from the
    address check.
    """

    resolver: Resolver = resolve
    _pools: dict[tuple[Any, ...], httpx.AsyncHTTPTransport] = field(
        default_factory=dict, init=False
    )
    _context: ssl.SSLContext | None = field(default=None, init=False)

    def of(self, url: httpx.URL, allowed: tuple[Network, ...]) -> httpx.AsyncHTTPTransport:
        """What sends a request for `url`, private networks in `allowed` being open to it."""
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

    async def close(self) -> None:
        """Ends every connection."""
        pools, self._pools = list(self._pools.values()), {}
        for pool in pools:
            await pool.aclose()


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
