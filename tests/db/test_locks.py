"""Locks that two processes cannot hold at once, on SQLite and PostgreSQL."""

import os
from collections.abc import Iterator

import pytest

from db.engine import Engine, open_engine
from db.locks import Held, Lock


@pytest.fixture
def other(database_url: str) -> Iterator[Engine]:
    """A second engine on the same database, as another process would have."""
    engine = open_engine(database_url)
    yield engine
    engine.dispose()


def test_a_lock_that_is_held_names_its_holder(engine: Engine, other: Engine) -> None:
    first, second = Lock(engine, "daemon"), Lock(other, "daemon")
    first.take()
    with pytest.raises(Held, match=f"process {os.getpid()} on "):
        second.take()
    first.release()
    second.take()
    second.release()


def test_locks_of_other_names_are_free(engine: Engine, other: Engine) -> None:
    first, second = Lock(engine, "daemon"), Lock(other, "fetch")
    first.take()
    second.take()
    first.release()
    second.release()


def test_releasing_what_is_not_held_does_nothing(engine: Engine) -> None:
    Lock(engine, "daemon").release()
