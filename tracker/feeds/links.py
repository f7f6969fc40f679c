"""Addresses inside feeds and index pages."""

from urllib.parse import urljoin

from tracker.addresses import check_url

__all__ = ["absolute"]


def absolute(link: str, base: str) -> str | None:
    """`link` as an address that can be asked for, or None ("javascript:", empty, broken)."""
    link = "".join(link.split("\n")).strip().replace(" ", "%20")
    if not link:
        return None
    try:
        return check_url(urljoin(base, link))
    except ValueError:
        return None
