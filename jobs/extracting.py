"""Reading the kept pages again by today's extractor: a better text is a new version of its article."""

import asyncio
import datetime as dt
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace

from db import articles as rows
from db.engine import Engine, begin
from db.tables import Article, ArticleVersion, RawPage
from tracker import pipeline
from tracker.errors import ReadError
from tracker.pipeline import Arrival, Outcome
from tracker.pipeline.arrival import FRAGMENT
from tracker.values import Kind
from tracker.workers import Workers

__all__ = ["PagesRead", "read_pages_again"]

Progress = Callable[[int, int], None]  # done, total
TOLD = 20


@dataclass(frozen=True, slots=True)
class PagesRead:
    """How many kept pages were read again, how many came out otherwise, and which are no article ("url: why")."""

    read: int = 0
    changed: int = 0
    refused: int = 0
    refusals: tuple[str, ...] = ()


def read_pages_again(
    engine: Engine,
    now: dt.datetime,
    progress: Progress | None = None,
    *,
    workers: Workers | None = None,
    rehearsal: bool = False,
) -> PagesRead:
    """Stores a new version of every article whose kept page gives another title, text or date today.

    An article whose page is none by today's reading keeps what it has, and is named. Each is a transaction
    of its own; doing it again changes nothing. A `rehearsal` only counts.
    """
    if workers is None:
        with Workers() as own:
            return read_pages_again(engine, now, progress, workers=own, rehearsal=rehearsal)
    with begin(engine, read_only=True) as session:
        waiting = rows.kept_pages(session)
    changed, refusals = 0, []
    with asyncio.Runner() as runner:
        for done, version_id in enumerate(waiting, 1):
            arrival = runner.run(_read(engine, workers, version_id))
            if arrival is not None and arrival.problem is not None:
                refusals.append(f"{arrival.url}: {arrival.problem[1]}")
            elif arrival is not None:
                changed += _store(engine, version_id, arrival, now, rehearsal)
            if progress:
                progress(done, len(waiting))
    read = len(waiting) - len(refusals)
    return PagesRead(read, changed, len(refusals), tuple(refusals[:TOLD]))


async def _read(engine: Engine, workers: Workers, version_id: int) -> Arrival | None:
    with begin(engine, read_only=True) as session:
        kept = rows.kept_page(session, version_id)
    if kept is None:
        return None
    arrival, fetched = _arrival(*kept), kept[1].fetched
    assert fetched is not None
    try:
        return await workers.run(pipeline.prepare, arrival, fetched)
    except ReadError as error:
        return replace(arrival, problem=("failed", str(error)))


def _arrival(article: Article, version: ArticleVersion, page: RawPage) -> Arrival:
    body = zlib.decompress(page.body)
    fragment = page.media_type == FRAGMENT
    return Arrival(
        url=article.url,
        title=version.title,
        text=body.decode("utf-8") if fragment else None,
        text_is_html=fragment,
        page=None if fragment else body,
        content_type=page.media_type,
        published=_told(article),
        publisher=article.publisher,
        kind=Kind(article.kind),
        language=article.language,
        origin=version.origin,
        external_id=article.external_id,
        credit=article.credit,
        kept=True,
    )


def _told(article: Article) -> dt.datetime | None:
    """The date that came with the page, in its own time zone; what the page itself says is read again."""
    if article.published is None or article.published_source not in ("feed", "import"):
        return None
    return article.published.astimezone(
        dt.timezone(dt.timedelta(minutes=article.published_offset or 0))
    )


class _Rehearsed(Exception):  # noqa: N818 - no error: the way back out of a transaction
    """Leaves a transaction without keeping what was done in it."""


def _store(
    engine: Engine, version_id: int, arrival: Arrival, now: dt.datetime, rehearsal: bool
) -> bool:
    changed = False
    try:
        with begin(engine) as session:
            if rows.kept_page(session, version_id) is None:
                return False  # a newer text came in meanwhile
            changed = pipeline.take_in(session, arrival, now).outcome is Outcome.CHANGED
            if changed:
                rows.forget_page(session, version_id)
            if rehearsal:
                raise _Rehearsed
    except _Rehearsed:
        pass
    return changed
