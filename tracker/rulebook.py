"""The knowledge files: found, read and held together; what they mean is the stages' business.

A rules folder holds `<language>/dates/*.toml`, `<language>/events/<type>.toml`, `<language>/lexicons/*`,
`gazetteers/*` and so on. Folders are read in order, the shipped one first; a file of a later folder is
added beside the earlier ones, and the stages let later ids win.
"""

import csv
import hashlib
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from tracker.errors import RuleError

__all__ = ["RuleFile", "Rulebook", "folder_of", "load_rulebook", "with_draft"]

SHIPPED = Path(__file__).parent / "rules"
SUFFIXES = {".toml", ".csv", ".txt"}
LANGUAGE = re.compile("[a-z]{2,3}(?:-[A-Za-z]+)?")  # a folder that is named so

# A folder, a file in it, when that was last written (ns), its size in bytes.
Stamp = tuple[Path, Path, int, int]


@dataclass(frozen=True, eq=False)
class RuleFile:
    """One knowledge file. `name` is its path inside its folder with `/` ("en/events/summit.toml");
    `rows` are the tables of a TOML file (one mapping) or the rows of a CSV or text file.

    Compared by identity: an unchanged file is the same object in every rulebook that it is part of, so what it
    means is worked out once.
    """

    path: Path
    name: str
    text: str
    rows: tuple[Mapping[str, Any], ...]

    @property
    def table(self) -> Mapping[str, Any]:
        """The whole of a TOML file."""
        return self.rows[0]

    def line_of(self, *words: str) -> int | None:
        """The first line (from 1) that holds every one of `words`, for error messages."""
        for number, line in enumerate(self.text.splitlines(), 1):
            if all(word in line for word in words):
                return number
        return None

    def refuse_unknown(
        self, row: Mapping[str, Any], known: Collection[str], name: str = ""
    ) -> None:
        """Raises RuleError for a key of a table, of a rule of that `name`, that nothing asks for: a slip of the pen
        would go unseen."""
        for key in row:
            if key not in known:
                message = f"unknown key; known: {', '.join(sorted(known))}"
                raise self.error(message, key, key=f"{name}.{key}" if name else key)

    def error(self, message: str, *words: str, key: str = "") -> RuleError:
        """An error about this file, at the line that holds `words`."""
        return RuleError(message, file=self.path, line=self.line_of(*words), key=key)


@dataclass(frozen=True, eq=False)
class Rulebook:
    """All knowledge files of one set of folders. Compared and hashed by identity."""

    files: tuple[RuleFile, ...]

    @cached_property
    def digest(self) -> str:
        """Changes whenever the content or the order of any file does."""
        digest = hashlib.sha256()
        for file in self.files:
            digest.update(file.name.encode() + b"\0" + file.text.encode() + b"\0")
        return digest.hexdigest()[:16]

    def under(self, prefix: str) -> tuple[RuleFile, ...]:
        """The files whose name starts with `prefix` ("en/events/"), in reading order."""
        found = self._under.get(prefix)
        if found is None:
            found = tuple(file for file in self.files if file.name.startswith(prefix))
            self._under[prefix] = found
        return found

    @cached_property
    def _under(self) -> dict[str, tuple[RuleFile, ...]]:
        return {}


def load_rulebook(folders: Sequence[Path] = (), *, shipped: bool = True) -> Rulebook:
    """Every knowledge file of the shipped folder and of `folders`.

    The same folders with unchanged files give the same object, so stages may cache by it.
    Raises RuleError for a folder that is missing or a file that cannot be read.
    """
    roots = ((SHIPPED,) if shipped else ()) + tuple(Path(folder) for folder in folders)
    stamps = tuple(stamp for root in roots for stamp in _stamps(root))
    return _load(stamps)


def folder_of(draft: Path) -> tuple[Path, str] | None:
    """The rules folder that a file of an event type lies in, and its language; None for a loose file."""
    events = draft.resolve().parent
    language = events.parent.name
    return (
        (events.parents[1], language)
        if events.name == "events" and LANGUAGE.fullmatch(language)
        else None
    )


def with_draft(rulebook: Rulebook, draft: Path, language: str) -> Rulebook:
    """The rulebook with the file of an event type last, and with the rules folder it lies in, if it lies in one.
    No file is read twice."""
    home = folder_of(draft)
    around = load_rulebook([home[0]], shipped=False).files if home else ()
    known = {file.path.resolve() for file in rulebook.files}
    files = [*rulebook.files, *(file for file in around if file.path.resolve() not in known)]
    own = replace(_read(draft, draft.parent), name=f"{language}/events/{draft.name}")
    return Rulebook((*(file for file in files if file.path.resolve() != draft.resolve()), own))


def _stamps(root: Path) -> Iterator[Stamp]:
    if not root.is_dir():
        raise RuleError("there is no such rules folder", file=root, key="rules.folders")
    for path in sorted(root.rglob("*")):
        if path.suffix in SUFFIXES and path.is_file():
            stat = path.stat()
            yield root, path, stat.st_mtime_ns, stat.st_size


@lru_cache(maxsize=8)
def _load(stamps: tuple[Stamp, ...]) -> Rulebook:
    return Rulebook(tuple(map(_file, stamps)))


@lru_cache(maxsize=1024)
def _file(stamp: Stamp) -> RuleFile:
    root, path, _, _ = stamp
    return _read(path, root)


def _read(path: Path, root: Path) -> RuleFile:
    name = path.relative_to(root).as_posix()
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise RuleError(f"cannot be read: {error}", file=path) from error
    return RuleFile(path, name, text, tuple(_rows(path, text)))


def _rows(path: Path, text: str) -> Iterator[Mapping[str, Any]]:
    if path.suffix == ".toml":
        yield _toml(path, text)
    elif path.suffix == ".csv":
        lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
        yield from csv.DictReader(lines)
    else:
        for line in text.splitlines():
            if line.strip() and not line.startswith("#"):
                yield {"word": line.strip()}


def _toml(path: Path, text: str) -> Mapping[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = re.search(r"\(at line (\d+)", str(error))
        line = int(found[1]) if found else None
        raise RuleError(f"not valid TOML: {error}", file=path, line=line) from error
