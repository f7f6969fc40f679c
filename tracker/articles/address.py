"""The canonical address of an article: one key for every spelling of a link to it."""

import ipaddress
import re
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlencode, urljoin, urlsplit

__all__ = [
    "LONGEST",
    "canonical_address",
    "clean_address",
    "differ_in_values",
    "same_site",
    "without_values",
]

LONGEST = 2048  # longer addresses are refused: no article needs one, and indexes have limits

TRACKING_NAMES = """
    _ga _gl _hsenc _hsmi __twitter_impression amp at_campaign at_custom1 at_custom2 at_custom3 at_custom4
    at_medium cmp cmpid dclid fbclid feedtype ftag gbraid gclid gclsrc guccounter guce_referrer
    guce_referrer_sig hsctatracking igsh igshid ito mc_cid mc_eid mkt_tok msclkid ncid ns_campaign ns_fee
    ns_linkname ns_mchannel ns_source oly_anon_id oly_enc_id outputtype partner ref_src ref_url referrer
    rss s_cid smid smtyp soc_src soc_trk source_feed spref sr_share ttclid twclid vero_id wbraid wickedid
    xtor yclid
"""
TRACKING = frozenset(TRACKING_NAMES.split())
TRACKING_PREFIXES = ("utm_", "pk_", "piwik_", "mtm_", "hsa_", "stm_", "at_link")
STAMPS = {"t", "ts", "_", "time", "timestamp", "cb", "nocache", "cachebuster", "rand"}
AMP_VALUES = {"outputtype": {"amp"}, "amp": {"", "1", "true"}, "rss": {"", "1", "yes", "true"}}
MOBILE = {"m", "mobile", "amp", "touch", "www", "www2", "wap"}
UNWRAPPED = re.compile(  # AMP caches: the article's own address is in the path
    r"^(?:[^/]+\.cdn\.ampproject\.org/(?:[acivw]|wp)/(?:s/)?|(?:www\.)?google\.[a-z.]+/amp/(?:s/)?)(?P<inner>.+)$"
)
AMP_PATH = re.compile(r"(?:/amp|\.amp|/amp\.html?|/amphtml)/?$|^/amp(?=/)", re.IGNORECASE)
SESSION = re.compile(r";(?:jsessionid|phpsessid|sid)=[^/?;]*", re.IGNORECASE)
DEFAULT_PORTS = {"http": 80, "https": 443}


def clean_address(url: str, base: str = "") -> str | None:
    """`url` made absolute and safe to fetch and to show; None for what is no web address."""
    url = re.sub(r"[\x00-\x20\x7f]+", "", url) if "\n" in url or "\t" in url else url.strip()
    try:
        joined = urljoin(base, url) if base else url
        parts = urlsplit(joined)
        port = parts.port
    except ValueError:
        return None
    host = _host(parts)
    if parts.scheme.lower() not in DEFAULT_PORTS or not host or len(joined) > LONGEST:
        return None
    if "\\" in joined or parts.username is not None or re.search(r"[\x00-\x20\x7f<>\"]", host):
        return None
    scheme = parts.scheme.lower()
    place = host if port in (None, DEFAULT_PORTS[scheme]) else f"{host}:{port}"
    query = f"?{_quoted(parts.query)}" if parts.query else ""
    fragment = f"#{_quoted(parts.fragment)}" if parts.fragment else ""
    return f"{scheme}://{place}{_quoted(parts.path) or '/'}{query}{fragment}"


def canonical_address(url: str) -> str | None:
    """The key under which an article is kept; None for what is no web address.

    Scheme, `www.` and mobile hosts, AMP, default ports, tracking parameters, the fragment, a trailing
    slash and the order of parameters make no difference. Other ports do.
    """
    cleaned = clean_address(url)
    if cleaned is None:
        return None
    parts = urlsplit(cleaned)
    wrapped = UNWRAPPED.match(f"{parts.hostname}{parts.path}")
    if wrapped:
        inner = f"https://{wrapped['inner']}" + (f"?{parts.query}" if parts.query else "")
        return canonical_address(inner)
    host = _plain_host(parts.hostname or "")
    place = host if parts.port is None else f"{host}:{parts.port}"
    query = _plain_query(parts.query)
    hashbang = f"#{parts.fragment}" if parts.fragment.startswith("!") else ""
    return f"https://{place}{_plain_path(parts.path)}{'?' + query if query else ''}{hashbang}"


def same_site(one: str, other: str) -> bool:
    """Whether two addresses belong to one site, give or take `www.` and mobile hosts."""
    first, second = urlsplit(one), urlsplit(other)
    if first.port != second.port and {first.port, second.port} - {None, 80, 443}:
        return False
    return _plain_host(first.hostname or "") == _plain_host(second.hostname or "")


def differ_in_values(one: str, other: str) -> bool:
    """Whether two addresses differ in nothing but values of their parameters."""
    first, second = canonical_address(one), canonical_address(other)
    return first != second and without_values(one) == without_values(other) is not None


def without_values(url: str) -> str | None:
    """What an address shares with those that differ from it in values of its parameters alone."""
    key = canonical_address(url)
    if key is None:
        return None
    bare, _, query = key.partition("?")
    return "&".join([bare, *(pair.partition("=")[0] for pair in query.split("&"))])


def _host(parts: SplitResult) -> str:
    host = (parts.hostname or "").rstrip(".").lower()
    if ":" in host:
        return f"[{host}]"
    try:
        return host.encode("idna").decode("ascii") if not host.isascii() else host
    except UnicodeError:
        return ""


def _plain_host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    try:
        ipaddress.ip_address(host)
    except ValueError:
        labels = host.split(".")
        kept = [
            label
            for place, label in enumerate(labels)
            if not (label in MOBILE and place < len(labels) - 2)
        ]
        return ".".join(kept)
    return host


def _plain_path(path: str) -> str:
    path = SESSION.sub("", path)
    path = re.sub(r"/{2,}", "/", path)
    path = AMP_PATH.sub("", path)
    path = re.sub(r"/index\.(?:html?|php|aspx?)$", "", path, flags=re.IGNORECASE)
    return path.rstrip("/") or "/"


def _plain_query(query: str) -> str:
    kept = [
        (key, value)
        for key, value in parse_qsl(query, keep_blank_values=True)
        if not _tracks(key, value)
    ]
    return urlencode(sorted(kept))


def _tracks(key: str, value: str) -> bool:
    key = key.lower()
    if key in AMP_VALUES:  # "?amp=1" is the AMP page, "?amp=230" may be anything
        return value.lower() in AMP_VALUES[key]
    if key in STAMPS and re.fullmatch(r"1\d{9}(?:\d{3})?", value, re.ASCII):
        return True  # the second of asking, different each time
    return key in TRACKING or key.startswith(TRACKING_PREFIXES)


def _quoted(part: str) -> str:
    """Percent-encoding in one spelling: what needs none has none."""
    safe = "/:@!$&'()*+,;=~?[]|"
    pieces = re.split(r"(%[0-9A-Fa-f]{2})", part)
    return "".join(
        _escape(piece) if piece.startswith("%") and len(piece) == 3 else quote(piece, safe=safe)
        for piece in pieces
    )


def _escape(escape: str) -> str:
    byte = bytes.fromhex(escape[1:])
    plain = unquote(escape) if byte.isascii() else escape
    return plain if re.fullmatch(r"[A-Za-z0-9._~-]", plain) else escape.upper()
