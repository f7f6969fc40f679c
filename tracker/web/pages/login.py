"""Giving the token once, for a while."""

import asyncio
import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from tracker.web.forms import Form, read_form, trusted_form
from tracker.web.guard import COOKIE
from tracker.web.rendering import render
from tracker.web.secrets import new_session, same
from tracker.web.site import site_of

__all__ = ["router"]

router = APIRouter()
LASTS = dt.timedelta(days=30)
PAUSE_SECONDS = 0.5  # after a wrong token: guessing takes long


@router.get("/login")
def ask(request: Request) -> Response:
    """The form that asks for the token."""
    if not site_of(request).token:
        return RedirectResponse("/", 303)
    return render(request, "login.html", next=_inside(request.query_params.get("next", "/")))


@router.post("/login")
async def enter(request: Request, form: Annotated[Form, Depends(read_form)]) -> Response:
    """Begins a session for whoever knows the token."""
    site = site_of(request)
    if not site.token or not same(form.exact("token"), site.token):
        await asyncio.sleep(PAUSE_SECONDS)
        return render(request, "login.html", 403, next=_inside(form.exact("next")), wrong=True)
    until = site.clock() + LASTS
    session = new_session(site.token, form["name"][:80], int(until.timestamp()))
    answered = RedirectResponse(_inside(form.exact("next")), 303)
    answered.set_cookie(
        COOKIE,
        session.value,
        max_age=int(LASTS.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=request.url.scheme == "https",
    )
    return answered


@router.post("/logout")
async def leave(form: Annotated[Form, Depends(trusted_form)]) -> Response:
    """Ends the session in this browser."""
    answered = RedirectResponse("/login", 303)
    answered.delete_cookie(COOKIE)
    return answered


def _inside(address: str) -> str:
    """`address` if it is one of this site's own, else the start page."""
    plain = address.startswith("/") and address[1:2] not in ("/", "\\")
    return address if plain and address.isprintable() else "/"
