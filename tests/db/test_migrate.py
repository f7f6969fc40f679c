"""The schema: one source of truth, upgrades that never go half way, copies, checks."""

import sqlite3
import threading
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text
from sqlalchemy.sql.schema import SchemaItem
from sqlmodel import SQLModel

from db import migrate, tables
from db.engine import Engine, begin, open_engine


def _is_ours(of: SchemaItem, name: str | None, kind: str, *_: object) -> bool:
    """Whether it is of the code's tables, not of those in which SQLite keeps its index of words."""
    return not (name or "").startswith(("search_index", "ix_search_text_words"))


def test_the_migrations_make_exactly_the_tables_of_the_code(engine: Engine):
    with engine.connect() as connection:
        options = {"compare_type": True, "include_object": _is_ours}
        context = MigrationContext.configure(connection, opts=options)
        differences = compare_metadata(context, SQLModel.metadata)
    assert differences == [], "change db/tables.py and db/migrations together"


def test_the_known_revisions_are_those_of_the_scripts():
    config = Config()
    config.set_main_option("script_location", str(migrate.MIGRATIONS))
    config.set_main_option("path_separator", "newline")
    scripts = ScriptDirectory.from_config(config).walk_revisions()
    assert tuple(script.revision for script in scripts)[::-1] == migrate.KNOWN


def test_an_empty_database_is_upgraded_and_upgrading_again_changes_nothing(
    tmp_path: Path, empty_postgres_url: str
):
    for url in (f"sqlite:///{tmp_path / 'new %x.db'}", empty_postgres_url):
        engine = open_engine(url)
        assert migrate.revision(engine) is None
        with pytest.raises(migrate.SchemaError, match=r"empty.*tracker db upgrade"):
            migrate.require_current(engine)
        migrate.upgrade(engine)
        migrate.upgrade(engine)
        migrate.require_current(engine)
        assert migrate.revision(engine) == migrate.HEAD
        engine.dispose()


def _timeline_index(engine: Engine) -> list[str | None]:
    indexes = {one["name"]: one["column_names"] for one in inspect(engine).get_indexes("event")}
    return indexes["ix_event_timeline"]


def _rows(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    with begin(engine, read_only=True) as session:
        return {
            name: [tuple(row) for row in session.execute(table.select())]
            for name, table in SQLModel.metadata.tables.items()
        }


def test_a_database_of_the_first_schema_is_upgraded_and_loses_nothing(
    tmp_path: Path, empty_postgres_url: str, now
):
    for url in (f"sqlite:///{tmp_path / 'first.db'}", empty_postgres_url):
        engine = open_engine(url)
        with engine.begin() as connection:
            migrate._run_migrations(connection, "0001")
        assert _timeline_index(engine) == ["start", "end", "type", "id"]
        with begin(engine) as session:
            session.add(tables.Run(job="poll", started=now))
            session.add(
                tables.Event(
                    id="summit-1",
                    type="summit",
                    title="Leaders meet in Hanoi",
                    start=now.date(),
                    end=now.date(),
                    precision="day",
                    basis="stated",
                    status="occurred",
                    confidence=0.9,
                    created=now,
                    updated=now,
                )
            )
        before = _rows(engine)
        with pytest.raises(migrate.SchemaError, match=r"schema 0001.*tracker db upgrade"):
            migrate.require_current(engine)

        migrate.upgrade(engine)

        migrate.require_current(engine)
        assert _timeline_index(engine) == ["start", "end", "type", "id", "confidence"]
        assert _rows(engine) == before
        assert len(before["event"]) == len(before["run"]) == 1
        engine.dispose()


def test_upgrades_at_the_same_time_wait_for_each_other(tmp_path: Path, empty_postgres_url: str):
    for url in (f"sqlite:///{tmp_path / 'raced.db'}", empty_postgres_url):
        engines = [open_engine(url) for _ in range(4)]
        threads = [threading.Thread(target=migrate.upgrade, args=(engine,)) for engine in engines]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert migrate.check(engines[0]) == []
        for engine in engines:
            engine.dispose()


def test_an_upgrade_that_fails_midway_leaves_the_old_schema(
    tmp_path: Path, empty_postgres_url: str, monkeypatch: pytest.MonkeyPatch
):
    run = migrate._run_migrations

    def die_at_the_end(connection):
        run(connection)
        raise KeyboardInterrupt

    monkeypatch.setattr(migrate, "_run_migrations", die_at_the_end)
    for url in (f"sqlite:///{tmp_path / 'killed.db'}", empty_postgres_url):
        engine = open_engine(url)
        with pytest.raises(KeyboardInterrupt):
            migrate.upgrade(engine)
        assert migrate.revision(engine) is None
        engine.dispose()


def test_a_newer_schema_is_refused_naming_both_versions(engine: Engine):
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0999'"))
    for act in (migrate.upgrade, migrate.require_current):
        with pytest.raises(migrate.SchemaError, match=rf"0999.*{migrate.HEAD}"):
            act(engine)
    assert "0999" in migrate.check(engine)[0]


def test_a_sound_database_has_no_problems(engine: Engine):
    assert migrate.check(engine) == []


def test_a_ready_article_without_text_is_a_problem(engine: Engine, now):
    with begin(engine) as session:
        session.add(
            tables.Article(
                canonical_url="http://a.example/1",
                url="http://a.example/1",
                state="ready",
                first_seen=now,
            )
        )
    assert migrate.check(engine) == [
        "article http://a.example/1 is ready but has no current version"
    ]


def test_a_row_that_points_nowhere_is_a_problem(sqlite_engine: Engine, sqlite_url: str):
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        connection.execute(
            "INSERT INTO feed_move (feed_id, old_url, new_url, at) VALUES (7, 'a', 'b', '2026-01-01')"
        )
    connection.close()
    assert migrate.check(sqlite_engine) == [
        "row 1 of feed_move points to a row of feed that is not there"
    ]


def test_a_damaged_file_is_a_problem(sqlite_engine: Engine, sqlite_url: str):
    path = Path(sqlite_url.removeprefix("sqlite:///"))
    pages = bytearray(path.read_bytes())
    pages[4096 * 3 : 4096 * 3 + 64] = b"\xff" * 64
    path.write_bytes(pages)
    assert any("damaged" in problem for problem in migrate.check(sqlite_engine))


def test_a_backup_taken_while_others_write_is_whole(sqlite_engine: Engine, tmp_path: Path, now):
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with begin(sqlite_engine) as session:
                session.add(tables.Run(job=f"{number}", started=now))
                session.add(tables.Run(job=f"{number}", started=now))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [tmp_path / f"copy {number}.db" for number in range(3)]
        for copy in copies:
            migrate.backup(sqlite_engine, copy)
    finally:
        stop.set()
        writer.join()
    for copy in copies:
        engine = open_engine(f"sqlite:///{copy}")
        assert migrate.check(engine) == []
        with begin(engine, read_only=True) as session:
            assert session.execute(text("SELECT count(*) % 2 FROM run")).scalar() == 0
        engine.dispose()


def test_a_backup_never_overwrites(sqlite_engine: Engine, tmp_path: Path):
    (tmp_path / "precious.db").write_text("mine")
    with pytest.raises(migrate.BackupError, match="exists already"):
        migrate.backup(sqlite_engine, tmp_path / "precious.db")
    assert (tmp_path / "precious.db").read_text() == "mine"


def test_a_backup_that_cannot_be_written_says_where(sqlite_engine: Engine, tmp_path: Path):
    with pytest.raises(migrate.BackupError, match=r"cannot write .*missing"):
        migrate.backup(sqlite_engine, tmp_path / "missing" / "copy.db")


def test_postgresql_is_told_of_its_own_tool(postgres_url: str, tmp_path: Path):
    with pytest.raises(migrate.BackupError, match="pg_dump"):
        migrate.backup(open_engine(postgres_url), tmp_path / "copy.db")
