"""Polling: every feed that is due is asked what is new, and what it says is stored."""

from jobs.polling.asking import poll_feeds
from jobs.polling.checks import FeedReport

__all__ = ["FeedReport", "poll_feeds"]
