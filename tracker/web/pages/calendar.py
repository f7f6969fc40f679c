"""Subscriptions: the timeline in a calendar program or a feed reader."""

from collections import Counter

from fastapi import APIRouter, Request
from starlette.responses import Response

from db.engine import begin
from db.reports import told_names
from tracker.errors import UsageError
from tracker.values import Status
from tracker.web.rendering import render
from tracker.web.secrets import subscription_key
from tracker.web.site import Site, base_of, site_of
from tracker.web.subscriptions import TITLE
from tracker.web.words import FIELDS, Asked, asked

__all__ = ["router"]

router = APIRouter()
MOST_NAMES = 6


@router.get("/calendar")
def calendar(request: Request) -> Response:
    """Buttons to subscribe to the whole timeline, to the filter in the address, and to useful parts."""
    site = site_of(request)
    try:
        question = asked(
            request.query_params.multi_items(), site.types, (*FIELDS, TITLE), strict=False
        )
        problem = ""
    except UsageError as error:
        question, problem = asked((), ()), str(error)
    return render(
        request,
        "calendar.html",
        400 if problem else 200,
        question=question,
        problem=problem,
        parts=_parts(site),
        statuses=tuple(Status),
        base=base_of(request),
        webcal="webcal://" + request.url.netloc,
        key=subscription_key(site.token) if site.token else None,
    )


def _parts(site: Site) -> list[tuple[str, list[tuple[str, Asked]]]]:
    with begin(site.means.engine, read_only=True) as session:
        names = Counter(told_names(session, "actors"))
    people = [name for name, _ in names.most_common(MOST_NAMES)]
    return [
        ("By kind", [(one.replace("_", " "), _only(site, "type", one)) for one in site.types]),
        ("By who takes part", [(one, _only(site, "actor", one)) for one in people]),
        ("By state", [(one.value, _only(site, "status", one)) for one in Status]),
    ]


def _only(site: Site, name: str, value: str) -> Asked:
    return asked([(name, value)], site.types)
