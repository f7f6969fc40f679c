"""From an arrival to the timeline: take in, read, publish. The stages are pure; this is where they meet the database.

An article comes in two ways: a feed announces it (no text yet: it waits as `pending`), and its text
arrives, from the feed itself, a fetched page or an import. Every step may be repeated: nothing doubles.
"""

from tracker.pipeline.arrival import Arrival, Outcome, Taken, prepare
from tracker.pipeline.intake import set_aside, take_in
from tracker.pipeline.reading import ReadCounts, publish, read_unread, reading_digest

__all__ = [
    "Arrival",
    "Outcome",
    "ReadCounts",
    "Taken",
    "prepare",
    "publish",
    "read_unread",
    "reading_digest",
    "set_aside",
    "take_in",
]
