"""One row for every pass of a job."""

import datetime as dt
from collections.abc import Mapping
from typing import Any

from sqlmodel import Session

from db.tables import Run

__all__ = ["finish", "start"]


def start(session: Session, job: str, now: dt.datetime) -> int:
    """Notes that a pass begins; the id of its row."""
    run = Run(job=job, started=now)
    session.add(run)
    session.flush()
    assert run.id is not None
    return run.id


def finish(
    session: Session, run: int, outcome: str, counts: Mapping[str, Any], now: dt.datetime
) -> None:
    """Notes how a pass ended: ok, partial, failed, interrupted."""
    row = session.get_one(Run, run)
    row.outcome, row.counts, row.finished = outcome, dict(counts), now
