"""The date of publication that a page states: in its head, its markup, its address, or above its text.

The only importer of htmldate.
"""

import copy
import datetime as dt
import logging
import re
from collections.abc import Iterable
from functools import cache

import htmldate
from lxml.html import HtmlElement

from tracker.articles.published import (
    Claim,
    Published,
    choose_published,
    claim,
    claim_of_address,
)
from tracker.moments import month_numbers
from tracker.text.words import read_table

__all__ = ["page_published", "without_stamps"]

logging.getLogger("htmldate").setLevel(logging.CRITICAL)  # what we make of a page is told by us

FAR = dt.datetime(9000, 1, 1, tzinfo=dt.UTC)
ABOVE = 3  # paragraphs: further down a day alone on its line belongs to the story
LONGEST = 120  # characters of a line that is a date and no more
NEAR = dt.timedelta(days=2)


def page_published(
    tree: HtmlElement,
    stated: Iterable[Claim],
    url: str,
    paragraphs: list[str],
    fetched: dt.datetime | None,
) -> Published:
    """The date that the head's `stated` ones, the page's address and the lines above its text support."""
    fetched = fetched or FAR
    claims: list[Claim | None] = list(stated)
    address = claim_of_address(url)
    published = choose_published(claims, fetched, address=address)
    if published.at is None:
        above = next(filter(None, map(_stamp, paragraphs[:ABOVE])), None)
        if searched := above or _searched(tree, fetched):
            published = choose_published([*claims, searched], fetched, address=address)
    return published


def without_stamps(paragraphs: list[str], published: dt.datetime | None) -> list[str]:
    """The paragraphs without a line above the text that is the date of publication and no more."""
    if published is None:
        return paragraphs
    above = [line for line in paragraphs[:ABOVE] if not _is_near(_stamp(line), published)]
    return [*above, *paragraphs[ABOVE:]]


def _is_near(stamp: Claim | None, published: dt.datetime) -> bool:
    return bool(stamp and stamp.moment and abs(stamp.moment.at - published) <= NEAR)


def _stamp(line: str) -> Claim | None:
    """The date that a line is, with what is usually written before it; None for any other line."""
    if len(line) > LONGEST:
        return None
    line, _, _ = _labels("later").sub("\n", line).partition("\n")
    bare = _labels("labels").sub("", line.strip(), count=1).strip(" |·-–—")
    # A place before the date makes it a dateline, which is part of the text.
    first = re.match(r"\d|[^\W\d_]+", bare)
    if first is None or not (first[0].isdigit() or first[0].lower() in month_numbers()):
        return None
    stated = claim("text", bare)
    return stated if stated and stated.moment else None


@cache
def _labels(name: str) -> re.Pattern[str]:
    words = "|".join(read_table("pages/stamps.toml")[name])
    before = "^" if name == "labels" else r"(?:^|[\s|(/·])"
    return re.compile(rf"{before}(?:{words})(?!\w)\s*[:：]?\s*", re.IGNORECASE)


def _searched(tree: HtmlElement, fetched: dt.datetime) -> Claim | None:
    """What htmldate finds in the markup of unusual pages: the last resort."""
    bound = min(fetched + dt.timedelta(days=1), FAR).strftime("%Y-%m-%d")
    try:
        raw = htmldate.find_date(
            copy.deepcopy(tree),
            original_date=True,
            extensive_search=False,
            max_date=bound,
            outputformat="%Y-%m-%d",
        )
    except (ValueError, TypeError, OverflowError, AttributeError):  # it trips over odd markup
        return None
    if not raw or raw.endswith("-01-01"):  # New Year's Day is what it makes of a copyright line
        return None
    return claim("text", raw)
