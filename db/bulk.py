"""Many new rows at once: making each an object that is watched costs more than storing it."""

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from sqlmodel import Session, SQLModel

__all__ = ["add_rows"]


def add_rows(session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Stores new rows; columns that a row does not name are at their default."""
    if rows:
        blank = _defaults(table)
        full = [
            {**{name: make() for name, make in blank if name not in row}, **row} for row in rows
        ]
        session.connection().execute(table.__table__.insert(), full)  # type: ignore[attr-defined]


@cache
def _defaults(table: type[SQLModel]) -> tuple[tuple[str, Any], ...]:
    """What makes the default of each column that has one and is not given by the database."""
    return tuple(
        (name, field.default_factory or (lambda value=field.default: value))
        for name, field in table.model_fields.items()
        if not field.is_required() and name != "id"
    )
