"""The boxes beside and below an article."""

import re

from lxml.html import HtmlElement

__all__ = ["is_aside", "is_furniture"]

BOXES = re.compile(
    r"relat|side-?bar|recommend|popular|trending|more-|widget|footer|most-|also|next|\bnav|menu|masthead",
    re.IGNORECASE,
)
MUCH = 500  # characters
FURNITURE = re.compile(
    r"caption|photo-?credit|sharedaddy|\bshare|social|related-?posts?|addtoany|newsletter|subscri|author-?box|post-tags",
    re.IGNORECASE,
)


def is_aside(element: HtmlElement) -> bool:
    """Whether it stands in a box beside or below the article."""
    return any(
        one.tag in ("aside", "nav", "footer") or BOXES.search(f"{one.get('class')} {one.get('id')}")
        for one in element.iterancestors()
    )


def is_furniture(element: HtmlElement) -> bool:
    """Whether it is a caption, share buttons or the like inside an article that a feed carries."""
    named = FURNITURE.search(f"{element.get('class') or ''} {element.get('id') or ''}")
    # What holds much text is the article itself, whatever it is called.
    return bool(named) and len(element.text_content()) < MUCH
