"""A word, name, date or sign of a sentence, as a title must know it."""

from typing import NamedTuple

from tracker.mentions.names import Name
from tracker.mentions.titles.headlines import Tag
from tracker.values import Span

__all__ = ["DASHES", "Tag", "Token"]

DASHES = frozenset("–-/")


class Token(NamedTuple):
    """A word, name, date or sign at its place in the sentence; `lower` is its text in lower case.
    `base` and `form` are a verb's: "base", "present", "past" or "ing"."""

    text: str
    lower: str
    span: Span
    tag: str
    name: Name | None = None
    base: str = ""
    form: str = ""

    @property
    def owner(self) -> bool:
        """Whether it is a genitive ("Mongolia's")."""
        return self.text.endswith(("'s", "’s", "s'", "s’"))
