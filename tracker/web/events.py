"""The events of a question: a page of them for the list, an outline of all for the picture."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from db.engine import begin
from tracker.answers.choosing import why_none
from tracker.answers.sorting import Sort
from tracker.timeline.query import Filters, Mark, Page, find_page, mark_of, outline
from tracker.web.site import Site
from tracker.web.words import Asked

__all__ = ["FEW", "Found", "find", "find_drawn"]

FEW = 500  # events that can be told apart in a picture


@dataclass(frozen=True, slots=True)
class Found:
    """What was found: a page, the outline of all where they are few enough to draw, and, where there is
    nothing, which filter excluded most."""

    page: Page
    marks: Sequence[Mark] = ()
    why_none: str = ""


def find(site: Site, question: Asked, sort: Sort, limit: int) -> Page:
    """The events that `question` asks for, in that order unless it says otherwise, so many on a page."""
    with begin(site.means.engine, read_only=True) as session:
        return find_page(session, filters_of(question, sort, limit))


def find_drawn(site: Site, question: Asked, sort: Sort, limit: int) -> Found:
    """The same with what the page around the list needs."""
    filters = filters_of(question, sort, limit)
    with begin(site.means.engine, read_only=True) as session:
        page = find_page(session, filters)
        if not page.total:
            return Found(page, (), why_none(session, filters))
        if page.total == len(page.events):
            return Found(page, [mark_of(event) for event in page.events][: FEW + 1])
        return Found(page, outline(session, filters) if page.total <= FEW else ())


def filters_of(question: Asked, sort: Sort, limit: int) -> Filters:
    """The filters with the order and the place in the list that the address asks for."""
    return replace(
        question.filters,
        sort=str(question["sort"] or sort),
        limit=question["limit"] or limit,
        after=question["cursor"] or "",
    )
