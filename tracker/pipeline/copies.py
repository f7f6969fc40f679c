"""Marks syndicated copies: finds, among the articles around the new ones, those that tell the same text."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set

from db import articles as rows
from db.articles import Candidate
from db.engine import Engine, Session, begin
from tracker.articles.copies import (
    WINDOW,
    Copyable,
    Neighbours,
    join,
    originals,
    sketch_of,
    wordings,
)

__all__ = ["mark_copies"]


def mark_copies(engine: Engine) -> int:
    """Compares every article with a new text with its neighbours; gives how many changed their standing.

    The result depends on the stored texts and dates, not on the order in which they came.
    """
    with begin(engine, read_only=True) as session:
        waiting = rows.unmatched(session)
        if not waiting:
            return 0
        found = _decide(session, waiting)
    from tracker.timeline import ledger

    with begin(engine) as session:
        for article_id, original in found.items():
            rows.set_copy_of(session, article_id, original)
            ledger.touch_article(session, article_id)
        rows.set_matched(session, waiting)
    return len(found)


def _decide(session: Session, waiting: Sequence[int]) -> dict[int, int | None]:
    near = rows.candidates(session, waiting, WINDOW)
    arriving, settled = _standing(near, set(waiting))
    articles = Neighbours(map(_copyable, near))
    stood = {one.id: one.copy_of_id for one in near}
    found: dict[int, int | None] = {}
    for block in join(arriving, settled, articles.promising):
        for members in _stories(session, articles, set(block), arriving, settled):
            found |= originals([articles.articles[one] for one in members])
    return {one: original for one, original in found.items() if stood[one] != original}


def _standing(
    near: Iterable[Candidate], waiting: set[int]
) -> tuple[set[int], list[frozenset[int]]]:
    """Who is to be compared, and the groups that stand.

    A text that changed may have been what held its group together: all of that group are compared.
    """
    groups: dict[int, set[int]] = defaultdict(set)
    for one in near:
        groups[one.copy_of_id or one.id].add(one.id)
    touched = [members for members in groups.values() if members & waiting]
    settled = [frozenset(members) for members in groups.values() if not members & waiting]
    return set().union(*touched), settled


def _stories(
    session: Session,
    articles: Neighbours,
    block: set[int],
    arriving: set[int],
    settled: Iterable[frozenset[int]],
) -> Iterator[list[int]]:
    """The groups among articles of like sketches in which any of `arriving` is."""
    comparing = arriving & block
    if len(block) == 1 or not comparing:
        yield from ([one] for one in comparing)
        return
    reached = rows.current_texts(session, _within_reach(articles, comparing, block))
    texts = wordings({one: reached.get(one, "") for one in block})

    def same(one: int, others: Set[int]) -> list[int]:
        return articles.copies(one, others, texts)

    for members in join(comparing, (group for group in settled if group <= block), same):
        if not arriving.isdisjoint(members):
            yield members


def _within_reach(
    articles: Neighbours, comparing: Iterable[int], block: Iterable[int]
) -> list[int]:
    """Those near enough in time to be compared: a group may go back for years."""
    days = [articles.articles[one].published for one in comparing]
    first, last = min(days) - WINDOW, max(days) + WINDOW
    return [one for one in block if first <= articles.articles[one].published <= last]


def _copyable(row: Candidate) -> Copyable:
    return Copyable(
        id=row.id,
        publisher=row.publisher,
        address=row.address,
        published=row.published,
        credit=row.credit,
        wire=row.kind == "wire",
        sketch=sketch_of(row.fingerprint),
    )
