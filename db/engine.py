"""Opening the database: SQLite with sane pragmas, or PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event
from sqlalchemy.engine import make_url
from sqlmodel import Session, create_engine

__all__ = ["Engine", "Session", "begin", "open_engine"]

BUSY_TIMEOUT_SECONDS = 60


def open_engine(url: str) -> Engine:
    """An engine for `url` ("sqlite:///tracker.db", "postgresql+psycopg://…"); opens no connection yet."""
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True)
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    # SQLAlchemy emits BEGIN itself (below); the driver must not, or two writers can deadlock.
    connection.isolation_level = None
    cursor = connection.cursor()
    for pragma in (
        f"busy_timeout = {BUSY_TIMEOUT_SECONDS * 1000}",
        "journal_mode = WAL",
        "synchronous = NORMAL",
        "foreign_keys = ON",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin_immediate(connection: Any) -> None:
    # A transaction that may write takes the write lock at once: upgrading a read lock later
    # fails with "database is locked" without waiting.
    mode = "" if connection.get_execution_options().get("read_only") else " IMMEDIATE"
    connection.exec_driver_sql(f"BEGIN{mode}")


@contextmanager
def begin(engine: Engine, *, read_only: bool = False) -> Iterator[Session]:
    """A session in one transaction: committed at the end, rolled back on any exception."""
    bound = engine.execution_options(read_only=read_only) if read_only else engine
    with Session(bound, expire_on_commit=False) as session, session.begin():
        yield session
