"""Pages out of templates. Everything from outside is escaped, and stripped of what a reader cannot see."""

import datetime as dt
import hashlib
import re
from functools import cache
from importlib.resources import files
from typing import Any

from fastapi import Request
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.responses import Response

from tracker import __version__
from tracker.answers.periods import quarter_name
from tracker.values import Interval
from tracker.views.briefing import claim_words, place_beside
from tracker.views.clean import one_line, printable, web_link
from tracker.views.when import MONTHS, ordinal, when
from tracker.web.answering import answer
from tracker.web.secrets import form_key
from tracker.web.site import session_of, site_of

__all__ = ["render"]

NAVIGATION = (
    ("/", "Timeline"),
    ("/upcoming", "Upcoming"),
    ("/quarter", "Quarter"),
    ("/calendar", "Subscribe"),
    ("/feeds", "Feeds"),
)


def render(request: Request, name: str, status: int = 200, /, **values: Any) -> Response:
    """The page that the template `name` makes of `values`."""
    site, session = site_of(request), session_of(request)
    html = environment().get_template(name).render(
        {
            "path": request.url.path,
            "site": site,
            "session": session,
            "form_key": form_key(site.token, session.value) if session else "",
            "today": site.today,
            **values,
        }
    )  # fmt: skip
    return answer(request, html, "text/html; charset=utf-8", {"Vary": "Cookie"}, status)


@cache
def environment() -> Environment:
    """The templates, and the words they know."""
    made = Environment(
        loader=PackageLoader("tracker.web"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters.update(
        words=lambda name: name.replace("_", " "), when=_when, base=_base, link=web_link, ordinal=ordinal, day=_day,
        minute=_minute, count=_count, claim=claim_words, line=one_line, iso=lambda day: day.isoformat(),
    )  # fmt: skip
    made.globals.update(
        navigation=NAVIGATION, version=__version__, place_beside=place_beside, quarter_name=quarter_name,
        asset=asset, hue=hue,
    )  # fmt: skip
    return made


def _shown(value: Any) -> Any:
    return printable(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _when(interval: Interval, *, short: bool = False, year: bool = True) -> str:
    """The interval in words, with the dashes of print."""
    text = when(interval, short=short, year=year)
    return re.sub(r"(?<=\S)-(?=\S)", "–", text).replace(" - ", " – ")


def _base(text: str) -> str:
    """An original date, as fine as it is known, in words."""
    try:
        return _day(dt.date.fromisoformat(text)) if len(text) == 10 else text
    except ValueError:
        return text


def _day(day: dt.date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def _minute(instant: dt.datetime | str | None) -> str:
    if isinstance(instant, str):
        instant = dt.datetime.fromisoformat(instant)
    return f"{_day(instant.date())}, {instant:%H:%M}" if instant else "never"


def _count(number: int, noun: str, plural: str = "") -> str:
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"


def hue(types: tuple[str, ...], type: str) -> int:
    """Which of the twelve colours a type has: always the same one."""
    return types.index(type) % 12 if type in types else 11


@cache
def asset(name: str) -> str:
    """The address of a static file, which changes with its content."""
    content = files("tracker.web").joinpath("static", name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:10]}"
