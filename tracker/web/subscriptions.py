"""What other programs fetch again and again: calendar, Atom feed, table."""

from collections.abc import Sequence
from dataclasses import replace

from fastapi import APIRouter, Request
from starlette.responses import PlainTextResponse, Response

from db.engine import begin
from tracker.answers.calendar import calendar_of
from tracker.answers.sorting import Sort
from tracker.errors import UsageError
from tracker.timeline.query import find_event
from tracker.views.clean import one_line
from tracker.views.ical import calendar as entry_file
from tracker.views.ical import has_a_day
from tracker.views.records import EVENT_COLUMNS, as_csv, event_record
from tracker.web.answering import answer, attachment
from tracker.web.atom import feed_of
from tracker.web.events import find
from tracker.web.site import base_of, site_of
from tracker.web.words import FIELDS, PAGING, Asked, Field, asked, plain_id

__all__ = ["TITLE", "router"]

router = APIRouter(include_in_schema=False)
MOST_ENTRIES = 3000  # of a calendar: made in a few seconds, and more than programs like to hold
MOST_ROWS = 10_000
PAST = ("as_of", "as_of_seen", "changed_since")  # a feed tells of changes as they come
FOLLOWED = tuple(one for one in FIELDS if one.name not in PAST)
TITLE = Field("name", "The calendar's or feed's name.")
ALARM = Field("alarm", "An alarm so many days before what is ahead.", number=(int, 0, 30))
TOKEN = Field("token", "The token, or the key for subscriptions.")


def _asked(request: Request, fields: Sequence[Field] = FIELDS, *more: Field) -> Asked:
    pairs = request.query_params.multi_items()
    site = site_of(request)
    return asked(pairs, site.types, (*fields, TITLE, TOKEN, *more), least=site.least)


@router.get("/calendar.ics")
def calendar(request: Request) -> Response:
    """The calendar of a question (of the newest events, where it has very many), and the anniversaries of
    the next two years."""
    try:
        question = _asked(request, FIELDS, ALARM)
        name = one_line(question["name"] or "Timeline")
        newest = replace(question.filters, sort="newest", limit=MOST_ENTRIES)
        content, _ = calendar_of(site_of(request).means, newest, name, question["alarm"])
    except UsageError as error:
        return PlainTextResponse(f"{one_line(str(error))}\n", 400)
    headers = attachment(name, "ics")
    return answer(request, content, "text/calendar; charset=utf-8", headers)


@router.get("/events/{id}.ics")
def one_entry(request: Request, id: str) -> Response:
    """One event for a calendar program to take in."""
    try:
        with begin(site_of(request).means.engine, read_only=True) as session:
            event = find_event(session, plain_id(id))
    except UsageError as error:
        return PlainTextResponse(f"{one_line(str(error))}\n", 404)
    if not has_a_day(event.interval):
        return PlainTextResponse("This event is known only roughly: it is on no day.\n", 404)
    headers = attachment(event.title, "ics")
    content = entry_file([event], name=one_line(event.title))
    return answer(request, content, "text/calendar; charset=utf-8", headers)


@router.get("/events.csv")
def table(request: Request) -> Response:
    """The events of a question for a spreadsheet."""
    try:
        question = _asked(request, FIELDS, *PAGING)
        found = find(site_of(request), question, Sort.DATE, MOST_ROWS)
    except UsageError as error:
        return PlainTextResponse(f"{one_line(str(error))}\n", 400)
    content = as_csv(map(event_record, found.events), EVENT_COLUMNS)
    return answer(request, content, "text/csv; charset=utf-8", attachment("timeline", "csv"))


@router.get("/events.atom")
def feed(request: Request) -> Response:
    """What is new, corrected, confirmed or cancelled in the events of a question."""
    site = site_of(request)
    try:
        question = _asked(request, FOLLOWED)
        with begin(site.means.engine, read_only=True) as session:
            content = feed_of(session, question, site.clock(), base_of(request))
    except UsageError as error:
        return PlainTextResponse(f"{one_line(str(error))}\n", 400)
    return answer(request, content, "application/atom+xml; charset=utf-8")
