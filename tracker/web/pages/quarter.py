"""The briefing of a quarter, to read and to print."""

import datetime as dt

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from tracker.answers import periods
from tracker.answers.briefing import briefing_of
from tracker.errors import UsageError
from tracker.views.briefing import headline, reach, rival_claims
from tracker.views.citing import Sources
from tracker.views.when import quarter_name
from tracker.web.rendering import render
from tracker.web.site import site_of

__all__ = ["router"]

router = APIRouter()


@router.get("/quarter")
def this_quarter(request: Request) -> Response:
    """Leads to the briefing of the quarter asked for, else of this one."""
    asked = request.query_params.get("quarter", "")
    try:
        day = periods.quarter(asked)[0] if asked else site_of(request).today
    except UsageError as error:
        return render(request, "message.html", 400, title="Not a quarter", text=str(error))
    return RedirectResponse(f"/quarter/{periods.quarter_name(day)}", 302)


@router.get("/quarter/{name}")
def quarter(request: Request, name: str) -> Response:
    """What happened in that quarter."""
    site = site_of(request)
    try:
        first, last = periods.quarter(name)
        since = request.query_params.get("since", "")
        changed = periods.day(since) if since else None
    except UsageError as error:
        return render(request, "message.html", 404, title="No such quarter", text=str(error))
    found = briefing_of(site.means, first, last, site.today, changed)
    return render(
        request,
        "quarter.html",
        briefing=found,
        name=periods.quarter_name(first),
        title=quarter_name(first, last),
        headline=headline(found),
        reach=reach(found),
        cited=Sources(),
        claims=rival_claims,
        before=periods.quarter_name(first - dt.timedelta(days=1)),
        after=periods.quarter_name(last + dt.timedelta(days=1)),
    )
