"""Lists of phrases as patterns that are quick to search with: a letter rules out most of the phrases at once."""

import re
from collections.abc import Iterable

__all__ = ["any_of", "last_match", "whole"]


def any_of(phrases: Iterable[str], *, exact: bool = False) -> str:
    """A pattern for any of these phrases, the longest first, in any case unless `exact`. A blank stands for
    white space, * for any ending, an apostrophe for both its forms. Of no phrases it matches nothing.

    It must not be compiled with re.IGNORECASE: its classes of first letters would be tried slowly then.
    """
    groups: dict[str, list[str]] = {}
    for phrase in sorted(phrases, key=len, reverse=True):
        groups.setdefault(_first(phrase[0], exact), []).append(_written(phrase[1:]))
    rest = "(?:" if exact else "(?i:"
    grouped = (f"{first}{rest}{'|'.join(rests)})" for first, rests in groups.items())
    return f"(?:{'|'.join(grouped) or '(?!)'})"


def whole(phrases: Iterable[str], *, exact: bool = False) -> str:
    """The same as whole words."""
    return rf"(?<![\w-]){any_of(phrases, exact=exact)}(?![\w-])"


def last_match(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The last of the matches in a stretch of a text."""
    return max(pattern.finditer(text, start, end), key=lambda found: found.start(), default=None)


def _first(sign: str, exact: bool) -> str:
    """A class of the letter's two forms; another sign as it is written."""
    if exact or not sign.isalpha():
        return _written(sign)
    large, small = sign.upper(), sign.lower()
    return f"[{large}{small}]" if len(large) == len(small) == 1 else f"(?i:{sign})"


def _written(text: str) -> str:
    escaped = re.escape(text).replace(r"\ ", r"\s+").replace("'", "['’]")
    return escaped.replace(r"\*", r"[\w-]*")
