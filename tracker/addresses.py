"""What may be asked for: which URLs are well formed and which network addresses are open to us.

Pure: nothing here resolves a name or opens a connection.
"""

import re
from collections.abc import Iterator, Sequence
from ipaddress import (
    IPv4Address,
    IPv4Network,
    IPv6Address,
    IPv6Network,
    ip_address,
    ip_network,
)
from urllib.parse import urlsplit, urlunsplit

__all__ = ["authority", "check_url", "is_open", "without_secrets"]

Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

LONGEST_URL = 2048
# Translated IPv4: the last 32 bits are the address that will really be spoken to.
NAT64 = (ip_network("64:ff9b::/96"), ip_network("64:ff9b:1::/48"))
SECRET_PARAMETER = re.compile(
    r"(?i)([?&;][^=&;#]*(?:key|token|secret|pass|auth|sig|session|pwd)[^=&;#]*=)[^&;#]*"
)


def check_url(url: str) -> str:
    """`url` itself when it may be asked for; raises ValueError saying what is wrong with it.

    Refused: other schemes than http and https, no host, a user name or password, control characters,
    spaces and backslashes (which two parsers read as two different hosts), over-long addresses.
    """
    if len(url) > LONGEST_URL:
        raise ValueError(f"an address longer than {LONGEST_URL} characters")
    if re.search(r"[\x00-\x20\x7f\\]", url):
        raise ValueError("an address with a space, a backslash or a control character in it")
    parts = urlsplit(url)  # raises ValueError for a broken IPv6 host
    if parts.scheme.lower() not in ("http", "https"):
        raise ValueError('an address that starts with "http://" or "https://" is needed')
    if "@" in parts.netloc:
        raise ValueError("an address must not carry a user name or password: use `headers`")
    if not parts.hostname:
        raise ValueError("an address without a host")
    _ = parts.port  # raises ValueError when out of range
    return url


def authority(url: str) -> str:
    """The host we are polite to: name, and port where it is not the usual one."""
    parts = urlsplit(url)
    host, port = (parts.hostname or "").rstrip("."), parts.port
    return host if port in (None, 80, 443) else f"{host}:{port}"


def is_open(address: str, allowed: Sequence[Network] = ()) -> bool:
    """Whether `address` may be connected to: a public one, or one inside an `allowed` network."""
    faces = tuple(_faces(ip_address(address.partition("%")[0])))
    if any(_inside(face, network) for face in faces for network in allowed):
        return True
    return all(_is_public(face) for face in faces)


def is_loopback(address: str) -> bool:
    """Whether `address` is this machine."""
    return any(face.is_loopback for face in _faces(ip_address(address.partition("%")[0])))


def without_secrets(url: str) -> str:
    """`url` as it may be logged: passwords and values of parameters that look like keys masked."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "(an address that cannot be read)"
    netloc = parts.netloc.rpartition("@")[2]
    return SECRET_PARAMETER.sub(r"\1***", urlunsplit(parts._replace(netloc=netloc)))


def _faces(address: Address) -> Iterator[Address]:
    """The address and every IPv4 address it stands for."""
    yield address
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped:
            yield address.ipv4_mapped
        if address.sixtofour:
            yield address.sixtofour
        if address.teredo:
            yield address.teredo[1]
        if any(address in network for network in NAT64):
            yield IPv4Address(int(address) & 0xFFFFFFFF)


def _inside(address: Address, network: Network) -> bool:
    return address.version == network.version and address in network


def _is_public(address: Address) -> bool:
    if isinstance(address, IPv6Address) and (address.ipv4_mapped or address in NAT64[0]):
        return True  # judged by the IPv4 address it stands for
    return address.is_global and not (
        address.is_multicast or address.is_reserved or address.is_unspecified
    )
