"""Locks that die with their holder: a locked file beside an SQLite database, an advisory lock on PostgreSQL."""

import fcntl
import os
import socket
import zlib
from pathlib import Path
from typing import IO

from sqlalchemy import Connection, Engine, text

__all__ = ["Held", "Lock"]


class Held(Exception):  # noqa: N818 - a state, not a mistake
    """Somebody else has the lock; `holder` says who."""

    def __init__(self, holder: str) -> None:
        super().__init__(holder)
        self.holder = holder


class Lock:
    """A named lock on one database, held from `take` to `release` or the end of the process."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine, self._name = engine, name
        self._file: IO[str] | None = None
        self._connection: Connection | None = None

    def take(self) -> None:
        """Takes the lock, or raises Held at once."""
        if self._engine.url.get_backend_name() == "sqlite":
            self._take_file()
        else:
            self._take_advisory()

    def release(self) -> None:
        """Lets go; does nothing when the lock is not held."""
        if self._file is not None:
            self._file.close()  # the system unlocks what is closed
            self._file = None
        if self._connection is not None:
            self._connection.invalidate()  # the server unlocks what is disconnected
            self._connection.close()
            self._connection = None

    def _take_file(self) -> None:
        database = self._engine.url.database
        if not database or database == ":memory:":
            return  # nobody else can have it
        path = Path(f"{database}.{self._name}.lock")
        file = path.open("a+", encoding="utf-8")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            file.seek(0)
            holder = file.read().strip() or "another process"
            file.close()
            raise Held(holder) from error
        # The file stays when the lock is released: removing it would let two processes lock two files.
        file.seek(0)
        file.truncate()
        file.write(_myself())
        file.flush()
        self._file = file

    def _take_advisory(self) -> None:
        connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        key = zlib.crc32(f"tracker {self._name}".encode())
        connection.execute(
            text("SELECT set_config('application_name', :name, false)"),
            {"name": f"tracker {self._name}, {_myself()}"[:63]},
        )
        if connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": key}):
            self._connection = connection
            return
        holder = connection.scalar(text(WHO_HOLDS), {"key": key})
        connection.invalidate()
        connection.close()
        raise Held(str(holder or "another process"))


WHO_HOLDS = """
SELECT a.application_name FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'advisory' AND l.granted AND l.classid = 0 AND l.objid = :key
  AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
"""


def _myself() -> str:
    return f"process {os.getpid()} on {socket.gethostname()}"
