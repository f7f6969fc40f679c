"""What stands between the network and every answer: the names we answer to, the token, the headers.

Plain ASGI, so that it also covers static files and errors.
"""

import ipaddress
from collections.abc import Mapping
from http.cookies import CookieError, SimpleCookie
from urllib.parse import parse_qs, quote

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tracker.web.secrets import Session, read_session, same, subscription_key
from tracker.web.site import Site

__all__ = ["COOKIE", "HEADERS", "Guard", "is_loopback"]

COOKIE = "tracker_session"
OPEN = ("/login", "/healthz")
SUBSCRIPTIONS = (".ics", ".atom")
POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
HEADERS = {
    "Content-Security-Policy": "; ".join(f"{name} {value}" for name, value in POLICY.items()),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}


class Guard:
    """Lets a request through to `app`, or answers it itself."""

    def __init__(self, app: ASGIApp, site: Site) -> None:
        self.app, self.site = app, site

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        head = scope["method"] == "HEAD"
        if head:  # the same as GET without a body
            scope = {**scope, "method": "GET"}
        refusal = self._refusal(scope)
        await (refusal or self.app)(scope, receive, _dressed(send, head))

    def _refusal(self, scope: Scope) -> Response | None:
        headers = Headers(scope=scope)
        name = _host(headers.get("host", ""))
        if self.site.hosts and name not in self.site.hosts and not is_loopback(name):
            return PlainTextResponse(
                "This server does not answer to that name. "
                "Add it to hosts under [web] in the configuration.\n",
                400,
            )
        return self._identify(scope, headers) if self.site.token else None

    def _identify(self, scope: Scope, headers: Headers) -> Response | None:
        token, path = self.site.token, scope["path"]
        scope.setdefault("state", {})["session"] = session = self._session(headers)
        if session or path in OPEN or path.startswith("/static/"):
            return None
        kind, _, given = headers.get("authorization", "").partition(" ")
        if kind.lower() == "bearer" and same(given.strip(), token):
            return None
        if path.endswith(SUBSCRIPTIONS):
            asked = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
            if same(asked, token) or same(asked, subscription_key(token)):
                return None
        return _unknown(scope, headers)

    def _session(self, headers: Mapping[str, str]) -> Session | None:
        try:
            cookie = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
        except CookieError:
            return None
        now = int(self.site.clock().timestamp())
        return read_session(self.site.token, cookie.value, now) if cookie else None


def _host(header: str) -> str:
    name = header.rpartition(":")[0] if header.rpartition(":")[2].isdigit() else header
    return name.strip("[]").rstrip(".").lower()


def is_loopback(name: str) -> bool:
    """Whether that name can only mean this machine."""
    try:
        return ipaddress.ip_address(name).is_loopback
    except ValueError:
        return name == "localhost" or name.endswith(".localhost")


def _unknown(scope: Scope, headers: Mapping[str, str]) -> Response:
    path = scope["path"]
    if "text/html" in headers.get("accept", "") and scope["method"] == "GET":
        query = scope["query_string"].decode("latin-1")
        back = quote(f"{path}?{query}" if query else path, safe="")
        return RedirectResponse(f"/login?next={back}", 303)
    challenge = {"WWW-Authenticate": "Bearer"}
    if path.startswith("/api/"):
        return JSONResponse({"detail": "a token is needed"}, 401, challenge)
    return PlainTextResponse("A token is needed.\n", 401, challenge)


def _dressed(send: Send, head: bool) -> Send:
    """`send` that adds the headers every answer has, and for HEAD leaves the body out."""

    async def dressed(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            headers.setdefault("Cache-Control", "private, no-cache")
        elif head and message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return dressed
