"""Opening the database for a command: made or upgraded on first use, with one line about it."""

from collections.abc import Callable

from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError  # noqa: TID251 - to say it in one line

from db.engine import Engine, open_engine
from db.migrate import HEAD, SchemaError, revision, upgrade
from tracker.errors import StorageError

__all__ = ["open_database", "shown"]


def open_database(url: str, say: Callable[[str], None]) -> Engine:
    """An engine whose tables are those of this program. Raises StorageError where they cannot be."""
    engine = _engine(url)
    try:
        before = revision(engine)
        if before != HEAD:
            upgrade(engine)
            say(
                f"database {shown(engine)} {f'upgraded from {before} to {HEAD}' if before else 'created'}"
            )
    except DatabaseError as error:
        reason = str(error.orig).splitlines()[0]
        raise StorageError(f"database {shown(engine)} cannot be used: {reason}") from error
    except SchemaError as error:
        raise StorageError(f"{shown(engine)}: {error}") from error
    return engine


def _engine(url: str) -> Engine:
    try:
        return open_engine(url)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise StorageError(f"not a database address: {url.split('://')[0]}://…: {error}") from error


def shown(engine: Engine) -> str:
    """The database's address without its password."""
    return engine.url.render_as_string(hide_password=True)
