"""The boxes beside and below an article."""

import re

from lxml.html import HtmlElement

__all__ = ["is_aside"]

BOXES = re.compile(
    r"relat|side-?bar|recommend|popular|trending|more-|widget|footer|most-|also|next|\bnav|menu|masthead",
    re.IGNORECASE,
)


def is_aside(element: HtmlElement) -> bool:
    """Whether it stands in a box beside or below the article."""
    return any(
        one.tag in ("aside", "nav", "footer") or BOXES.search(f"{one.get('class')} {one.get('id')}")
        for one in element.iterancestors()
    )
