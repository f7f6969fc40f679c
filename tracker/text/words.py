"""The word lists that cutting text needs, read once from the shipped rules folder."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["read_table", "word_set"]

RULES = Path(__file__).parent.parent / "rules"


@cache
def read_table(name: str) -> Mapping[str, Any]:
    """The content of one shipped TOML file ("en/text/dateline.toml")."""
    return tomllib.loads((RULES / name).read_text(encoding="utf-8"))


@cache
def word_set(file: str, key: str) -> frozenset[str]:
    """The words listed under `key` in every language's `text/<file>`."""
    names = sorted(path.relative_to(RULES).as_posix() for path in RULES.glob(f"*/text/{file}"))
    return frozenset(word for name in names for word in read_table(name).get(key, ()))
