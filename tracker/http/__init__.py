"""The one door to the network: `Fetcher.get` and what it gives.

`Fetcher.get` gives a Response for any answer of a server, whatever its status, and raises FetchError with a
stable code where there was none: bad_url, bad_redirect_scheme, blocked_address, dns, connect, tls, timeout,
protocol, too_many_redirects, too_large, bad_encoding.
"""

from tracker.http.answers import Hop, Limits, Response
from tracker.http.fetcher import Fetcher

__all__ = ["Fetcher", "Hop", "Limits", "Response"]
