"""A news site on 127.0.0.1: a feed for every outlet, and article pages with the usual furniture."""

import datetime as dt
import hashlib
import re
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from email.utils import format_datetime
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tracker.demo.stories import Outlet, Story

__all__ = ["Site", "serve"]

FAVOURITE_PORT = 8423  # the same addresses in every run, where it is free
Answer = tuple[str, str]  # media type, body


class Site:
    """What is served. `correct` puts the corrections online."""

    def __init__(self, outlets: tuple[Outlet, ...]) -> None:
        self.outlets = {outlet.slug: outlet for outlet in outlets}
        self.corrected = False
        self.base = ""
        self.answers: Counter[int] = Counter()  # requests by status

    def correct(self) -> None:
        """From now on corrected articles are served as corrected."""
        self.corrected = True

    def feeds(self) -> list[tuple[Outlet, str]]:
        """Every outlet with its feed's address."""
        return [(one, f"{self.base}/{one.slug}/{_feed_name(one)}") for one in self.outlets.values()]

    def answer(self, path: str) -> Answer | None:
        """The page or feed at `path`; None where there is nothing."""
        if path == "/robots.txt":
            return "text/plain; charset=utf-8", "User-agent: *\nAllow: /\n"
        found = re.fullmatch(r"/([a-z-]+)/([a-z0-9.-]+)", path)
        outlet = self.outlets.get(found[1]) if found else None
        if found is None or outlet is None:
            return None
        if found[2] == _feed_name(outlet):
            return self._rss(outlet) if outlet.format == "rss" else self._atom(outlet)
        story = next((one for one in outlet.stories if f"{one.slug}.html" == found[2]), None)
        return ("text/html; charset=utf-8", self._page(outlet, story)) if story else None

    def _text(self, story: Story) -> str:
        return story.text if self.corrected or story.first is None else story.first

    def _link(self, outlet: Outlet, story: Story) -> str:
        return f"{self.base}/{outlet.slug}/{story.slug}.html"

    def _summary(self, story: Story) -> str:
        return self._text(story).split("\n\n")[0]

    def _rss(self, outlet: Outlet) -> Answer:
        items = "".join(
            f"<item><title>{escape(story.title)}</title><link>{self._link(outlet, story)}</link>"
            f"<guid>{self._link(outlet, story)}</guid><pubDate>{format_datetime(story.published)}</pubDate>"
            f"<description>{escape(self._summary(story))}</description></item>\n"
            for story in reversed(outlet.stories)
        )
        return "application/rss+xml; charset=utf-8", (
            '<?xml version="1.0" encoding="UTF-8"?>\n<rss version="2.0"><channel>'
            f"<title>{escape(outlet.publisher)}</title><link>{self.base}/{outlet.slug}/</link>"
            f"<description>{escape(outlet.publisher)}</description>\n{items}</channel></rss>\n"
        )

    def _atom(self, outlet: Outlet) -> Answer:
        entries = "".join(
            f'<entry><title>{escape(story.title)}</title><link href="{self._link(outlet, story)}"/>'
            f"<id>{self._link(outlet, story)}</id><published>{story.published.isoformat()}</published>"
            f"<updated>{self._updated(story).isoformat()}</updated>"
            f"<summary>{escape(self._summary(story))}</summary></entry>\n"
            for story in reversed(outlet.stories)
        )
        newest = max(self._updated(story) for story in outlet.stories)
        return "application/atom+xml; charset=utf-8", (
            '<?xml version="1.0" encoding="UTF-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom">'
            f"<title>{escape(outlet.publisher)}</title><id>{self.base}/{outlet.slug}/</id>"
            f"<updated>{newest.isoformat()}</updated>\n{entries}</feed>\n"
        )

    def _updated(self, story: Story) -> dt.datetime:
        is_corrected = self.corrected and story.first is not None
        return story.published + dt.timedelta(days=1) if is_corrected else story.published

    def _page(self, outlet: Outlet, story: Story) -> str:
        name, title = escape(outlet.publisher), escape(story.title)
        body = "\n".join(f"<p>{escape(part)}</p>" for part in self._text(story).split("\n\n"))
        others = "".join(
            f'<li><a href="{self._link(outlet, other)}">{escape(other.title)}</a></li>'
            for other in outlet.stories
            if other is not story
        )
        return f"""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{title} | {name}</title>
<link rel="canonical" href="{self._link(outlet, story)}">
<meta property="og:title" content="{title}"><meta property="og:site_name" content="{name}">
<meta property="article:published_time" content="{story.published.isoformat()}"></head>
<body><nav><ul><li><a href="/">Home</a></li><li>World</li><li>Politics</li><li>Subscribe</li></ul></nav>
<div class="cookie-banner">This site uses cookies. <button>Fine</button></div>
<main><article><h1>{title}</h1>
<p class="byline">By our staff, <time datetime="{story.published.isoformat()}">{story.published:%d %B %Y}</time></p>
{body}
</article></main>
<aside class="related"><h3>More from {name}</h3><ul>{others}</ul></aside>
<footer>All rights reserved. Terms | Privacy | Contact</footer></body></html>
"""


def _feed_name(outlet: Outlet) -> str:
    return "rss.xml" if outlet.format == "rss" else "atom.xml"


@contextmanager
def serve(site: Site) -> Iterator[str]:
    """Serves `site` until the block ends; gives its base address."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            _respond(self, site)

        def log_message(self, *_: object) -> None:
            """Says nothing: the demonstration prints its own story."""

    server = _bind(Handler)
    site.base = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(
        target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True
    )
    thread.start()
    try:
        yield site.base
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _bind(handler: type[BaseHTTPRequestHandler]) -> ThreadingHTTPServer:
    try:
        return ThreadingHTTPServer(("127.0.0.1", FAVOURITE_PORT), handler)
    except OSError:
        return ThreadingHTTPServer(("127.0.0.1", 0), handler)


def _respond(request: BaseHTTPRequestHandler, site: Site) -> None:
    found = site.answer(request.path)
    kind, body = found or ("text/plain; charset=utf-8", "nothing here\n")
    content = body.encode()
    tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
    status = 404 if found is None else 304 if request.headers.get("If-None-Match") == tag else 200
    site.answers[status] += 1
    request.send_response(status)
    request.send_header("ETag", tag)
    if status != 304:
        request.send_header("Content-Type", kind)
        request.send_header("Content-Length", str(len(content)))
    request.end_headers()
    if status != 304:
        request.wfile.write(content)
