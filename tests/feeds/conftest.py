"""A misbehaving server and a desk, fresh for every test."""

import asyncio
from collections.abc import Iterator

import pytest

from db.engine import Engine
from tests.feeds.desk import Desk
from tests.feeds.server import Server, serve
from tracker.workers import Workers


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on 127.0.0.1."""
    with serve() as running:
        yield running


@pytest.fixture(scope="session")
def workers() -> Iterator[Workers]:
    """Two parsers for all tests; a test that has them killed gets fresh ones after."""
    with Workers() as running:
        yield running


@pytest.fixture
def desk(sqlite_engine: Engine, workers: Workers) -> Iterator[Desk]:
    """A desk with an empty database and no feeds yet."""
    with asyncio.Runner() as runner:
        yield Desk(sqlite_engine, workers, runner)
