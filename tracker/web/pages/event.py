"""One event: what is known, why, and who says so."""

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from tracker.answers.dossier import dossier_of
from tracker.errors import UsageError
from tracker.values import Status
from tracker.web.rendering import render
from tracker.web.site import site_of
from tracker.web.words import plain_id

__all__ = ["router"]

router = APIRouter()
RELATIONS = {
    "part_of": "Part of",
    "has_part": "Includes",
    "commemorates": "Commemorates",
    "commemorated_by": "Commemorated by",
    "supersedes": "Supersedes",
    "superseded_by": "Superseded by",
}
FIELDS = {"base": "original date", "actors": "who"}


@router.get("/events/{id}")
def event(request: Request, id: str) -> Response:
    """The event of that id; one that was merged leads to the one it is part of now."""
    site = site_of(request)
    try:
        found = dossier_of(site.means.engine, plain_id(id))
    except UsageError as error:
        return render(request, "message.html", 404, title="No such event", text=str(error))
    if found.event.id != id:
        return RedirectResponse(f"/events/{found.event.id}", 302)
    return render(
        request,
        "event.html",
        found=found,
        event=found.event,
        relations=RELATIONS,
        fields=FIELDS,
        statuses=tuple(Status),
        done=request.query_params.get("done", ""),
    )
