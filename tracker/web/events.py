"""The events of a question: all of them for the picture, a page of them for the list."""

from dataclasses import dataclass

from db.engine import begin
from tracker.answers.choosing import why_none
from tracker.answers.sorting import Page, Sort, page_of
from tracker.timeline.query import find_events
from tracker.values import Event
from tracker.web.site import Site
from tracker.web.words import Asked

__all__ = ["Found", "find"]


@dataclass(frozen=True, slots=True)
class Found:
    """What was found; `why_none` says which filter excluded most where nothing was."""

    all: tuple[Event, ...]
    page: Page
    why_none: str = ""


def find(site: Site, question: Asked, sort: Sort, limit: int) -> Found:
    """The events that `question` asks for, in that order, `limit` on a page unless it says otherwise."""
    with begin(site.means.engine, read_only=True) as session:
        found = find_events(session, question.filters)
        least = question["min_confidence"] or 0
        sure = tuple(event for event in found if event.confidence >= least)
        none = "" if sure else why_none(session, question.filters)
    page = page_of(sure, sort, question["cursor"] or "", question["limit"] or limit)
    return Found(sure, page, none)
