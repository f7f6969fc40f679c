"""What is ahead: anniversaries and planned events."""

from collections.abc import Sequence

from fastapi import APIRouter, Request
from starlette.responses import Response

from db.engine import begin
from tracker.answers.ahead import due
from tracker.errors import UsageError
from tracker.timeline.query import Upcoming
from tracker.values import Precision
from tracker.views.when import MONTHS
from tracker.web.rendering import render
from tracker.web.site import Site, site_of
from tracker.web.words import Field, read_words

__all__ = ["AHEAD", "ahead", "router"]

router = APIRouter()
AHEAD = (Field("days", "How far to look ahead.", number=(int, 1, 36525)),)
SPANS = ((30, "A month"), (92, "A quarter"), (365, "A year"), (731, "Two years"))


def ahead(site: Site, days: int) -> Sequence[Upcoming]:
    """What is due within so many days."""
    with begin(site.means.engine, read_only=True) as session:
        return due(site.means, session, site.today, days)


@router.get("/upcoming")
def upcoming(request: Request) -> Response:
    """What is due, by month."""
    problem, days = "", 365
    try:
        words = read_words(request.query_params.multi_items(), AHEAD, strict=False)
        days = words.get("days", 365)
    except UsageError as error:
        problem = str(error)
    entries = ahead(site_of(request), days)
    return render(
        request,
        "upcoming.html",
        400 if problem else 200,
        months=_by_month(entries),
        days=days,
        spans=SPANS,
        problem=problem,
        count=len(entries),
    )


def _by_month(entries: Sequence[Upcoming]) -> dict[str, list[Upcoming]]:
    found: dict[str, list[Upcoming]] = {}
    for entry in entries:
        found.setdefault(_month(entry), []).append(entry)
    return found


def _month(entry: Upcoming) -> str:
    if entry.interval.precision is Precision.YEAR:
        return f"In the course of {entry.interval.first.year}"
    return f"{MONTHS[entry.interval.first.month - 1]} {entry.interval.first.year}"
