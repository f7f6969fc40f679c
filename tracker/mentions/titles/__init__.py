"""Titles of happenings: made of a sentence's words, by rules of form; the words themselves are data."""

from tracker.mentions.titles.making import matter_of, title_of
from tracker.mentions.titles.tokens import Tagged
from tracker.text.titles import title_quality

__all__ = ["Tagged", "matter_of", "title_of", "title_quality"]
