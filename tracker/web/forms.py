"""Forms: read within a limit, and taken only from our own pages."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from fastapi import HTTPException, Request

from tracker.views.clean import one_line
from tracker.web.secrets import form_key, same
from tracker.web.site import session_of, site_of

__all__ = ["Form", "read_form", "trusted_form"]

LARGEST = 64 * 1024
SLOWEST_SECONDS = 20
MOST_FIELDS = 200


@dataclass(frozen=True, slots=True)
class Form:
    """What was filled in, each field on one line and without control characters."""

    values: Mapping[str, Sequence[str]]

    def __getitem__(self, name: str) -> str:
        return one_line(self.exact(name))

    def exact(self, name: str) -> str:
        """A field to the letter."""
        return next(iter(self.values.get(name, ())), "")

    def all(self, name: str) -> list[str]:
        """Every value of a field that is not empty."""
        return [text for value in self.values.get(name, ()) if (text := one_line(value))]


async def read_form(request: Request) -> Form:
    """The form that a request carries, if it comes from a page of this site."""
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.url.netloc:
        raise HTTPException(403, "this form was not sent by a page of this site")
    try:
        async with asyncio.timeout(SLOWEST_SECONDS):
            body = await _body(request)
        return Form(parse_qs(body.decode(), max_num_fields=MOST_FIELDS))
    except TimeoutError as error:
        raise HTTPException(408, "the form took too long to arrive") from error
    except ValueError as error:
        raise HTTPException(400, "not a form") from error


async def _body(request: Request) -> bytes:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST:
            raise HTTPException(413, "the form is too large")
    return body


async def trusted_form(request: Request) -> Form:
    """The form of someone who logged in and whose page it was."""
    site, session = site_of(request), session_of(request)
    if not site.token:
        raise HTTPException(
            403, "the timeline is corrected from its pages only where a token is set"
        )
    if session is None:
        raise HTTPException(403, "log in first")
    form = await read_form(request)
    if not same(form["form_key"], form_key(site.token, session.value)):
        raise HTTPException(403, "this form is out of date: go back, reload the page, try again")
    return form
