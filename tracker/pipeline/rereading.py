"""Reading stored texts again by today's rules: for good, or as a rehearsal that changes nothing."""

import datetime as dt
import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context

from db import articles as rows
from db import search
from db.engine import Engine, Session, begin
from db.tables import ArticleVersion
from tracker.pipeline.reading import Progress, ReadCounts, reading_digest, stored_document
from tracker.rulebook import Rulebook
from tracker.timeline.difference import Difference, compare, picture
from tracker.values import Document, Mention

__all__ = ["rehearse", "reread"]

CHUNK = 200  # texts in memory at a time
WORTH = 60  # fewer texts are read faster than a second process starts
Reading = tuple[Mention, ...] | str  # the mentions, or why the text could not be read

_rulebook: Rulebook | None = None  # of a worker process


def reread(
    engine: Engine,
    rulebook: Rulebook,
    now: dt.datetime,
    *,
    everything: bool = False,
    progress: Progress | None = None,
) -> ReadCounts:
    """Reads what today's rules have not read (or `everything`), on all cores, each text in a short
    transaction of its own: interrupted, it goes on where it stopped."""
    from tracker.timeline import ledger

    digest = reading_digest(rulebook)
    with begin(engine) as session:
        search.repair(session)
    mentions, failures, read = 0, [], 0
    waiting = _waiting(engine, digest, everything)
    for done, (id, document, reading) in enumerate(_read(engine, rulebook, waiting), 1):
        if isinstance(reading, str):
            failures.append(f"{document.url}: {reading}")
        else:
            with begin(engine) as session:
                version = session.get(ArticleVersion, id)
                if version is not None and version.current:
                    ledger.save_mentions(session, version, document, reading, digest, now)
                    read, mentions = read + 1, mentions + len(reading)
        if progress:
            progress(done, len(waiting))
    return ReadCounts(read, mentions, len(failures), tuple(failures[:20]))


def rehearse(
    engine: Engine,
    rulebook: Rulebook,
    now: dt.datetime,
    *,
    everything: bool = False,
    progress: Progress | None = None,
) -> tuple[int, Difference]:
    """How many texts would be read again, and what that would change; nothing is changed."""
    from tracker.timeline import ledger

    digest = reading_digest(rulebook)
    waiting = _waiting(engine, digest, everything)
    readings = []
    for done, each in enumerate(_read(engine, rulebook, waiting), 1):
        readings.append(each)
        if progress:
            progress(done, len(waiting))
    with _undone(engine) as session:
        before = picture(session)
        for id, document, reading in readings:
            version = session.get(ArticleVersion, id)
            if version is not None and not isinstance(reading, str):
                ledger.save_mentions(session, version, document, reading, digest, now)
        ledger.relink(session, now)
        return len(readings), compare(before, picture(session))


class _Rehearsed(Exception):  # noqa: N818 - no error: the way back out of a transaction
    """Leaves a transaction without keeping what was done in it."""


@contextmanager
def _undone(engine: Engine) -> Iterator[Session]:
    """A session of which nothing is kept."""
    try:
        with begin(engine) as session:
            yield session
            raise _Rehearsed
    except _Rehearsed:
        pass


def _waiting(engine: Engine, digest: str, everything: bool) -> list[int]:
    with begin(engine, read_only=True) as session:
        return rows.unread_versions(session, "" if everything else digest)


def _read(
    engine: Engine, rulebook: Rulebook, ids: Sequence[int]
) -> Iterator[tuple[int, Document, Reading]]:
    """Every text with what it says, in order."""
    cores = os.cpu_count() or 1
    if len(ids) < WORTH or cores < 2:
        for id, document in _documents(engine, ids):
            yield id, document, _mentions(document, rulebook)
        return
    with ProcessPoolExecutor(
        cores, mp_context=get_context("spawn"), initializer=_start, initargs=(rulebook,)
    ) as pool:
        for start in range(0, len(ids), CHUNK):
            chunk = list(_documents(engine, ids[start : start + CHUNK]))
            readings = pool.map(_mentions, (document for _, document in chunk), chunksize=5)
            for (id, document), reading in zip(chunk, readings, strict=True):
                yield id, document, reading


def _documents(engine: Engine, ids: Iterable[int]) -> Iterator[tuple[int, Document]]:
    for id in ids:
        with begin(engine, read_only=True) as session:
            yield id, stored_document(session.get_one(ArticleVersion, id), session.get_one)


def _start(rulebook: Rulebook) -> None:
    global _rulebook  # what a worker process is given once
    _rulebook = rulebook


def _mentions(document: Document, rulebook: Rulebook | None = None) -> Reading:
    from tracker.mentions import find_mentions

    rules = rulebook or _rulebook
    assert rules is not None
    try:
        return find_mentions(document, rules)
    except Exception as error:  # one text that trips a rule must not lose the rest
        return f"{type(error).__name__}: {error}"
