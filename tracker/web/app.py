"""The application: every address, what stands before it, and what becomes of errors."""

import logging
from importlib.resources import as_file, files
from typing import Any

import structlog
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.staticfiles import StaticFiles
from sqlalchemy.exc import OperationalError
from starlette.exceptions import HTTPException
from starlette.middleware.gzip import GZipMiddleware
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from tracker import __version__
from tracker.web import api, health, judging, pages, subscriptions
from tracker.web.guard import Guard
from tracker.web.rendering import render
from tracker.web.site import Site

__all__ = ["make_app"]

log = structlog.wrap_logger(logging.getLogger("tracker.web"))


def make_app(site: Site) -> ASGIApp:
    """The pages, the interface and the subscriptions of `site`, guarded."""
    return Guard(_Packed(_answering(site)), site)


def _answering(site: Site) -> FastAPI:
    app = FastAPI(
        title="Event timeline tracker",
        version=__version__,
        summary="One dated, deduplicated, sourced timeline.",
        openapi_url="/api/v1/openapi.json",
        docs_url=None,  # those pages fetch scripts from elsewhere
        redoc_url=None,
    )
    app.state.site = site
    for part in (api, health, subscriptions, judging, pages):
        app.include_router(part.router)
    with as_file(files("tracker.web").joinpath("static")) as folder:
        app.mount("/static", _Lasting(directory=folder), name="static")
    app.add_exception_handler(HTTPException, _explain)
    app.add_exception_handler(RequestValidationError, _explain)
    app.add_exception_handler(OperationalError, _busy)
    app.add_exception_handler(OverflowError, _out_of_range)
    app.add_exception_handler(Exception, _failed)
    return app


class _Packed:
    """Sends answers compressed to those who take them so. Not the pages of people who logged in: their
    form keys, beside words that an address chooses, could be guessed from the lengths."""

    def __init__(self, app: ASGIApp) -> None:
        self.app, self.packed = app, GZipMiddleware(app, minimum_size=1000, compresslevel=5)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        secret = scope["type"] != "http" or scope.get("state", {}).get("session")
        plain = secret or scope["path"].endswith(".woff2")  # packed by itself
        await (self.app if plain else self.packed)(scope, receive, send)


class _Lasting(StaticFiles):
    """Files whose address changes with their content: browsers keep them."""

    async def get_response(self, path: str, scope: Any) -> Response:
        found = await super().get_response(path, scope)
        if tag := found.headers.get("etag", ""):  # the same, compressed or not
            found.headers["etag"] = f"W/{tag.removeprefix('W/')}"
        if scope["query_string"].startswith(b"v="):
            found.headers["Cache-Control"] = "public, max-age=31536000, immutable"
        elif path.endswith(".woff2"):
            found.headers["Cache-Control"] = "public, max-age=604800"
        return found


def _explain(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 422
    detail = str(error.detail) if isinstance(error, HTTPException) else "not a valid request"
    headers = error.headers if isinstance(error, HTTPException) else None
    return _told(request, status, detail, headers)


def _busy(request: Request, error: Exception) -> Response:
    log.warning(
        "database cannot answer", page=request.url.path, why=str(getattr(error, "orig", error))
    )
    return _told(request, 503, "the database is busy: try again in a minute", {"Retry-After": "60"})


def _out_of_range(request: Request, error: Exception) -> Response:
    return _told(request, 422, "a day lies outside the calendar")


def _failed(request: Request, error: Exception) -> Response:
    log.error("page failed", page=request.url.path, why=f"{type(error).__name__}: {error}")
    log.debug("page failed", exc_info=error)
    return _told(request, 500, "something went wrong; the log says what")


def _told(request: Request, status: int, detail: str, headers: Any = None) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"detail": detail}, status, headers)
    if "text/html" not in request.headers.get("accept", ""):
        return PlainTextResponse(f"{detail}\n", status, headers)
    title = {404: "There is no such page", 503: "One moment"}.get(status, "That did not work")
    answered = render(request, "message.html", status, title=title, text=detail)
    answered.headers.update(headers or {})
    return answered
