"""One article of a file, as it was found there."""

from dataclasses import dataclass

from tracker.pipeline import Arrival

__all__ = ["LARGEST_PAGE", "Record"]

LARGEST_PAGE = 10_000_000


@dataclass(frozen=True, slots=True)
class Record:
    """One article of a file: `where` it stands ("articles.jsonl:12"), and what is wrong, if anything.

    `lone` marks a file that is one article: there a page that is none is a mistake worth reporting, in a
    crawl it is not.
    """

    where: str
    arrival: Arrival | None = None
    problem: str = ""
    lone: bool = True
