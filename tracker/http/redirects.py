"""Where an answer sends its reader on: a redirect, or a page that says so in its head."""

from urllib.parse import urljoin, urlsplit

from tracker.addresses import check_url
from tracker.errors import FetchError
from tracker.http.answers import Hop, Response
from tracker.http.refresh import refresh_target

__all__ = ["checked", "is_at_home", "sent_on", "target_of"]

REDIRECTS = (301, 302, 303, 307, 308)


def checked(url: str) -> str:
    """`url` itself when it may be asked for; raises FetchError where it may not."""
    try:
        return check_url(url)
    except ValueError as error:
        raise FetchError("bad_url", str(error)) from error


def target_of(hop: Hop) -> str | None:
    """Where a redirect leads, None for any other answer."""
    location = hop.headers.get("location", "").strip()
    return _joined(hop.url, location) if hop.status in REDIRECTS and location else None


def sent_on(answer: Response) -> str | None:
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
    return checked(target.replace(" ", "%20").partition("#")[0])


def is_at_home(url: str, home: str) -> bool:
    """Whether what only the host of `home` may see can go to `url`: the same host, and no less secret."""
    there, here = urlsplit(url), urlsplit(home)
    return there.netloc == here.netloc and (there.scheme, here.scheme) != ("http", "https")
