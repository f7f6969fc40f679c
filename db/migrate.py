"""The schema's version, upgrades, checks and copies of the database."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.exc import DatabaseError
from sqlmodel import Session

from db import search

__all__ = [
    "HEAD",
    "BackupError",
    "SchemaError",
    "backup",
    "check",
    "require_current",
    "revision",
    "upgrade",
]

MIGRATIONS = Path(__file__).parent / "migrations"
KNOWN = ("0001", "0002")  # every revision in order; a test holds it against the scripts
HEAD = KNOWN[-1]
UPGRADE_LOCK = 7_206_240_619  # PostgreSQL's advisory lock: one upgrade at a time


class SchemaError(Exception):
    """The database's schema is not the one this program works with."""


class BackupError(Exception):
    """No copy could be made."""


def revision(engine: Engine) -> str | None:
    """The schema version of the database; None for an empty one."""
    with engine.execution_options(read_only=True).connect() as connection:
        return _revision(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def require_current(engine: Engine) -> None:
    """Raises SchemaError unless the schema is exactly the one this program knows."""
    found = revision(engine)
    if found != HEAD:
        raise SchemaError(_refusal(found))


def _refusal(found: str | None) -> str:
    if found is None:
        return "the database is empty: run `tracker db upgrade`"
    if found in KNOWN:
        return f"the database has schema {found}, this program works with {HEAD}: run `tracker db upgrade`"
    return f"the database has schema {found}, newer than the {HEAD} this program knows: use a newer program"


def upgrade(engine: Engine) -> None:
    """Brings the schema to this program's version, in one transaction: killed midway, it is the old one.

    Raises SchemaError for a schema that is newer than this program.
    """
    found = revision(engine)
    if found == HEAD:
        return
    if found is not None and found not in KNOWN:
        raise SchemaError(_refusal(found))
    with engine.begin() as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text(f"SELECT pg_advisory_xact_lock({UPGRADE_LOCK})"))
        _run_migrations(connection)


def _run_migrations(connection: Connection, target: str = HEAD) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "newline")
    command.upgrade(config, target)


def check(engine: Engine) -> list[str]:
    """What is wrong with the database, a sentence each; nothing for a sound one."""
    with engine.execution_options(read_only=True).connect() as connection:
        found = _revision(connection)
        problems = [] if found == HEAD else [_refusal(found)]
        if connection.dialect.name == "sqlite":
            problems += _sqlite_damage(connection)
        if not problems:
            problems += _dangling(connection)
            problems += _unfound(connection)
    if not problems and engine.dialect.name == "sqlite":
        problems += _index_damage(engine)
    return problems


def _sqlite_damage(connection: Connection) -> Iterator[str]:
    try:
        for (line,) in connection.execute(text("PRAGMA integrity_check(20)")):
            if line != "ok":
                yield f"the file is damaged: {line}"
    except DatabaseError as error:
        yield f"the file is damaged: {error.orig}"
        return
    for table, row, parent, _ in connection.execute(text("PRAGMA foreign_key_check")):
        yield f"row {row} of {table} points to a row of {parent} that is not there"


# What foreign keys cannot say: (sentence, query giving the culprits).
DANGLING = (
    (
        "article {} is ready but has no current version",
        "SELECT url FROM article WHERE state = 'ready' AND NOT EXISTS (SELECT 1 FROM article_version"
        " WHERE article_version.article_id = article.id AND article_version.current)",
    ),
    (
        "article {} has more than one current version",
        "SELECT article.url FROM article JOIN article_version ON article_version.article_id = article.id"
        " WHERE article_version.current GROUP BY article.id, article.url HAVING count(*) > 1",
    ),
    (
        "article {} is a copy of itself",
        "SELECT url FROM article WHERE copy_of_id = id",
    ),
    (
        "mention {} quotes words outside its article's text",
        "SELECT mention.key FROM mention JOIN article_version ON article_version.id = mention.version_id"
        " WHERE mention.evidence_start < 0 OR mention.evidence_end <= mention.evidence_start"
        " OR mention.evidence_end > length(article_version.text)",
    ),
    (
        "mention {} belongs to another article than its version does",
        "SELECT mention.key FROM mention JOIN article_version ON article_version.id = mention.version_id"
        " WHERE mention.article_id <> article_version.article_id",
    ),
    (
        "mention {} tells an event that was merged or dropped",
        "SELECT mention.key FROM mention JOIN event ON event.id = mention.event_id"
        " WHERE event.redirect_to IS NOT NULL OR event.dropped IS NOT NULL",
    ),
    (
        "event {} is shown but no current mention tells it",
        "SELECT event.id FROM event WHERE redirect_to IS NULL AND dropped IS NULL AND NOT EXISTS"
        " (SELECT 1 FROM mention WHERE mention.event_id = event.id)",
    ),
    (
        "event {} is redirected to itself",
        "SELECT id FROM event WHERE redirect_to = id",
    ),
)


def _dangling(connection: Connection) -> Iterator[str]:
    for sentence, query in DANGLING:
        for (culprit,) in connection.execute(text(query)):
            yield sentence.format(culprit)


def _unfound(connection: Connection) -> Iterator[str]:
    with Session(connection) as session:
        events, versions = search.unindexed(session)
    if events or versions:
        yield (
            f"{len(events)} events and {len(versions)} texts are not found by their words:"
            " run `tracker reprocess`"
        )


def _index_damage(engine: Engine) -> Iterator[str]:
    with engine.connect() as connection:  # SQLite takes this check for a change
        try:
            connection.execute(text(SEARCH_CHECK))
        except DatabaseError as error:
            yield f"the index of words does not fit the texts: {error.orig}"


SEARCH_CHECK = "INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)"


def backup(engine: Engine, path: Path) -> None:
    """Writes a consistent copy of an SQLite database to `path` while others go on writing.

    The copy appears whole or not at all. Raises BackupError if `path` exists, cannot be written, or the
    database is PostgreSQL, which has a tool of its own.
    """
    if engine.dialect.name != "sqlite":
        raise BackupError("PostgreSQL makes its own copies: use pg_dump --format=custom")
    if path.exists():
        raise BackupError(f"{path} exists already: name a new file")
    part = path.with_name(path.name + ".part")
    try:
        part.unlink(missing_ok=True)
        _copy(engine, part)
        os.replace(part, path)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise BackupError(f"cannot write {path}: {error}") from error


def _copy(engine: Engine, path: Path) -> None:
    with closing(engine.raw_connection()) as connection:
        driver = connection.driver_connection
        assert driver is not None
        driver.execute("VACUUM INTO ?", (str(path),))
    with path.open("rb") as written:
        os.fsync(written.fileno())
