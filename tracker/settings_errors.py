"""What is wrong with a configuration, said with file, line, key and what is allowed."""

import difflib
import re
import types
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from tracker.errors import ConfigError

__all__ = ["first_problem", "line_of"]

Location = Sequence[int | str]


def first_problem(
    error: ValidationError, file: Path, text: str, model: type[BaseModel]
) -> ConfigError:
    """The first of pydantic's complaints as one of ours; the number of further ones is told."""
    details = error.errors(include_url=False)
    first = details[0]
    location = _known_part(first["loc"], model)
    message = (
        _unknown_key(first, location, model)
        if first["type"] == "extra_forbidden"
        else _wanted(first)
    )
    if len(details) > 1:
        message += f" (and {len(details) - 1} more)"
    return ConfigError(message, file=file, line=line_of(text, location), key=_name(location))


def _unknown_key(detail: ErrorDetails, location: Location, model: type[BaseModel]) -> str:
    allowed = sorted(_table(model, location[:-1]).model_fields)
    near = difflib.get_close_matches(str(location[-1]), allowed, n=1)
    hint = f'did you mean "{near[0]}"? ' if near else ""
    return (
        f"unknown key; {hint}allowed here: {', '.join(name for name in allowed if name != 'file')}"
    )


def _wanted(detail: ErrorDetails) -> str:
    if detail["type"] == "missing":
        return "is missing"
    message = detail["msg"].removeprefix("Value error, ")
    for start in ("Input should be ", "Value should be "):
        message = message.removeprefix(start)
    message = message[0].lower() + message[1:]
    given = detail["input"]
    shown = f'"{given}"' if isinstance(given, str) else repr(given)
    shown = re.sub(r"//[^/@]*@", "//…@", shown)  # the culprit may be a password
    return f"{shown[:80]!s} is not allowed: {message}".replace("\n", "\\n")


def _known_part(location: Location, model: type[BaseModel]) -> Location:
    """`location` without what pydantic adds for unions and validators after the key."""
    kept: list[int | str] = []
    table: type[BaseModel] | None = model
    for part in location:
        if isinstance(part, int):
            kept.append(part)
        elif table is not None:
            kept.append(part)
            table = _inner(table, part)
    return kept


def _table(model: type[BaseModel], location: Location) -> type[BaseModel]:
    for part in location:
        if isinstance(part, str):
            model = _inner(model, part) or model
    return model


def _inner(model: type[BaseModel], key: str) -> type[BaseModel] | None:
    field = model.model_fields.get(key)
    return _model_in(field.annotation) if field else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (tuple, list, Union, types.UnionType):
        return next((found for part in get_args(annotation) if (found := _model_in(part))), None)
    return None


def _name(location: Location) -> str:
    """ "feeds[2].url", counted from 1 as people count."""
    name = ""
    for part in location:
        name += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if name else part
    return name


def line_of(text: str, location: Location) -> int | None:
    """The line (from 1) of a key such as ("feeds", 1, "url"), or of its table's header."""
    if not location:
        return None
    section, key = str(location[0]), location[-1] if len(location) > 1 else None
    wanted = location[1] if len(location) > 1 and isinstance(location[1], int) else 0
    key = next((part for part in reversed(location[1:]) if isinstance(part, str)), None)
    header = re.compile(rf"\s*\[\[?\s*\"?{re.escape(section)}\"?\s*\]?\]")
    seen, start = -1, None
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(r"\s*\[", line) and header.match(line):
            seen += 1
            start = number if seen == wanted else start
        elif (
            re.match(r"\s*\[", line)
            and start
            and seen == wanted
            and not line.strip().startswith(f"[{section}.")
        ):
            break
        if key and start and seen == wanted and re.match(rf"\s*\"?{re.escape(key)}\"?\s*=", line):
            return number
        if key is None and re.match(rf"\s*{re.escape(section)}\s*=", line):
            return number
    return start
