"""Which two dates become one: the `[[join]]` rules. What one may say is told in `tracker/rules/README-dates.md`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final

from tracker.dates.rules import compiled
from tracker.rulebook import Rulebook, RuleFile

__all__ = ["Join", "ways_to_join"]

# What the two become; `adjacent` is a range only of days that follow each other.
_KINDS: Final = ("range", "adjacent", "length", "apposed", "moved", "replaced")
_PATTERNS: Final = ("between", "before", "not_before", "not_after")


@dataclass(frozen=True, slots=True)
class Join:
    """One way to write a range: what stands between its ends, and before the first if that counts."""

    id: str
    kind: str
    between: re.Pattern[str]
    before: re.Pattern[str] | None = None
    not_before: re.Pattern[str] | None = None
    not_after: re.Pattern[str] | None = None  # over what follows the second

    def may_stand(self, before: str, after: str) -> bool:
        """Whether it may stand between these words."""
        if self.not_before is not None and self.not_before.search(before):
            return False
        if self.not_after is not None and self.not_after.search(after):
            return False
        return self.before is None or self.before.search(before) is not None


@lru_cache(maxsize=32)
def ways_to_join(rulebook: Rulebook, language: str) -> tuple[Join, ...]:
    """The `[[join]]` rules of a language, in the order of the files: the first that fits is taken.

    Raises RuleError, with the file and the rule, for one that is not complete or has a bad pattern.
    """
    return tuple(
        _join(file, row)
        for file in rulebook.under(f"{language}/dates/")
        if file.path.suffix == ".toml"
        for row in file.table.get("join", ())
    )


def _join(file: RuleFile, row: Mapping[str, Any]) -> Join:
    name, kind = str(row.get("id", "")), row.get("kind")
    if not name or not row.get("between") or kind not in _KINDS:
        raise file.error(
            f"a way to join two dates needs id, between and kind ({', '.join(_KINDS)})",
            name or "[[join]]",
            key=name,
        )
    file.refuse_unknown(row, ("id", "kind", *_PATTERNS), name)
    patterns = {key: compiled(file, name, key, row[key]) for key in _PATTERNS if key in row}
    return Join(name, str(kind), **patterns)
