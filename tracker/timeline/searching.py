"""Which events of a timeline that is not stored are found by words: as the index finds those that are."""

from collections.abc import Sequence

from db import tables
from db.claims import Claim
from db.engine import Session
from db.search import versions_with
from db.words import event_words, fits, terms

__all__ = ["found_by_words"]

Row = tuple[tables.Event, list[Claim]]


def found_by_words(session: Session, rows: Sequence[Row], search: str) -> list[Row]:
    """The rows that have every term of the question: in words of their own, or in the text of an article
    none of whose events has it itself."""
    if not search.strip():
        return list(rows)
    asked = terms(search)
    owns = {row.id: _words(row, told) for row, told in rows}
    found = list(rows) if asked else []
    for term in asked:
        own = {id for id, words in owns.items() if fits(term, words)}
        told_by_own = {_version(each) for row, told in rows if row.id in own for each in told}
        versions = versions_with(session, term) - told_by_own
        found = [
            (row, told)
            for row, told in found
            if row.id in own or any(_version(each) in versions for each in told)
        ]
    return found


def _words(row: tables.Event, told: Sequence[Claim]) -> str:
    return event_words(row.title, row.place, row.actors, [each.told.quote for each in told])


def _version(claim: Claim) -> int:
    return int(claim.told.version_id)
