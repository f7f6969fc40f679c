"""Transactions, waiting and what rows look like, on both databases."""

import datetime as dt
import threading

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError, IntegrityError, StatementError
from sqlmodel import select

from db import tables
from db.engine import Engine, begin, open_engine


def test_a_transaction_is_all_or_nothing(engine: Engine, now):
    def stumble() -> None:
        with begin(engine) as session:
            session.add(tables.Run(job="poll", started=now))
            session.flush()
            raise RuntimeError("halfway")

    with pytest.raises(RuntimeError, match="halfway"):
        stumble()
    with begin(engine, read_only=True) as session:
        assert session.exec(select(tables.Run)).all() == []


def test_instants_come_back_aware_and_equal(engine: Engine):
    korea = dt.timezone(dt.timedelta(hours=9))
    written = dt.datetime(2024, 8, 6, 0, 30, 1, 250_000, tzinfo=korea)
    with begin(engine) as session:
        session.add(tables.Run(job="poll", started=written))
    with begin(engine, read_only=True) as session:
        read = session.exec(select(tables.Run.started)).one()
    assert read == written
    assert read is not None
    assert read.utcoffset() == dt.timedelta(0)


def test_naive_instants_are_refused(engine: Engine):
    with pytest.raises(StatementError, match="naive"), begin(engine) as session:
        session.add(tables.Run(job="poll", started=dt.datetime(2024, 8, 6)))  # noqa: DTZ001 - the point


def test_foreign_keys_are_enforced(engine: Engine, now):
    with pytest.raises(IntegrityError), begin(engine) as session:
        session.add(tables.Sighting(feed_id=1, article_id=1, first_seen=now))


def test_reading_sees_one_moment_while_others_write(engine: Engine, now):
    with begin(engine, read_only=True) as reader:
        assert reader.exec(select(tables.Run)).all() == []
        with begin(engine) as writer:
            writer.add(tables.Run(job="poll", started=now))
        assert reader.exec(select(tables.Run)).all() == []


def test_postgresql_refuses_writing_where_only_reading_was_asked(postgres_url: str, now):
    engine = open_engine(postgres_url)
    with pytest.raises(DBAPIError, match="read-only"), begin(engine, read_only=True) as session:
        session.add(tables.Run(job="poll", started=now))
    engine.dispose()


def test_writers_at_the_same_time_wait_and_all_get_through(engine: Engine, now):
    with begin(engine) as session:
        session.add(tables.Host(name="h", strikes=0))

    def strike() -> None:
        for _ in range(10):
            with begin(engine) as session:
                session.execute(text("UPDATE host SET strikes = strikes + 1"))

    threads = [threading.Thread(target=strike) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with begin(engine, read_only=True) as session:
        assert session.exec(select(tables.Host.strikes)).one() == 40


def test_two_that_store_the_same_thing_at_once_store_it_once(engine: Engine):
    def store() -> None:
        with begin(engine) as session:
            if session.get(tables.Host, "h") is None:
                session.add(tables.Host(name="h"))

    threads = [threading.Thread(target=store) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with begin(engine, read_only=True) as session:
        assert len(session.exec(select(tables.Host)).all()) == 1
