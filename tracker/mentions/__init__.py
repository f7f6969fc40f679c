"""Sentences and dates to mentions: what happened, when, who, where, and whether it is held, planned or off."""

from tracker.mentions.explaining import explain
from tracker.mentions.find import find_mentions

__all__ = ["explain", "find_mentions"]
