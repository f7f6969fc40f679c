"""Corrections from the pages: the same judgements as on the command line, where a token is set."""

from collections.abc import Callable
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from starlette.responses import RedirectResponse, Response

from db.engine import begin
from tracker.answers.deciding import Desk, edited
from tracker.errors import UsageError
from tracker.timeline.judgements import contradictions, judgements
from tracker.web.forms import Form, trusted_form
from tracker.web.rendering import render
from tracker.web.site import session_of, site_of
from tracker.web.words import plain_id

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
Trusted = Annotated[Form, Depends(trusted_form)]


def _decided(request: Request, id: str, decide: Callable[[Desk], int]) -> Response:
    """Back to the event with what was decided, or the reason why it cannot be."""
    try:
        plain_id(id)
        number = decide(_desk(request))
    except UsageError as error:
        return render(request, "message.html", 422, title="That cannot be", text=str(error))
    return RedirectResponse(f"/events/{id}?done={number}", 303)


def _desk(request: Request) -> Desk:
    site, session = site_of(request), session_of(request)
    who = session.name if session and session.name else "web"
    return Desk(site.means.engine, who, site.clock())


@router.post("/events/{id}/merge")
def merge(request: Request, id: str, form: Trusted) -> Response:
    """This event and others are one."""
    others = form["others"].replace(",", " ").split()
    return _decided(request, id, lambda desk: desk.merge([id, *others], form["why"]))


@router.post("/events/{id}/split")
def split(request: Request, id: str, form: Trusted) -> Response:
    """Some of its articles tell another event."""
    return _decided(request, id, lambda desk: desk.split(id, form.all("source"), form["why"]))


@router.post("/events/{id}/differ")
def differ(request: Request, id: str, form: Trusted) -> Response:
    """This event and another are not the same."""
    return _decided(request, id, lambda desk: desk.differ(id, form["others"], form["why"]))


@router.post("/events/{id}/edit")
def edit(request: Request, id: str, form: Trusted) -> Response:
    """It has these values."""
    words = {name: form[name] for name in ("date", "title", "type", "status", "place")}
    types = site_of(request).types
    return _decided(request, id, lambda desk: desk.edit(id, edited(types, words), form["why"]))


@router.post("/events/{id}/hide")
def hide(request: Request, id: str, form: Trusted) -> Response:
    """It does not belong on the timeline."""
    return _decided(request, id, lambda desk: desk.hide(id, form["why"]))


@router.post("/events/{id}/pin")
def pin(request: Request, id: str, form: Trusted) -> Response:
    """It is right as it is."""
    return _decided(request, id, lambda desk: desk.pin(id, form["why"]))


@router.post("/judgements/{number}/undo")
def undo(request: Request, number: int, form: Trusted) -> Response:
    """Takes a judgement back."""
    try:
        undone = _desk(request).undo(number)
    except UsageError as error:
        return render(request, "message.html", 422, title="That cannot be", text=str(error))
    return RedirectResponse(f"/events/{undone.events[0]}" if undone.events else "/judgements", 303)


@router.get("/judgements")
def listed(request: Request) -> Response:
    """Every judgement in force, newest first."""
    with begin(site_of(request).means.engine, read_only=True) as session:
        found = judgements(session)
        clashes = contradictions(session)
    return render(request, "judgements.html", judgements=found[::-1], clashes=clashes)
