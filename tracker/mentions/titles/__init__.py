"""Titles of happenings: made of a sentence's words, by rules of form; the words themselves are data."""

from tracker.mentions.titles.making import title_of
from tracker.mentions.titles.tokens import Tagged
from tracker.text.titles import title_quality

__all__ = ["Tagged", "title_of", "title_quality"]
