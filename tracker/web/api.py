"""The programming interface: JSON in the shape of `tracker events --format json`, read only.

Every answer has an ETag. Lists are arrays; the next page is in the Link header. There is no CORS: pages
of other sites cannot read it.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from fastapi import APIRouter, Path, Request
from starlette.responses import JSONResponse, Response

from db.engine import begin
from tracker.answers import periods
from tracker.answers.briefing import briefing_of
from tracker.answers.feeds import feed_records
from tracker.answers.sorting import Sort
from tracker.errors import UsageError
from tracker.timeline.query import find_event, history
from tracker.views.briefing import headline, rival_claims
from tracker.views.records import as_line, event_record, history_records, upcoming_record
from tracker.web import models
from tracker.web.answering import answer
from tracker.web.events import find
from tracker.web.pages.upcoming import AHEAD, ahead
from tracker.web.site import base_of, site_of
from tracker.web.words import (
    DATE,
    FIELDS,
    PAGING,
    Field,
    as_parameters,
    asked,
    plain_id,
    read_words,
)

__all__ = ["router"]

router = APIRouter(prefix="/api/v1")
ON_A_PAGE = 100
JSON = "application/json"
PROBLEM = {"model": models.Problem}
ALWAYS: dict[int | str, dict[str, Any]] = {
    304: {"description": "Nothing new since the answer with that ETag"},
    401: {**PROBLEM, "description": "A token is set and was not given"},
    503: {**PROBLEM, "description": "The database is busy: try again"},
}
WRONG: dict[int | str, dict[str, Any]] = {
    422: {**PROBLEM, "description": "A parameter cannot be, and why"}
}
UNKNOWN: dict[int | str, dict[str, Any]] = {404: {**PROBLEM, "description": "There is none"}}
SINCE = Field(
    "since_briefing", "Also what changed since this day.", example="2025-07-01", shape=DATE
)


def _takes(*fields: Field) -> dict[str, Any]:
    return {"parameters": as_parameters(fields)}


def _problem(error: UsageError, status: int = 422) -> Response:
    return JSONResponse({"detail": str(error)}, status)


def _json(request: Request, value: Any, headers: Mapping[str, str] | None = None) -> Response:
    return answer(request, as_line(value), JSON, headers)


@router.get(
    "/events",
    response_model=list[models.Event],
    responses={**ALWAYS, **WRONG},
    openapi_extra=_takes(*FIELDS, *PAGING),
)
def events(request: Request) -> Response:
    """The events that fit. The address of the next page is in the `Link` header (rel="next"), the
    number of all that fit in `X-Total-Count`."""
    try:
        site, pairs = site_of(request), request.query_params.multi_items()
        question = asked(pairs, site.types, (*FIELDS, *PAGING), least=site.least)
        found = find(site, question, Sort.DATE, ON_A_PAGE)
    except UsageError as error:
        return _problem(error)
    headers = {"X-Total-Count": str(found.total)}
    if found.next:
        path = question.address("/api/v1/events", cursor=found.next)
        headers["Link"] = f'<{base_of(request)}{path}>; rel="next"'
    return _json(request, _list(event_record(event) for event in found.events), headers)


def _list(records: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    return list(records)


@router.get(
    "/events/{id}",
    response_model=models.EventInFull,
    responses={**ALWAYS, **UNKNOWN},
)
def event(
    request: Request, id: str = Path(description="An event's id; one that was merged leads on.")
) -> Response:
    """One event, with its reasons, its competing values and its history."""
    try:
        with begin(site_of(request).means.engine, read_only=True) as session:
            found = find_event(session, plain_id(id))
            revisions = history(session, found.id)
    except UsageError as error:
        return _problem(error, 404)
    record = event_record(found) | {
        "chosen": dict(found.chosen),
        "rivals": [{"field": name, "value": value} for name, value, _ in found.rivals],
        "history": history_records(revisions),
    }
    return _json(request, record)


@router.get(
    "/upcoming",
    response_model=list[models.Upcoming],
    responses={**ALWAYS, **WRONG},
    openapi_extra=_takes(*AHEAD),
)
def upcoming(request: Request) -> Response:
    """Anniversaries and planned events ahead, by date."""
    try:
        words = read_words(request.query_params.multi_items(), AHEAD)
    except UsageError as error:
        return _problem(error)
    entries = ahead(site_of(request), words.get("days", 365))
    return _json(request, _list(upcoming_record(entry) for entry in entries))


@router.get("/feeds", response_model=list[models.Feed], responses=ALWAYS)
def feeds(request: Request) -> Response:
    """Every feed and how it fares."""
    return _json(request, feed_records(site_of(request).means))


@router.get(
    "/quarter/{quarter}",
    response_model=models.Quarter,
    responses={**ALWAYS, **WRONG, **UNKNOWN},
    openapi_extra=_takes(SINCE),
)
def quarter(
    request: Request, quarter: str = Path(description="Such as 2025Q2.", examples=["2025Q2"])
) -> Response:
    """The briefing of a quarter."""
    site = site_of(request)
    try:
        first, last = periods.quarter(quarter[:20])
    except UsageError as error:
        return _problem(error, 404)
    try:
        words = read_words(request.query_params.multi_items(), (SINCE,))
        since = periods.day(words["since_briefing"]) if words else None
    except UsageError as error:
        return _problem(error)
    found = briefing_of(site.means, first, last, site.today, since)
    return _json(
        request,
        {
            "quarter": periods.quarter_name(first),
            "first": first.isoformat(),
            "last": last.isoformat(),
            "headline": headline(found),
            "events": _list(map(event_record, found.events)),
            "possible": _list(map(event_record, found.possible)),
            "ahead": _list(map(upcoming_record, found.ahead)),
            "changed": _list(map(event_record, found.changed)),
            "disputed": [
                {"id": one.id, "field": field, "value": value, "publishers": names}
                for one in found.disputed
                for field, value, names in rival_claims(one)
            ],
            "outages": [
                {
                    "feed": gap.feed,
                    "since": gap.since.isoformat(),
                    "until": gap.until.isoformat() if gap.until else None,
                    "reason": gap.reason,
                }
                for gap in found.outages
            ],
        },
    )
