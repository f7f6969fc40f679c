"""What people read in a browser."""

from fastapi import APIRouter

from tracker.web.pages import calendar, event, feeds, login, quarter, timeline, upcoming

__all__ = ["router"]

router = APIRouter(include_in_schema=False)
for part in (timeline, event, upcoming, quarter, calendar, feeds, login):
    router.include_router(part.router)
