"""Marks syndicated copies: finds, among the articles around the new ones, those that tell the same text."""

from collections import defaultdict
from collections.abc import Iterable

from db import articles as rows
from db.articles import Candidate
from db.engine import Engine, Session, begin
from tracker.articles.copies import WINDOW, Copyable, alike, group, sketch_of, worth_comparing

__all__ = ["mark_copies"]


def mark_copies(engine: Engine) -> int:
    """Compares every article with a new text with its neighbours; gives how many changed their standing.

    The result depends on the stored texts and dates, not on the order in which they came.
    """
    changed = 0
    with begin(engine, read_only=True) as session:
        waiting = rows.unmatched(session)
        if not waiting:
            return 0
        found = _decide(_Texts(session, waiting))
    from tracker.timeline import ledger

    with begin(engine) as session:
        for article_id, original in found.items():
            if rows.set_copy_of(session, article_id, original):
                ledger.touch_article(session, article_id)
                changed += 1
        rows.set_matched(session, waiting)
    return changed


class _Texts:
    """The articles in reach of the new ones, found by the shingles they share."""

    def __init__(self, session: Session, waiting: list[int]) -> None:
        self.session, self.waiting = session, set(waiting)
        self.texts: dict[int, str] = {}
        near = rows.candidates(session, waiting, 2 * WINDOW)
        self.articles = {one.id: _copyable(one) for one in near}
        self.groups: dict[int, set[int]] = defaultdict(set)
        for one in near:
            self.groups[one.copy_of_id or one.id].add(one.id)
        self.group_of = {one.id: one.copy_of_id or one.id for one in near}
        self.by_shingle: dict[int, list[int]] = defaultdict(list)
        for article in self.articles.values():
            for value in article.sketch:
                self.by_shingle[value].append(article.id)

    def neighbours(self, article_id: int) -> set[int]:
        """Every article that may be a copy of it, and the groups these are in."""
        sketch = self.articles[article_id].sketch
        sharing = {other for value in sketch for other in self.by_shingle[value]}
        article = self.articles[article_id]
        near = {one for one in sharing if worth_comparing(article, self.articles[one])}
        return {member for one in near | {article_id} for member in self.groups[self.group_of[one]]}

    def same(self, one: Copyable, other: Copyable) -> bool:
        """Whether the stored texts are one story."""
        credited = bool(one.credit) and one.credit == other.credit
        return alike(self.texts[one.id], self.texts[other.id], same_credit=credited)

    def load(self, article_ids: Iterable[int]) -> None:
        """Brings the texts of these articles, and only these, into memory."""
        wanted = list(article_ids)
        self.texts = defaultdict(str, rows.current_texts(self.session, wanted))


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


def _decide(texts: _Texts) -> dict[int, int | None]:
    found: dict[int, int | None] = {}
    for members in _reaches(texts):
        articles = [texts.articles[member] for member in sorted(members)]
        texts.load(members)
        found.update(group(articles, texts.same))
    return found


def _reaches(texts: _Texts) -> Iterable[set[int]]:
    """Sets of articles that may be copies of one another, as few and small as may be."""
    reach_of: dict[int, set[int]] = {}
    for article_id in sorted(texts.waiting & texts.articles.keys()):
        reach = texts.neighbours(article_id) & texts.articles.keys()
        if len(reach) < 2 and texts.group_of[article_id] == article_id:
            continue  # alone, as before
        for other in {
            id(reach_of[one]): reach_of[one] for one in reach if one in reach_of
        }.values():
            reach |= other
        reach_of.update(dict.fromkeys(reach, reach))
    return {id(reach): reach for reach in reach_of.values()}.values()
