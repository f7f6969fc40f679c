"""Bringing in articles from files, through the whole pipeline."""

import asyncio
import contextlib
import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import TYPE_CHECKING

from db import runs
from db.engine import Engine, Session, begin
from jobs.records import Record, read_records, require_files
from tracker import pipeline
from tracker.errors import ReadError
from tracker.pipeline import Arrival, Outcome, ReadCounts
from tracker.rulebook import Rulebook
from tracker.workers import Workers

if TYPE_CHECKING:
    from tracker.timeline.ledger import Changes

__all__ = ["Summary", "import_files"]

Progress = Callable[[int, int], None]  # done, total
BATCH = 50  # articles stored in one transaction: killed, an import repeats at most these


@dataclass(frozen=True, slots=True)
class Summary:
    """What an import came to. `problems` name the file, the line and what is wrong there."""

    new: int = 0
    changed: int = 0
    same: int = 0
    set_aside: int = 0
    problems: tuple[str, ...] = ()
    read: ReadCounts = field(default_factory=ReadCounts)
    changes: "Changes | None" = None

    def describe(self) -> str:
        """One line for people."""
        stored = self.new + self.changed + self.same
        bad = f", {len(self.problems)} could not be taken in" if self.problems else ""
        aside = f", {self.set_aside} pages that are no article" if self.set_aside else ""
        events = self.changes
        moved = (
            f"{len(events.created)} new, {len(events.changed)} changed, {len(events.dropped)} dropped"
            if events is not None
            else "none"
        )
        return (
            f"{stored} articles: {self.new} new, {self.changed} changed, {self.same} unchanged{aside}{bad}; "
            f"{self.read.read} read, {self.read.mentions} mentions found; events: {moved}"
        )


def import_files(
    engine: Engine,
    rulebook: Rulebook,
    paths: Sequence[str],
    now: dt.datetime,
    progress: Progress | None = None,
    *,
    workers: Workers | None = None,
) -> Summary:
    """Takes in every article of the files and publishes what they tell.

    A bad record is reported and skipped, and so is a page that takes `workers` too long to read. Doing it again changes nothing; being killed loses nothing that
    doing it again does not bring. Raises UsageError, before anything is stored, for a missing file.
    """
    names = [str(path) for path in paths]
    require_files(names)
    with begin(engine) as session:
        run = runs.start(session, "import", now)
    with contextlib.ExitStack() as stack:
        runner = stack.enter_context(asyncio.Runner())
        workers = workers or stack.enter_context(Workers())
        intake = _Intake(engine, now, progress, workers, runner)
        for name in names:
            intake.take(read_records(name))
    read = pipeline.read_unread(engine, rulebook, now, progress)
    changes = pipeline.publish(engine, rulebook, now, run)
    summary = replace(intake.summary(read), changes=changes)
    counts = {"new": summary.new, "changed": summary.changed, "bad": len(summary.problems)}
    with begin(engine) as session:
        runs.finish(session, run, "partial" if summary.problems else "ok", counts, now)
    return summary


class _Intake:
    """Takes records in batch by batch, and counts."""

    def __init__(
        self,
        engine: Engine,
        now: dt.datetime,
        progress: Progress | None,
        workers: Workers,
        runner: asyncio.Runner,
    ) -> None:
        self.engine, self.now, self.progress = engine, now, progress
        self.workers, self.runner = workers, runner
        self.counts: Counter[Outcome] = Counter()
        self.problems: list[str] = []
        self.aside = self.done = 0

    def take(self, records: Iterable[Record]) -> None:
        waiting = iter(records)
        while batch := list(islice(waiting, BATCH)):
            prepared = self.runner.run(self._all_prepared(batch))
            with begin(self.engine) as session:
                for record in prepared:
                    self._take_one(session, record)
            self.done += len(batch)
            if self.progress:
                self.progress(self.done, self.done)

    async def _all_prepared(self, batch: Iterable[Record]) -> list[Record]:
        return await asyncio.gather(*(self._prepared(record) for record in batch))

    async def _prepared(self, record: Record) -> Record:
        if record.arrival is None:
            return record
        try:
            arrival = await self._read(record.arrival)
        except ReadError as error:  # the reader had to be killed
            return replace(record, arrival=None, problem=str(error))
        if arrival.problem is not None and record.lone:
            return replace(record, arrival=None, problem=arrival.problem[1])
        if arrival.problem is None and _undated(arrival):
            return replace(record, arrival=None, problem="the page states no date of publication")
        return replace(record, arrival=arrival)

    async def _read(self, arrival: Arrival) -> Arrival:
        """Plain text is read here; what has markup could keep a reader busy for ever."""
        if arrival.page is None and not arrival.text_is_html:
            return pipeline.prepare(arrival, self.now)
        return await self.workers.run(pipeline.prepare, arrival, self.now)

    def _take_one(self, session: Session, record: Record) -> None:
        if record.arrival is None:
            self.problems.append(f"{record.where}: {record.problem}")
            return
        if record.arrival.problem is not None:
            self.aside += 1
            return
        try:
            with session.begin_nested():
                taken = pipeline.take_in(session, record.arrival, self.now)
            self.counts[taken.outcome] += 1
        except ReadError as error:
            self.problems.append(f"{record.where}: {error}")

    def summary(self, read: ReadCounts) -> Summary:
        return Summary(
            new=self.counts[Outcome.NEW],
            changed=self.counts[Outcome.CHANGED],
            same=self.counts[Outcome.SAME],
            set_aside=self.aside,
            problems=(*self.problems, *read.failures),
            read=read,
        )


def _undated(arrival: Arrival) -> bool:
    page = arrival.extracted
    return arrival.published is None and (page is None or page.published is None)
