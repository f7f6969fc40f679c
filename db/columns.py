"""Kinds of columns: aware instants, JSON, folded words. None of them is SQLite-only."""

import datetime as dt
from typing import Any

from sqlalchemy import JSON, Column, DateTime, Text
from sqlalchemy.dialects.postgresql import TSVECTOR
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator, TypeEngine
from sqlmodel import Field

__all__ = ["UtcDateTime", "Words", "document", "instant"]

LAST_PLACE, MOST_PLACES = 16_383, 255  # what a tsvector can say of where a word stands


class UtcDateTime(TypeDecorator[dt.datetime]):
    """An aware instant: stored in UTC, returned in UTC, naive values refused."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> dt.datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive datetime must not be stored")
        return value.astimezone(dt.UTC)

    def process_result_value(
        self, value: dt.datetime | None, dialect: Dialect
    ) -> dt.datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=dt.UTC) if value.tzinfo is None else value.astimezone(dt.UTC)


def instant(*, nullable: bool = True, index: bool = False) -> Any:
    """A column holding an aware instant."""
    return Field(default=None, sa_column=Column(UtcDateTime(), nullable=nullable, index=index))


def document(default: type[list[Any]] | type[dict[str, Any]] = list) -> Any:
    """A column holding JSON."""
    return Field(default_factory=default, sa_column=Column(JSON, nullable=False))


class Words(TypeDecorator[str]):
    """Folded words with one space between them: a tsvector in PostgreSQL, in SQLite text to be indexed."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        postgres = dialect.name == "postgresql"
        return dialect.type_descriptor(TSVECTOR() if postgres else Text())

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        if value is None or dialect.name != "postgresql":
            return value
        places: dict[str, list[str]] = {}
        for number, word in enumerate(value.split(), 1):
            places.setdefault(word, []).append(str(min(number, LAST_PLACE)))
        return " ".join(
            f"'{word}':{','.join(found[:MOST_PLACES])}" for word, found in places.items()
        )
