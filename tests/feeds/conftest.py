"""A misbehaving server and a desk, fresh for every test."""

from collections.abc import Iterator

import pytest

from db.engine import Engine
from tests.feeds.desk import Desk
from tests.feeds.server import Server, serve


@pytest.fixture
def server() -> Iterator[Server]:
    """A server on 127.0.0.1."""
    with serve() as running:
        yield running


@pytest.fixture
def desk(sqlite_engine: Engine) -> Desk:
    """A desk with an empty database and no feeds yet."""
    return Desk(sqlite_engine)
