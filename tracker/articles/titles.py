"""Titles without the publisher's name at the end."""

import re
from collections.abc import Iterable

from tracker.plain import plain_line

__all__ = ["clean_title"]

LONGEST = 2000  # characters; a title is stored shorter
SEPARATOR = re.compile(r"\s+(?:\||-|–|—|::|·|»|«|/)\s+|\s+\|")


def clean_title(title: str, publishers: Iterable[str]) -> str:
    """`title` in one line, without " | Site", " - Publisher" and the like at its end."""
    title = plain_line(title[:LONGEST])
    publishers = [name.removeprefix("www.") for name in publishers]
    names = {_bare(name) for name in publishers}
    names |= {_bare(label) for name in publishers for label in name.split(".") if len(label) > 3}
    names.discard("")
    while True:
        parts = list(SEPARATOR.finditer(title))
        if not parts or _bare(title[parts[-1].end() :]) not in names:
            return title
        title = title[: parts[-1].start()]


def _bare(name: str) -> str:
    bare = re.sub(r"[\W_]+", "", name).casefold()
    return bare.removeprefix("the")
