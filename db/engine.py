"""Opening the database: SQLite with sane pragmas, or PostgreSQL."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from sqlalchemy import Engine, event, text
from sqlalchemy.engine import make_url
from sqlmodel import Session, create_engine

import db.search  # noqa: F401 - keeps the words of every text that is stored

__all__ = ["Engine", "Session", "begin", "open_engine"]

CACHE_KIB = 65_536  # of pages, at most: an index is read in many places
BUSY_TIMEOUT_SECONDS = 60
WRITING = 7_206_240_620  # PostgreSQL's advisory lock of those that write


def open_engine(url: str) -> Engine:
    """An engine for `url` ("sqlite:///tracker.db", "postgresql+psycopg://…"); opens no connection yet.

    Raises ArgumentError for what is no database URL, NoSuchModuleError for an unknown kind.
    """
    if make_url(url).get_backend_name() != "sqlite":
        return create_engine(url, pool_pre_ping=True, connect_args={"connect_timeout": 10})
    engine = create_engine(url, connect_args={"timeout": BUSY_TIMEOUT_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_immediate)
    return engine


def _prepare_sqlite(connection: sqlite3.Connection, _: Any) -> None:
    # SQLAlchemy emits BEGIN itself (below); the driver must not, or two writers can deadlock.
    connection.isolation_level = None
    connection.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_SECONDS * 1000}")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
    connection.execute(
        "PRAGMA synchronous = NORMAL"
    )  # a power cut loses whole commits, the last ones
    if connection.execute("PRAGMA journal_mode").fetchone()[0] not in ("wal", "memory"):
        # Switching does not wait for others, and fails on a read-only file; the next connection
        # tries again, and until then everything still works, with more waiting.
        with suppress(sqlite3.OperationalError):
            connection.execute("PRAGMA journal_mode = WAL")


def _begin_immediate(connection: Any) -> None:
    # A transaction that may write takes the write lock at once: upgrading a read lock later
    # fails with "database is locked" without waiting.
    mode = "" if connection.get_execution_options().get("read_only") else " IMMEDIATE"
    connection.exec_driver_sql(f"BEGIN{mode}")


@contextmanager
def begin(engine: Engine, *, read_only: bool = False) -> Iterator[Session]:
    """A session in one transaction: committed at the end, rolled back on any exception.

    One that only reads sees one moment of the database throughout, and blocks nobody. Those that write
    take turns: two at once might each store the same article, or wait for each other for ever.
    """
    bound = _for_reading(engine) if read_only else engine
    with Session(bound, expire_on_commit=False) as session, session.begin():
        if not read_only and engine.dialect.name == "postgresql":  # SQLite does so by itself
            session.execute(text(f"SELECT pg_advisory_xact_lock({WRITING})"))
        yield session


def _for_reading(engine: Engine) -> Engine:
    if engine.dialect.name == "sqlite":
        return engine.execution_options(read_only=True)
    return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
