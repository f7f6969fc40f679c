"""The timeline: filter bar, picture, list."""

import datetime as dt
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import RedirectResponse, Response

from db.engine import begin
from tracker.answers.sorting import Sort
from tracker.errors import UsageError
from tracker.timeline.query import Page, density
from tracker.values import Event, Precision, Status
from tracker.views.when import MONTHS
from tracker.web.events import FEW, Found, find_drawn
from tracker.web.picture import crowd, picture
from tracker.web.rendering import render
from tracker.web.site import Site, site_of
from tracker.web.words import DATE, FIELDS, PAGING, Asked, asked

__all__ = ["router"]

router = APIRouter()
ON_A_PAGE = 50
ORDERS = (
    (Sort.NEWEST, "Newest first"),
    (Sort.DATE, "Oldest first"),
    (Sort.UPDATED, "Last changed"),
    (Sort.SOURCES, "Most sources"),
)
LABELS = {"min_sources": "at least {} sources", "min_confidence": "confidence from {}", "search": "“{}”",
          "since": "from {}", "until": "until {}", "related": "related to {}", "as_of": "as of {}",
          "as_of_seen": "as seen on {}", "changed_since": "changed since {}"}  # fmt: skip


@router.get("/")
def timeline(request: Request) -> Response:
    """The events that the filters in the address ask for."""
    site = site_of(request)
    pairs = request.query_params.multi_items()
    if any(not value.strip() for _, value in pairs):  # of a form sent without a script
        kept = Asked(_NO_FILTERS, _gathered(pairs))
        return RedirectResponse(kept.address("/"), 303)
    try:
        question = asked(pairs, site.types, (*FIELDS, *PAGING), strict=False, least=site.least)
        found = find_drawn(site, question, Sort.NEWEST, ON_A_PAGE)
    except UsageError as error:
        question = Asked(_NO_FILTERS)
        return _page(request, site, question, None, 400, problem=str(error))
    answered = _page(request, site, question, found, 200)
    answered.headers["HX-Push-Url"] = question.address("/")
    return answered


@router.get("/picture")
def whole_picture(request: Request) -> Response:
    """The picture of more events than can be told apart; the timeline's page fetches it once it is there."""
    site = site_of(request)
    try:
        pairs = request.query_params.multi_items()
        question = asked(pairs, site.types, (*FIELDS, *PAGING), strict=False, least=site.least)
        with begin(site.means.engine, read_only=True) as session:
            counts = density(session, question.filters)
    except UsageError as error:
        return render(request, "message.html", 400, title="That cannot be", text=str(error))
    filters = question.filters
    drawn = crowd(counts, filters.since, filters.until, site.today)
    return render(request, "picture.html", question=question, picture=drawn)


def _gathered(pairs: Sequence[tuple[str, str]]) -> dict[str, Any]:
    words: dict[str, tuple[str, ...]] = {}
    for name, value in pairs:
        if value.strip():
            words[name] = (*words.get(name, ()), value)
    return words


def _page(
    request: Request,
    site: Site,
    question: Asked,
    found: Found | None,
    status: int,
    problem: str = "",
) -> Response:
    page = found.page if found else Page()
    asked_for = question.filters
    few = found is not None and page.total <= FEW
    drawn = (
        picture(found.marks, asked_for.since, asked_for.until, site.today)
        if found and few
        else None
    )
    return render(
        request,
        "timeline.html",
        status,
        question=question,
        problem=problem,
        page=page,
        groups=list(_grouped(page.events, question["sort"])),
        picture=drawn,
        crowded=page.total > FEW,
        chips=list(_chips(question)),
        orders=ORDERS,
        statuses=tuple(Status),
        quarters=list(_quarters(site.today)),
        why_none=found.why_none if found else "",
    )  # fmt: skip


def _grouped(events: Sequence[Event], sort: str | None) -> Iterator[tuple[str, list[Event]]]:
    if sort in (None, Sort.NEWEST, Sort.DATE):
        for name, group in groupby(events, _month):
            yield name, list(group)
    elif events:
        yield dict(ORDERS).get(Sort(sort or Sort.NEWEST), "Events"), list(events)


def _month(event: Event) -> str:
    first, precision = event.interval.first, event.interval.precision
    if precision is Precision.YEAR:
        return str(first.year)
    return f"{MONTHS[first.month - 1]} {first.year}"


def _chips(question: Asked) -> Iterator[tuple[str, str]]:
    """What is asked for, in words, each with the address that asks it no longer."""
    for field in FIELDS:
        held = question[field.name]
        for value in held if isinstance(held, tuple) else () if held is None else (held,):
            plain = _plain_day(value) if field.shape == DATE else str(value).replace("_", " ")
            text = LABELS.get(field.name, "{}").format(plain)
            yield text, question.address("/", **question.without(field.name, value))


def _plain_day(text: str) -> str:
    day = dt.date.fromisoformat(text.strip())
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _quarters(today: dt.date) -> Iterator[str]:
    """The quarter after this one, this one, and the ten before, to choose from."""
    number = today.year * 4 + (today.month - 1) // 3 + 1
    for each in range(number, number - 12, -1):
        yield f"{each // 4}Q{each % 4 + 1}"


_NO_FILTERS = asked((), ()).filters
