"""How the feeds fare."""

from fastapi import APIRouter, Request
from starlette.responses import Response

from tracker.answers.feeds import feed_records, in_words, is_unwell
from tracker.web.rendering import render
from tracker.web.site import site_of

__all__ = ["router"]

router = APIRouter()


@router.get("/feeds")
def feeds(request: Request) -> Response:
    """Every feed: those that are not well first."""
    records = feed_records(site_of(request).means)
    records.sort(key=lambda one: (not is_unwell(one), one["name"]))
    return render(
        request,
        "feeds.html",
        feeds=[
            {**one, "unwell": is_unwell(one), "words": in_words(one) if one["reason"] else ""}
            for one in records
        ],
        unwell=sum(map(is_unwell, records)),
        unseen=sum(one["state"] == "new" for one in records),
    )
